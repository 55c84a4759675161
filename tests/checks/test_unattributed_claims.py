"""Do the claims that matter most show where they come from?"""

import pytest

from source_audit.answer import Status
from source_audit.checks.unattributed_claims import unattributed_claims
from source_audit.finding import Verdict
from source_audit.rubric import rubric
from tests.marking import cases, flagged, not_applicable, read, read_html

CALM = "The hall was full that night. The windows stood open. Tea was served at noon.\n\n"
LEAD = f"The council of Tarn met on Monday in the old hall.\n\n{CALM}{CALM}{CALM}"
CLOSE = "The ferry is likely to close within a year."


def test_a_prediction_that_comes_from_nowhere() -> None:
    assert flagged(unattributed_claims, read(LEAD + CLOSE), Verdict.BREAKS) == ["is likely to"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The ferry is likely to close within a year, Ana Ruiz said.", id="a statement"),
        pytest.param("The ferry, this reporter saw, is likely to close.", id="witnessed"),
    ],
)
def test_a_claim_that_shows_where_it_comes_from(text: str) -> None:
    (case,) = cases(unattributed_claims, read(LEAD + text))
    assert case.verdict is Verdict.HOLDS


def test_a_link_shows_where_a_claim_comes_from() -> None:
    page = "<article><h1>Ferry</h1><p>It <a href='https://tarn.example/f'>is likely to</a> close soon.</p></article>"
    assert flagged(unattributed_claims, read_html(page)) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The flood was caused by a broken lock.", id="a cause"),
        pytest.param("The Oster Bridge is the oldest of the county.", id="a superlative"),
        pytest.param(f"{CLOSE} Few people use it, Ana Ruiz said.", id="near a statement"),
    ],
)
def test_what_a_reader_has_to_judge(text: str) -> None:
    assert len(flagged(unattributed_claims, read(LEAD + text), Verdict.UNSURE)) == 1


def test_the_opening_may_sum_up_what_follows() -> None:
    assert flagged(unattributed_claims, read(f"Ferry news\n\n{CLOSE}\n\n{CALM}"), Verdict.UNSURE) == ["is likely to"]


def test_a_wording_without_an_agent_is_asked_about_elsewhere() -> None:
    assert not_applicable(unattributed_claims, read(f"{LEAD}The ferry reportedly is likely to close within a year."))


@pytest.mark.parametrize(("number", "status"), [(1, Status.PASS), (3, Status.PARTIAL), (4, Status.FAIL)])
def test_one_in_ten_passes(number: int, status: Status) -> None:
    reading = read(LEAD + "".join(f"The {name} ferry is likely to close.\n\n{CALM}" for name in "abcd"[:number]))
    answer = rubric().judge(unattributed_claims, tuple(unattributed_claims(reading)), reading.document)
    assert answer.status is status


def test_nothing_to_examine() -> None:
    reason = not_applicable(unattributed_claims, read(LEAD))
    assert reason == "The text makes no claim of the kinds that are asked about."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The town is now the worst in the country for floods.", "is now the worst"),
        ("The force has a worse record than any other in the north.", "has a worse record than any other"),
        ("No line in the county has ever met its forecast.", "No line in the county has ever met"),
        ("Nothing like it has happened in Tarn before.", "Nothing like it has"),
        ("Silt is the leading cause of the floods.", "is the leading cause"),
        ("The gates have done lasting damage to the eels.", "have done lasting damage to"),
        ("The strike will empty the shelves within days.", "will empty"),
        ("Rents have jumped, the steepest rise in the county since the war.", "the steepest rise "),
        ("The mill owes more than any other in the valley.", "more than any"),
        ("Fatigue is to blame for one in five accidents.", "is to blame"),
        ("The new lorries are behind the rise in coughs among the children.", "are behind the rise"),
        ("Cheap pumps are why the lower levels flood.", "are why the"),
        ("It was the toll that turned the coast against the council.", "It was the toll that turned"),
        ("The dry spring has made the river more dangerous.", "has made the river more dangerous"),
        ("No other bridge carries so many.", "No other bridge carries so"),
        ("House prices have suffered as a result.", "have suffered as a result"),
        ("Ferry trouble has cut the number of visitors by a third.", "has cut the number of visitors by a third"),
    ],
)
def test_ranks_causes_and_forecasts_in_the_articles_own_voice(text: str, words: str) -> None:
    assert flagged(unattributed_claims, read(LEAD + text), Verdict.BREAKS) == [words]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The town is the worst in the country for floods, Ana Ruiz said.", id="a statement"),
        pytest.param("It is regarded as the most beautiful town in the county.", id="somebody's view"),
        pytest.param("It may be the worst flood since the war.", id="a guess"),
        pytest.param("Ana Ruiz said that it rained. It was the worst flood since the war.", id="a speaker before"),
        pytest.param("It is the best that she could do.", id="the best of one's own"),
        pytest.param("They are the best of friends.", id="a saying"),
        pytest.param("No one in the hall spoke so softly that he could not be heard.", id="a scene"),
        pytest.param("Pneumonia is the most deadly form of the illness in winter.", id="what a book says"),
    ],
)
def test_ranks_that_have_a_source_or_need_none(text: str) -> None:
    assert not breaks(LEAD + text)


def test_the_first_sentence_of_the_article_may_be_borne_out_below() -> None:
    text = f"The town of Tarn is the worst in the country for floods.\n\n{CALM}"
    assert not breaks(text)


def breaks(text: str) -> bool:
    """Tell whether a claim of a text is flagged for sure."""
    return any(getattr(case, "verdict", None) is Verdict.BREAKS for case in unattributed_claims(read(text)))
