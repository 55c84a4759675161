"""The recount: voices that are one body, or that repeat the same words, are one origin."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from source_audit.attribution import Attribution, Origin, Origins, Repeat, Source, SourceKind
from source_audit.document import Document
from source_audit.extract.cues import table

Merge = tuple[str, str, str]
_OWN_BODY = re.compile(r"(?:the\s)?(\w+)['’]s\b", re.IGNORECASE)
_SPOKEN_FOR = re.compile(r"\bfor (?:the )?(.+)$")
MOST_VOICES = 400
"""With more voices a text is no article, and nothing is merged but repeats."""


def recount(
    document: Document, sources: Sequence[Source], attributions: Sequence[Attribution], repeats: Sequence[Repeat]
) -> Origins:
    """Return the origins of an article's voices; a class in general and a speaker not told are no voices."""
    voices = [s for s in sources if s.attribution_ids and not s.collective and s.kind is not SourceKind.UNKNOWN]
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
        yield from _heads(voices)
        yield from _by_account(voices)
    said = {attribution.id: attribution for attribution in attributions}
    posts = {a.contents[0]: a for a in attributions if a.rule == "post"}
    for repeat in repeats:
        words = document.embeds[repeat.embed].words
        post, original = posts.get(words) if words else None, said[repeat.attribution_id]
        if post and post.source and original.source:
            yield original.source.id, post.source.id, f"the post repeats the words of {_shown(original.source)}"


def _shown(source: Source) -> str:
    """Return how a source is called inside a sentence."""
    return source.name if source.named else source.name[:1].lower() + source.name[1:]


def _by_table(document: Document, voices: Sequence[Source]) -> Iterator[Merge]:
    """Merge a body with its head by the dated table, where both stand in the text."""
    day = date.fromisoformat(document.published.value[:10]) if document.published else None
    for row in table("bodies")["body"]:
        bodies = [s for s in voices if _is(s, row["names"])]
        for head in row["heads"]:
            if day and not (head["from"] <= day and ("to" not in head or day <= head["to"])):
                continue
            people = [
                s for s in voices if s.kind is SourceKind.PERSON and s.name.split()[-1:] == [head["name"].split()[-1]]
            ]
            for person in people:
                for body in bodies:
                    yield person.id, body.id, f"one body: {row['shown']} speaks for {person.name}"


def _is(source: Source, names: Sequence[str]) -> bool:
    low = source.name.lower().removeprefix("the ")
    return source.kind is not SourceKind.PERSON and low in {name.lower() for name in names}


def _by_text(voices: Sequence[Source]) -> Iterator[Merge]:
    """Merge a spokesperson or head with the body that the text says they speak for."""
    bodies = [s for s in voices if s.kind in (SourceKind.ORGANISATION, SourceKind.OUTLET)]
    for person in (s for s in voices if s.role and s.kind in (SourceKind.PERSON, SourceKind.UNNAMED_PERSON)):
        role = f" {(person.role or '').lower()} "
        for body in bodies:
            name = body.name.lower().removeprefix("the ")
            if re.search(rf"\b(?:for|of|at|chairs?|heads?|leads?|runs?|owns?)\s(?:the\s)?{re.escape(name)}\b", role):
                yield body.id, person.id, f"one body: {person.name} speaks for {body.name}"
        if any(word in role for word in table("roles")["spokespeople"]):
            yield from _chief(person, role, voices)


def _heads(voices: Sequence[Source]) -> Iterator[Merge]:
    """Merge "the company's director" with the body named last before, and a body's document with its spokesperson."""
    for person in (s for s in voices if s.role and s.kind is SourceKind.PERSON and s.mentions):
        own = _OWN_BODY.match(person.role or "")
        if own and own.group(1).lower() in table("roles")["bodies"]:
            before = [
                s
                for s in voices
                if s.kind is SourceKind.ORGANISATION and s.mentions and s.mentions[0] < person.mentions[0]
            ]
            if before:
                body = max(before, key=lambda s: s.mentions[0])
                yield body.id, person.id, f"one body: {person.name} speaks for {body.name}"
        spoken_for = _SPOKEN_FOR.search(person.role or "")
        for document in (s for s in voices if s.kind is SourceKind.DOCUMENT and spoken_for):
            owner = re.sub(r"^(?:the|a|an)\s", "", document.name.lower())
            if spoken_for and re.match(rf"{re.escape(spoken_for.group(1).lower())}['’]", owner):
                yield document.id, person.id, f"one body: {person.name} speaks for those who made {document.name}"


def _chief(person: Source, role: str, voices: Sequence[Source]) -> Iterator[Merge]:
    """Merge a spokesperson with the named person they speak for ("her spokesman", "Aldous's spokesman")."""
    others = [s for s in voices if s.kind is SourceKind.PERSON and s.id != person.id and s.named]
    for other in others:
        if re.search(rf"\b{re.escape(other.name.split()[-1].lower())}\b", role):
            yield other.id, person.id, f"one body: {person.name} speaks for {other.name}"
            return
    if re.search(r"\b(?:his|her|their)\b", role) and person.mentions:
        before = [o for o in others if o.mentions and o.mentions[0] < person.mentions[0]]
        if before:
            last = max(before, key=lambda o: max(m for m in o.mentions if m < person.mentions[0]))
            yield last.id, person.id, f"one body: {person.name} speaks for {last.name}"


def _by_account(voices: Sequence[Source]) -> Iterator[Merge]:
    """Merge an account with the person or body whose full name it bears."""
    for account in (s for s in voices if s.kind is SourceKind.ACCOUNT and s.affiliation):
        for other in voices:
            if (
                other.kind is not SourceKind.ACCOUNT
                and " " in other.name
                and other.name.lower() == (account.affiliation or "").lower()
            ):
                yield other.id, account.id, f"the account bears the name of {other.name}"
