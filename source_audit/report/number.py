"""How the number comes about, step by step and in words."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from source_audit.answer import Answer, Status
from source_audit.audit import Audit
from source_audit.measured import earned
from source_audit.report.tables import Sum
from source_audit.report.top import Band
from source_audit.report.wording import genre_shown, listed, number, number_word, sentence_case, words
from source_audit.resources import data


def steps_of(audit: Audit, sums: tuple[Sum, ...], band: Band) -> Iterator[tuple[str, str]]:
    """Yield each step as a short claim and its explanation."""
    if audit.score.value is None:
        yield "No number.", audit.score.reason or ""
    else:
        yield from _arithmetic(audit, sums)
        yield from _range(audit, band)
    yield from _elsewhere(audit)
    if kind := genre_shown(audit.document):
        yield "Kind of text.", kind
    yield "Words for numbers.", _bands(band)
    yield "Coverage.", _coverage(audit, band)


def _arithmetic(audit: Audit, sums: tuple[Sum, ...]) -> Iterator[tuple[str, str]]:
    added = sum(row.adds for row in sums if row.adds is not None)
    weight = sum(row.score.weight for row in sums if row.adds is not None)
    yield (
        f"{added:.1f} of {number(weight)} is {_hundredths(added / weight)}.",
        "Pass earns all points of a check, partly earns half, not met earns none. Sums are taken before rounding.",
    )
    if out := [row.name for row in sums if row.left_out]:
        yield f"{listed(out)} stays out.", "It would raise the number, and unnamed sources or posts may only lower it."
    if floored := [row.name for row in sums if row.floored]:
        yield f"One case only: {listed(floored)}.", "Where a single case was looked at, it costs at most half."
    if audit.score.cap and audit.score.cap in audit.answers:
        cap = _hundredths(data("rubric")["score"]["cap"])
        title = audit.answers[audit.score.cap].title.rstrip(".")
        yield f"A cap holds it at {cap}.", f"The check “{title}” is not met; then the number stays below {cap + 1}."


def _range(audit: Audit, band: Band) -> Iterator[tuple[str, str]]:
    """Yield the open questions, the checks whose measured precision widens the range, and the range itself."""
    low, high = _hundredths(audit.score.low), _hundredths(audit.score.high)
    many = f"{sentence_case(number_word(band.questions))} questions are open."
    claim = {0: "No question is open.", 1: "One question is open."}.get(band.questions, many)
    yield claim, "Your answers move the number." if band.questions else "The program answered every one that counts."
    wide = [answer for answer in audit.answers.values() if answer.weighs and answer.precision is not None]
    yield "How often checks are right.", _widened(wide) if wide else words("sure")["unwidened"]
    yield _earned([answer for answer in audit.answers.values() if answer.weighs])
    if low == high:
        yield f"No range: {high}.", f"Nothing moves it. It is shown as {band.range}."
    else:
        yield f"The range is {low} to {high}.", f"The card shows it as {band.range}."


def _widened(answers: Sequence[Answer]) -> str:
    said = [
        f"“{answer.title.rstrip('.')}” ({answer.measured.right} of {answer.measured.n})"
        for answer in answers
        if answer.measured
    ]
    return str(words("sure")["widened"].format(checks=listed(said)))


def _earned(counting: Sequence[Answer]) -> tuple[str, str]:
    """Return how many of the checks that count have shown how often they are right, and what that takes."""
    limits = data("rubric")["score"]
    least = limits["earned"]
    able = sum(earned(answer.measured, limits) for answer in counting)
    right = number(10 * least["precision"])
    shown = f"In a test at least {right} in 10 of what these found was right."
    if able == len(counting):
        return "Well tested: every check that counts.", f"{shown} The others are on trial and do not count."
    return f"Well tested: {able} of {len(counting)} checks that count.", f"{shown} The others have not shown that yet."


def _elsewhere(audit: Audit) -> Iterator[tuple[str, str]]:
    given_way = [answer for answer in audit.answers.values() if answer.counted_elsewhere]
    if given_way:
        titles = listed([f"“{answer.title.rstrip('.')}”" for answer in given_way])
        yield "The same words cost once.", f"{titles}: already counted in another check."


def _bands(band: Band) -> str:
    starts = [(step.word, step.start) for step in band.steps]
    ranges = [f"{word}: {start} to {after - 1}." for (word, start), (_, after) in pairwise(starts)]
    return " ".join([*ranges, f"{starts[-1][0]}: {starts[-1][1]} and more."])


def _coverage(audit: Audit, band: Band) -> str:
    judged = sum(answer.weighs for answer in audit.answers.values())
    open_ = (Status.NEEDS_REVIEW, Status.ERROR)
    waiting = sum(a.weight for a in audit.answers.values() if a.may_weigh and a.status in open_)
    if not judged + waiting:
        return "No check that counts could be judged."
    weights = f"{number(judged)} out of {number(judged + waiting)}"
    return f"Checks with a weight of {weights} could be judged: {band.coverage}%."


def _hundredths(value: float | None) -> int:
    return int((value or 0) * 100 + 0.5)
