"""Why an option was kept or not: the features that weighed most, in plain English."""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import overload

from source_audit.attribution import Reason
from source_audit.extract.bounding import TEMPLATES as _BOUNDS
from source_audit.extract.contents import TEMPLATES as _CONTENTS
from source_audit.extract.hearing import TEMPLATES as _VOICES
from source_audit.extract.model import model
from source_audit.extract.neighbours import TEMPLATES as _NEIGHBOURS
from source_audit.extract.options import features
from source_audit.extract.proposal import Proposal
from source_audit.extract.scale import Value, Weighed
from source_audit.extract.view import View
from source_audit.resources import data

TEMPLATES = _BOUNDS | _CONTENTS | _NEIGHBOURS | _VOICES
"""The features of every decision, in the order of their values."""
_RANKS = {decision: rank for rank, decision in enumerate(TEMPLATES)}
MOST = 5
_HUNDRED = 100
_TABLES = dict.fromkeys(("right", "left", "both"), "sided")


class Later(Sequence[Reason]):
    """The few features of an option that weighed most, the weightiest first, worked out once somebody asks for them."""

    __slots__ = ("_option", "_told", "_view")

    def __init__(self, view: View, option: Proposal) -> None:
        self._view: View | None = view
        self._option = option.copy()
        self._told: tuple[Reason, ...] = ()

    def _tell(self) -> tuple[Reason, ...]:
        if self._view is not None:
            self._told, self._view = reasons_of(self._view, self._option, MOST), None
        return self._told

    @overload
    def __getitem__(self, place: int) -> Reason: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Reason, ...]: ...
    def __getitem__(self, place: int | slice) -> Reason | tuple[Reason, ...]:
        return self._tell()[place]

    def __len__(self) -> int:
        return len(self._tell())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Later | tuple) and self._tell() == tuple(other)

    def __hash__(self) -> int:
        return hash(self._tell())

    def __repr__(self) -> str:
        return repr(self._tell())

    def __reduce__(self) -> tuple[type[tuple[Reason, ...]], tuple[tuple[Reason, ...]]]:
        return tuple, (self._tell(),)


def reasons_of(view: View, option: Proposal, most: int) -> tuple[Reason, ...]:
    """Return what weighed for or against an option, *most* features at the most, the weightiest first."""
    return weightiest(features(view, option, model().reasons), most)


def weightiest(votes: Sequence[Weighed], most: int) -> tuple[Reason, ...]:
    """Return the features that weighed most, for or against, the weightiest first."""
    named: list[Reason] = []
    for weight, decision, place, value in sorted(votes, key=_weightiest_first):
        if names(decision)[place]:
            named.append(_reason(decision, place, value, weight))
            if len(named) == most:
                break
    return tuple(named)


def _weightiest_first(vote: Weighed) -> tuple[int, int, int]:
    return -abs(vote[0]), _RANKS[vote[1]], vote[2]


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
