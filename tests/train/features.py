"""Features as the learner sees them, strings, and as the model holds them, tables."""

import json
from collections.abc import Iterator, Mapping, Sequence

from source_audit.extract import neighbours, places, traits, voices
from source_audit.extract.model import Model, Value
from source_audit.extract.proposal import Vote
from tests.train.learn import Weights
from tests.train.words import TWINS, may_weigh

TEMPLATES = places.TEMPLATES | traits.TEMPLATES | neighbours.TEMPLATES | voices.TEMPLATES


def flat(decision: str, values: Sequence[Value]) -> list[str]:
    """Return the features of a decision that may carry a weight as strings, without regard to gender."""
    return [
        f"{decision}|{name}|{_joined(value)}"
        for name, value in zip(TEMPLATES[decision], values, strict=True)
        if may_weigh(decision, name, value)
    ]


def flats(votes: Sequence[Vote]) -> list[str]:
    """Return the features of several decisions as strings."""
    return [feature for decision, values in votes for feature in flat(decision, values)]


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
    return Model(table, tables)


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
