"""Who is written about often in an article, and is given no statement in it.

## Why it matters
The people whom a story is about may see it in another way.

## What you can do
Look for one statement by them, in another report or on a page of their own.

## For writers
Ask them, quote what they have published, or say that they could not be reached.

## Standards
- SPJ: Give the people whom a story is about the chance to speak.
- BBC: Think of who is missing from a report.

## Flagged
> The council has dropped [[Laura Marsh]] from the harbour board. Ana Ruiz said that the board needs new people.
>
> [[Marsh]] joined the board in 1998. Ruiz said that nobody stays for ever.
>
> Friends of [[Marsh]] have planned a march. The council will vote on [[Marsh]] in May. [[Marsh]] has kept her office.

## Not flagged
> The council has dropped Laura Marsh from the harbour board. Ana Ruiz said that the board needs new people.
>
> Marsh joined the board in 1998. Marsh said that she would fight for her seat.
>
> Friends of Marsh have planned a march. The council will vote on Marsh in May. Marsh has kept her office.

## Limits
Counted are people with a full name and bodies such as committees and companies, from five mentions in three
paragraphs on; at most three are shown. Countries are left out, since a text often uses their names for places.
Somebody who has died, or who was asked for comment, is left out too. A short report need not hear everybody, so this
is for you to know and no fault.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from attrs import define, field

from source_audit.attribution import Name, SourceKind
from source_audit.check import Category, Lifecycle, check
from source_audit.checks._near import beside, lexicon
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.reading import Reading
from source_audit.resources import data
from source_audit.span import Span

_MENTIONS, _PARAGRAPHS, _MOST, _EXAMPLES = 5, 3, 3, 5
_REACH = {"speaking": 40, "gone": 150, "asked": 200}
"""How far beside a name the words of each list count, in characters."""


@define
class _Bearer:
    """Somebody with a name, every place in the body where it stands, and the paragraphs of these."""

    full: set[str] = field(factory=set)
    spans: list[Span] = field(factory=list)
    paragraphs: set[int] = field(factory=set)

    def add(self, name: Name, paragraph: int) -> None:
        """Keep a mention."""
        self.spans.append(name.span)
        self.paragraphs.add(paragraph)
        if " " in name.key or name.kind is SourceKind.ORGANISATION:
            self.full.add(name.key)

    @property
    def often(self) -> bool:
        """Whether the text returns to it, and only one bears the name."""
        return len(self.spans) >= _MENTIONS and len(self.paragraphs) >= _PARAGRAPHS and len(self.full) == 1


@check(
    question="Who is written about often and is given no statement?",
    title="Those whom the text is about are heard.",
    tally="People and bodies who are written about often and are given no statement: {all}.",
    category=Category.CORROBORATION,
    since="0.1",
    lifecycle=Lifecycle.EXPERIMENTAL,
    effort="medium",
)
def absent_voices(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one note for each of the few who are named most and say nothing."""
    bearers = list(_bearers(reading))
    voices = _voices(reading) if bearers else frozenset()
    absent = [one for one in bearers if not _is_heard(reading, one, voices)]
    if not absent:
        yield NotApplicable(reason="Nobody is written about often without a statement of their own.")
    for one in sorted(absent, key=lambda one: (-len(one.spans), one.spans[0]))[:_MOST]:
        name = next(iter(one.full))
        yield Case(
            message=f"{name}: named {len(one.spans)} times, and no statement comes from there.",
            evidence=tuple(Evidence(span=span, note="a mention") for span in one.spans[:_EXAMPLES]),
            verdict=Verdict.NOTE,
            value=float(len(one.spans)),
        )


def _bearers(reading: Reading) -> Iterator[_Bearer]:
    """Yield the people with a full name and the bodies that the text returns to."""
    borne: defaultdict[tuple[SourceKind, str], list[Name]] = defaultdict(list)
    for name in reading.names:
        if name.kind is SourceKind.PERSON:
            borne[name.kind, name.key.rsplit(None, 1)[-1]].append(name)
        elif name.kind is SourceKind.ORGANISATION:
            borne[name.kind, name.key].append(name)
    paragraphs = {block.span.start for block in reading.document.body}
    for (kind, _), names in borne.items():
        one = _bearer(reading, names, paragraphs) if len(names) >= _MENTIONS else None
        if one and one.often and _can_speak(kind, next(iter(one.full))):
            yield one


def _bearer(reading: Reading, names: list[Name], paragraphs: set[int]) -> _Bearer:
    found = _Bearer()
    for name in names:
        block = reading.document.block_at(name.span.start)
        joined = reading.text[name.span.start - 1 : name.span.start] == "-"
        if block and not joined and block.span.start in paragraphs:
            found.add(name, block.span.start)
    return found


def _can_speak(kind: SourceKind, name: str) -> bool:
    """Tell whether a name is surely a person's, or a body's that is no mere stage."""
    low = name.lower()
    if kind is SourceKind.PERSON:
        return low.split()[0] in _given()
    words = low.split()
    return (
        len(words) > 1
        and low not in data("absent")["venues"]
        and any(word in data("roles")["bodies"] for word in words)
    )


@cache
def _given() -> frozenset[str]:
    return frozenset(data("names")["female"]) | frozenset(data("names")["male"])


def _voices(reading: Reading) -> frozenset[str]:
    """Return the words of everybody who says something, and of whom they speak for."""
    told = (source for source in reading.sources if source.attribution_ids)
    parts = (part for s in told for part in (s.name, s.role, s.affiliation, s.speaks_for, *s.candidates) if part)
    return frozenset(
        word.strip(".,’'").removesuffix("'s").removesuffix("’s") for part in parts for word in part.split()
    )


def _is_heard(reading: Reading, one: _Bearer, voices: frozenset[str]) -> bool:
    """Tell whether somebody speaks, was asked, or can no longer speak."""
    if next(iter(one.full)).split()[-1] in voices:
        return True
    return any(
        lexicon("absent", words).first(reading.text, beside(reading, span, reach))
        for words, reach in _REACH.items()
        for span in one.spans
    )
