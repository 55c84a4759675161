"""A quotation or a claim runs on for several sentences before a reader learns whose it is.

## Why it matters
As long as the name is missing you cannot tell whose claim you are reading.

## What you can do
Draw a line from each claim to its source. Look at the long lines.

## For writers
Name the speaker after the first sentence of a quotation, or in the sentence before it.

## Standards
- AP: Tell the source in the sentence that needs one or right beside it, and again wherever it could be unclear.
- Reuters: Do not let a reader wait past the first sentence of a quotation for its speaker.

## Flagged
> The bridge was shut on Monday.
>
> [["The wind came up at noon. Nobody had told the crew about it. They had to leave the boat behind,"]] said
> Anna Keller, the harbour master.

> The bridge was shut on Monday, said Anna Keller.
>
> [[The deck will have to go.]] [[The bolts are rusting.]] Nobody has looked at them. The council heard those warnings
> from Tom Beck, a clerk.

## Not flagged
> The bridge was shut on Monday.
>
> "The wind came up at noon," said Anna Keller, the harbour master. "Nobody had told the crew about it."

> Anna Keller, the harbour master, was there.
>
> "The wind came up at noon. Nobody had told the crew about it. They had to leave the boat behind," she said.

## Limits
Only statements whose source was found are measured, and claims that a later sentence gives to somebody in plain words
("that figure comes from"); those without one belong to other checks. A quotation
that goes on with the speaker of the statement before it is in order. Sentences of one to three words are not counted.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice, pairwise, takewhile

from source_audit.attribution import Attribution, Kind
from source_audit.check import Category, Lifecycle, check
from source_audit.checks._near import blocks_before, source_span, statement_span, told_sentences
from source_audit.checks._pointing import pointed_at
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.reading import Reading
from source_audit.resources import data

_SURE = 0.6
_NEXT = 1
_LEAST_WORDS = 4
_LOOKED_AT = 5_000
_MOST_NAMES = 50
_STOP = re.compile(r"[.!?][\"”’')]{0,3}\s+(?=[\"“‘'(]{0,2}[A-Z])")
_LAST_WORD = re.compile(r"[\w.]{1,20}$")
_LONGEST_WORD = 20


@check(
    question="Does the source stand in the sentence of its claim or the one beside it?",
    title="Sources stand close to their claims.",
    tally="Statements with their source in the same sentence or the next: {good} of {all}.",
    category=Category.ATTRIBUTION,
    lifecycle=Lifecycle.EXPERIMENTAL,
    since="0.1",
)
def attribution_placement(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one case for each statement of the body that is given to a source."""
    asked = [pair for pair in pairwise([None, *reading.body_attributions]) if pair[1] and _is_given(pair[1])]
    if not asked:
        yield NotApplicable(reason="The text gives no statement to a source.")
    for late in pointed_at(reading, told_sentences(reading)) if asked else ():
        yield Case(
            message="Whose claim this is stands only further down.",
            evidence=(
                Evidence(span=late.claim, note="the claim"),
                Evidence(span=late.sentence, note="where it is told"),
            ),
            verdict=Verdict.BREAKS,
        )
    for before, one in asked:
        if one is None:
            continue
        between = _sentences_before(reading, one)
        far = between > _NEXT and not _goes_on(before, one) and not _announced(reading, one)
        yield Case(
            message=f"Who says this is told only after {between} sentences." if far else "The source stands close by.",
            evidence=(Evidence(span=statement_span(one), note="the statement"), *_source(one, shown=far)),
            verdict=Verdict.BREAKS if far else Verdict.HOLDS,
        )


def _is_given(attribution: Attribution) -> bool:
    """Tell whether a statement has words and surely a source."""
    return bool(attribution.contents and attribution.cue and attribution.sources) and attribution.confidence >= _SURE


def _source(attribution: Attribution, *, shown: bool) -> tuple[Evidence, ...]:
    return (Evidence(span=source_span(attribution), note="the source"),) if shown else ()


def _sentences_before(reading: Reading, attribution: Attribution) -> int:
    """Return how many whole sentences of a quotation stand before the one that the source stands with."""
    start = attribution.contents[0].start
    source = min(span.start for span in (*attribution.sources, *attribution.cue))
    if source <= start or attribution.kind is Kind.INDIRECT:
        return 0
    text = reading.text[start : min(source, start + _LOOKED_AT)]
    ends = [0, *(stop.end() for stop in _STOP.finditer(text) if not _abbreviates(text, stop.start()))]
    return sum(len(text[begin:end].split()) >= _LEAST_WORDS for begin, end in pairwise(ends))


def _abbreviates(text: str, stop: int) -> bool:
    """Tell whether the full stop at *stop* ends a short form ("Sen.") and no sentence."""
    word = _LAST_WORD.search(text, max(0, stop - _LONGEST_WORD), stop)
    return word is not None and (len(word[0]) == 1 or word[0] in data("abbreviations")["abbreviations"])


def _goes_on(before: Attribution | None, one: Attribution) -> bool:
    """Tell whether the speaker of a statement is that of the statement before it."""
    return before is not None and any(speaker is own for speaker in one.speakers for own in before.speakers)


def _announced(reading: Reading, one: Attribution) -> bool:
    """Tell whether the sentence before a quotation, or the last one of the paragraph before, names its speaker."""
    start = one.contents[0].start
    block = reading.document.block_at(start)
    place = start - 1 if block and start > block.span.start else _end_of(reading, start) - 1
    sentence = reading.sentence_at(place) or reading.sentence_at(max(place - 1, 0))
    if sentence is None or one.source is None:
        return False
    mentions, names = one.source.mentions, reading.names
    place = bisect_left(mentions, sentence.start, key=lambda span: span.start)
    if place < len(mentions) and mentions[place].start < sentence.end:
        return True
    first = bisect_left(names, sentence.start, key=lambda name: name.span.start)
    own = one.source.name.split()[-1:]
    here = takewhile(lambda name: name.span.start < sentence.end, islice(names, first, None))
    return any(own and name.key.split()[-1:] == own for name in islice(here, _MOST_NAMES))


def _end_of(reading: Reading, start: int) -> int:
    """Return where the paragraph before *start* ends."""
    return next((block.span.end for block in blocks_before(reading.document, start, 1)), 0)
