"""Does each figure say who counted, and when?"""

import pytest

from source_audit.checks.unsourced_statistics import unsourced_statistics
from source_audit.finding import Verdict
from tests.drafts import Draft
from tests.marking import cases, flagged, not_applicable, read, read_html

CALM = "The boats pass the old quay. Nets dry there."
LOST = "The night bus lost 12 percent of its riders"


def test_a_figure_that_nobody_counted() -> None:
    assert flagged(unsourced_statistics, read(f"{CALM} {LOST}."), Verdict.BREAKS) == ["12 percent"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{LOST}, mayor Ana Ruiz said.", id="a statement"),
        pytest.param(f"{LOST}, according to the county's count in May.", id="according to"),
        pytest.param(f"{LOST}, figures from the county show for May.", id="figures from"),
        pytest.param(f"The Tarn Transit Survey came out in May. {LOST}.", id="named just before"),
    ],
)
def test_a_figure_with_its_maker(text: str) -> None:
    assert flagged(unsourced_statistics, read(f"{CALM} {text}")) == []


def test_a_figure_without_its_time_is_left_to_the_reader() -> None:
    text = f"{CALM} {LOST}, data by the county shows."
    (case,) = cases(unsourced_statistics, Draft(text).reading())
    assert case.verdict is Verdict.UNSURE
    assert "from when" in case.message


def test_a_link_shows_where_a_figure_comes_from() -> None:
    page = f"<article><h1>Bus</h1><p>{CALM} The bus lost <a href='https://tarn.example/b.csv'>12 percent</a> of its own riders.</p></article>"
    assert flagged(unsourced_statistics, read_html(page)) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{LOST}. Fares fell, mayor Ana Ruiz said.", id="a speaker nearby"),
        pytest.param(f"A survey was done for the county. {CALM} {LOST}.", id="a count before"),
        pytest.param("I think that we lost 12 percent of our own riders.", id="somebody's own word"),
    ],
)
def test_what_a_reader_has_to_judge(text: str) -> None:
    assert flagged(unsourced_statistics, read(text), Verdict.UNSURE) == ["12 percent"]


@pytest.mark.parametrize(
    "text",
    [
        "“We lost 12 percent of our riders,” said Ana Ruiz, who runs the line.",
        "The council passed the plan with 62 percent of the vote.",
        "The bridge was built for 3 million crowns by the county.",
        "The mayor is 62 and came on May 2.",
    ],
)
def test_nothing_to_examine(text: str) -> None:
    reason = not_applicable(unsourced_statistics, read(f"{CALM} {text}"))
    assert reason == "The text gives no share or large count of its own."


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Bike theft in the town has doubled since 2023.", "doubled since"),
        ("Library spending rose by a quarter.", "by a quarter"),
        ("A third of homes on the island have lost power.", "A third of homes"),
        ("The line carries 61,000 passengers a year.", "61,000 passengers a year"),
    ],
)
def test_growth_parts_and_yearly_counts_have_a_maker_too(text: str, figure: str) -> None:
    assert [words.lower() for words in flagged(unsourced_statistics, read(f"{CALM}\n\n{text}"), Verdict.BREAKS)] == [
        figure.lower()
    ]


def test_a_source_in_another_paragraph_is_not_meant() -> None:
    text = f"{CALM}\n\n{LOST}.\n\nFares fell, mayor Ana Ruiz said."
    assert flagged(unsourced_statistics, read(text), Verdict.BREAKS) == ["12 percent"]
