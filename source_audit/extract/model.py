"""The weights that decide: small numbers over named features, learned from the gold corpus (`docs/explanation`)."""

import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import repeat
from math import exp
from operator import call

from attrs import define, field

Value = str | bool | tuple[str | bool, ...]
"""What a feature says of one case: a word, a class, yes or no, or several of these together."""
Tables = Mapping[str, Mapping[str, Mapping[Value, int]]]
_ZEROS = repeat(0)
_UNIT = 100
"""Weights are kept as whole hundredths."""


@define
class Model:
    """How often words are cues (0 to 1), and for each decision the weights of its features, in hundredths of log-odds.

    ``tables`` holds, by decision, the features in the order in which the extraction gives their values.
    """

    priors: Mapping[str, float]
    tables: Tables
    _look_ups: dict[str, list[Callable[[Value, int], int]]] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._look_ups = {d: [table.get for table in named.values()] for d, named in self.tables.items()}

    def score(self, decision: str, values: Sequence[Value]) -> float:
        """Return the log-odds that the features of a decision add up to."""
        return sum(map(call, self._look_ups[decision], values, _ZEROS)) / _UNIT

    def weights(self, decision: str, values: Sequence[Value]) -> list[int]:
        """Return the weight of each feature of a decision, in hundredths."""
        return list(map(call, self._look_ups[decision], values, _ZEROS))

    def scores(self, decision: str, cases: Sequence[Sequence[Value]]) -> list[float]:
        """Return the log-odds of each of several cases."""
        look_ups = self._look_ups[decision]
        return [sum(map(call, look_ups, values, _ZEROS)) / _UNIT for values in cases]


_TRUTHS: dict[str, bool] = {"True": True, "False": False}


def read(table: Mapping[str, int | Mapping[str, int]]) -> dict[Value, int]:
    """Return the weights of a feature from the model's file, where those of pairs stand by their first part."""
    found: dict[Value, int] = {}
    for name, inner in table.items():
        first = _TRUTHS.get(name, name)
        if isinstance(inner, int):
            found[first] = inner
            continue
        for rest, weight in inner.items():
            if "\t" in rest:
                found[first, *(_TRUTHS.get(part, part) for part in rest.split("\t"))] = weight
            else:
                found[first, _TRUTHS.get(rest, rest)] = weight
    return found


class _Held:
    """The model in use; training puts others in its place."""

    model: Model | None = None


def model() -> Model:
    """Return the shipped model, read once."""
    if _Held.model is None:
        _Held.model = loads((files("source_audit") / "data" / "attribution_model.json").read_text(encoding="utf-8"))
    return _Held.model


def use(other: Model) -> None:
    """Decide by another model from now on; for training only."""
    _Held.model = other


def loads(text: str) -> Model:
    """Return the model that a file's text holds."""
    raw = json.loads(text)
    priors = {word: each / _UNIT for word, each in raw["priors"].items()}
    tables = {
        decision: {name: read(table) for name, table in named.items()} for decision, named in raw["weights"].items()
    }
    return Model(priors, tables)


def probability(log_odds: float) -> float:
    """Return the probability that log-odds stand for."""
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, log_odds))))


@cache
def bucket(number: int) -> str:
    """Return the size class of a count: exact up to three, then ever wider."""
    for limit in (0, 1, 2, 3, 5, 8, 12, 18, 27, 40):
        if number <= limit:
            return str(limit)
    return "more"
