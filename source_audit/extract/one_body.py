"""Voices that are one body: a head, a spokesperson, a report or an account of the body or person that also speaks."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from source_audit.attribution import Source, SourceKind
from source_audit.document import Document
from source_audit.extract.cues import table, words
from source_audit.extract.names import names_in
from source_audit.extract.ties import is_spokesperson, principal, speaks_for, without_article
from source_audit.origin import Join, JoinKind
from source_audit.span import Span

_CAPITAL = re.compile(r"\s[A-Z]|^(?!The\s|His\s|Her\s|Their\s|This\s|Its\s)[A-Z]")
_BODILY = (SourceKind.ORGANISATION, SourceKind.OUTLET)
_SHORTEST_NAME = 3


def joined(kind: JoinKind, first: Source, other: Source, reason: str, evidence: Sequence[Span | None] = ()) -> Join:
    """Return a join of two voices; without other evidence, the places where both are first mentioned show it."""
    places = [span for span in evidence if span] or [source.mentions[0] for source in (first, other) if source.mentions]
    return Join(
        kind=kind,
        source_ids=(first.id, other.id),
        names=(first.name, other.name),
        reason=reason,
        evidence=tuple(places),
    )


def shown(source: Source) -> str:
    """Return how a source is called inside a sentence: without the capital of a common word that begins it."""
    first = source.name.split(maxsplit=1)[0] if source.name else ""
    common = first.lower() in words("common_starts") | words("determiners") | frozenset(table("roles")["classes"])
    keeps = first.endswith(("'s", "’s")) or first[1:] != first[1:].lower()
    lowered = common or not (source.named or keeps)
    return source.name[:1].lower() + source.name[1:] if lowered else source.name


def by_table(document: Document, voices: Sequence[Source]) -> Iterator[Join]:
    """Merge a body with its head by the dated table, where both stand in the text; on an unknown day the only one."""
    day = date.fromisoformat(document.published.value[:10]) if document.published else None
    called: dict[str, list[Source]] = {}
    for source in voices:
        if source.kind is not SourceKind.PERSON:
            called.setdefault(source.name.lower().removeprefix("the "), []).append(source)
    for row in table("bodies")["body"]:
        bodies = [source for name in row["names"] for source in called.get(name.lower(), ())]
        heads = {person.id: person for person in _heads(row["heads"], voices, day)} if bodies else {}
        for person in heads.values() if day or len(heads) == 1 else ():
            for body in bodies:
                yield joined(JoinKind.ONE_BODY, person, body, f"one body: {row['shown']} speaks for {person.name}")


def _heads(heads: Sequence[dict[str, Any]], voices: Sequence[Source], day: date | None) -> Iterator[Source]:
    """Yield the persons who bear the name of one who headed a body on that day, or ever if no day is known."""
    for head in heads:
        if day and not (head["from"] <= day and ("to" not in head or day <= head["to"])):
            continue
        yield from (s for s in voices if s.kind is SourceKind.PERSON and _bears(s, head["name"]))


def _bears(person: Source, name: str) -> bool:
    """Tell whether a person is called by a name or by its last part alone; "Melania Trump" is not Donald Trump."""
    parts, whole = person.name.split(), name.split()
    return parts[-1:] == whole[-1:] and (len(parts) == 1 or parts[0] == whole[0])


def by_text(voices: Sequence[Source]) -> Iterator[Join]:
    """Merge a spokesperson or head with the body or person that their own role names; nearness is no tie."""
    bodies = [s for s in voices if s.kind in (*_BODILY, SourceKind.PERSON) and s.named]
    named = [s for s in voices if s.kind is SourceKind.PERSON and s.named]
    for person in (s for s in voices if s.kind in (SourceKind.PERSON, SourceKind.UNNAMED_PERSON)):
        tied = [body for body in bodies if body.id != person.id and speaks_for(person, body)]
        for body in sorted(tied, key=lambda each: -len(each.name))[:1]:
            yield _spoken_for(person, body)
        others = [other for other in named if other.id != person.id]
        if not tied and is_spokesperson(person) and (other := principal(person, others)):
            yield _spoken_for(person, other)


def by_description(voices: Sequence[Source]) -> Iterator[Join]:
    """Merge "the foundation" and "his office" with the one body or person that they mean."""
    bodies = [s for s in voices if s.kind in _BODILY and s.mentions]
    named = [s for s in bodies if _CAPITAL.search(s.name)]
    known = {body.id for body in named}
    people = [s for s in voices if s.kind in (SourceKind.PERSON, SourceKind.UNNAMED_PERSON) and s.mentions]
    for body in (one for one in bodies if one.id not in known):
        meant = _meant(body, named, people)
        if len(meant) == 1:
            reason = f"one body: {shown(body)} speaks for {shown(meant[0])}"
            yield joined(JoinKind.ONE_BODY, meant[0], body, reason)


def _meant(body: Source, named: Sequence[Source], people: Sequence[Source]) -> Sequence[Source]:
    """Return whom a description of a body can mean."""
    first, _, rest = body.name.lower().partition(" ")
    if first == "the" and rest:
        return [one for one in named if one.name.lower().endswith(f" {rest}")]
    if first in {"his", "her"} and rest in table("roles")["own_bodies"]:
        return people if people[:1] and people[0].mentions[0].start < body.mentions[0].start else ()
    return ()


def _spoken_for(person: Source, body: Source) -> Join:
    reason = f"one body: {shown(person)} speaks for {shown(body)}"
    return joined(JoinKind.ONE_BODY, body, person, reason, [person.role_span, *body.mentions[:1]])


def by_report(voices: Sequence[Source]) -> Iterator[Join]:
    """Merge a body's document with its spokesperson."""
    documents = [s for s in voices if s.kind is SourceKind.DOCUMENT]
    for person in (s for s in voices if s.kind is SourceKind.PERSON and s.role and documents):
        _, joint, rest = f" {person.role}".lower().partition(" for ")
        owner = without_article(rest)
        for document in documents if joint else ():
            made = without_article(document.name.lower())
            if made.startswith(owner) and made[len(owner) :][:1] in ("'", "’"):
                reason = f"one body: {shown(person)} speaks for those who made {shown(document)}"
                yield joined(JoinKind.ONE_BODY, document, person, reason, [person.role_span, *document.mentions[:1]])


