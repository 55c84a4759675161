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
> The night bus is losing its riders. Only [[12 percent]] of the seats are taken after ten. The line opened in spring.

## Not flagged
> Only 12 percent of the night bus's riders stay on after ten, according to the county's count in May.

> "We lost 12 percent of our riders," said Ana Ruiz, who runs the line.

> The council passed the plan with 62 percent of the vote.

## Limits
Only shares, rates in words ("one in five") and counts in millions are asked about. Sums of money, prices, scores,
election results, and shares that a law or a contract sets are left out. A number that somebody is quoted with is
theirs. Where the maker is named near the number but not with it, the reader decides.
"""

import re
from collections.abc import Iterator, Set
from functools import cache

from source_audit.check import Category, check
from source_audit.checks._near import in_body, lexicon, spoken, told_sentences
from source_audit.claim import Claim, ClaimKind
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.reading import Reading
from source_audit.reference import Reference
from source_audit.resources import data
from source_audit.span import Span

_REACH = 2
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CAPITAL = re.compile(r"\s[A-Z]")
_MESSAGES = {
    Verdict.HOLDS: "The text says who counted.",
    Verdict.MILD: "The text says who counted, but not when.",
    Verdict.UNSURE: "Who counted is not said here; a source nearby may be meant.",
    Verdict.BREAKS: "Who counted is not in the text.",
}


@check(
    question="Does each figure say who counted, and when?",
    title="Figures say who counted.",
    tally="Figures whose maker is told: {good} of {all}.",
    category=Category.ATTRIBUTION,
    since="0.1",
)
def unsourced_statistics(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one case for each sentence of the body with a figure that nobody is quoted with."""
    figures = list(_figures(reading))
    if not figures:
        yield NotApplicable(reason="The text gives no share or large count of its own.")
    told, first = told_sentences(reading), _first_count(reading)
    for claim, figure in figures:
        verdict = _verdict(reading, claim, told, carried=first < claim.span.start)
        evidence = (Evidence(span=figure, note="the figure"), Evidence(span=claim.span, note="its sentence"))
        yield Case(message=_MESSAGES[verdict], evidence=evidence, verdict=verdict)


def _first_count(reading: Reading) -> int:
    """Return where the text first speaks of a count or a named paper: what stands behind may come from it."""
    words = (lexicon("figures", "counting").first(reading.text, block.span) for block in reading.document.body)
    papers = (reference.span for reference in reading.references if _is_named(reading, reference))
    found = (*filter(None, (next(filter(None, words), None),)), *papers)
    return min((span.start for span in found), default=len(reading.text))


def _figures(reading: Reading) -> Iterator[tuple[Claim, Span]]:
    """Yield each sentence with its first figure outside quotation marks."""
    quoted = spoken(reading)
    for claim in reading.claims:
        own = (sign.span for sign in claim.signs if sign.kind is ClaimKind.FIGURE and not quoted.touches(sign.span))
        figure = next(own, None)
        if figure and in_body(reading, claim.span):
            yield claim, figure


def _verdict(reading: Reading, claim: Claim, told: Set[int], *, carried: bool) -> Verdict:
    """Judge one figure; *carried* tells that a count or a named paper, which may be meant, is mentioned before it."""
    if claim.span.start in told or claim.links:
        return Verdict.HOLDS
    named = any(_is_named(reading, reference) for reference in reading.references_in(claim.span))
    if named or lexicon("figures", "producers").first(reading.text, claim.span):
        return Verdict.HOLDS if _is_dated(reading, claim.span) else Verdict.MILD
    near = reading.sentences_in(reading.around(claim.span, _REACH))
    return Verdict.UNSURE if carried or any(sentence.start in told for sentence in near) else Verdict.BREAKS


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
