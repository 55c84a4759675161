"""Why an option was kept or not: the features that weighed most, in plain English."""

from collections.abc import Sequence
from functools import cache, lru_cache

from source_audit.attribution import Reason
from source_audit.extract.model import Value, model
from source_audit.extract.neighbours import TEMPLATES as _NEIGHBOURS
from source_audit.extract.places import TEMPLATES as _PLACES
from source_audit.extract.proposal import Vote
from source_audit.extract.traits import TEMPLATES as _TRAITS
from source_audit.extract.voices import TEMPLATES as _VOICES
from source_audit.resources import data

TEMPLATES = _PLACES | _TRAITS | _NEIGHBOURS | _VOICES
"""The features of every decision, in the order of their values."""
MOST = 5
_HUNDRED = 100
_MUCH = 20
"""A weight, in hundredths, that is looked at first: few features reach it, and sorting all of them takes time."""
_TABLES = dict.fromkeys(("right", "left", "both"), "sided")


def weightiest(votes: Sequence[Vote], most: int = MOST) -> tuple[Reason, ...]:
    """Return the features that weighed most, for or against, the weightiest first."""
    weights: list[int] = []
    for decision, values in votes:
        weights += model().weights(decision, values)
    found = [(w, i) for i, w in enumerate(weights) if w >= _MUCH or w <= -_MUCH]
    if len(found) < most:
        found = [(w, i) for i, w in enumerate(weights) if w]
    found.sort(key=_size, reverse=True)
    named: list[Reason] = []
    places = _places(tuple([decision for decision, _ in votes]))
    for weight, place in found:
        vote, feature, decision = places[place]
        if names(decision)[feature]:
            named.append(_reason(decision, feature, votes[vote][1][feature], weight))
            if len(named) == most:
                break
    return tuple(named)


def _size(each: tuple[int, int]) -> int:
    return abs(each[0])


@cache
def _places(decisions: tuple[str, ...]) -> tuple[tuple[int, int, str], ...]:
    """Return for each feature of several decisions: which decision it belongs to, by number and name, and its place."""
    return tuple(
        (vote, feature, decision)
        for vote, decision in enumerate(decisions)
        for feature in range(len(TEMPLATES[decision]))
    )


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
