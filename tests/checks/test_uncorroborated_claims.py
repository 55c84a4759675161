"""Does more than one independent origin stand for each key claim?"""

import pytest

from source_audit.checks.uncorroborated_claims import uncorroborated_claims
from source_audit.finding import Verdict
from tests.extract.reading import read
from tests.marking import cases, not_applicable

HEAD = "Swing bridge of Skarn to be shut\n\nThe bridge was built in 1912, and boats pass it all day.\n\n"
CLAIM = "Dora Fell, chief executive of Fell Ferries, accused the harbour chief Ines Corley of hiding a crack in a pier."


def verdicts(text: str) -> list[Verdict]:
    return [case.verdict for case in cases(uncorroborated_claims, read(HEAD + text))]


def test_one_origin_with_an_interest_is_shown_with_its_claim() -> None:
    reading = read(HEAD + CLAIM)
    (case,) = cases(uncorroborated_claims, reading)
    assert case.verdict is Verdict.BREAKS
    assert "hiding a crack in a pier" in case.span.of(reading.text)
    assert case.evidence[1].note == "who makes it"


def test_an_answer_of_the_accused_makes_it_half() -> None:
    assert verdicts(f"{CLAIM} Corley said every pier had been looked at in May.")[0] is Verdict.MILD


@pytest.mark.parametrize(
    "more",
    [
        "Tom Beck, an engineer, said that the harbour chief had been hiding a crack in a pier for years.",
        "Logs seen by the Courier show the crack.",
    ],
)
def test_another_origin_or_a_document_is_support(more: str) -> None:
    assert verdicts(f"{CLAIM} {more}")[0] is Verdict.HOLDS


@pytest.mark.parametrize(
    ("one", "other"), [("a Republican", "a Democrat"), ("a Labour councillor", "a Conservative councillor")]
)
def test_parties_are_treated_alike(one: str, other: str) -> None:
    text = "Ann Poe, {}, accused the harbour chief Ines Corley of hiding a crack in a pier."
    assert verdicts(text.format(one)) == verdicts(text.format(other)) != []


def test_a_figure_of_one_body_is_left_to_the_reader() -> None:
    assert verdicts("Tom Beck, an engineer, said that 41 percent of the piles were worn.") == [Verdict.UNSURE]


def test_nothing_to_ask_about() -> None:
    reason = "Nobody is cited with an accusation, a figure, a cause or a superlative."
    assert not_applicable(uncorroborated_claims, read(HEAD + "Ana Ruiz said that she was tired.")) == reason


POSTED = "The northern pier fell into the river on Sunday, according to a post on Facebook."


def test_a_post_alone_is_flagged_as_the_only_origin() -> None:
    (case,) = cases(uncorroborated_claims, read(HEAD + POSTED))
    assert (case.verdict, case.message) == (Verdict.MILD, "A post is all that stands for this claim in the text.")


@pytest.mark.parametrize("more", ["Tom Beck, an engineer, said the northern pier fell into the river on Sunday."])
def test_a_post_with_another_origin_is_no_only_one(more: str) -> None:
    assert verdicts(f"{POSTED} {more}")[0] is Verdict.HOLDS


def test_criticism_is_no_accusation_of_a_wrong() -> None:
    assert verdicts(CLAIM.replace("hiding a crack in a pier", "dragging his feet")) == [Verdict.UNSURE]
