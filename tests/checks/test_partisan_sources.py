"""Which sources have a known side, office or interest, and how is it known?"""

from collections.abc import Iterable
from typing import Any

import pytest
from attrs import evolve

from source_audit.attribution import Declared, SourceKind
from source_audit.checks.partisan_sources import partisan_sources
from source_audit.document import Embed
from source_audit.finding import Case, Verdict
from source_audit.label import How, What
from source_audit.labels import label_sources
from source_audit.reading import Reading
from source_audit.resources import data, rows
from tests.drafts import Draft
from tests.marking import cases, not_applicable

PARTIES = data("parties")["names"]


def labelled(draft: Draft, declared: Iterable[Declared] = ()) -> Reading:
    reading = draft.reading()
    return evolve(reading, labelled=label_sources(reading, declared))


def by_text(text: str, name: str = "Ann Poe", **facts: Any) -> list[Case | object]:
    draft = Draft(text)
    draft.says(draft.source(name, **facts), "the bridge")
    return list(partisan_sources(labelled(draft)))


def page(href: str) -> Draft:
    body = f'<article><h1>Bridge</h1><p>The <a href="{href}">plan</a> for the bridge was shown on Friday to all who came.</p></article>'
    return Draft(body, html=True)


# --- the text ---


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
        ("Ann Poe, a lobbyist for Acme Rail, praised the bridge.", "lobbyist for Acme Rail"),
        ("Ann Poe, which is funded by Acme Rail, praised the bridge.", "funded by Acme Rail"),
        ("Ann Poe, who lobbies for the rail firms, praised the bridge.", "lobbies for the rail firms"),
        ("Ann Poe, who represents the landlords, praised the bridge.", "represents the landlords"),
        ("Ann Poe, a spokeswoman for the tenants, praised the bridge.", "spokeswoman for the tenants"),
        ("Ann Poe, the company’s chief executive, praised the bridge.", "the company’s chief executive"),
        ("Ann Poe, a trade association, praised the bridge.", "trade association"),
        ("Ann Poe, an advocacy group, praised the bridge.", "advocacy group"),
        ("Ann Poe, a trade union, praised the bridge.", "trade union"),
    ],
)
def test_a_party_or_interest_that_the_text_gives(text: str, words: str) -> None:
    (case,) = by_text(text)
    assert isinstance(case, Case)
    assert case.span.of(text) == "Ann Poe"
    assert case.message == f"Ann Poe: the text says “{words}”."
    assert case.evidence[0].note == "from the text"
    assert case.evidence[-1].span.of(text) == words
    assert case.verdict is Verdict.NOTE


def test_a_role_that_the_reading_knows() -> None:
    (case,) = by_text("Ann Poe praised the bridge.", role="Republican senator")
    assert isinstance(case, Case)
    assert case.message == "Ann Poe: the text says “Republican”."


def test_party_and_interest_stand_side_by_side() -> None:
    (case,) = by_text("Ann Poe, a Labour MP and adviser to Acme Rail, praised the bridge.")
    assert isinstance(case, Case)
    assert case.message == "Ann Poe: the text says “Labour”; the text says “adviser to Acme Rail”."


def test_an_unnamed_source_has_the_side_that_the_text_gives() -> None:
    (case,) = by_text("A Republican aide praised the bridge.", "A Republican aide", kind=SourceKind.UNNAMED_PERSON)
    assert isinstance(case, Case)
    assert case.message == "A Republican aide: the text says “Republican”."


@pytest.mark.parametrize(
    "text",
    [
        "Ann Poe praised the bridge.",
        "Ann Poe told Republican senators to praise the bridge.",
        "Ann Poe, a labour lawyer, praised the bridge.",
        "Ann Poe, who is conservative with money, praised the bridge.",
        "Republican voters like the bridge. Ann Poe praised the bridge.",
        "Ann Poe, the U.S. attorney for the Western District, praised the bridge.",
        "Ann Poe, who represents the 5th District, praised the bridge.",
        "Ann Poe, whose spokesman for Poe was ill, praised the bridge.",
        "Ann Poe, who saw the company’s new trucks, praised the bridge.",
        "Ann Poe, a union of many arts, praised the bridge.",
    ],
)
def test_a_party_of_somebody_else_or_a_common_word(text: str) -> None:
    assert not isinstance(by_text(text)[0], Case)


@pytest.mark.parametrize("party", PARTIES)
def test_every_party_is_found_alike(party: str) -> None:
    (case,) = by_text(f"Ann Poe ({party}) praised the bridge.")
    assert isinstance(case, Case)
    assert case.message == f"Ann Poe: the text says “{party}”."


# --- the name of an account ---


@pytest.mark.parametrize(
    ("target", "direction"), [("Russia", "for"), ("Ukraine", "for"), ("Israel", "for"), ("Palestine", "for")]
)
def test_the_name_of_an_account_takes_a_position(target: str, direction: str) -> None:
    text = f"The bridge fell.\n\nIt fell tonight, and nobody was hurt.\n— {target}IsntEnemy (@{target}IsntEnemy) March 9, 2025"
    (case,) = cases(partisan_sources, labelled(Draft(text)))
    name = f"{target}IsntEnemy"
    assert case.message == f"@{name}: its name takes a position {direction} {target}: “{name}”."
    assert case.evidence[0].note == "from the account's name"
    assert name in case.span.of(text)


