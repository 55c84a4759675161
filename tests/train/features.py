"""Features as the learner sees them, strings, and as the model holds them, tables."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from source_audit.extract.model import Model
from source_audit.extract.reasons import TEMPLATES
from source_audit.extract.scale import NOTHING, Scale, Shared, Table, Value
from tests.train.learn import Weights
from tests.train.words import TWINS, may_weigh

Seen = tuple[str, str, Value]
"""A decision, a feature of it, and the value that was seen."""


class _Seeing(dict[str | bool, Any]):
    """Stands for a table of weights: gives what is looked for in it, whatever that is.

    *features* are those added up in the table, with the place of the *shared* part in them, -1 if they lack it.
    """

    def __init__(
        self, decision: str, features: Mapping[str, int], shared: str | bool = "", before: tuple[str | bool, ...] = ()
    ) -> None:
        super().__init__()
        self._decision, self._features, self._shared, self._before = decision, features, shared, before

    def get(self, part: str | bool, default: Any = None) -> Any:
        """Return the table of the further parts where one is asked for, else the whole values."""
        parts = (*self._before, part)
        if default is NOTHING:
            return _Seeing(self._decision, self._features, self._shared, parts)
        return [(self._decision, name, self._whole(parts, place)) for name, place in self._features.items()]

    def _whole(self, parts: tuple[str | bool, ...], place: int) -> Value:
        whole = (*parts[:place], self._shared, *parts[place:]) if place >= 0 else parts
        return whole if len(whole) > 1 else whole[0]


class _Rows(dict[str | bool, tuple[Table, ...]]):
    def __init__(self, shared: Shared) -> None:
        super().__init__()
        self._named = shared

    def __missing__(self, part: str | bool) -> tuple[Table, ...]:
        return tuple(_Seeing(self._named.decision, group, part) for group in self._named.groups)


class _AllRows(dict[Shared, _Rows]):
    def __missing__(self, shared: Shared) -> _Rows:
        return _Rows(shared)


def _seeing() -> Scale[list[Any]]:
    tables = {d: tuple(_Seeing(d, {name: -1}) for name in names) for d, names in TEMPLATES.items()}
    return Scale([], tables, _AllRows())


SEEN = _seeing()
"""The scale that gathers all that is seen, of which training makes the features."""


def flat(seen: Sequence[Seen]) -> list[str]:
    """Return the features that may carry a weight as strings, in the order of `TEMPLATES`, without regard to gender."""
    ordered = sorted(seen, key=lambda each: _PLACES[each[:2]])
    return [
        f"{decision}|{name}|{_joined(value)}" for decision, name, value in ordered if may_weigh(decision, name, value)
    ]


_PLACES = {each: place for place, each in enumerate((d, name) for d, names in TEMPLATES.items() for name in names)}


def _joined(value: Value) -> str:
    parts = value if isinstance(value, tuple) else (value,)
    return "\t".join(TWINS.get(part, part) if isinstance(part, str) else str(part) for part in parts)


def _parted(text: str) -> Value:
    parts = tuple({"True": True, "False": False}.get(part, part) for part in text.split("\t"))
    return parts if len(parts) > 1 else parts[0]


def made(table: dict[str, float], weights: Weights) -> Model:
    """Return the model of these weights, in whole hundredths, the same for words that differ in gender only."""
    tables: dict[str, dict[str, dict[Value, int]]] = {d: {n: {} for n in names} for d, names in TEMPLATES.items()}
    for feature, weight in sorted(weights.items()):
        decision, name, text = feature.split("|", 2)
        value, hundredths = _parted(text), round(100 * weight)
        if hundredths:
            tables[decision][name] |= dict.fromkeys((value, *_twins(value)), hundredths)
    return Model.of(table, tables)


_PARTNERS: dict[str, tuple[str, ...]] = {
    twin: tuple(word for word, other in TWINS.items() if other == twin) for twin in TWINS.values()
}


def _twins(value: Value) -> Iterator[Value]:
    """Yield the values that differ from this one in gender only."""
    parts = value if isinstance(value, tuple) else (value,)
    for place, part in enumerate(parts):
        for other in _PARTNERS.get(part, ()) if isinstance(part, str) else ():
            yield (*parts[:place], other, *parts[place + 1 :]) if isinstance(value, tuple) else other


def _written(table: Mapping[Value, int]) -> dict[str, int | dict[str, int]]:
    """Return the weights of a feature as they stand in the model's file, those of pairs by their first part."""
    found: dict[str, int | dict[str, int]] = {}
    pairs: dict[str, dict[str, int]] = {}
    for value, weight in table.items():
        if isinstance(value, tuple):
            pairs.setdefault(str(value[0]), {})["\t".join(map(str, value[1:]))] = weight
        else:
            found[str(value)] = weight
    return found | pairs


def text_of(model: Model) -> str:
    """Return a model as it stands in its file."""
    weights: Mapping[str, object] = {
        decision: {name: _written(table) for name, table in named.items()} for decision, named in model.tables.items()
    }
    raw = {"priors": {word: round(100 * sure) for word, sure in model.priors.items()}, "weights": weights}
    return json.dumps(raw, ensure_ascii=False, separators=(",", ":")) + "\n"
