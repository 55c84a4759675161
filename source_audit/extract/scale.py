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


@frozen(eq=False)
class Shared:
    """Features of a decision that are looked up together, by the value of a part that they share.

    Each group has the names of features of which the same is left without that part, with the place of the part in
    them, or -1 for a feature that does not have it.
    """

    decision: str
    groups: tuple[Mapping[str, int], ...]


@frozen
class Scale(Generic[Sum]):
    """Tables by decision, in the order of its features; what is found in them is added up.

    ``zero`` is what an unknown value stands for: 0 among weights, nothing among lists. ``rows`` has, for features with
    a part in common, by the value of that part one table for each group, in which the group's features are added up.
    """

    zero: Sum
    tables: Mapping[str, tuple[Any, ...]]
    rows: Mapping[Shared, Mapping[str | bool, tuple[Table, ...]]]


class Rows(dict[str | bool, tuple[Table, ...]]):
    """For each value of a shared part the tables of what is left; for an unknown value those of features without it."""

    def __init__(self, shared: Shared, features: Mapping[str, Table]) -> None:
        super().__init__()
        groups = [
            (
                [features[name] for name, place in group.items() if place < 0],
                [_taken_out(features[name], place) for name, place in group.items() if place >= 0],
            )
            for group in shared.groups
        ]
        self._unknown = tuple(_together(always) for always, _ in groups)
        for part in {part for _, own in groups for table in own for part in table}:
            self[part] = tuple(
                _together([*always, *(table.get(part, NOTHING) for table in own)]) for always, own in groups
            )

    def __missing__(self, part: str | bool) -> tuple[Table, ...]:
        return self._unknown


def _taken_out(table: Table, place: int) -> Mapping[str | bool, Any]:
    """Return the tables of what is left of a feature's values without the part in that place, by that part."""
    if place == 0:
        return table
    found: dict[str | bool, dict[str | bool, Any]] = {}
    for part, inner in table.items():
        for taken, rest in _taken_out(inner, place - 1).items():
            found.setdefault(taken, {})[part] = rest
    return found


def _together(tables: Sequence[Table]) -> Table:
    """Return tables of the same parts added up."""
    found, *others = tables or [NOTHING]
    for other in others:
        found = {
            **found,
            **{part: _sum(found[part], inner) if part in found else inner for part, inner in other.items()},
        }
    return found


def _sum(one: Any, other: Any) -> Any:
    return _together([one, other]) if isinstance(one, Mapping) else one + other


Named = Mapping[str, Mapping[str, Table]]
"""Tables by decision and feature."""


class _All(dict[Shared, Rows]):
    """The rows of features that share a part, made when they are first asked for."""

    def __init__(self, named: Named) -> None:
        super().__init__()
        self._named = named

    def __missing__(self, shared: Shared) -> Rows:
        self[shared] = Rows(shared, self._named[shared.decision])
        return self[shared]


def _scale(zero: Sum, named: Named) -> Scale[Sum]:
    tables = {decision: tuple(features.values()) for decision, features in named.items()}
    return Scale(zero, tables, _All(named))


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
