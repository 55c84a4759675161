"""Does the main point rest on unnamed sources alone?"""

from typing import Any

import pytest

from source_audit.attribution import SourceKind
from source_audit.checks.anonymous_lead import anonymous_lead
from source_audit.finding import Verdict
from tests.drafts import Draft
from tests.marking import cases, flagged, not_applicable, read, words

PERSON, GROUP = SourceKind.UNNAMED_PERSON, SourceKind.UNNAMED_GROUP
NONE = "No unnamed source speaks at the beginning of the text."
LEAD = "The ferry Aurora will be sold in May"


def draft(who: str = "a senior official", rest: str = "", kind: SourceKind = PERSON, **facts: Any) -> Draft:
    made = Draft(f"{LEAD}, {who} said.\n\n{rest}")
    made.says(made.source(who, kind=kind, **facts), LEAD)
    return made


def verdict(made: Draft) -> Verdict:
    (case,) = cases(anonymous_lead, made.reading())
    return case.verdict


def test_one_unnamed_source_alone_is_grave_and_is_shown_with_its_words() -> None:
    made = draft()
    (case,) = cases(anonymous_lead, made.reading())
    assert case.verdict is Verdict.BREAKS
    assert case.message == "One unnamed source alone stands for what the text says first."
    assert words(made.text, [piece.span for piece in case.evidence]) == [LEAD, "a senior official"]


@pytest.mark.parametrize("who", ["two officials", "people familiar with the sale", "sources"])
def test_several_unnamed_sources_weigh_less_with_a_number_or_without(who: str) -> None:
    assert verdict(draft(who, kind=GROUP, anonymity=3)) is Verdict.MILD


def test_two_unnamed_people_are_several() -> None:
    made = draft(rest="A ferry insider said the Aurora would be sold for scrap.")
    made.says(made.source("A ferry insider", kind=PERSON), "the Aurora would be sold for scrap")
    assert verdict(made) is Verdict.BREAKS
    text = f"{LEAD}, a senior official said. A ferry insider said the Aurora would be sold for scrap."
    both = Draft(text)
    both.says(both.source("a senior official", kind=PERSON), LEAD)
    both.says(both.source("A ferry insider", kind=PERSON), "the Aurora would be sold for scrap")
    assert verdict(both) is Verdict.MILD


def test_a_named_source_on_the_same_thing_is_enough_wherever_it_stands() -> None:
    rest = "The bay is calm.\n\nIt is wide.\n\nIt is deep.\n\nAna Ruiz said the ferry Aurora would be sold."
    made = draft(rest=rest)
    made.says(made.source("Ana Ruiz"), "the ferry Aurora would be sold")
    assert verdict(made) is Verdict.HOLDS


def test_who_confirms_needs_fewer_shared_words() -> None:
    made = draft(rest="Ana Ruiz confirmed the sale of the Aurora.")
    made.says(made.source("Ana Ruiz"), "the sale of the Aurora", cue=(made.at("confirmed"),))
    assert verdict(made) is Verdict.HOLDS


@pytest.mark.parametrize(
    ("rest", "content", "cue"),
    [
        ("Ana Ruiz said the weather was fine.", "the weather was fine", "said"),
        ("Ana Ruiz denied that the ferry Aurora would be sold.", "the ferry Aurora would be sold", "denied"),
    ],
)
def test_another_matter_or_a_denial_is_no_support(rest: str, content: str, cue: str) -> None:
    made = draft(rest=rest)
    made.says(made.source("Ana Ruiz"), content, cue=(made.at(cue, 1 if cue == "said" else 0),))
    assert verdict(made) is Verdict.BREAKS


def test_a_document_beside_the_statement_is_support() -> None:
    made = Draft(f"{LEAD}, a senior official said, citing a report released by the harbour.")
    made.says(made.source("a senior official", kind=PERSON), LEAD)
    assert verdict(made) is Verdict.HOLDS


def test_somebody_who_speaks_for_an_office_is_no_hidden_source() -> None:
    made = draft("a police spokesman", speaks_for="police")
    assert not_applicable(anonymous_lead, made.reading()) == NONE


@pytest.mark.parametrize("who", ["his lawyer", "chief executive of Acme Rail", "a passer-by", "a voter", "a child"])
def test_one_certain_person_or_a_passer_by_is_not_asked_about(who: str) -> None:
    assert not_applicable(anonymous_lead, draft(who).reading()) == NONE


def test_an_unnamed_source_further_down_is_not_the_lead() -> None:
    made = Draft("The bay is calm.\n\nIt is wide.\n\nIt is deep.\n\nAn official said the Aurora would be sold.")
    made.says(made.source("An official", kind=PERSON), "the Aurora would be sold")
    assert not_applicable(anonymous_lead, made.reading()) == NONE


def test_a_side_matter_of_an_unnamed_source_is_left_to_the_reader() -> None:
    made = Draft("The bay froze in March.\n\nIt is wide.\n\nAn official said that lamps were ordered.")
    made.says(made.source("An official", kind=PERSON), "lamps were ordered")
    assert verdict(made) is Verdict.UNSURE


@pytest.mark.parametrize("who", ["A lawmaker in Norhaven", "A minister"])
def test_a_bearer_of_an_office_may_be_named_further_on(who: str) -> None:
    made = Draft(f'{who} said that the Aurora would be sold.\n\n"It is old," Ana Ruiz said.')
    made.says(made.source(who, kind=PERSON), "the Aurora would be sold")
    made.says(made.source("Ana Ruiz"), '"It is old,"')
    assert verdict(made) is Verdict.UNSURE


def test_a_copied_article_is_read_as_a_whole() -> None:
    text = (
        "Aurora to be sold\n\nThe ferry Aurora will be sold in May, a senior official said.\n\n"
        "Ana Ruiz, the harbour master, confirmed that the Aurora would be sold."
    )
    assert flagged(anonymous_lead, read(text)) == []
    assert flagged(anonymous_lead, read(text.rpartition("\n\n")[0])) == ["The ferry Aurora will be sold in May"]


def test_hearsay_first_and_an_unnamed_source_alone_behind_it() -> None:
    tail = "\n\nOne source said the captain was tired of the wait.\n\nThe quay is old."
    hearsay = read(f"The Aurora is reportedly for sale.{tail}")
    plain = read(f"The Aurora left the quay at noon.{tail}")
    assert flagged(anonymous_lead, hearsay, Verdict.BREAKS)
    assert not flagged(anonymous_lead, plain, Verdict.BREAKS)
