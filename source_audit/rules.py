"""How the cases of one check become a status; the numbers come from the rubric's row."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from statistics import median_low
from typing import Any

from source_audit.answer import Status
from source_audit.finding import Case, Verdict

Row = Mapping[str, Any]
Rule = Callable[[Row, Sequence[Case], int], Status]
Ratio = tuple[int, int]
"""A measure as a whole number in another: quicker to compare than fractions in lowest terms."""

_TEN = 10
_HALVES = {Verdict.HOLDS: 2, Verdict.MILD: 1}
"""How many halves of a good case a case is."""
USUAL_LENGTH = 800
"""The number of words that a rate is counted for; shorter texts are treated as if they had as many."""


def _mean(cases: Sequence[Case]) -> Ratio:
    return sum(_HALVES.get(case.verdict, 0) for case in cases), 2 * len(cases)


def _broken(cases: Sequence[Case]) -> int:
    return sum(case.verdict is Verdict.BREAKS for case in cases)


def _least(row: Row, measured: Ratio) -> Status:
    """Pass from ``pass`` up, partial from ``partial`` up."""
    if _compared(measured, row["pass"]) >= 0:
        return Status.PASS
    return Status.PARTIAL if _compared(measured, row["partial"]) >= 0 else Status.FAIL


def _largest(row: Row, measured: Ratio) -> Status:
    """Pass up to ``pass``, partial up to ``partial``."""
    if _compared(measured, row["pass"]) <= 0:
        return Status.PASS
    return Status.PARTIAL if _compared(measured, row["partial"]) <= 0 else Status.FAIL


def _compared(measured: Ratio, limit: float) -> int:
    """Return a number below 0, 0 or one above 0, as what was measured is less than a limit, equal to it or more."""
    number, of = _written(limit)
    return measured[0] * of - number * measured[1]


@lru_cache(maxsize=1024)
def _written(number: float) -> Ratio:
    """Return a number as it is written, so that a measure may equal it."""
    return Fraction(str(number)).as_integer_ratio()


def share(row: Row, cases: Sequence[Case], words: int) -> Status:
    """Judge by the share of good cases; a mild one counts half."""
    return _least(row, _mean(cases))


def rate(row: Row, cases: Sequence[Case], words: int) -> Status:
    """Judge by the number of broken cases per 800 words, where a shorter text counts as 800 words."""
    return _largest(row, (_broken(cases) * USUAL_LENGTH, max(words, USUAL_LENGTH)))


def per_ten(row: Row, cases: Sequence[Case], words: int) -> Status:
    """Judge by the number of broken cases in ten, where fewer cases count as ten."""
    return _largest(row, (_broken(cases) * _TEN, max(len(cases), _TEN)))


def most(row: Row, cases: Sequence[Case], words: int) -> Status:
    """Let the gravest case decide."""
    verdicts = {case.verdict for case in cases}
    if Verdict.BREAKS in verdicts:
        return Status.FAIL
    return Status.PARTIAL if Verdict.MILD in verdicts else Status.PASS


def half(row: Row, cases: Sequence[Case], words: int) -> Status:
    """Pass where all is in order, partial where at least half is (a mild case is half in order), else fail."""
    return _least({"pass": 1, "partial": 0.5}, _mean(cases))


def some(row: Row, cases: Sequence[Case], words: int) -> Status:
    """Pass where all is in order, partial where at least half is in order or mild, else fail.

    A mild case of value 0 has nothing to show for itself, so it is not counted towards the half: one more of them makes
    nothing better.
    """
    if all(case.verdict is Verdict.HOLDS for case in cases):
        return Status.PASS
    counted = sum(not (case.verdict is Verdict.MILD and case.value == 0) for case in cases)
    return Status.PARTIAL if 2 * _broken(cases) <= counted else Status.FAIL


def verbatim(row: Row, cases: Sequence[Case], words: int) -> Status:
    """Fail where one case breaks; else judge by the share of the quoted text that agrees, long cases counting more."""
    if _broken(cases):
        return Status.FAIL
    agreeing = sum(len(case.span) * (1 if case.value is None else Fraction(*_exact(case))) for case in cases)
    share = Fraction(agreeing) / max(sum(len(case.span) for case in cases), 1)
    return _least(row, share.as_integer_ratio())


def count(row: Row, cases: Sequence[Case], words: int) -> Status:
    """Judge by the number of broken cases."""
    return _largest(row, (_broken(cases), 1))


def rung(row: Row, cases: Sequence[Case], words: int) -> Status:
    """Judge by the median of the cases' values; the lower one of two middle values."""
    return _least(row, median_low([case.value or 0 for case in cases]).as_integer_ratio())


