"""Whose names does a reader miss?"""

import pytest

from source_audit.checks.anonymity_reason import anonymity_reason
from source_audit.finding import Verdict
from tests.marking import cases, flagged, not_applicable, read

NONE = "No unnamed person tells the reporter something for which a reader would expect a name."
FILLER = "\n\nThe bay is calm in May and the market opens at nine. It was built in 1912."


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('"Open the door!" an officer shouted.', id="who shouts"),
        pytest.param('"What a mess," one user wrote.', id="who posts"),
        pytest.param("Critics were loud. In a speech, an official said that the bridge was unsafe.", id="in public"),
        pytest.param("An engineer told the court that the bridge was unsafe.", id="in court"),
        pytest.param(
            "The jury heard a tape on which a worker is heard saying that the bridge was unsafe.", id="a tape"
        ),
    ],
)
def test_who_is_heard_in_public_or_told_is_not_asked_about(text: str) -> None:
    reading = read(f"Bridge shut\n\nThe bridge was shut on Monday.\n\n{text}{FILLER}")
    assert not_applicable(anonymity_reason, reading) == NONE


def test_what_a_name_is_said_to_be_now_is_no_second_source() -> None:
    text = "Tom Hill, who is now a senior fellow at the Bay Centre, said that the bridge was unsafe."
    assert not_applicable(anonymity_reason, read(f"Bridge shut\n\n{text}{FILLER}")) == "Every source is named."


@pytest.mark.parametrize(
    ("text", "who"),
    [
        pytest.param("Two officials said that the bridge was unsafe.", "Two officials", id="officials"),
        pytest.param("A source has told this paper that the bridge was unsafe.", "A source", id="a source"),
        pytest.param("His aides said that the bridge was unsafe.", "His aides", id="aides"),
    ],
)
def test_who_tells_the_reporter_is_asked_about(text: str, who: str) -> None:
    reading = read(f"Bridge shut\n\nThe bridge was shut on Monday.\n\n{text}{FILLER}")
    (case,) = cases(anonymity_reason, reading)
    assert case.span.of(reading.text) == who


def test_where_the_text_says_that_a_name_is_withheld_is_shown() -> None:
    reading = read(
        "Bridge shut\n\nThe bridge is unsafe, an engineer has told this paper. It opens in May.\n\n"
        f"The engineer did not wish to be identified.{FILLER}"
    )
    (case,) = cases(anonymity_reason, reading)
    assert case.evidence[-1].note == "what the text says of the name"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        pytest.param("A trustee said that the bridge was unsafe.", "A trustee", id="a noun on no list"),
        pytest.param(
            "A spokesman for Ambry Council said that it was safe.", "A spokesman for Ambry Council", id="spokesman"
        ),
        pytest.param("The bridge was sold to Orsa Group, a source said.", "a source", id="no apposition"),
    ],
)
def test_people_are_asked_about_whatever_they_are_called(text: str, who: str) -> None:
    reading = read(f"Bridge shut\n\nThe bridge was shut on Monday.\n\n{text}{FILLER}")
    (case,) = cases(anonymity_reason, reading)
    assert case.span.of(reading.text) == who


@pytest.mark.parametrize(
    "reason",
    [
        "She did not want her name used because her lease is up for renewal in May.",
        "She asked that her name be left out, as the deal she signed lets the firm claim its money back.",
        "She spoke on condition that she not be named. Her contract allows the firm to dismiss her.",
    ],
)
def test_a_reason_is_found_by_its_shape(reason: str) -> None:
    reading = read(
        f"Bridge shut\n\nThe bridge was shut on Monday.\n\nA welder said that it was unsafe. {reason}{FILLER}"
    )
    (case,) = cases(anonymity_reason, reading)
    assert case.verdict is Verdict.HOLDS


STORY = "Bridge shut\n\nThe bridge was shut on Monday.\n\nNobody was hurt.\n\nIt had been built in 1912.\n\n{}\n\nIt opens in May."


