"""What was answered: one answer per check, a score per category, and the number with its range."""

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from typing import Any

from attrs import frozen

from source_audit.check import Category, Lifecycle
from source_audit.finding import Finding
from source_audit.measured import Measured
from source_audit.span import Span


class Status(StrEnum):
    """How an answer came out; only the first three can weigh."""

    PASS = "pass"  # noqa: S105 - the word of the catalogue, no secret
    PARTIAL = "partial"
    FAIL = "fail"
    INFORMATIONAL = "informational"
    NEEDS_REVIEW = "needs-review"
    NOT_APPLICABLE = "not-applicable"
    ERROR = "error"


_set = object.__setattr__
_STABLE = Lifecycle.STABLE
SCORED = (Status.PASS, Status.PARTIAL, Status.FAIL)
"""The statuses that carry a score of 1, .5 or 0; few enough that a tuple is quicker to look in than a set."""


@frozen(kw_only=True, slots=False)
class Answer:
    """What one check says about the article, with its texts; it never holds the check's function.

    ``score`` is 1, .5 or 0, None unless the status carries one. ``weight`` is the rubric's; what the answer really
    weighs is 0 if it is experimental, carries no score or is ``counted_elsewhere`` (the id of the check that already
    counts the same words). ``examined`` is the number of cases, None for a measure of the whole text. ``if_holds``
    and ``if_breaks`` are the article's value once a reader has settled a *needs-review* answer.
    ``measured`` are the figures of the check, and ``confidence`` is high, medium or low by its precision, None while
    too few flags were measured. ``found`` is the status that the cases gave, where a low confidence leaves it to a
    reader.
    """

    id: str
    title: str
    question: str
    category: Category
    lifecycle: Lifecycle
    weight: float
    status: Status
    score: float | None
    reason: str
    findings: tuple[Finding, ...] = ()
    confidence: str | None = None
    measured: Measured | None = None
    found: Status | None = None
    standards: tuple[tuple[str, str], ...] = ()
    why: str = ""
    do: str = ""
    fix: str = ""
    effort: str = "low"
    examined: int | None = None
    counted_elsewhere: str | None = None
    if_holds: float | None = None
    if_breaks: float | None = None

    def but(self, **changes: Any) -> "Answer":
        """Return the answer with some changes, which are fields: quicker than to set each of them anew."""
        other = object.__new__(Answer)
        _set(other, "__dict__", self.__dict__ | changes)
        return other

    @property
    def may_weigh(self) -> bool:
        """Whether the answer would weigh if it had a score."""
        return self.lifecycle is _STABLE and self.weight > 0 and self.counted_elsewhere is None

    @property
    def weighs(self) -> float:
        """The weight with which the answer enters its category's score."""
        return 0.0 if self.score is None or not self.may_weigh else self.weight

    @property
    def precision(self) -> Fraction | None:
        """The measured precision, where it rests on enough flags to widen the range."""
        return self.measured.precision if self.measured and self.confidence else None


@frozen(kw_only=True)
class Entry:
    """An entry of a live blog, which is judged by itself.

    ``span`` is the entry with its ``time``, as that stands in the text. ``statuses`` are those of the checks that are
    scored per entry (the profile of the genre in ``data/rubric.toml``), by check id; a check that found nothing to
    examine in the entry is not-applicable.
    """

    span: Span
    time: Span
    statuses: Mapping[str, Status]


@frozen(kw_only=True)
class Plugin:
    """A package that brought checks: its name, its version, and their ids."""

    name: str
    version: str
    checks: tuple[str, ...]


@frozen(kw_only=True)
class CategoryScore:
    """The score of one category, 0 to 1, or None when nothing in it weighs.

    ``status`` is scored, not-scored or not-applicable; ``weight`` is the category's in the whole, ``points`` of
    ``possible`` are the weights won, before the rule for small numbers.
    """

    category: Category
    score: float | None
    status: str
    weight: float
    points: float
    possible: float
    check_ids: tuple[str, ...]


@frozen(kw_only=True)
class Score:
    """How clearly the text shows its sources: a range with the bands of its two ends, or None with the reason.

    ``value``, ``low`` and ``high`` run from 0 to 1. ``coverage`` is the share of weights that could be judged.
    ``cap`` names the check that holds the value down, if one does. ``counted`` is how many checks weigh.
    """

    value: float | None
    low: float | None
    high: float | None
    bands: tuple[str, ...] = ()
    coverage: float = 0.0
    cap: str | None = None
    reason: str | None = None
    counted: int = 0
    disclaimer: str = "attribution-only"
