"""The recount: voices that are one body, or that repeat the same words, are one origin."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from source_audit.attribution import Attribution, Repeat, Source, SourceKind
from source_audit.document import BODY_KINDS, BlockKind, Document
from source_audit.extract.cues import table, words
from source_audit.extract.names import names_in
from source_audit.extract.repeats import LEAST_OVERLAP, LEAST_RUN
from source_audit.extract.ties import is_spokesperson, principal, speaks_for
from source_audit.origin import Origin, Origins

Merge = tuple[str, str, str]
_SPOKEN_FOR = re.compile(r"\bfor (?:the )?(.+)$")
_BODILY = (SourceKind.ORGANISATION, SourceKind.OUTLET)
MOST_VOICES = 400
"""With more voices a text is no article, and nothing is merged but repeats."""


def recount(
    document: Document, sources: Sequence[Source], attributions: Sequence[Attribution], repeats: Sequence[Repeat]
) -> Origins:
    """Return the origins of an article's voices: who is heard in body or posts, no class and nobody not told."""
    heard = {a.source.id for a in attributions if a.source and _stands_in_body_or_post(document, a)}
    voices = [s for s in sources if s.id in heard and not s.collective and s.kind is not SourceKind.UNKNOWN]
    by_id = {source.id: source for source in voices}
    leader = {source.id: source.id for source in voices}
    reasons: dict[str, list[str]] = {}
    for keep, other, reason in _merges(document, voices, attributions, repeats):
        if keep in by_id and other in by_id and leader[keep] != leader[other]:
            old, new = leader[other], leader[keep]
            leader.update({member: new for member, first in leader.items() if first == old})
            reasons[new] = [*reasons.get(new, []), *reasons.pop(old, []), reason]
    groups: dict[str, list[str]] = {}
    for source in voices:
        groups.setdefault(leader[source.id], []).append(source.id)
    return Origins(
        groups=tuple(
            Origin(label=by_id[first].name, source_ids=tuple(members), reason="; ".join(reasons.get(first, [])) or None)
            for first, members in groups.items()
        )
    )


def _merges(
    document: Document, voices: Sequence[Source], attributions: Sequence[Attribution], repeats: Sequence[Repeat]
) -> Iterator[Merge]:
    if len(voices) <= MOST_VOICES:
        yield from _by_table(document, voices)
        yield from _by_text(voices)
        yield from _by_report(voices)
        yield from _by_account(document, voices)
    said = {attribution.id: attribution for attribution in attributions}
    posts = {a.contents[0]: a for a in attributions if a.rule == "post"}
    for repeat in repeats:
        words = document.embeds[repeat.embed].words
        post, original = posts.get(words) if words else None, said[repeat.attribution_id]
        if post and post.source and original.source and _mostly(document, repeat):
            yield original.source.id, post.source.id, f"the post repeats the words of {shown(original.source)}"


def _stands_in_body_or_post(document: Document, attribution: Attribution) -> bool:
    """Tell whether a statement counts: headline and captions repeat the body or stand beside it."""
    block = document.block_at(attribution.contents[0].start if attribution.contents else attribution.start)
    return block is not None and (block.kind in BODY_KINDS or block.kind is BlockKind.EMBED)


def _mostly(document: Document, repeat: Repeat) -> bool:
    """Tell whether a post is little else than the statement; a shared slogan or one shared sentence joins no voices."""
    return repeat.overlap >= LEAST_OVERLAP and len(repeat.post.of(document.text).split()) >= LEAST_RUN


def shown(source: Source) -> str:
    """Return how a source is called inside a sentence: without the capital of a common word that begins it."""
    first = source.name.split(maxsplit=1)[0] if source.name else ""
    common = first.lower() in words("common_starts") | words("determiners") | frozenset(table("roles")["classes"])
    keeps = first.endswith(("'s", "’s")) or first[1:] != first[1:].lower()
    lowered = common or not (source.named or keeps)
    return source.name[:1].lower() + source.name[1:] if lowered else source.name


