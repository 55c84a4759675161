"""Attributions are found as well as they ever were; the gold data is not part of the repository."""

import tomllib
from pathlib import Path

import pytest

from tests.bench.accuracy import measure
from tests.bench.pages import gold_folder

_GOLD = gold_folder()
_FLOORS = tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"))["attributions"]


@pytest.mark.skipif(_GOLD is None, reason="the gold data is not here: set SOURCE_AUDIT_GOLD to its folder")
def test_no_figure_falls_below_its_floor() -> None:
    assert _GOLD is not None
    found = measure(_GOLD)
    assert {name: found[name] for name in _FLOORS if found[name] < _FLOORS[name]} == {}
