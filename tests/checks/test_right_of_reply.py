"""Is everybody who is accused of a wrong answered for in the text?"""

import pytest

from source_audit.answer import Status
from source_audit.checks.right_of_reply import right_of_reply
from source_audit.finding import Verdict
from source_audit.rubric import rubric
from tests.marking import accusations, cases, flagged, not_applicable, people, read

TOLD = "Engineer Tom Beck accused the harbour chief Ines Corley of hiding the ferry's repairs."
CALM = "The ferry carries nine hundred people a day. It was built in Tarn thirty years ago."


def test_an_accusation_without_an_answer() -> None:
    assert flagged(right_of_reply, read(f"{TOLD} {CALM}"), Verdict.BREAKS) == ["Ines Corley"]


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param("Corley said every repair stood in the log of the ship.", id="a statement"),
        pytest.param("“All of it is in the log of the ship,” Corley told the Tarn Courier.", id="to another outlet"),
        pytest.param("A spokesman for Corley said every repair stood in the log.", id="a spokesman"),
        pytest.param("Corley's lawyer said every repair stood in the log of the ship.", id="a lawyer"),
        pytest.param("She has denied the accusation.", id="a denial"),
        pytest.param("Corley declined to comment.", id="declined"),
        pytest.param("She did not respond to two letters.", id="no response"),
        pytest.param("The harbour office did not return calls.", id="her office"),
    ],
)
def test_an_answer_or_an_attempt_is_in_order(answer: str) -> None:
    assert flagged(right_of_reply, read(f"{TOLD} {CALM} {answer}")) == []


def test_an_answer_in_the_same_sentence() -> None:
    text = f"Tom Beck accused Ines Corley of hiding the repairs, which Corley denied. {CALM}"
    assert flagged(right_of_reply, read(text)) == []


def test_an_attempt_without_more_is_mild() -> None:
    reading = read(f"{TOLD} {CALM} Corley could not be reached.")
    assert flagged(right_of_reply, reading, Verdict.MILD) == ["Ines Corley"]


def test_silence_of_somebody_else_is_no_answer() -> None:
    reading = read(f"{TOLD} {CALM} Mayor Peter Aldous declined to comment.")
    assert flagged(right_of_reply, reading, Verdict.BREAKS) == ["Ines Corley"]


def test_a_namesake_is_not_the_accused() -> None:
    reading = read(f"{TOLD} {CALM} “The boats are slow this year,” said Ruben Corley, a baker.")
    assert flagged(right_of_reply, reading, Verdict.BREAKS) == ["Ines Corley"]


def test_of_two_with_one_surname_either_may_answer() -> None:
    text = f"Ines Corley and Ruben Corley run the port. Tom Beck accused Corley of theft. {CALM}"
    assert flagged(right_of_reply, read(f"{text} “I took nothing at all from it,” said Ruben Corley.")) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Tom Beck accused Denmark of hiding the ferry's repairs.", id="a country"),
        pytest.param("Ines Corley was charged with fraud.", id="a charge"),
        pytest.param("Tom Beck blamed Ines Corley for the flood.", id="blame"),
        pytest.param("Tom Beck accused Ines Corley of theft. Corley died in May.", id="a dead person"),
    ],
)
def test_what_a_reader_has_to_judge(text: str) -> None:
    assert len(flagged(right_of_reply, read(f"{text} {CALM}"), Verdict.UNSURE)) == 1
    assert flagged(right_of_reply, read(f"{text} {CALM}"), Verdict.BREAKS) == []


def test_one_case_for_each_accused_however_often() -> None:
    text = f"{TOLD} {CALM} Beck again accused Corley of lying. Corley accused Beck of theft of tools in the yard."
    assert sorted(case.span.of(read(text).text) for case in cases(right_of_reply, read(text))) == [
        "Beck",
        "Ines Corley",
    ]


def test_half_of_the_accused_unanswered_is_partial() -> None:
    text = f"{TOLD} {CALM} Ana Ruiz accused Peter Aldous of theft. Aldous said he had taken no more than a pen."
    reading = read(text)
    answer = rubric().judge(right_of_reply, tuple(right_of_reply(reading)), reading.document)
    assert answer.status is Status.PARTIAL


SIDES = ["Green", "Labour", "Conservative", "Republican", "Democratic", "Liberal"]


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("other", SIDES)
def test_all_sides_are_asked_alike(side: str, other: str) -> None:
    text = f"{side} senator Tom Beck accused {other} senator Ines Corley of hiding the repairs. {CALM}"
    assert flagged(right_of_reply, read(text), Verdict.BREAKS) == ["Ines Corley"]
    assert flagged(right_of_reply, read(f"{text} Corley said every repair stood in the log.")) == []


@pytest.mark.parametrize(
    "text", ["Critics say that the ferry law is bad.", "Tom Beck said that the plan of Ines Corley costs too much."]
)
def test_criticism_is_no_accusation(text: str) -> None:
    assert not_applicable(right_of_reply, read(f"{text} {CALM}")) == "The text accuses nobody by name."


def test_who_answers_in_the_next_sentence_answers() -> None:
    assert flagged(right_of_reply, read(f"{TOLD} She denied it and held up the log. {CALM}")) == []
    assert flagged(right_of_reply, read(f"{TOLD} ‘It is all in there,’ replied the clerk. {CALM}")) == []


def test_who_accuses_in_a_statement_is_one_source_and_who_is_accused_another() -> None:
    reading = read(f"Engineer Tom Beck said that harbour chief Ines Corley hid the ferry's repairs. {CALM}")
    assert people(reading, [one.accuser for one in accusations(reading)]) == ["Tom Beck"]
    assert flagged(right_of_reply, reading, Verdict.BREAKS) == ["Ines Corley"]
