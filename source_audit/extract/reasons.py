"""Why an option was kept or not: the features that weighed most, in plain English."""

from collections.abc import Sequence
from functools import cache, lru_cache

from source_audit.attribution import Reason
from source_audit.extract.bounding import TEMPLATES as _BOUNDS
from source_audit.extract.contents import TEMPLATES as _CONTENTS
from source_audit.extract.neighbours import TEMPLATES as _NEIGHBOURS
from source_audit.extract.scale import Value, Weighed
from source_audit.extract.voices import TEMPLATES as _VOICES
from source_audit.resources import data

TEMPLATES = _BOUNDS | _CONTENTS | _NEIGHBOURS | _VOICES
"""The features of every decision, in the order of their values."""
MOST = 5
_HUNDRED = 100
_MUCH = 20
"""A weight, in hundredths, that is looked at first: few features reach it, and sorting all of them takes time."""
_TABLES = dict.fromkeys(("right", "left", "both"), "sided")


def weightiest(votes: Sequence[Weighed], most: int = MOST) -> tuple[Reason, ...]:
    """Return the features that weighed most, for or against, the weightiest first."""
    found = [vote for vote in votes if vote[0] >= _MUCH or vote[0] <= -_MUCH]
    if len(found) < most:
        found = list(votes)
    found.sort(key=_size, reverse=True)
    named: list[Reason] = []
    for weight, decision, place, value in found:
        if names(decision)[place]:
            named.append(_reason(decision, place, value, weight))
            if len(named) == most:
                break
    return tuple(named)


def _size(vote: Weighed) -> int:
    return abs(vote[0])


@lru_cache(maxsize=8192)
def _reason(decision: str, place: int, value: Value, weight: int) -> Reason:
    return Reason(feature=names(decision)[place], value=said(value), weight=weight / _HUNDRED)


@cache
def names(decision: str) -> tuple[str, ...]:
    """Return what the features of a decision are called; one that is never shown has no name."""
    return tuple(_name(decision, template) for template in TEMPLATES[decision])


def _name(decision: str, template: str) -> str:
    table = data("features")
    named = table["setting"] | table[_TABLES.get(decision, decision)]
    parts = [named.get(part, "") for part in template.split(",")]
    return " + ".join(parts) if all(parts) else ""


def said(value: Value) -> str:
    """Return a feature's value for people to read."""
    parts = value if isinstance(value, tuple) else (value,)
    called = data("features")["values"]
    return ", ".join(called.get(str(part), str(part)) for part in parts)