def _by_table(document: Document, voices: Sequence[Source]) -> Iterator[Merge]:
    """Merge a body with its head by the dated table, where both stand in the text."""
    day = date.fromisoformat(document.published.value[:10]) if document.published else None
    for row in table("bodies")["body"]:
        bodies = [s for s in voices if _is(s, row["names"])]
        for head in row["heads"]:
            if day and not (head["from"] <= day and ("to" not in head or day <= head["to"])):
                continue
            for person in (s for s in voices if s.kind is SourceKind.PERSON and _bears(s, head["name"])):
                for body in bodies:
                    yield person.id, body.id, f"one body: {row['shown']} speaks for {person.name}"


def _bears(person: Source, name: str) -> bool:
    """Tell whether a person is called by a name or by its last part alone; "Melania Trump" is not Donald Trump."""
    parts, whole = person.name.split(), name.split()
    return parts[-1:] == whole[-1:] and (len(parts) == 1 or parts[0] == whole[0])


def _is(source: Source, names: Sequence[str]) -> bool:
    low = source.name.lower().removeprefix("the ")
    return source.kind is not SourceKind.PERSON and low in {name.lower() for name in names}


def _by_text(voices: Sequence[Source]) -> Iterator[Merge]:
    """Merge a spokesperson or head with the body or person that their own role names; nearness is no tie."""
    bodies = [s for s in voices if s.kind in (*_BODILY, SourceKind.PERSON) and s.named]
    named = [s for s in voices if s.kind is SourceKind.PERSON and s.named]
    for person in (s for s in voices if s.kind in (SourceKind.PERSON, SourceKind.UNNAMED_PERSON)):
        tied = [body for body in bodies if body.id != person.id and speaks_for(person, body)]
        for body in sorted(tied, key=lambda each: -len(each.name))[:1]:
            yield body.id, person.id, f"one body: {shown(person)} speaks for {shown(body)}"
        others = [other for other in named if other.id != person.id]
        if not tied and is_spokesperson(person) and (other := principal(person, others)):
            yield other.id, person.id, f"one body: {shown(person)} speaks for {shown(other)}"


def _by_report(voices: Sequence[Source]) -> Iterator[Merge]:
    """Merge a body's document with its spokesperson."""
    documents = [s for s in voices if s.kind is SourceKind.DOCUMENT]
    for person in (s for s in voices if s.kind is SourceKind.PERSON and s.role):
        spoken_for = _SPOKEN_FOR.search(person.role or "")
        for document in documents if spoken_for else ():
            owner = re.sub(r"^(?:the|a|an)\s", "", document.name.lower())
            if spoken_for and re.match(rf"{re.escape(spoken_for.group(1).lower())}['’]", owner):
                yield document.id, person.id, f"one body: {shown(person)} speaks for those who made {shown(document)}"


def _by_account(document: Document, voices: Sequence[Source]) -> Iterator[Merge]:
    """Merge an account with the person or body whose full name it bears, or the surname if the text tells the rest."""
    for account in (s for s in voices if s.kind is SourceKind.ACCOUNT and s.affiliation):
        borne = _untitled(account.affiliation or "")
        told = any(borne.lower() in block.span.of(document.text).lower() for block in document.body)
        for other in (s for s in voices if s.kind is not SourceKind.ACCOUNT and " " in borne):
            surname = told and other.kind is SourceKind.PERSON and other.name.lower() == borne.lower().split()[-1]
            if other.name.lower() == borne.lower() or surname:
                yield other.id, account.id, f"the account bears the name of {shown(other)}"


def _untitled(name: str) -> str:
    """Return a name without the title before it ("Rep. Ana Ruiz")."""
    found = next(iter(names_in(name, 0)), None)
    return found.name if found and found.title and name.endswith(found.name) else name
