"""The weights that decide: small numbers over named features, learned from the gold corpus (`docs/explanation`)."""

import json
from collections.abc import Mapping
from functools import cached_property
from importlib.resources import files
from math import exp
from typing import Any

from attrs import define

from source_audit.extract.scale import Scale, Table, Value, Weighed, flattened, nested, reasons_in, weights_in

Tables = Mapping[str, Mapping[str, Mapping[Value, int]]]
UNIT = 100
"""Weights are kept as whole hundredths of log-odds."""


@define(slots=False, eq=False)
class Model:
    """How often words are cues (0 to 1), and for each decision the weights of its features, in hundredths of log-odds.

    ``held`` has, by decision, the features in the order in which the extraction weighs them.
    """

    priors: Mapping[str, float]
    held: Mapping[str, Mapping[str, Table]]

    @classmethod
    def of(cls, priors: Mapping[str, float], tables: Tables) -> "Model":
        """Return the model of tables that hold whole values."""
        return cls(priors, {d: {name: nested(table) for name, table in named.items()} for d, named in tables.items()})

    @cached_property
    def tables(self) -> Tables:
        """The weights by whole values."""
        return {d: {name: flattened(table) for name, table in named.items()} for d, named in self.held.items()}

    @cached_property
    def weights(self) -> Scale[int]:
        """The scale that adds weights up."""
        return weights_in(self.held)

    @cached_property
    def reasons(self) -> Scale[tuple[Weighed, ...]]:
        """The scale that tells what weighs."""
        return reasons_in(self.held)


_TRUTHS: dict[str, bool] = {"True": True, "False": False}


def _read(table: Mapping[str, int | Mapping[str, int]]) -> dict[str | bool, Any]:
    """Return the weights of a feature from the model's file, where those of pairs stand by their first part."""
    found: dict[str | bool, Any] = {}
    for name, weight in table.items():
        found[_TRUTHS.get(name, name)] = weight if isinstance(weight, int) else _read_rest(weight)
    return found


def _read_rest(table: Mapping[str, int]) -> dict[str | bool, Any]:
    """Return the weights by the parts behind the first, between which tabs stand."""
    found: dict[str | bool, Any] = {}
    for rest, weight in table.items():
        inner, last = found, rest
        while "\t" in last:
            part, _, last = last.partition("\t")
            inner = inner.setdefault(_TRUTHS.get(part, part), {})
        inner[_TRUTHS.get(last, last)] = weight
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
    priors = {word: each / UNIT for word, each in raw["priors"].items()}
    return Model(
        priors, {d: {name: _read(table) for name, table in named.items()} for d, named in raw["weights"].items()}
    )


def probability(odds: float) -> float:
    """Return the probability that log-odds stand for."""
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, odds))))


def _size(number: int) -> str:
    for limit in (0, 1, 2, 3, 5, 8, 12, 18, 27, 40):
        if number <= limit:
            return str(limit)
    return "more"


SIZES = tuple(_size(number) for number in range(2_000))
"""The size class of each count of tokens: exact up to three, then ever wider; no sentence has so many tokens."""
