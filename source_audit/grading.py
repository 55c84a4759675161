"""The formula of the score: exact arithmetic over answers, with caps and a range."""

from collections.abc import Collection, Iterable, Mapping
from fractions import Fraction
from functools import lru_cache
from math import lcm
from operator import itemgetter
from typing import Any

from source_audit.answer import Answer, CategoryScore, Score, Status
from source_audit.check import Category
from source_audit.measured import Measured

Table = Mapping[str, Any]
Answers = Mapping[str, Answer]
Part = tuple[int, int, int]
"""What is won and what could be won, as whole numbers, and the number that stands for one point."""


def grade(table: Table, answers: Answers, withheld: str | None) -> Score:
    """Return the score: value, range, bands, coverage and cap, or no value with the reason."""
    judged = sum(answer.found is not None for answer in answers.values())
    answers = {name: answer for name, answer in answers.items() if answer.may_weigh}
    counted = sum(answer.weighs > 0 for answer in answers.values())
    coverage = _coverage(answers)
    reason = withheld or _too_little(table["score"], judged + counted, coverage)
    exact = _exact(table, answers)
    value, low, high = _capped(table, answers, exact), _end(table, answers, 0), _end(table, answers, 1)
    if reason or value is None or low is None or high is None:
        reason = reason or "No check that counts could be judged."
        return Score(value=None, low=None, high=None, coverage=_round(coverage), reason=reason, counted=counted)
    low, high = min(low, value), max(high, value)  # the rule for single cases can turn a settled question round
    return Score(
        value=value,
        low=low,
        high=high,
        bands=_bands(table["score"]["bands"], low, high),
        coverage=_round(coverage),
        cap=_capping(table, answers, exact),
        counted=counted,
    )


def value_of(table: Table, answers: Answers, end: int | None = None) -> float | None:
    """Return the overall value, caps included, rounded half up to two decimals; None if nothing weighs.

    For an *end* of the range, 0 or 1, each score moves towards it as far as its measured precision leaves room.
    """
    return _capped(table, answers, _exact(table, answers, end))


def category_score(table: Table, category: Category, answers: Answers) -> CategoryScore:
    """Return the score of one category."""
    own = [answer for answer in answers.values() if answer.category is category]
    weighing = [answer for answer in own if answer.weighs]
    points, possible, unit = _sums(_parts(weighing))
    if weighing:
        status = "scored"
    elif all(answer.status is Status.NOT_APPLICABLE for answer in own):
        status = "not-applicable"
    else:
        status = "not-scored"
    return CategoryScore(
        category=category,
        score=_round(_category(table, weighing)) if weighing else None,
        status=status,
        weight=float(table["categories"][category]),
        points=points / unit,
        possible=possible / unit,
        check_ids=tuple(answer.id for answer in own),
    )


def _score(score: Fraction, measure: Measured | None, end: int | None) -> Fraction:
    """Return a score, or what it may be at an end of the range if its check is right so often only."""
    if end is None or measure is None:
        return score
    return 1 - (1 - score) * measure.precision if end else score * measure.precision


@lru_cache(maxsize=4096)
def _part(weight: float, score: float, measure: Measured | None, end: int | None) -> Part:
    return _as_part(_f(weight), _score(_f(score), measure, end))


def _as_part(weight: Fraction, score: Fraction) -> Part:
    unit = weight.denominator * score.denominator
    return weight.numerator * score.numerator, weight.numerator * score.denominator, unit


def _parts(weighing: Iterable[Answer], end: int | None = None) -> tuple[Part, ...]:
    """Return the part of each answer in the whole."""
    if end is None:
        return tuple([_part(answer.weight, answer.score or 0, None, None) for answer in weighing])
    return tuple([_part(one.weight, one.score or 0, one.measured if one.confidence else None, end) for one in weighing])


@lru_cache(maxsize=4096)
def _sums(parts: tuple[Part, ...]) -> Part:
    """Return the parts put together; most categories of most articles have parts that were met before."""
    whole = lcm(*{unit for _, _, unit in parts})
    points = most = 0
    for won, possible, unit in parts:
        times = whole // unit
        points += won * times
        most += possible * times
    return points, most, whole


