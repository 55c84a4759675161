"""The formula of the score: exact arithmetic over answers, with caps and a range."""

from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache
from itertools import product
from math import floor
from typing import Any

from attrs import evolve

from source_audit.answer import Answer, CategoryScore, Score, Status
from source_audit.check import Category

Table = Mapping[str, Any]
Answers = Mapping[str, Answer]


def grade(table: Table, answers: Answers, withheld: str | None) -> Score:
    """Return the score: value, range, bands, coverage and cap, or no value with the reason."""
    counted = sum(answer.weighs > 0 for answer in answers.values())
    coverage = _coverage(answers)
    judged = counted + sum(answer.found is not None for answer in answers.values())
    reason = withheld or _too_little(table["score"], judged, coverage)
    value, low, high = value_of(table, answers), _end(table, answers, 0), _end(table, answers, 1)
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
        cap=_capping(table, answers),
        counted=counted,
    )


def value_of(table: Table, answers: Answers, end: int | None = None) -> float | None:
    """Return the overall value, caps included, rounded half up to two decimals; None if nothing weighs.

    For an *end* of the range, 0 or 1, each score moves towards it as far as its measured precision leaves room.
    """
    exact = _exact(table, answers, end)
    return None if exact is None else min(_round(exact), _ceiling(table, answers))


def category_score(table: Table, category: Category, answers: Answers) -> CategoryScore:
    """Return the score of one category."""
    own = [answer for answer in answers.values() if answer.category is category]
    exact = _category(table, own)
    if exact is not None:
        status = "scored"
    elif all(answer.status is Status.NOT_APPLICABLE for answer in own):
        status = "not-applicable"
    else:
        status = "not-scored"
    return CategoryScore(
        category=category,
        score=None if exact is None else _round(exact),
        status=status,
        weight=float(table["categories"][category]),
        points=float(_points(own)),
        possible=float(_possible(own)),
        check_ids=tuple(answer.id for answer in own),
    )


def _points(answers: list[Answer], end: int | None = None) -> Fraction:
    return sum((_f(answer.weighs) * _score(answer, end) for answer in answers if answer.weighs), Fraction(0))


def _score(answer: Answer, end: int | None) -> Fraction:
    """Return the score of an answer, or what it may be at an end of the range if its check is right so often only."""
    score, precision = _f(answer.score or 0), answer.precision
    if end is None or precision is None:
        return score
    return 1 - (1 - score) * precision if end else score * precision


def _possible(answers: list[Answer]) -> Fraction:
    return sum((_f(answer.weighs) for answer in answers if answer.weighs), Fraction(0))


def _category(table: Table, answers: list[Answer], end: int | None = None) -> Fraction | None:
    """Return a category's exact score; a single case that was examined costs at most half of it."""
    possible = _possible(answers)
    if not possible:
        return None
    exact = _points(answers, end) / possible
    single = all(answer.examined == 1 for answer in answers if answer.weighs)
    return max(exact, _f(table["score"]["single_case_floor"])) if single else exact


def _exact(table: Table, answers: Answers, end: int | None = None) -> Fraction | None:
    """Return the weighted mean of the categories; those that can only lower are left out where they would raise."""
    own: dict[Category, list[Answer]] = {category: [] for category in Category}
    for answer in answers.values():
        if answer.weighs:
            own[answer.category].append(answer)
    scores = {
        category: score
        for category, weighing in own.items()
        if table["categories"][category] and (score := _category(table, weighing, end)) is not None
    }
    optional = [Category(name) for name in table["score"]["only_lower"] if Category(name) in scores]
    means = [
        _mean(table, {category: score for category, score in scores.items() if category not in left_out})
        for keep in product((True, False), repeat=len(optional))
        if (left_out := {category for category, kept in zip(optional, keep, strict=True) if not kept}) != set(scores)
    ]
    return min(means, default=None)


def _mean(table: Table, scores: Mapping[Category, Fraction]) -> Fraction:
    weights = {category: _f(table["categories"][category]) for category in scores}
    return sum((weights[c] * score for c, score in scores.items()), Fraction(0)) / sum(weights.values())


def _end(table: Table, answers: Answers, end: int) -> float | None:
    """Return the value at an end of the range: every open question is settled that way, and may cap like any other."""
    status = Status.PASS if end else Status.FAIL
    return value_of(
        table,
        {
            name: evolve(answer, status=status, score=float(end)) if answer.status is Status.NEEDS_REVIEW else answer
            for name, answer in answers.items()
        },
        end,
    )


def _capped_by(table: Table, answers: Answers) -> str | None:
    names = (name for name in table["score"]["capped_by"] if name in answers)
    return next((n for n in names if answers[n].status is Status.FAIL and answers[n].may_weigh), None)


def _ceiling(table: Table, answers: Answers) -> float:
    return float(table["score"]["cap"]) if _capped_by(table, answers) else 1.0


def _capping(table: Table, answers: Answers) -> str | None:
    """Return the check whose cap really holds the value down."""
    exact = _exact(table, answers)
    held = exact is not None and _round(exact) > table["score"]["cap"]
    return _capped_by(table, answers) if held else None


def _coverage(answers: Answers) -> Fraction:
    judged = _possible(list(answers.values()))
    open_ = (Status.NEEDS_REVIEW, Status.ERROR)
    unjudged = sum((_f(a.weight) for a in answers.values() if a.may_weigh and a.status in open_), Fraction(0))
    return judged / (judged + unjudged) if judged + unjudged else Fraction(0)


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
    return floor(exact * 100 + Fraction(1, 2)) / 100
