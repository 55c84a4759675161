"""Which sources declare a party or a side?"""

from typing import Any

import pytest

from source_audit.attribution import Declared, SourceKind
from source_audit.checks.partisan_sources import partisan_sources
from source_audit.document import Embed
from source_audit.finding import Case, Verdict
from source_audit.resources import data, rows
from tests.drafts import Draft
from tests.marking import cases, not_applicable


def by_text(text: str, name: str = "Ann Poe", **facts: Any) -> list[Case | object]:
    draft = Draft(text)
    draft.says(draft.source(name, **facts), "the bridge")
    return list(partisan_sources(draft.reading()))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Senator Ann Poe, R-Texas, praised the bridge.", "R-Texas"),
        ("Senator Ann Poe, D-Texas, praised the bridge.", "D-Texas"),
        ("Senator Ann Poe (D-Ohio) praised the bridge.", "D-Ohio"),
        ("Democratic senator Ann Poe praised the bridge.", "Democratic"),
        ("Republican senator Ann Poe praised the bridge.", "Republican"),
        ("Labour MP Ann Poe praised the bridge.", "Labour"),
        ("Conservative MP Ann Poe praised the bridge.", "Conservative"),
        ("Ann Poe, a Liberal Democrat, praised the bridge.", "Liberal Democrat"),
        ("Ann Poe, the campaign manager, praised the bridge.", "campaign manager"),
    ],
)
def test_a_party_that_the_text_gives(text: str, words: str) -> None:
    (case,) = by_text(text)
    assert isinstance(case, Case)
    assert case.span.of(text) == "Ann Poe"
    assert case.message == "The text says the party or campaign of this source."
    assert case.evidence[0].note == f"the text: “{words}”"
    assert case.verdict is Verdict.NOTE


def test_a_role_that_the_reading_knows() -> None:
    (case,) = by_text("Ann Poe praised the bridge.", role="Republican senator")
    assert isinstance(case, Case)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Poe praised the bridge.",
        "Ann Poe told Republican senators to praise the bridge.",
        "Ann Poe, a labour lawyer, praised the bridge.",
        "Ann Poe, who is conservative with money, praised the bridge.",
        "Republican voters like the bridge. Ann Poe praised the bridge.",
    ],
)
def test_a_party_of_somebody_else_or_a_common_word(text: str) -> None:
    assert not isinstance(by_text(text)[0], Case)


@pytest.mark.parametrize(
    ("target", "direction"), [("Russia", "for"), ("Ukraine", "for"), ("Israel", "for"), ("Palestine", "for")]
)
def test_the_name_of_an_account_takes_a_position(target: str, direction: str) -> None:
    text = f"The bridge fell.\n\nIt fell tonight, and nobody was hurt.\n— {target}IsntEnemy (@{target}IsntEnemy) March 9, 2025"
    draft = Draft(text)
    (case,) = cases(partisan_sources, draft.reading())
    assert case.message == f"The account's name itself takes a position: {direction} {target}."
    assert case.evidence[0].note == f"the name: “{target}IsntEnemy”"
    assert f"{target}IsntEnemy" in case.span.of(text)


def test_the_name_of_a_person_is_no_position() -> None:
    draft = Draft("Pro Russia praised the bridge.")
    draft.says(draft.source("Pro Russia"), "the bridge")
    assert not_applicable(partisan_sources, draft.reading())
    draft = Draft("ProRussia praised the bridge.")
    draft.says(draft.source("ProRussia", kind=SourceKind.ACCOUNT), "the bridge")
    assert len(cases(partisan_sources, draft.reading())) == 1


@pytest.mark.parametrize(("handle", "kind"), [("Amanda4Congress", "campaign"), ("GreenRiverParty", "party")])
def test_the_kind_of_an_account_goes_before_a_position(handle: str, kind: str) -> None:
    draft = Draft("The bridge fell.", embeds=(Embed(platform="x", handle=handle),))
    (case,) = cases(partisan_sources, draft.reading())
    assert case.message == f"The account's name says that it is a {kind}'s."


def test_the_readers_own_list_goes_first_and_is_named() -> None:
    draft = Draft("The bridge fell.", embeds=(Embed(platform="x", handle="ProRussia"),))
    listed = Declared(name="@prorussia", side="satire", note="as of May", origin="mine.csv")
    (case,) = cases(partisan_sources, draft.reading(declared=(listed,)))
    assert case.message == "Your own list gives a side: satire."
    assert case.evidence[0].note == "your list mine.csv: as of May"


def test_an_account_that_is_also_a_source_is_shown_once() -> None:
    draft = Draft("ProRussia praised the bridge.", embeds=(Embed(platform="x", handle="ProRussia"),))
    draft.says(draft.source("@ProRussia", at="ProRussia", kind=SourceKind.ACCOUNT), "the bridge")
    assert len(cases(partisan_sources, draft.reading())) == 1


@pytest.mark.parametrize(
    "row", [row for row in rows("hosts") if row["kind"] == "party"][:8], ids=lambda row: row["key"]
)
def test_a_link_to_a_partys_site(row: dict[str, str]) -> None:
    page = f'<article><h1>Bridge</h1><p>The <a href="https://{row["key"]}/plan">plan</a> for the bridge was shown on Friday to all who came.</p></article>'
    draft = Draft(page, html=True)
    (case,) = cases(partisan_sources, draft.reading())
    assert case.message == f"This link leads to a party's site: {row['name']}."


def test_every_party_is_found_alike() -> None:
    for party in data("parties")["names"]:
        (case,) = by_text(f"Ann Poe ({party}) praised the bridge.")
        assert isinstance(case, Case), party
        assert case.evidence[0].note == f"the text: “{party}”"


def test_nobody_declares_a_side() -> None:
    assert (
        not_applicable(partisan_sources, Draft("The river is calm.").reading())
        == "No source, account or link declares a side."
    )
