"""How well real pages are read: floors that only rise. The gold data is not part of the repository."""

from typing import Any

import pytest

from tests.bench.floors import FLOORS
from tests.bench.pages import gold_folder, measure_accuracy

_GOLD = gold_folder()

pytestmark = pytest.mark.skipif(_GOLD is None, reason="the gold data is not here: set SOURCE_AUDIT_GOLD to its folder")


@pytest.fixture(scope="module")
def figures() -> dict[str, Any]:
    assert _GOLD is not None
    return measure_accuracy(_GOLD)


@pytest.mark.parametrize("part", ["body", "body 0-7", "body 8-f"])
def test_the_body_is_found(figures: dict[str, Any], part: str) -> None:
    assert figures[part]["f1"] >= 0.975


def test_links_are_found(figures: dict[str, Any]) -> None:
    assert figures["links"]["recall"] >= 0.86
    assert figures["links"]["precision"] >= 0.93
    assert figures["links outside boxes"]["recall"] >= 0.97


def test_every_post_and_quotation_is_found(figures: dict[str, Any]) -> None:
    assert figures["embeds"] == {"found": 34, "wanted": 34, "extra": 1}
    assert figures["blockquotes"] == {"found": 59, "wanted": 59}


def test_headline_byline_and_date_are_right(figures: dict[str, Any]) -> None:
    flat = {f"{part} {key}": value for part in ("metadata", "metadata 8-f") for key, value in figures[part].items()}
    floors = {name: floor for name, floor in FLOORS["pages"].items() if name.startswith("metadata")}
    assert len(floors) >= 3
    assert {name: flat[name] for name, floor in floors.items() if flat[name] < floor} == {}
    assert figures["metadata"]["author given where none"] == 0
