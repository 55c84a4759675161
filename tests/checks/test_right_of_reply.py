"""Is everybody who is accused of a wrong answered for in the text?"""

import pytest

from source_audit.answer import Status
from source_audit.checks.right_of_reply import right_of_reply
from source_audit.finding import Verdict
from source_audit.rubric import rubric
from tests.marking import accusations, cases, flagged, marked, not_applicable, people, read

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


TOLD_OF = [
    pytest.param("Tom Beck said that [[Tarn Ferries]] had ignored four warnings about the ramp.", id="a body"),
    pytest.param("“Mayor [[Ana Ruiz]] knew about the leak and told nobody,” said Tom Beck.", id="known, nothing done"),
    pytest.param("Tom Beck said the head teacher, [[Carl Voss]], had altered the log of the drill.", id="a record"),
    pytest.param("The director, [[Paul Rourke]], has paid a firm owned by his wife, a clerk said.", id="one's own kin"),
    pytest.param("[[Tarn Water]], which runs the lake, dumped sewage into it, said Tom Beck.", id="with an aside"),
    pytest.param("Tom Beck said that the [[company]] had fired a driver for complaining.", id="a described body"),
    pytest.param("Tom Beck said that Mayor [[Ana Ruiz]]'s office concealed three letters.", id="somebody's office"),
    pytest.param("Many blame the [[Fell District]], which they say ignored complaints for months.", id="who say"),
    pytest.param("Tom Beck accused the caterer, [[Bell Foods]], of a raid on the fund.", id="accused, with a trade"),
    pytest.param("The [[mayor]] is alleged to have sold the pier.", id="alleged of an office"),
    pytest.param(
        "[[Corley Fuels]] is in Tarn. Its drivers had been told to lie about the hours, Tom Beck said.", id="people"
    ),
]


@pytest.mark.parametrize("text", TOLD_OF)
def test_a_wrong_that_a_source_tells_of_somebody(text: str) -> None:
    plain, spans = marked(f"{text} {CALM}")
    assert flagged(right_of_reply, read(plain), Verdict.BREAKS) == [span.of(plain) for span in spans]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Tom Beck said Tarn Ferries had ignored neither letter.", id="nothing done"),
        pytest.param("Tom Beck said that Tarn Ferries had not ignored the warnings.", id="denied"),
        pytest.param("Tom Beck asked whether Tarn Ferries had ignored the warnings.", id="asked"),
        pytest.param("Has Tarn Ferries ignored the warnings?", id="a question"),
        pytest.param("Ana Ruiz was threatened by a man with a knife, Tom Beck said.", id="suffered"),
        pytest.param("The mayor, Ana Ruiz, threatened to resign, her aide Tom Beck said.", id="a threat of her own"),
        pytest.param("Ana Ruiz, the mayor, gave a speech to her family's church, Tom Beck said.", id="no kin"),
        pytest.param("Tom Beck said he had lied about his age to join the navy.", id="told of oneself"),
        pytest.param("Tarn Ferries burned forty tonnes of fuel a day, Tom Beck said.", id="nothing that shows a wrong"),
        pytest.param("Ana Ruiz sat on the committee for nine years, Tom Beck said.", id="a seat"),
        pytest.param("Tarn Ferries would break the law if it raised the fares, Tom Beck said.", id="what would be"),
        pytest.param("They asked not to be named as they had been threatened with the sack.", id="nobody certain"),
    ],
)
def test_what_tells_of_no_wrong(text: str) -> None:
    assert not_applicable(right_of_reply, read(f"{text} {CALM}"))


def test_a_second_wrong_is_a_case_of_its_own_but_not_where_they_go_on() -> None:
    first = "Tom Beck said that Tarn Ferries ignored four warnings."
    further = "Tarn Ferries burned the logs of the ramp, Mr Beck said."
    on = "“They shredded the letters,” Mr Beck said."
    assert len(flagged(right_of_reply, read(f"{first} {further} {CALM}"), Verdict.BREAKS)) == 2
    assert len(flagged(right_of_reply, read(f"{first} {on} {CALM}"), Verdict.BREAKS)) == 1


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Tom Beck said that the company ignored four warnings. The firm's lawyer, Lou Hale, said the ramp is sound.",
            id="a lawyer of a firm without a name",
        ),
        pytest.param(
            "Tom Beck said that Tarn Council ignored four warnings. Lou Hale, the town clerk, said the ramp is sound.",
            id="an office of the town",
        ),
        pytest.param(
            "Tom Beck said that Tarn Foods ignored four warnings. The operator said each had been passed on.",
            id="a body that may be meant",
        ),
        pytest.param(
            "Tom Beck said that Tarn Foods ignored four warnings. Its trustees say each had been passed on.",
            id="people of it",
        ),
    ],
)
def test_who_may_answer_leaves_it_to_the_reader(text: str) -> None:
    assert flagged(right_of_reply, read(f"{text} {CALM}"), Verdict.BREAKS) == []
    assert len(flagged(right_of_reply, read(f"{text} {CALM}"), Verdict.UNSURE)) == 1


@pytest.mark.parametrize(
    "more",
    [
        pytest.param("The bank would not discuss the matter.", id="would not discuss"),
        pytest.param("Its head office referred questions to the city.", id="referred questions"),
        pytest.param("Tarn Foods calls this “a fairy tale”.", id="calls it something"),
    ],
)
def test_other_words_for_an_answer(more: str) -> None:
    text = "Tom Beck said that Tarn Foods ignored four warnings."
    assert flagged(right_of_reply, read(f"{text} {more} {CALM}")) == []


def test_a_body_of_another_name_does_not_answer() -> None:
    text = "Tom Beck said that Tarn Ferries ignored four warnings."
    other = "Lou Hale, a spokesman for Skarn Museum, said the ramp is sound."
    assert flagged(right_of_reply, read(f"{text} {CALM} {other}"), Verdict.BREAKS) == ["Tarn Ferries"]


@pytest.mark.parametrize("side", SIDES)
def test_a_wrong_is_a_wrong_on_every_side(side: str) -> None:
    text = f"Tom Beck said that {side} senator Ines Corley had shredded the letters. {CALM}"
    assert flagged(right_of_reply, read(text), Verdict.BREAKS) == ["Ines Corley"]
