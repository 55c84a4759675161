"""Do the direct quotations have the words of the source text?"""

import time

import pytest
from attrs import evolve

from source_audit.checks.quote_mismatch import quote_mismatch
from source_audit.finding import Case, Verdict
from source_audit.reading import Reading
from source_audit.supplied import SuppliedText
from tests.drafts import Draft
from tests.marking import cases, not_applicable

SPOKEN = (
    "INTERVIEWER: Will the pier close?\n"
    "RUIZ: We will not close the pier before the council has voted on it. Repairs cost 25 million crowns, uh, and the "
    "work takes two years.\n"
    "INTERVIEWER: And the ferry?\n"
    "RUIZ: The ferry is another matter, and I really want to be honest about that. It is older than any of us thought.\n"
)


def compared(quotation: str, *spoken: str) -> Reading:
    made = Draft(f"The pier of Marlow Port is tired. Mayor Ana Ruiz said: “{quotation}”")
    made.quotes(f"“{quotation}”")
    texts = tuple(SuppliedText(name=f"text-{n}.txt", text=text) for n, text in enumerate(spoken or (SPOKEN,), 1))
    return made.reading(against=texts)


def only(quotation: str, *spoken: str) -> Case:
    (case,) = cases(quote_mismatch, compared(quotation, *spoken))
    return case


@pytest.mark.parametrize(
    "quotation",
    [
        "We will not close the pier before the council has voted on it.",
        "we won’t close the pier before the council has voted on it",
        "We will not close the pier … before the council has voted on it.",
        "We will not close [it] before the council has voted on it.",
        "We will not close (the) pier before the (city) council has voted on it.",
        "[W]e will not close the pier before the council has voted on it",
        "Repairs cost twenty-five million crowns",
        "The ferry is another matter, and I really want to be honest about that. It’s older than any of us thought.",
    ],
)
def test_the_same_words_hold_however_they_are_written(quotation: str) -> None:
    case = only(quotation)
    assert (case.verdict, case.message) == (Verdict.HOLDS, "These words stand in text-1.txt.")


@pytest.mark.parametrize(
    ("quotation", "message"),
    [
        pytest.param(
            "We will close the pier before the council has voted on it.",
            "text-1.txt has words that are left out here without a mark: “not”.",
            id="a negation is gone",
        ),
        pytest.param(
            "Repairs cost 35 million crowns, uh, and the work takes two years.",
            "The words differ: the article has “35”, text-1.txt has “25”.",
            id="another number",
        ),
        pytest.param(
            "We will not close the pier before the minister has voted on it.",
            "The words differ: the article has “minister”, text-1.txt has “council”.",
            id="another word",
        ),
        pytest.param(
            "The ferry is another matter, and they really want to be honest about that.",
            "The words differ: the article has “they”, text-1.txt has “I”.",
            id="another person",
        ),
        pytest.param(
            "We will not close the pier before the council has voted on it. The ferry is another matter, and I really want to be honest.",
            "Words from two places of text-1.txt stand here as one quotation.",
            id="two answers as one",
        ),
        pytest.param(
            "We will not close the pier before the council has voted … It is older than any of us thought.",
            "Words from two places of text-1.txt stand here as one quotation.",
            id="dots over a question",
        ),
        pytest.param(
            "The ferry is another matter, and I really want to be honest … We will not close the pier before the council has voted",
            "Words from two places of text-1.txt stand here as one quotation.",
            id="another order",
        ),
    ],
)
def test_other_words_break(quotation: str, message: str) -> None:
    case = only(quotation)
    assert (case.verdict, case.message) == (Verdict.BREAKS, message)


@pytest.mark.parametrize(
    ("quotation", "words"),
    [
        ("Repairs cost 25 million crowns and the work takes two years.", "uh"),
        ("The ferry is another matter, and I want to be honest about that.", "really"),
        ("The ferry is another matter, and I really wanted to be honest about that.", "want"),
    ],
)
def test_small_words_are_mild(quotation: str, words: str) -> None:
    case = only(quotation)
    assert case.verdict is Verdict.MILD
    assert case.message.startswith("A small difference")
    assert f"“{words}”" in case.message
    assert case.value is not None
    assert 0.7 < case.value < 1


@pytest.mark.parametrize(
    ("quotation", "message"),
    [
        ("The tunnel under the river must be paid for by the county.", "These words were not found"),
        ("Nobody told us, and we will not close the pier, whatever the minister writes.", "Words that are partly like"),
    ],
)
def test_what_is_not_found_is_for_a_reader_to_settle(quotation: str, message: str) -> None:
    case = only(quotation)
    assert case.verdict is Verdict.UNSURE
    assert case.message.startswith(message)


def test_both_texts_stand_side_by_side() -> None:
    reading = compared("We will not close the pier before the minister has voted on it.")
    (case,) = cases(quote_mismatch, reading)
    assert [piece.span.of(reading.text) for piece in case.evidence][1] == "minister"
    (passage,) = case.aligned
    assert passage.words == "We will not close the pier before the council has voted on it"
    assert SPOKEN[passage.start : passage.end] == passage.words


def test_the_text_that_fits_best_is_taken() -> None:
    quotation = "We will not close the pier before the council has voted on it."
    earlier = "We will not close the pier before the minister has voted on it."
    assert only(quotation, earlier, SPOKEN).message == "These words stand in text-2.txt."
    assert only(quotation, earlier).verdict is Verdict.BREAKS


def test_times_and_notes_of_a_transcript_are_no_words() -> None:
    noted = "1\n00:00:01,000 --> 00:00:03,500\nWe will not close (laughter)\n\n2\n00:00:04,000 --> 00:00:06,000\nthe pier [inaudible] before the council has voted.\n"
    assert only("We will not close the pier before the council has voted.", noted).verdict is Verdict.HOLDS


def test_a_beginning_that_was_said_again_is_small() -> None:
    halting = "We will, we will not clo- we will not close the pier before the council has voted on it."
    assert only("We will not close the pier before the council has voted on it.", halting).verdict is not Verdict.BREAKS


def test_a_report_that_breaks_its_quotation_off_hides_no_words() -> None:
    report = "“We will not close the pier,” Ruiz told the radio. “The council has to vote on it first.”"
    assert only("We will not close the pier. The council has to vote on it first.", report).verdict is Verdict.HOLDS


def test_other_spelling_is_no_difference() -> None:
    spoken = "The harbor board must organize the defense of the pier against the coming storms."
    quotation = "The harbour board must organise the defence of the pier against the coming storms."
    assert only(quotation, spoken).verdict is Verdict.HOLDS


def test_it_is_not_asked_without_a_source_text() -> None:
    reading = evolve(compared("We will not close the pier."), against=())
    assert not_applicable(quote_mismatch, reading) == "No source text was given to compare quotations with."


def test_short_quotations_are_left_out() -> None:
    assert (
        not_applicable(quote_mismatch, compared("a sponge"))
        == "The text has no direct quotation of three words or more."
    )


@pytest.mark.parametrize(
    "unit", ["a ", "we will not ", "two hundred thousand ", "[we] will … ", "A: we. ", "1:00 ", "it's a's ", "(A) "]
)
def test_hostile_texts_take_linear_time(unit: str) -> None:
    def seconds(times: int) -> float:
        reading = compared(unit * times, unit * times * 2)
        begun = time.process_time()
        list(quote_mismatch(reading))
        return time.process_time() - begun

    seconds(50)
    assert seconds(8_000) < 64 * max(seconds(500), 0.02)  # in quadratic time it would be 256 times as long
