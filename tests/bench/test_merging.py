"""Mentions are given to their sources as well as they ever were, and the sample holds places only."""

import pytest

from tests.bench.floors import fallen
from tests.bench.merging import SAMPLE, measure, sample
from tests.bench.pages import gold_folder

_GOLD = gold_folder()


@pytest.mark.skipif(_GOLD is None, reason="the gold data is not here: set SOURCE_AUDIT_GOLD to its folder")
def test_no_figure_of_the_sources_falls_below_its_floor() -> None:
    assert _GOLD is not None
    assert fallen("sources", measure(_GOLD)) == []


def test_the_sample_is_two_hundred_places_without_any_text() -> None:
    assert len(sample()) == 200
    header, *rows = SAMPLE.read_text(encoding="utf-8").splitlines()
    assert header == "kind,article,start,end,antecedent_start,antecedent_end"
    assert all(len(row.split(",")) == 6 and all(not v or v.isdigit() for v in row.split(",")[2:]) for row in rows)
