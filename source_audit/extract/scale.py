"""How features are weighed: each is written down once, and looked up in tables of weights or of what weighs."""

from collections.abc import Mapping, Sequence
from typing import Any, Generic, TypeVar

from attrs import frozen

Value = str | bool | tuple[str | bool, ...]
"""What a feature says of one case: a word, a class, yes or no, or several of these together."""
Table = Mapping[str | bool, Any]
"""What the values of a feature stand for; those of several parts stand in tables of tables, by part after part."""
Weighed = tuple[int, str, int, Value]
"""A weight in hundredths of log-odds, with the decision, the place of the feature in it, and the feature's value."""
NOTHING: dict[str | bool, Any] = {}
"""The table of a first part that is not known."""

Sum = TypeVar("Sum", int, tuple[Weighed, ...], list[Any])
"""What features add up to: weights, what weighs, or (in training) all that was seen."""


@frozen
class Scale(Generic[Sum]):
    """Tables by decision, in the order of its features; what is found in them is added up.

    ``zero`` is what an unknown value stands for: 0 among weights, nothing among lists. ``rows`` has, by decision and
    name of the first part, what is left of the features that begin with it, by the value of that part.
    """

    zero: Sum
    tables: Mapping[str, tuple[Any, ...]]
    rows: Mapping[tuple[str, str], Mapping[str | bool, tuple[Table, ...]]]


class Rows(dict[str | bool, tuple[Table, ...]]):
    """For each value of a first part the tables of the other parts; for an unknown value tables that hold nothing."""

    def __init__(self, tables: Sequence[Table]) -> None:
        super().__init__()
        self.unknown = tuple(NOTHING for _ in tables)
        for part in {part for table in tables for part in table}:
            self[part] = tuple(table.get(part, NOTHING) for table in tables)

    def __missing__(self, part: str | bool) -> tuple[Table, ...]:
        return self.unknown


Named = Mapping[str, Mapping[str, Table]]
"""Tables by decision and feature."""


class _Together(dict[tuple[str, str], Rows]):
    """The rows of a decision and first part, made when they are first asked for."""

    def __init__(self, named: Named) -> None:
        super().__init__()
        self._named = named

    def __missing__(self, key: tuple[str, str]) -> Rows:
        decision, first = key
        self[key] = Rows([table for name, table in self._named[decision].items() if name.startswith(f"{first},")])
        return self[key]


def _scale(zero: Sum, named: Named) -> Scale[Sum]:
    tables = {decision: tuple(features.values()) for decision, features in named.items()}
    return Scale(zero, tables, _Together(named))


def weights_in(named: Named) -> Scale[int]:
    """Return the scale that adds up weights."""
    return _scale(0, named)


def reasons_in(named: Named) -> Scale[tuple[Weighed, ...]]:
    """Return the scale that gathers what weighs, weight by weight."""
    return _scale(
        (),
        {
            decision: {
                name: _gathering((decision, place), table, ()) for place, (name, table) in enumerate(features.items())
            }
            for decision, features in named.items()
        },
    )


def _gathering(feature: tuple[str, int], table: Table, before: tuple[str | bool, ...]) -> dict[str | bool, Any]:
    found: dict[str | bool, Any] = {}
    for part, inner in table.items():
        value = (*before, part)
        if not isinstance(inner, int):
            found[part] = _gathering(feature, inner, value)
        else:
            found[part] = ((inner, *feature, value if before else part),)
    return found


def flattened(table: Table, before: tuple[str | bool, ...] = ()) -> dict[Value, int]:
    """Return the weights of a feature by its whole values."""
    found: dict[Value, int] = {}
    for part, inner in table.items():
        if isinstance(inner, int):
            found[(*before, part) if before else part] = inner
        else:
            found |= flattened(inner, (*before, part))
    return found


def nested(table: Mapping[Value, int]) -> dict[str | bool, Any]:
    """Return the weights of a feature by part after part."""
    found: dict[str | bool, Any] = {}
    for value, weight in table.items():
        *before, last = value if isinstance(value, tuple) else (value,)
        inner = found
        for part in before:
            inner = inner.setdefault(part, {})
        inner[last] = weight
    return found
