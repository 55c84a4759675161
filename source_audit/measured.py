"""How often the flags of a check were right where they were measured: the figures of ``data/measured.toml``."""

from collections.abc import Mapping
from fractions import Fraction
from functools import cache, lru_cache
from math import sqrt
from typing import Any

from attrs import frozen

from source_audit.resources import data

_Z = 1.96


@frozen(kw_only=True)
class Measured:
    """Of ``n`` flags on articles that were labelled without the tool ``right`` were right, of ``cases`` there were.

    ``date`` is the day of the measurement.
    """

    right: int
    n: int
    cases: int
    date: str

    @property
    def precision(self) -> Fraction:
        """The share of the flags that were right."""
        return _share(self.right, self.n)

    @property
    def lower(self) -> float:
        """The lower end of the 95 % interval of the precision."""
        return wilson(self.right, self.n)

    @property
    def recall(self) -> Fraction | None:
        """The share of the labelled cases that were flagged; None where none was labelled."""
        return Fraction(self.right, self.cases) if self.cases else None


@lru_cache(maxsize=1024)
def _share(right: int, n: int) -> Fraction:
    return Fraction(right, n)


@cache
def measured(check_id: str) -> Measured | None:
    """Return the shipped figures of a check, or None if it raised no flag that could be called right or wrong."""
    row = data("measured")["checks"].get(check_id)
    if not row:
        return None
    return Measured(right=row["right"], n=row["flags"], cases=row["cases"], date=data("measured")["set"]["date"])


def confidence(figures: Measured | None, limits: Mapping[str, Any]) -> str | None:
    """Return how often the flags of a check were right, in one word; None where too few were measured."""
    if not figures or figures.n < limits["measured_from"]:
        return None
    words = limits["confidence"].items()
    return next((word for word, least in words if figures.precision >= Fraction(str(least))), "low")


def earned(figures: Measured | None, limits: Mapping[str, Any]) -> bool:
    """Tell whether a check has earned its weight: enough flags, of which enough were right, also at the lower end."""
    least = limits["earned"]
    if not figures or figures.n < least["flags"]:
        return False
    return figures.precision >= Fraction(str(least["precision"])) and figures.lower >= least["lower"]


def wilson(right: int, n: int) -> float:
    """Return the lower end of Wilson's two-sided 95 % interval of a share, 0 where nothing was counted."""
    if not n:
        return 0.0
    share = right / n
    centre = share + _Z * _Z / (2 * n)
    spread = _Z * sqrt(share * (1 - share) / n + _Z * _Z / (4 * n * n))
    return float((centre - spread) / (1 + _Z * _Z / n))