@pytest.mark.parametrize(
    "reason",
    [
        "The Courier is not naming him: drivers who talk are taken off the rota.",
        "He asked us not to use his name; his wife works in the office.",
        "He did not want to give his name, saying that his wife works in the office.",
        "He asked to remain anonymous, worried that he would be taken off the rota.",
        "He asked to remain anonymous out of concern for his job.",
        "He cannot be identified, by order of the tribunal.",
        "He cannot be named for legal reasons.",
        "He asked us not to name him because he is due to give evidence at the inquest.",
        "Company rules bar staff from talking to the press, and he asked that his name not appear.",
        "His contract does not allow him to speak to reporters.",
        "Staff have been warned that anybody who speaks to the press will be dismissed.",
        "He requested that we leave his name out, given that he is being treated for a burn.",
        "None of the staff would be named; all have signed agreements that forbid them to speak.",
        "He asked that only his job be given, so that his bosses could not find him.",
        "He feared being fired if he was identified.",
    ],
)
def test_a_reason_is_found_however_it_is_put(reason: str) -> None:
    (case,) = cases(anonymity_reason, read(STORY.format(f"A driver at the depot said it was late. {reason}")))
    assert case.verdict is Verdict.HOLDS


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("He asked not to be named because of the sensitivity of the matter.", Verdict.MILD),
        ("He was not authorised to speak to the press.", Verdict.MILD),
        ("He asked not to be named.", Verdict.BREAKS),
        ("He would not say more because it was raining.", Verdict.BREAKS),
        ("The mayor, who could lose his job, said nothing.", Verdict.BREAKS),
    ],
)
def test_a_formula_a_wish_and_what_others_risk_are_no_reason(words: str, verdict: Verdict) -> None:
    (case,) = cases(anonymity_reason, read(STORY.format(f"A driver at the depot said it was late. {words}")))
    assert case.verdict is verdict


def test_what_one_risks_is_not_the_reason_of_somebody_told_of_before() -> None:
    reading = read(
        STORY.format(
            "A clerk said it was late. Two drivers said it was dear. They asked not to be named for fear of it."
        )
    )
    assert {case.span.of(reading.text): case.verdict for case in cases(anonymity_reason, reading)} == {
        "A clerk": Verdict.BREAKS,
        "Two drivers": Verdict.HOLDS,
    }


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("A court document filed on Friday says that it was late.", id="a document"),
        pytest.param("According to a fact sheet lawmakers released, it was late.", id="a text of many"),
        pytest.param("One firm says that it was late. Another says that it was not.", id="another firm"),
        pytest.param("One can say that it was late.", id="everybody"),
        pytest.param("It gets dark when a leader says that it is late.", id="whoever it may be"),
        pytest.param("An officer told the room that it was late.", id="told to others"),
        pytest.param("A clerk told Tuesday's scrutiny panel that it was late.", id="told to a meeting"),
        pytest.param('"It was late," said a nurse who was there, Anna Keller.', id="named behind"),
        pytest.param("A bishop said Mass at the gate.", id="a rite"),
        pytest.param("A ball girl, 13, said that it was late.", id="a child"),
        pytest.param("A baker, whom this paper is calling Daniel, said that it was late.", id="another name"),
    ],
)
def test_who_is_taken_for_somebody_unnamed_and_is_not(text: str) -> None:
    assert not_applicable(anonymity_reason, read(STORY.format(text)))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        pytest.param("A board member said that it was late.", "A board member", id="a body before"),
        pytest.param("A clerk told the paper that it was late.", "A clerk", id="the paper"),
        pytest.param("A clerk told the Ledger that it was late.", "A clerk", id="by its name"),
        pytest.param("A harness maker on Route 9 said that it was late.", "A harness maker on Route 9", id="no age"),
    ],
)
def test_who_looks_like_it_is_asked_about_all_the_same(text: str, who: str) -> None:
    reading = read(STORY.format(text))
    (case,) = cases(anonymity_reason, reading)
    assert case.span.of(reading.text) == who


@pytest.mark.parametrize(
    "text",
    [
        "A port spokesman said it was shut. The spokesman, Luca Sartori, said it would open in May.",
        "A clerk at the port said it was shut. The clerk, the Rev. Luca Sartori, said it would open in May.",
        "“It is shut,” a widow, who identified herself simply as Mama Tunde, said.",
    ],
)
def test_who_gets_a_name_behind_is_not_unnamed(text: str) -> None:
    assert not_applicable(anonymity_reason, read(f"It was built in 1912.\n\n{text}"))


def test_another_bearer_of_the_office_is_still_unnamed() -> None:
    text = "It was built in 1912.\n\nA clerk at the port said it was shut. The baker, Luca Sartori, said it would open."
    assert flagged(anonymity_reason, read(text)) == ["A clerk at the port"]


def test_an_order_to_somebody_by_name_is_told_to_nobody_else() -> None:
    assert not_applicable(anonymity_reason, read("It was built in 1912.\n\nA clerk told Toomey to step back."))
