"""What the title of another article says is said elsewhere."""

import pytest

from tests.extract.reading import read

OPENING = "The harbour news of the day\n\nTom Hill said it was late.\n\n"


@pytest.mark.parametrize(
    "line",
    [
        "For more, read the full article: Hill Begs Ruiz to Close the Ambry Pier, Warns of ‘a Sad Winter’",
        "Read more: Hill Says Ambry Pier Must Close Before Winter",
        "Related: Ruiz Tells Hill That Pier Stays Open, Mayor Says",
    ],
)
def test_a_title_of_another_article_has_no_sources(line: str) -> None:
    reading = read(f"{OPENING}{line}\n\nRuiz said it was dear.")
    assert [source.name for source in reading.sources] == ["Tom Hill", "Ruiz"]


@pytest.mark.parametrize(
    "line",
    [
        "Read the full report: Hill said that nobody had ever asked him about it.",
        "Related: the mayor said that it was dear, and Hill agreed with that.",
    ],
)
def test_what_only_looks_like_a_title_stays(line: str) -> None:
    assert len(read(f"{OPENING}{line}").attributions) > 1
