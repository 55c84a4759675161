"""A share, a large count or a study is given, and the text does not say who counted.

## Why it matters
A number without its maker cannot be compared with any other number.

## What you can do
Find the table that the number comes from. Read its date, and what exactly was counted.

## For writers
Say in the same sentence who counted and when, and link the table.

## Standards
- BBC: Check statistics, and give readers what they need to judge them.
- Trust Project: Say how data were collected and analysed, and by whom.

## Flagged
> The night bus is losing its riders. Only [[12 percent]] of its places are taken after ten. The line opened in spring.

## Not flagged
> Only 12 percent of the night bus's riders stay on after ten, according to the county's count in May.

> "We lost 12 percent of our riders," said Ana Ruiz, who runs the line.

> The council passed the plan with 62 percent of the vote.

## Limits
Only shares, rates in words ("one in five"), parts of a whole, how much something grew ("has doubled since"), how many a
year and counts in millions are asked about. Sums of money, prices, scores, election results, and shares that a law or a
contract sets are left out. A number that somebody is quoted with is theirs. Where the maker is named near the number
but not with it, where a source speaks beside it in the paragraph, or no date stands near, the reader decides. What
everybody knows from history is not told apart.
"""

import re
from collections.abc import Iterator, Mapping, Set
from functools import cache

from source_audit.attribution import Attribution, SourceKind
from source_audit.check import Category, Lifecycle, check
from source_audit.checks._figures import Figure, own_figures
from source_audit.checks._near import lexicon
from source_audit.checks._pointing import pointed_at
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.reading import Reading
from source_audit.reference import Reference
from source_audit.resources import data
from source_audit.span import Span

_FAR = 3
_CLAUSE = re.compile(r"[,;]\s(?:and|but|while|though|although)\s")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CAPITAL = re.compile(r"\s[A-Z]")
_TOLD = Verdict.HOLDS, "The text says who counted."
_UNDATED = Verdict.UNSURE, "Who counted is told; from when the figure is, is not said near it."
_NEARBY = Verdict.UNSURE, "Who counted is not said here; a source nearby may be meant."
_LOOSE = Verdict.UNSURE, "Who counted is not said here; whether somebody had to is for you to judge."
_UNTOLD = Verdict.BREAKS, "Who counted is not in the text."


@check(
    question="Does each figure say who counted, and when?",
    title="Figures say who counted.",
    tally="Figures whose maker is told: {good} of {all}.",
    category=Category.ATTRIBUTION,
    lifecycle=Lifecycle.EXPERIMENTAL,
    since="0.1",
)
def unsourced_statistics(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one case for each sentence of the body with a figure that nobody is quoted with."""
    figures = list(own_figures(reading))
    if not figures:
        yield NotApplicable(reason="The text gives no share or large count of its own.")
    told = _told(reading)
    later = {one.claim for one in pointed_at(reading, told.keys())}
    for figure in figures:
        verdict, message = _judged(reading, figure, told, later)
        evidence = (Evidence(span=figure.span, note="the figure"), Evidence(span=figure.sentence, note="its sentence"))
        yield Case(message=message, evidence=evidence, verdict=verdict)


def _judged(reading: Reading, figure: Figure, told: Mapping[int, list[Attribution]], later: Set[Span]) -> tuple[Verdict, str]:
    """Judge one figure, and say why."""
    sentence = figure.sentence
    if figure.linked or any(_gives(reading, said, figure) for said in told.get(sentence.start, ())):
        return _TOLD
    before = reading.around(sentence, 1).start
    if _is_counted(reading, Span(before, sentence.end)):
        return _TOLD if _is_dated(reading, sentence) else _UNDATED
    doubtful = any(near.start in told for near in _beside(reading, sentence))
    other = doubtful or _is_carried(reading, sentence) or _is_other(reading, sentence)
    if other or sentence in later:
        return _NEARBY
    return _UNTOLD if figure.sure else _LOOSE


def _told(reading: Reading) -> dict[int, list[Attribution]]:
    """Return the statements of known sources by where the sentences begin in which they stand; a crowd counts nothing."""
    found: dict[int, list[Attribution]] = {}
    for said in reading.attributions:
        if said.source and said.source.kind is not SourceKind.UNKNOWN and not _is_nobody(reading, said):
            places = (*said.contents, *said.sources)
            for start in {one.start for span in places for one in reading.sentences_in(span)}:
                found.setdefault(start, []).append(said)
    return found


def _is_nobody(reading: Reading, said: Attribution) -> bool:
    """Tell whether a source is a class in general, or a study of which the text does not say which."""
    if said.source and said.source.collective:
        return True
    words = " ".join(said.sources[0].of(reading.text).lower().split()) if said.sources else ""
    return words in data("figures")["nameless_papers"]


def _gives(reading: Reading, said: Attribution, figure: Figure) -> bool:
    """Tell whether a statement may hold a figure of its sentence: not if it stands in a clause behind it."""
    parts = (*said.contents, *said.cue, *said.sources)
    between = reading.text[figure.span.end : max(min(part.start for part in parts), figure.span.end)]
    return _CLAUSE.search(between) is None


def _beside(reading: Reading, sentence: Span) -> Iterator[Span]:
    """Yield the sentences beside one in its paragraph, whose source may be meant."""
    block = reading.document.block_at(sentence.start)
    near = reading.sentences_in(reading.around(sentence, 1))
    yield from (one for one in near if one != sentence and block and block.span.contains(one))


def _is_carried(reading: Reading, sentence: Span) -> bool:
    """Tell whether the text speaks of a count or a named paper not long before, which may be meant."""
    far = Span(reading.around(sentence, _FAR).start, sentence.end)
    counted = lexicon("figures", "counting").first(reading.text, far)
    return counted is not None or any(_is_named(reading, reference) for reference in reading.references_in(far))


def _is_other(reading: Reading, sentence: Span) -> bool:
    """Tell whether a figure may be somebody's own word, or a result of the kind that is told nearby."""
    own = lexicon("figures", "speaking").first(reading.text, sentence)
    if own is not None:
        return True
    near = (sentence, *_beside(reading, sentence))
    return any(lexicon("figures", "results").first(reading.text, one) is not None for one in near)


def _is_counted(reading: Reading, within: Span) -> bool:
    """Tell whether a sentence, or the one before it, says who counted."""
    named = any(_is_named(reading, reference) for reference in reading.references_in(within))
    return named or lexicon("figures", "producers").first(reading.text, within) is not None


def _is_dated(reading: Reading, sentence: Span) -> bool:
    near = reading.around(sentence, 1)
    year = _YEAR.search(reading.text, near.start, near.end)
    return year is not None or lexicon("figures", "when").first(reading.text, near) is not None


def _is_named(reading: Reading, reference: Reference) -> bool:
    """Tell whether a mention is of a paper that holds counts and that a reader could find: by its name or a link."""
    if reference.kind not in _papers():
        return False
    return bool(reference.links) or _CAPITAL.search(reference.span.of(reading.text)) is not None


@cache
def _papers() -> frozenset[str]:
    return frozenset(data("figures")["papers"])
