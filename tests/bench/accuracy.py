"""How well attributions are found, by the scorer of the gold data, beside the recorded figures of other systems."""

import importlib.util
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import Any

from source_audit import find_attributions
from source_audit.span import Span

Spans = list[list[int]]
Record = dict[str, Any]

PEERS = {
    "one regex, nearest “X said”": (34.2, 44.0, 25.8, 34.9, 98.6),
    "+ “said X”, “according to”": (49.0, 61.6, 39.9, 51.9, 98.2),
    "textacy + parser": (27.4, 36.0, 24.9, 33.3, 88.1),
    "SaysWho + parser": (30.0, 39.1, 26.7, 35.7, 91.7),
    "Gender Gap Tracker + parser": (51.1, 64.4, 42.0, 54.2, 93.9),
    "Citron retrained + parser": (61.5, 71.4, 55.0, 65.2, 84.2),
    "linear sequence tagger": (69.6, 80.6, 59.3, 70.5, 98.6),
    "two people": (80.2, 90.8, 75.9, 87.5, 99.2),
}
"""Recorded on the same articles with the same scorer: attribution, speech, both with source, quotes of 5+ words."""

ROUNDS = 4


def scorer(gold: Path) -> ModuleType:
    """Return the scorer that lies beside the gold data."""
    path = gold / "corpus" / "attribution" / "score.py"
    spec = importlib.util.spec_from_file_location("gold_scorer", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["gold_scorer"] = module
    spec.loader.exec_module(module)
    return module


def predict(text: str) -> list[dict[str, Any]]:
    """Return the attributions of a text as the scorer wants them, with how sure they are."""
    reading = find_attributions(text, content_type="text")

    def plain(spans: tuple[Span, ...]) -> Spans:
        return [[span.start, span.end] for span in spans]

    return [
        {
            "source": plain(each.sources),
            "cue": plain(each.cue),
            "content": plain(each.contents),
            "sure": each.confidence,
        }
        for each in reading.attributions
    ]


def load(gold: Path, part: str = "dev") -> list[Record]:
    """Return the articles of a part; *part* is train or dev, never test."""
    records: list[Record] = scorer(gold).load(gold / "corpus" / "attribution" / f"polnear_{part}.jsonl")
    return records


def _timed(text: str) -> float:
    begun = time.process_time()
    find_attributions(text, content_type="text")
    return time.process_time() - begun


def measure(gold: Path, part: str = "dev") -> dict[str, float]:
    """Return percentages and the milliseconds for 800 words (the least of some rounds); *part* is never test."""
    records = load(gold, part)
    predicted = {record["id"]: predict(record["text"]) for record in records}
    seconds = sum(min(_timed(record["text"]) for _ in range(ROUNDS)) for record in records)
    words = sum(len(record["text"].split()) for record in records)
    result = scorer(gold).score(records, predicted)
    return {
        "attribution": 100 * result["attribution"]["f1"],
        "speech": 100 * result["speech"]["f1"],
        "attribution_source": 100 * result["e2e_source"]["f1"],
        "speech_source": 100 * result["speech_source"]["f1"],
        "quotes": 100 * result["direct>=5"]["f1"],
        "direct": 100 * result["label"]["direct"]["f1"],
        "mixed": 100 * result["label"]["mixed"]["f1"],
        "indirect": 100 * result["label"]["indirect"]["f1"],
        "source_right": 100 * result["matched"]["src_overlap"],
        "milliseconds": 1000 * seconds * 800 / words,
    }