def linked(row: Row, cases: Sequence[Case], words: int) -> Status:
    """Judge by the share of linked items; a single one that is not linked is partial."""
    if len(cases) == 1:
        return Status.PASS if cases[0].verdict is Verdict.HOLDS else Status.PARTIAL
    return share(row, cases, words)


def in_depth(row: Row, cases: Sequence[Case], words: int) -> Status:
    """Judge by the case of value 1 alone, partial at worst; above ``depth`` words by whether both of two hold."""
    holding = {case.value for case in cases if case.verdict is Verdict.HOLDS}
    if words <= row["depth"]:
        return Status.PASS if 1 in holding else Status.PARTIAL
    return _least({"pass": 2, "partial": 1}, (len(holding), 1))


def _exact(case: Case) -> Ratio:
    """Return a case's value as it is written, so that it may equal a threshold."""
    return _written(case.value or 0)


def _band(row: Row, words: int) -> tuple[float, float]:
    """Return the two thresholds for this length; a text shorter than the first band takes the first."""
    bands = row["bands"]
    fitting = [band for band in bands if words >= band[0]] or [bands[0]]
    return fitting[-1][1], fitting[-1][2]


def _limits(row: Row, words: int, *, least: bool) -> Row:
    """Return pass and partial for this length; one that the row itself gives holds for every length.

    A limit of the band that would cross the row's own gives way to it.
    """
    first, second = _band(row, words)
    usual = {"pass": second, "partial": first} if least else {"pass": first, "partial": second}
    higher, lower = ("pass", "partial") if least else ("partial", "pass")
    return {
        higher: row.get(higher, max(usual[higher], row.get(lower, 0))),
        lower: row.get(lower, min(usual[lower], row.get(higher, usual[lower]))),
    }


def at_least(row: Row, cases: Sequence[Case], words: int) -> Status:
    """Fail below the first threshold of the length's band, pass from the second."""
    return _least(_limits(row, words, least=True), _exact(cases[0]))


def at_most(row: Row, cases: Sequence[Case], words: int) -> Status:
    """Pass up to the first threshold of the length's band, partial up to the second."""
    return _largest(_limits(row, words, least=False), _exact(cases[0]))


def usual_words(row: Row, words: int) -> str:
    """Return what passes as usual for this length, or nothing where the row compares no length.

    Where the row gives a limit of its own, it is called a limit and not usual.
    """
    if "usual" not in row:
        return ""
    said = str(row["usual"]).format(limit=_limits(row, words, least=row["rule"] == "at-least")["pass"])
    if "pass" in row or "partial" in row:
        return f"Limit for this card: {said.partition(': ')[2]}"
    return said


def inform(row: Row, cases: Sequence[Case], words: int) -> Status:
    """Show the cases and weigh nothing."""
    return Status.INFORMATIONAL


RULES: Mapping[str, Rule] = {
    "share": share,
    "rate": rate,
    "per-ten": per_ten,
    "most": most,
    "half": half,
    "some": some,
    "verbatim": verbatim,
    "count": count,
    "rung": rung,
    "linked": linked,
    "in-depth": in_depth,
    "at-least": at_least,
    "at-most": at_most,
    "inform": inform,
}
WHOLE_TEXT = frozenset({"rate", "at-least", "at-most", "inform"})
"""The rules that measure the whole text, so that the rule for single cases does not touch them."""
RISING = frozenset({"share", "verbatim", "rung", "linked", "at-least"})
"""The rules for which ``pass`` and ``partial`` are the least values."""
FALLING = frozenset({"rate", "count", "per-ten", "at-most"})
"""The rules for which they are the largest."""
SHARES = frozenset({"share", "verbatim", "linked"})
"""The rules that compare a share, from 0 to 1."""
