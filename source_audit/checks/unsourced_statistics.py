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
from collections.abc import Iterator, Set
from functools import cache

from attrs import frozen

from source_audit.check import Category, Lifecycle, check
from source_audit.checks._near import in_body, lexicon, spoken, told_sentences
from source_audit.claim import ClaimKind
from source_audit.document import Block
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.lexicon import Lexicon
from source_audit.reading import Reading
from source_audit.reference import Reference
from source_audit.resources import data
from source_audit.span import Span

_FAR = 3
_GROWTH = ("doubled", "tripled", "trebled", "quadrupled", "halved")
_PARTS = ("third", "quarter", "fifth", "tenth", "half")
_THOUSANDS = re.compile(r",\d{3}")
_TREND = re.compile(
    rf"\b(?:{'|'.join(_GROWTH)})\s(?:since|in|over|between|within|last|this|from)\b"
    rf"|\bby\s(?:almost\s|nearly\s|more\sthan\s|about\s)?a\s(?:{'|'.join(_PARTS)})\b"
    r"|\b(?:[Aa]|[Oo]ne|[Tt]wo)\s(?:third|quarter|fifth|tenth)s?\sof\s(?:all|the|its|their|homes|people|adults|households|workers|jobs|fleets)\b"
    r"|(?<![\w.,$£€¥-])\d{1,3}(?:,\d{3})+\s(?!words|miles|feet|metres|meters|tonnes|tons|years|km|square|acres)(?:[a-z-]+\s){1,4}?"
    r"(?:a|each|every|per|last)\s(?:day|week|month|year)\b"
)
"""What somebody must have counted, beside shares: how much something grew, a part of a whole, how many a year."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CAPITAL = re.compile(r"\s[A-Z]")
_TOLD = Verdict.HOLDS, "The text says who counted."
_UNDATED = Verdict.UNSURE, "Who counted is told; from when the figure is, is not said near it."
_NEARBY = Verdict.UNSURE, "Who counted is not said here; a source nearby may be meant."
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
    figures = list(_figures(reading))
    if not figures:
        yield NotApplicable(reason="The text gives no share or large count of its own.")
    told = told_sentences(reading)
    for figure in figures:
        verdict, message = _judged(reading, figure, told)
        evidence = (Evidence(span=figure.span, note="the figure"), Evidence(span=figure.sentence, note="its sentence"))
        yield Case(message=message, evidence=evidence, verdict=verdict)


@frozen
class _Figure:
    """A figure that somebody must have counted, the sentence that it stands in, and whether that has a link."""

    span: Span
    sentence: Span
    linked: bool


def _figures(reading: Reading) -> Iterator[_Figure]:
    """Yield each sentence of the body with its first figure outside quotation marks, in order."""
    quoted = spoken(reading)
    found: dict[Span, _Figure] = {}
    for claim in reading.claims:
        own = (sign.span for sign in claim.signs if sign.kind is ClaimKind.FIGURE and not quoted.touches(sign.span))
        figure = next(own, None)
        if figure and in_body(reading, claim.span):
            found[claim.span] = _Figure(figure, claim.span, bool(claim.links))
    for block in _with_trends(reading):
        for match in _TREND.finditer(reading.text, block.span.start, block.span.end):
            span = Span(*match.span())
            sentence = reading.sentence_at(span.start)
            if (
                sentence
                and sentence not in found
                and not quoted.touches(span)
                and not any(lexicon("figures", name).first(reading.text, sentence) for name in ("results", "set"))
            ):
                found[sentence] = _Figure(span, sentence, bool(list(reading.links_in(sentence))))
    yield from sorted(found.values(), key=lambda one: one.span.start)


def _with_trends(reading: Reading) -> Iterator[Block]:
    """Yield the blocks of the body in which words and numbers of a trend stand: to see that takes little."""
    text, growth = reading.text, _growth()
    if growth.may_stand(text, 0, len(text)) or _THOUSANDS.search(text):
        for block in reading.document.body:
            start, end = block.span.start, block.span.end
            if _THOUSANDS.search(text, start, end) or growth.may_stand(text, start, end):
                yield block


def _judged(reading: Reading, figure: _Figure, told: Set[int]) -> tuple[Verdict, str]:
    """Judge one figure, and say why."""
    sentence = figure.sentence
    if sentence.start in told or figure.linked:
        return _TOLD
    before = reading.around(sentence, 1).start
    if _is_counted(reading, Span(before, sentence.end)):
        return _TOLD if _is_dated(reading, sentence) else _UNDATED
    doubtful = any(near.start in told for near in _beside(reading, sentence))
    other = doubtful or _is_carried(reading, sentence) or _is_other(reading, sentence)
    return _NEARBY if other else _UNTOLD


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
    return (own or lexicon("figures", "results").first(reading.text, reading.around(sentence, 1))) is not None


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
def _growth() -> Lexicon:
    return Lexicon((*_GROWTH, *(form for part in _PARTS for form in (part, f"{part}s"))))


@cache
def _papers() -> frozenset[str]:
    return frozenset(data("figures")["papers"])
