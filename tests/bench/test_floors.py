"""Attributions are found as well as they ever were; the gold data is not part of the repository."""

import pytest

from tests.bench.accuracy import measure
from tests.bench.floors import fallen
from tests.bench.pages import gold_folder

_GOLD = gold_folder()


@pytest.mark.skipif(_GOLD is None, reason="the gold data is not here: set SOURCE_AUDIT_GOLD to its folder")
def test_no_figure_falls_below_its_floor() -> None:
    assert _GOLD is not None
    assert fallen("attributions", measure(_GOLD)) == []
