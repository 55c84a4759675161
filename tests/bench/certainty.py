"""How certain the figures are: an interval for each, how right a confidence is, and what was wrong, by kind."""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from tests.bench.accuracy import Record, load, predict, scorer

RESAMPLES = 1000
_SEED = 2026
Counts = Counter[str]

LINES = {
    "attribution": (65.0, 72.0, "61.5", "80.2"),
    "speech": (77.0, 84.0, "71.4", "90.8"),
    "attribution_source": (58.0, 66.0, "55.0", "75.9"),
    "speech_source": (69.0, 78.0, "65.2", "87.5"),
    "direct": (94.0, 97.0, "77.6", "98.9"),
    "mixed": (81.0, 89.0, "68.5", "93.8"),
    "indirect": (56.0, 62.0, "55.4", "72.8"),
    "quotes": (98.7, 99.1, "98.6", "99.2"),
    "source_right": (91.5, 93.0, "90.9", "94.6"),
    "milliseconds": (8.0, 3.0, "54", ""),
}
"""For each line: what must be reached, what is aimed at, the best other system that runs, two people."""


def counted(module: ModuleType, record: Record, predicted: list[dict[str, Any]]) -> Counts:
    """Return how many were right, predicted and wanted in one article, by line."""
    result = module.score([record], {record["id"]: predicted})
    found: Counts = Counter()
    lines = {
        "attribution": "attribution",
        "speech": "speech",
        "attribution_source": "e2e_source",
        "speech_source": "speech_source",
        "quotes": "direct>=5",
    }
    for line, key in lines.items():
        part = result[key]
        found += Counter({f"{line} right": part["tp"], f"{line} found": part["n_pred"], f"{line} gold": part["n_gold"]})
    for line in ("direct", "mixed", "indirect"):
        part = result["label"][line]
        found[f"{line} found"] += part["n_pred"]
        found[f"{line} gold"] += part["n_gold"]
        found[f"{line} hit"] += round(part["p"] * part["n_pred"])
        found[f"{line} recalled"] += round(part["r"] * part["n_gold"])
    return found


def figure(line: str, counts: Counts) -> float:
    """Return the percentage of a line from summed counts."""
    if line == "source_right":
        return 100 * counts["attribution_source right"] / (counts["attribution right"] or 1)
    found, gold = counts[f"{line} found"] or 1, counts[f"{line} gold"] or 1
    hit = counts.get(f"{line} hit", counts[f"{line} right"]) / found
    recalled = counts.get(f"{line} recalled", counts[f"{line} right"]) / gold
    return 200 * hit * recalled / (hit + recalled) if hit + recalled else 0.0


def intervals(rows: Sequence[Counts]) -> dict[str, tuple[float, float]]:
    """Return, for each line but the time, between which figures 95 in 100 samples of articles lie."""
    chance = random.Random(_SEED)
    lines = [line for line in LINES if line != "milliseconds"]
    samples: dict[str, list[float]] = {line: [] for line in lines}
    for _ in range(RESAMPLES):
        total: dict[str, int] = {}
        for row in chance.choices(rows, k=len(rows)):
            for key, n in row.items():
                total[key] = total.get(key, 0) + n
        counts = Counter(total)
        for line in lines:
            samples[line].append(figure(line, counts))
    low, high = round(0.025 * RESAMPLES), round(0.975 * RESAMPLES) - 1
    return {line: (sorted(found)[low], sorted(found)[high]) for line, found in samples.items()}


class Examined:
    """The dev articles read once: counts by article, how right each confidence was, and what was wrong."""

    def __init__(self, gold: Path) -> None:
        self.module = scorer(gold)
        self.rows: list[Counts] = []
        self.bands: dict[int, Counter[str]] = {}
        self.errors: list[tuple[str, str, str, str]] = []
        for record in load(gold):
            predicted = predict(record["text"])
            self.rows.append(counted(self.module, record, predicted))
            self._compare(record, predicted)

    def _compare(self, record: Record, predicted: list[dict[str, Any]]) -> None:
        text, gold = record["text"], record["attributions"]
        pairs, wanted, given, _ = self.module.match(text, gold, predicted)
        right = {j: self._same_source(text, gold[i], predicted[j]) for i, j in pairs}
        for j, each in enumerate(predicted):
            band = self.bands.setdefault(min(9, int(10 * each["sure"])), Counter())
            band += Counter({"n": 1, "content": int(j in right), "both": int(right.get(j, False))})
        self._note(text, gold, [i for i, j in pairs if not right[j]], "wrong source")
        missed = [i for i in range(len(gold)) if i not in {i for i, _ in pairs}]
        free = [j for j in range(len(predicted)) if j not in right]
        cut = [i for i in missed if any(wanted[i] & given[j] for j in free)]
        self._note(text, gold, cut, "wrong bounds")
        self._note(text, gold, [i for i in missed if i not in cut], "missed")
        self._note(text, predicted, [j for j in free if not any(given[j] & wanted[i] for i in missed)], "spurious")

    def _same_source(self, text: str, a: dict[str, Any], b: dict[str, Any]) -> bool:
        one, other = (self.module.tokset(text, each["source"]) for each in (a, b))
        return bool(one & other) or not (one or other)

    def _note(self, text: str, each: Sequence[dict[str, Any]], places: Sequence[int], kind: str) -> None:
        for place in places:
            words = " ... ".join(text[a:b] for part in ("source", "cue", "content") for a, b in each[place][part])
            label = self.module.label(text, each[place]["content"])
            speech = "speech" if self.module.cue_kind(text, each[place]["cue"]) != "other" else "other"
            self.errors.append((kind, label, speech, " ".join(words.split())))

    def reliability(self) -> Iterator[tuple[int, int, float, float]]:
        """Yield for each band of confidence: its lower end in tenths, how many, content right, content and source right."""
        for band, counts in sorted(self.bands.items(), reverse=True):
            n = counts["n"]
            yield band, n, 100 * counts["content"] / n, 100 * counts["both"] / n

    def write(self, path: Path) -> None:
        """Write what was wrong, by kind, to a file that is never committed: it holds text of the articles."""
        path.parent.mkdir(exist_ok=True)
        sums = Counter(error[:3] for error in self.errors)
        lines = [f"{n:5}  {' / '.join(kinds)}" for kinds, n in sums.most_common()]
        lines += ["", *("\t".join(error) for error in sorted(self.errors))]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
