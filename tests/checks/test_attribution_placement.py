"""Does the source stand in the sentence of its claim or the one beside it?"""

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
