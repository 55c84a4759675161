"""How features are weighed: each is written down once, and looked up in tables of weights or of what weighs."""

from collections.abc import Mapping
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

Sum = TypeVar("Sum")


@frozen
class Scale(Generic[Sum]):
    """Tables by decision, in the order of its features; what is found in them is added up.

    ``zero`` is what an unknown value stands for: 0 among weights, nothing among lists.
    """

    zero: Sum
    tables: Mapping[str, tuple[Any, ...]]


def weights_in(nested: Mapping[str, Mapping[str, Table]]) -> Scale[int]:
    """Return the scale that adds up weights."""
    return Scale(0, {decision: tuple(named.values()) for decision, named in nested.items()})


def reasons_in(nested: Mapping[str, Mapping[str, Table]]) -> Scale[tuple[Weighed, ...]]:
    """Return the scale that gathers what weighs, weight by weight."""
    return Scale(
        (),
        {
            decision: tuple(_gathering(decision, place, table, ()) for place, table in enumerate(named.values()))
            for decision, named in nested.items()
        },
    )


def _gathering(decision: str, place: int, table: Table, before: tuple[str | bool, ...]) -> dict[str | bool, Any]:
    found: dict[str | bool, Any] = {}
    for part, inner in table.items():
        value = (*before, part)
        if isinstance(inner, int):
            found[part] = ((inner, decision, place, value if before else part),)
        else:
            found[part] = _gathering(decision, place, inner, value)
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
