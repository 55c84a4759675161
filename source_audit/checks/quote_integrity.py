"""A quotation stands in the text in two versions, is cut short, or has words in brackets put into it.

## Why it matters
Two versions of one sentence cannot both be word for word. Dots and brackets show where somebody changed the words.

## What you can do
Find the original. See which version is right, and what stood in the place of the dots.

## For writers
Give the same words the same way everywhere. Cut only what does not change the sense.

## Standards
- AP: Words in quotation marks are the speaker's own; do not alter them.
- Reuters: A quotation stands as it was said, and a cut must not shift its meaning.

## Flagged
> [["The old bridge will never be safe for the ferry crews,"]] said Anna Keller, the harbour master.
>
> Ferries go every hour. [["The old bridge will not be safe for the ferry crews,"]] Keller said again.

> "The bridge will open in May [[…]] and not before," said Anna Keller, the harbour master.

## Not flagged
> "The old bridge will never be safe for the ferry crews," said Anna Keller, the harbour master.

## Limits
People repeat themselves, so two versions can both be right if they were said twice. Only versions of five words and
more are compared, and those that begin or end at different places are no versions. “[sic]” is left out. Some papers put
added words in round brackets; those are not found.
"""

import re
from collections.abc import Iterator

from source_audit.attribution import Quotation, Use
from source_audit.check import Category, check
from source_audit.checks._versions import Passage, alike, differs, neighbours
from source_audit.document import BlockKind
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.reading import Reading
from source_audit.span import Span

_CUT = re.compile(r"\[\s?(?:…|\.\.\.|\. \. \.)\s?\]|…|\.\s?\.\s?\.")
_ADDED = re.compile(r"\[(?!sic\b|\s?[….])[^\[\]\n]{1,80}\]")
_DOTS = re.compile(r"\.\s?\.")
_LEAST_WORDS = 3
_MOST_PAIRS = 10
_PLACES = {BlockKind.HEADLINE: "the headline", BlockKind.CAPTION: "a caption", BlockKind.BLOCKQUOTE: "a pull quote"}


@check(
    question="Is a quotation given in two versions, cut short, or changed in brackets?",
    title="Quotations stand the same way everywhere.",
    tally="What the text does to its quotations.",
    category=Category.ATTRIBUTION,
    since="0.1",
)
def quote_integrity(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one note for each two versions, one for all cuts and one for all words in brackets."""
    quoted = [one for one in reading.quotations if _is_speech(reading, one)]
    cases = [*_versions(reading, quoted), *_marks(reading, quoted)]
    if not cases:
        yield NotApplicable(reason="No quotation is seen to be cut, changed or given in two versions.")
    yield from cases


def _is_speech(reading: Reading, quotation: Quotation) -> bool:
    spoken = quotation.use is Use.SPEECH or quotation.attribution_id is not None
    return spoken and len(quotation.span.of(reading.text).split()) >= _LEAST_WORDS


def _versions(reading: Reading, quoted: list[Quotation]) -> Iterator[Case]:
    posts = [embed.words for embed in reading.document.embeds if embed.words]
    asked = alike(reading.text, [*(one.span for one in quoted), *posts])
    passages = [
        *(
            Passage.of(reading.text, one.span, _place(reading, one.span), _speaker(reading, one))
            for one in quoted
            if one.span in asked
        ),
        *(Passage.of(reading.text, words, "a post") for words in posts if words in asked),
    ]
    found = 0
    for one, other in neighbours(passages):
        if found < _MOST_PAIRS and not one.span.overlaps(other.span) and differs(reading.text, one, other):
            found += 1
            pieces = sorted((one, other), key=lambda passage: passage.span)
            yield Case(
                message="Nearly the same words stand here in two versions.",
                evidence=tuple(Evidence(span=piece.span, note=f"in {piece.place}") for piece in pieces),
                verdict=Verdict.NOTE,
            )


def _place(reading: Reading, span: Span) -> str:
    block = reading.document.block_at(span.start)
    return _PLACES.get(block.kind, "the text") if block else "the text"


def _speaker(reading: Reading, quotation: Quotation) -> str | None:
    source = reading.attribution(quotation.attribution_id).source if quotation.attribution_id else None
    return source.id if source else None


def _marks(reading: Reading, quoted: list[Quotation]) -> Iterator[Case]:
    """Yield one note for all cuts and one for all words in brackets."""
    text = reading.text
    for pattern, may_stand, what, note in (
        (_CUT, "…" in text or _DOTS.search(text), "Dots stand where a quotation may be cut, in {} places.", "the dots"),
        (_ADDED, "[" in text, "Words in brackets were put into quotations, in {} places.", "the brackets"),
    ):
        if not may_stand:
            continue
        found = (
            Span(match.start(), match.end())
            for one in quoted
            for match in pattern.finditer(text, one.span.start, one.span.end)
        )
        places = sorted(set(found))
        if places:
            message = what.format(len(places)) if len(places) > 1 else what.format("one").replace("places", "place")
            evidence = tuple(Evidence(span=place, note=note) for place in places)
            yield Case(message=message, evidence=evidence, verdict=Verdict.NOTE, value=float(len(places)))