@lru_cache(maxsize=4096)
def _mean(parts: tuple[Part, ...]) -> Fraction:
    won, possible, _ = _sums(parts)
    return Fraction(won, possible)


def _category(table: Table, weighing: Collection[Answer], end: int | None = None) -> Fraction:
    """Return a category's exact score; a single case that was examined costs at most half of it."""
    exact = _mean(_parts(weighing, end))
    single = all(answer.examined == 1 for answer in weighing)
    return max(exact, _f(table["score"]["single_case_floor"])) if single else exact


def _exact(table: Table, answers: Answers, end: int | None = None) -> Fraction | None:
    """Return the weighted mean of the categories; those that can only lower are left out where they would raise."""
    own: dict[Category, list[Answer]] = {}
    for answer in answers.values():
        if answer.weighs and table["categories"][answer.category]:
            own.setdefault(answer.category, []).append(answer)
    scores = {name: (_f(table["categories"][name]), _category(table, weighing, end)) for name, weighing in own.items()}
    lowering = sorted((scores.pop(name) for name in table["score"]["only_lower"] if name in scores), key=itemgetter(1))
    counted = tuple([_as_part(*score) for score in scores.values()])
    mean = _mean(counted) if counted else None
    for part in lowering:
        if mean is None or part[1] < mean:
            counted = (*counted, _as_part(*part))
            mean = _mean(counted)
    return mean


def _end(table: Table, answers: Answers, end: int) -> float | None:
    """Return the value at an end of the range: every open question is settled that way, and may cap like any other."""
    status = Status.PASS if end else Status.FAIL
    return value_of(
        table,
        {
            name: answer.but(status=status, score=float(end)) if answer.status is Status.NEEDS_REVIEW else answer
            for name, answer in answers.items()
            if answer.may_weigh
        },
        end,
    )


def _capped_by(table: Table, answers: Answers) -> str | None:
    names = (name for name in table["score"]["capped_by"] if name in answers)
    return next((n for n in names if answers[n].status is Status.FAIL and answers[n].may_weigh), None)


def _ceiling(table: Table, answers: Answers) -> float:
    return float(table["score"]["cap"]) if _capped_by(table, answers) else 1.0


def _capped(table: Table, answers: Answers, exact: Fraction | None) -> float | None:
    return None if exact is None else min(_round(exact), _ceiling(table, answers))


def _capping(table: Table, answers: Answers, exact: Fraction | None) -> str | None:
    """Return the check whose cap really holds the value down."""
    held = exact is not None and _round(exact) > table["score"]["cap"]
    return _capped_by(table, answers) if held else None


def _coverage(answers: Answers) -> Fraction:
    judged = _weight(a for a in answers.values() if a.weighs)
    open_ = (Status.NEEDS_REVIEW, Status.ERROR)
    unjudged = _weight(a for a in answers.values() if a.status in open_ and a.may_weigh)
    return judged / (judged + unjudged) if judged + unjudged else Fraction(0)


def _weight(answers: Iterable[Answer]) -> Fraction:
    """Return what some answers weigh together, or would weigh."""
    _, possible, unit = _sums(tuple([_part(answer.weight, 0, None, None) for answer in answers]))
    return Fraction(possible, unit)


def _too_little(limits: Mapping[str, Any], judged: int, coverage: Fraction) -> str | None:
    if judged < limits["minimum_checks"]:
        return f"Checks that could be judged: {judged}; a number needs {limits['minimum_checks']}."
    if coverage < _f(limits["minimum_coverage"]):
        return "Too many questions are open for a number."
    return None


def _bands(bands: Mapping[str, float], low: float, high: float) -> tuple[str, ...]:
    """Return the band of the low and that of the high end, lowest first; one if they are the same."""
    names = sorted(bands, key=lambda name: bands[name])
    first, last = (max(i for i, name in enumerate(names) if value >= bands[name]) for value in (low, high))
    return tuple(dict.fromkeys((names[first], names[last])))


@lru_cache(maxsize=256)
def _f(number: float) -> Fraction:
    return Fraction(str(number))


def _round(exact: Fraction) -> float:
    """Round half up to two decimals."""
    return (200 * exact.numerator + exact.denominator) // (2 * exact.denominator) / 100
