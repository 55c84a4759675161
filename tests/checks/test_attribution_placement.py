"""Does the source stand in the sentence of its claim or the one beside it?"""

import pytest

from source_audit.checks.attribution_placement import attribution_placement
from source_audit.finding import Verdict
from tests.marking import cases, flagged, not_applicable, read

LONG = "The wind came up at noon. Nobody had told the crew about it. They had to leave the boat behind,"
LEAD = "The bridge was shut on Monday.\n\n"


def test_a_name_behind_three_sentences() -> None:
    reading = read(f'{LEAD}"{LONG}" said Anna Keller, the harbour master.')
    (case,) = cases(attribution_placement, reading)
    assert case.verdict is Verdict.BREAKS
    assert case.message == "Who says this is told only after 2 sentences."
    assert [piece.note for piece in case.evidence] == ["the statement", "the source"]


def test_a_name_after_the_first_sentence() -> None:
    reading = read(f'{LEAD}"The wind came up at noon," said Anna Keller. "Nobody had told the crew about it."')
    assert flagged(attribution_placement, reading) == []


def test_a_short_form_ends_no_sentence() -> None:
    reading = read(f'{LEAD}"I met Sen. Hill and Gov. Poe at noon. It was cold out there by the sea," said Anna Keller.')
    assert flagged(attribution_placement, reading) == []


def test_the_sentence_before_may_name_the_speaker() -> None:
    reading = read(f'Anna Keller, the harbour master, was there.\n\n"{LONG}" she said.')
    assert flagged(attribution_placement, reading) == []


def test_a_speaker_who_goes_on() -> None:
    reading = read(
        f'{LEAD}Anna Keller, the harbour master, said that it was late.\n\nIt rained.\n\n"{LONG}" Keller said.'
    )
    assert flagged(attribution_placement, reading) == []


def test_a_text_without_statements() -> None:
    assert not_applicable(attribution_placement, read("The river is calm. Ferries cross it."))


CLAIMS = "The deck will have to be replaced. The bolts are rusting. Nobody has looked at them."


@pytest.mark.parametrize(
    ("text", "late"),
    [
        (f"{CLAIMS} The committee heard those warnings from Ana Ruiz, a clerk.", CLAIMS.split(". ")[:2]),
        (f"{CLAIMS} That was the picture that Ana Ruiz gave on Monday.", CLAIMS.split(". ")[:2]),
        (f"{CLAIMS}\n\nIt rained.\n\nThe warning about the bolts comes from Ana Ruiz.", ["The bolts are rusting"]),
        ("Fares rose by 12%. Boats came. Nets dried.\n\nThat figure is the work of Ana Ruiz.", ["Fares rose by 12%"]),
        ("The sum was £3m. Boats came. Nets dried.\n\nThose costs were set out by Ana Ruiz.", ["The sum was £3m"]),
    ],
)
def test_a_claim_whose_source_a_later_sentence_gives(text: str, late: list[str]) -> None:
    reading = read(f"{LEAD}The ferry goes at noon, said Anna Keller.\n\n{text}")
    assert [words.rstrip(".") for words in flagged(attribution_placement, reading, Verdict.BREAKS)] == late


@pytest.mark.parametrize(
    "text",
    [
        "The bolts are rusting. The warning about the bolts comes from Ana Ruiz.",
        f"{CLAIMS} The idea comes from Ana Ruiz.",
        f"{CLAIMS} The complaint came from a man on a bench.",
    ],
)
def test_a_source_right_behind_or_of_something_else(text: str) -> None:
    reading = read(f"{LEAD}The ferry goes at noon, said Anna Keller.\n\n{text}")
    assert flagged(attribution_placement, reading) == []
