"""Runs of eight words and more that the article shares with a press release that was supplied.

## Why it matters
The marked words were also written by those who announce something. The rest is what the reporter added.

## What you can do
Read only the words without a mark. What did the reporter ask, check or add?

## For writers
Say which words come from a release, and add what you found out yourself.

## Standards
- Columbia Journalism Review: Copy from releases fills papers; readers are served when it can be told from reporting.
- Reuters: Material from a release is named as such and is not passed off as own reporting.

## Flagged
The release is:
```text
The Tarn County night bus will run every twenty minutes from May and serve the harbour, the county said.
```

> [[The Tarn County night bus will run every twenty minutes from May]], a notice at the depot says.
> Riders had asked for more trips for years.

## Not flagged
The release is:
```text
The Tarn County night bus will run every twenty minutes from May and serve the harbour, the county said.
```

> From May, a night bus will leave the depot of Tarn County three times an hour, a notice says.
> Riders had asked for more trips for years.

## Limits
It runs only where a release is supplied. To use a release is no fault, and nothing is scored. Quotations in a release
are there to be used; their runs are named as such. Which of the two texts came first is not asked.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from source_audit.check import Category, check
from source_audit.checks._near import Cover, spoken
from source_audit.checks._words import Word, words_of
from source_audit.finding import Case, Evidence, NotApplicable, Passage, Verdict
from source_audit.reading import Reading
from source_audit.span import Span
from source_audit.supplied import SuppliedText

_RUN = 8
_LONGEST = 600
Keys = tuple[str, ...]


@check(
    question="Which words does the article share with the release?",
    title="The words that the article shares with the release are marked.",
    tally="Share of the words that also stand in the release: {value:.0%}.",
    category=Category.CORROBORATION,
    since="0.1",
)
def release_overlap(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one note for each release that shares runs of eight words with the article."""
    if not reading.releases:
        yield NotApplicable(reason="No press release was given to compare the article with.")
        return
    body = [words_of(reading.text, [block.span]) for block in reading.document.body]
    quoted = spoken(reading)
    cases = [_case(reading.text, body, quoted, release) for release in reading.releases]
    shared = sorted((case for case in cases if case), key=lambda case: -(case.value or 0))
    yield from shared
    if not shared:
        yield NotApplicable(reason="The article shares no run of eight words with what was given.")


def _case(text: str, body: Sequence[Sequence[Word]], quoted: Cover, release: SuppliedText) -> Case | None:
    """Return what the blocks of the body share with a release."""
    theirs = _words(release)
    places = {run: place for place, run in reversed(list(enumerate(_runs(theirs))))}
    found = [(block, run) for block in body for run in _shared(block, places)]
    if not found:
        return None
    share = sum(stop - start for _, (start, stop, _) in found) / max(sum(map(len, body)), 1)
    spans = [Span(block[start].start, block[stop - 1].end) for block, (start, stop, _) in found]
    return Case(
        message=f"{share:.0%} of the words also stand in {release.name}, in runs of eight and more.",
        evidence=tuple(Evidence(span=span, note=_note(span, quoted)) for span in spans),
        verdict=Verdict.NOTE,
        value=round(share, 4),
        aligned=tuple(_passage(release, theirs, place, stop - start) for _, (start, stop, place) in found),
    )


@lru_cache(maxsize=8)
def _words(release: SuppliedText) -> list[Word]:
    """Return the words of a release, kept for the next article."""
    return words_of(release.text, [Span(0, len(release.text))])


def _note(span: Span, quoted: Cover) -> str:
    ends = (Span(span.start, span.start + 1), Span(span.end - 1, span.end))
    if all(map(quoted.touches, ends)):
        return "a quotation"
    return "partly a quotation" if quoted.touches(span) else "the article's own words"


def _runs(words: Sequence[Word]) -> Iterator[Keys]:
    keys = [word.key for word in words]
    return zip(*(keys[shift:] for shift in range(_RUN)), strict=False)


def _shared(words: Sequence[Word], places: dict[Keys, int]) -> Iterator[tuple[int, int, int]]:
    """Yield the stretches that runs of the release cover: first word, word behind the last, place in the release.

    No two overlap, and the words of each stand in the release one after the other.
    """
    start = stop = shift = -1
    for here, run in enumerate(_runs(words)):
        if run not in places:
            continue
        if start < 0 or here > stop or places[run] - here != shift:
            if start >= 0:
                yield start, stop, start + shift
            start, shift = max(here, stop), places[run] - here
        stop = here + _RUN
    if start >= 0:
        yield start, stop, start + shift


def _passage(release: SuppliedText, words: Sequence[Word], place: int, length: int) -> Passage:
    start, end = words[place].start, words[min(place + length, len(words)) - 1].end
    return Passage(name=release.name, start=start, end=end, words=release.text[start : min(end, start + _LONGEST)])