def by_account(document: Document, voices: Sequence[Source]) -> Iterator[Join]:
    """Merge an account with the person or body whose full name it bears, or the surname if the text tells the rest."""
    accounts = [s for s in voices if s.kind is SourceKind.ACCOUNT and s.affiliation]
    text = "\n".join(block.span.of(document.text) for block in document.body).lower() if accounts else ""
    for account in accounts:
        borne = _untitled(account.affiliation or "")
        told = borne.lower() in text
        for other in (s for s in voices if s.kind is not SourceKind.ACCOUNT and " " in borne):
            surname = told and other.kind is SourceKind.PERSON and other.name.lower() == borne.lower().split()[-1]
            if other.name.lower() == borne.lower() or surname or _is_short_for(borne, other):
                yield joined(JoinKind.ACCOUNT, other, account, f"the account bears the name of {shown(other)}")


def _is_short_for(borne: str, other: Source) -> bool:
    """Tell whether two names of a person differ in how much of the first name is written: "Dan Ape", "Daniel Ape"."""
    one, two = borne.lower().split(), other.name.lower().split()
    if other.kind is not SourceKind.PERSON or len(two) < 2 or one[1:] != two[1:]:
        return False
    short, long = sorted((one[0], two[0]), key=len)
    return len(short) >= _SHORTEST_NAME and long.startswith(short)


def _untitled(name: str) -> str:
    """Return a name without the title before it ("Rep. Ana Ruiz")."""
    found = next(iter(names_in(name, 0)), None)
    return found.name if found and found.title and name.endswith(found.name) else name
