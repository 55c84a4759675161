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


@pytest.mark.parametrize(
    "text",
    [
        "One ferry in ten years was enough.",
        "She won two races in three days.",
        "Ana Ruiz rode one horse in two countries.",
    ],
)
def test_a_number_of_times_or_places_is_no_part_of_a_whole(text: str) -> None:
    assert not_applicable(unsourced_statistics, read(f"{CALM}\n\n{text}"))


def test_a_source_in_another_paragraph_is_not_meant() -> None:
    text = f"{CALM}\n\n{LOST}.\n\nFares fell, mayor Ana Ruiz said."
    assert flagged(unsourced_statistics, read(text), Verdict.BREAKS) == ["12 percent"]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Bee numbers have fallen by half in thirty years.", "by half"),
        ("Complaints about the noise have risen eightfold.", "eightfold"),
        ("The average wait at the pier is 94 minutes.", "The average wait at the pier is 94"),
        ("The eel trade is worth £6m a year to the town.", "£6m a year"),
        ("Damage to the quay has been put at €3m.", "€3m"),
        ("About 280,000 homes on the coast have a pump.", "About 280,000 homes"),
        ("Sales of the new ferry cards fell by 31%.", "31%"),
        ("One driver in nine has no brakes.", "One driver in nine"),
        ("Three boats in ten have no licence.", "Three boats in ten"),
        ("Eight out of ten of the boats leak.", "Eight out of ten"),
        ("Half of all pupils walk to the quay.", "Half of all"),
        ("The quay has killed 41 people since 2020.", "41 people since 2020"),
        ("The law had its day. Studies show that boats are safer than cars.", "Studies show"),
    ],
)
def test_counts_of_other_shapes(text: str, figure: str) -> None:
    assert flagged(unsourced_statistics, read(f"{CALM}\n\n{text}"), Verdict.BREAKS) == [figure]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Analysts say that the fare fell by 31% in May.", id="a crowd"),
        pytest.param("Fares fell by 31%, and anglers say that the eels are gone.", id="a clause of somebody else"),
        pytest.param("Reportedly fares fell by 31% in May.\n\nIt was wet, said Ana Ruiz.", id="hearsay"),
    ],
)
def test_who_did_not_count_is_no_maker(text: str) -> None:
    assert len(flagged(unsourced_statistics, read(f"{CALM}\n\n{text}"), Verdict.BREAKS)) == 1


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The plan will cut the fares by 31% if it passes.", id="what might be"),
        pytest.param("The new fares now make 12 percent, and boats come and go.", id="no shape"),
        pytest.param(
            "A poll was held in May.\n\nTea was served.\n\nIt was late.\n\nSome 12% of the riders row to work in it.",
            id="a poll before",
        ),
        pytest.param(
            "Fares fell by 31%.\n\nBoats came. Nets dried.\n\nThat figure comes from the port's ledger.",
            id="told later",
        ),
        pytest.param("Fares fell by 31%.\n\nFares are counted by the port, according to its clerk.", id="told next"),
    ],
)
def test_figures_that_somebody_may_have_told(text: str) -> None:
    assert flagged(unsourced_statistics, read(f"{CALM}\n\n{text}"), Verdict.BREAKS) == []


def test_results_that_are_presented_further_on_may_be_the_lead_s() -> None:
    told = "Colds fell by half when people slept longer.\n\nThe boats pass the old quay.\n\n"
    (case,) = cases(unsourced_statistics, read(f"{told}Those results were shown in Tarn."))
    assert case.verdict is Verdict.UNSURE
    assert flagged(unsourced_statistics, read(f"{told}Nets dry there."), Verdict.BREAKS) == ["by half"]


@pytest.mark.parametrize(
    "sentence",
    ["It is the best orchestra in the southern half of the world.", "The resin hardened for half of the usual time."],
)
def test_a_half_of_one_thing_is_no_figure(sentence: str) -> None:
    assert not_applicable(unsourced_statistics, read(f"The hall was full on Monday night. {sentence}"))