def test_the_name_of_a_person_is_no_position() -> None:
    draft = Draft("Pro Russia praised the bridge.")
    draft.says(draft.source("Pro Russia"), "the bridge")
    assert not_applicable(partisan_sources, labelled(draft))
    draft = Draft("ProRussia praised the bridge.")
    draft.says(draft.source("ProRussia", kind=SourceKind.ACCOUNT), "the bridge")
    assert len(cases(partisan_sources, labelled(draft))) == 1


@pytest.mark.parametrize(("handle", "kind"), [("Amanda4Congress", "campaign"), ("GreenRiverParty", "party")])
def test_the_kind_of_an_account_goes_before_a_position(handle: str, kind: str) -> None:
    draft = Draft("The bridge fell.", embeds=(Embed(platform="x", handle=handle, author="I Stand With Russia"),))
    (case,) = cases(partisan_sources, labelled(draft))
    assert case.message == f"@{handle}: its name says that it is a {kind}’s: “{handle}”."


@pytest.mark.parametrize(("first", "last"), [("Joe", "Biden"), ("Donald", "Trump")])
def test_the_bearer_of_a_name_takes_no_position_by_it(first: str, last: str) -> None:
    own = Embed(platform="x", handle=f"Vote{last}", author=f"{first} {last}")
    assert not_applicable(partisan_sources, labelled(Draft("The bridge fell.", embeds=(own,))))
    other = Embed(platform="x", handle=f"Vote{last}", author="Carol Lane")
    assert len(cases(partisan_sources, labelled(Draft("The bridge fell.", embeds=(other,))))) == 1


def test_an_account_that_is_also_a_source_is_shown_once() -> None:
    draft = Draft("ProRussia praised the bridge.", embeds=(Embed(platform="x", handle="ProRussia"),))
    draft.says(draft.source("@ProRussia", at="ProRussia", kind=SourceKind.ACCOUNT), "the bridge")
    (one,) = labelled(draft).labelled
    assert (one.source_id, one.embed) == ("s1", 0)


def test_a_person_is_not_given_what_an_account_of_the_same_name_says() -> None:
    draft = Draft("Ann Poe praised the bridge.", embeds=(Embed(platform="x", handle="ProRussia", author="Ann Poe"),))
    draft.says(draft.source("Ann Poe"), "the bridge")
    (case,) = cases(partisan_sources, labelled(draft))
    assert case.message.startswith("@ProRussia: ")


# --- the reader's own list ---


def test_the_readers_own_list_is_always_shown_and_named() -> None:
    draft = Draft("The bridge fell.", embeds=(Embed(platform="x", handle="ProRussia"),))
    listed = Declared(name="@prorussia", side="satire", note="as of May", origin="mine.csv")
    (case,) = cases(partisan_sources, labelled(draft, [listed]))
    assert case.message == (
        "@ProRussia: its name takes a position for Russia: “ProRussia”; the added list mine.csv says “satire” (as of May)."
    )


def test_rows_of_the_list_that_disagree_stand_side_by_side() -> None:
    draft = Draft("Ann Poe praised the bridge.")
    draft.says(draft.source("Ann Poe"), "the bridge")
    rows = [Declared(name="Ann Poe", side=side, origin=f"{side}.csv", date="2026") for side in ("left", "right")]
    (case,) = cases(partisan_sources, labelled(draft, rows))
    assert case.message == (
        "Ann Poe: the added list left.csv says “left” (2026); the added list right.csv says “right” (2026)."
    )


@pytest.mark.parametrize(("platform", "found"), [("", True), ("x", True), ("telegram", False)])
def test_a_row_of_the_list_holds_on_its_platform(platform: str, found: bool) -> None:
    draft = Draft("The bridge fell.", embeds=(Embed(platform="x", handle="riverwatch"),))
    listed = Declared(name="RiverWatch", side="campaign", origin="mine.csv", platform=platform)
    assert bool(labelled(draft, [listed]).labelled) is found


def test_the_list_may_name_the_host_of_a_link() -> None:
    listed = Declared(name="river.example", side="campaign", origin="mine.csv")
    (case,) = cases(partisan_sources, labelled(page("https://www.river.example/plan"), [listed]))
    assert case.message == "river.example: the added list mine.csv says “campaign”."


# --- links and the order of origins ---


@pytest.mark.parametrize(
    "row", [row for row in rows("hosts") if row["kind"] == "party"][:8], ids=lambda row: row["key"]
)
def test_a_link_to_a_partys_site(row: dict[str, str]) -> None:
    (case,) = cases(partisan_sources, labelled(page(f"https://{row['key']}/plan")))
    register = data("registers")["sites"]
    assert case.message == f"{row['key']}: {row['name']}, according to {register['title']} ({register['date']})."
    assert case.evidence[0].note == "from a register"


def test_the_text_goes_before_a_register_and_the_own_list_comes_last() -> None:
    draft = Draft("Xinhua, a Labour outlet, praised the bridge.")
    draft.says(draft.source("Xinhua News Agency", at="Xinhua", kind=SourceKind.OUTLET), "the bridge")
    (one,) = labelled(draft, [Declared(name="Xinhua News Agency", side="mine", origin="m.csv")]).labelled
    hows = [label.how for label in one.labels]
    assert (hows[0], hows[-1]) == (How.TEXT, How.LIST)
    assert {How.REGISTER} == set(hows[1:-1])
    assert [label.what for label in one.labels][:2] == [What.PARTY, What.STATE_CONTROL]


def test_nobody_has_a_side() -> None:
    assert (
        not_applicable(partisan_sources, labelled(Draft("The river is calm.")))
        == "No side, office or interest of a source, account or link is known."
    )
