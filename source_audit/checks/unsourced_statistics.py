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

> The boats go at noon. Complaints about their noise have risen [[eightfold]]. Nets dry on the quay.

## Not flagged
> Only 12 percent of the night bus's riders stay on after ten, according to the county's count in May.

> "We lost 12 percent of our riders," said Ana Ruiz, who runs the line.

> The council passed the plan with 62 percent of the vote.

## Limits
Asked about are shares, how much something moved ("has doubled since", "by half", "eightfold"), parts of a whole,
averages, how many a year, counts in millions, some sums (a yearly cost, damage, losses), and a study or poll that is
not named. Prices, scores, election results, markets, forecasts, and shares that a law or a contract sets are left
out. A number that somebody is quoted with is theirs; a crowd ("analysts say") is nobody who counted. Where the maker
is named near the number but not with it, where a later sentence names it, where a source speaks beside it in the
paragraph, or no date stands near, the reader decides. What everybody knows from history is not told apart.
"""

from collections.abc import Iterator

from source_audit.check import Category, check
from source_audit.checks._figures import Figure, own_figures
from source_audit.checks._makers import Makers
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.reading import Reading

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
    since="0.1",
)
def unsourced_statistics(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one case for each sentence of the body with a figure that nobody is quoted with."""
    figures = list(own_figures(reading))
    if not figures:
        yield NotApplicable(reason="The text gives no share or large count of its own.")
        return
    makers = Makers(reading)
    for figure in figures:
        verdict, message = _judged(makers, figure)
        evidence = (Evidence(span=figure.span, note="the figure"), Evidence(span=figure.sentence, note="its sentence"))
        yield Case(message=message, evidence=evidence, verdict=verdict)


def _judged(makers: Makers, figure: Figure) -> tuple[Verdict, str]:
    """Judge one figure, and say why."""
    if figure.linked or makers.give(figure):
        return _TOLD
    if makers.counted(figure.sentence):
        return _TOLD if makers.is_dated(figure.sentence) else _UNDATED
    if makers.may_be_meant(figure):
        return _NEARBY
    return _UNTOLD if figure.sure else _LOOSE
