"""What is usual: the shipped table, how it is counted, and the thresholds that come from it."""

import re
import tomllib
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest

from source_audit.handbook import check_page
from source_audit.resources import data
from source_audit.rubric import rubric
from tests.train import base_rates
from tests.train.base_rates import PERCENTS, counted, main, quantile, written

TABLE = data("base_rates")
LINES = (
    "“The steel is worn through in two places,” said Tom Reed, an engineer of the harbour office in the town of Skarn.",
    "Una Falk, who runs the shop on the island, said she had not had any fresh bread from the town since Monday night.",
    "Experts say the pier is old. It is believed that the piles stood in the water for more than ninety long winters.",
    "Harbour master Ivo Brandt told the Courier that a smaller boat would carry people and mail until the end of June.",
    "Reed said the divers could start in the second week of May if the weather stayed calm and the money was there.",
    "Some officials, who did not want to be named, said that the council had known of the crack since the early spring.",
)
TEXT = "Pier of Skarn Stays Shut\n\n" + "\n\n".join(LINES * 2)


@pytest.mark.parametrize("check", TABLE["limits"])
def test_the_limits_of_the_rubric_are_the_counted_ones(check: str) -> None:
    figure, lower, higher = TABLE["limits"][check]
    found = {band["words"]: [round(band[figure][place], 2) for place in (lower, higher)] for band in TABLE["bands"]}
    bands = rubric().table["checks"][check]["bands"]
    assert bands == [[words, *found[words]] for words in found if words >= bands[0][0]]


def test_the_table_says_how_many_articles_and_when() -> None:
    assert re.fullmatch(r"20\d\d-\d\d-\d\d", TABLE["set"]["date"])
    assert sum(band["articles"] for band in TABLE["bands"]) == TABLE["set"]["articles"]
    assert all(band["articles"] >= 100 for band in TABLE["bands"])


def test_it_holds_rising_numbers_and_nothing_of_an_article() -> None:
    for band in TABLE["bands"]:
        for name, figures in band.items():
            if isinstance(figures, dict):
                values = [figures[f"p{each}"] for each in PERCENTS]
                assert values == sorted(values), name
                assert 0 < figures["n"] <= band["articles"]
            else:
                assert type(figures) is int, name


def test_every_figure_is_printed_on_the_page_of_a_check(catalogue_page: Callable[[str], str]) -> None:
    printed = {
        name for check, names in TABLE["checks"].items() if "by length" in catalogue_page(check) for name in names
    }
    assert printed == {name for name, value in TABLE["bands"][0].items() if isinstance(value, dict)}
    few = TABLE["bands"][1]["named_sources"]
    assert f"from 300 words {few['p10']}, {few['p50']} and {few['p90']}" in catalogue_page("few-sources")


@pytest.fixture
def catalogue_page() -> Callable[[str], str]:
    return lambda name: check_page(base_rates._CHECKS[name])


@pytest.mark.parametrize(("percent", "expected"), [(5, 1), (10, 1), (25, 3), (50, 5), (90, 9), (95, 10)])
def test_a_percentile_is_a_value_that_occurs(percent: int, expected: float) -> None:
    assert quantile([float(value) for value in range(10, 0, -1)], percent) == expected


def test_a_text_is_counted_as_an_audit_reads_it() -> None:
    ((figures,),) = (rows for rows in counted([TEXT, "Too short to count."]).values() if rows)
    assert figures["named_sources"] == 3
    assert figures["agentless"] == pytest.approx(2 * 1000 / 264)
    assert figures["direct_share"] + figures["mixed_share"] + figures["indirect_share"] == pytest.approx(1)
    assert 0 < figures["unnamed_share"] < 0.5


def test_the_same_articles_give_the_same_bytes() -> None:
    one, other = (written(counted([TEXT] * 2), "2026-11-26") for _ in range(2))
    assert one == other
    table = tomllib.loads(one)
    assert table["set"] == {"articles": 2, "date": "2026-11-26"}
    assert one.split("[set]", maxsplit=1)[0] == _shipped().split("[set]", maxsplit=1)[0]


def test_without_the_gold_data_the_table_stays_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_AUDIT_GOLD", str(tmp_path))
    with pytest.raises(SystemExit, match="needs the gold data"):
        main([str(tmp_path / "table.toml"), "2026-11-26"])
    assert not (tmp_path / "table.toml").exists()


def _shipped() -> str:
    return (files("source_audit") / "data" / "base_rates.toml").read_text(encoding="utf-8")
