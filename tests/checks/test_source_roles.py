"""In which roles do the sources speak?"""

from typing import Any

import pytest
from attrs import evolve

from source_audit.attribution import SourceKind
from source_audit.checks.source_roles import source_roles
from source_audit.finding import Verdict
from source_audit.labels import label_sources
from source_audit.resources import data
from tests.drafts import Draft
from tests.marking import cases, not_applicable, words

NAMES: dict[str, str] = data("source_roles")["names"]


def role_of(text: str, name: str = "Ana Ruiz", **facts: Any) -> str:
    draft = Draft(text)
    draft.says(draft.source(name, **facts), "the bay is calm")
    reading = draft.reading()
    (case,) = cases(source_roles, evolve(reading, labelled=label_sources(reading)))
    assert case.verdict is Verdict.NOTE
    return {f"{shown}: 1 of 1.": role for role, shown in NAMES.items()}[case.message]


@pytest.mark.parametrize(
    ("words_", "role"),
    [
        ("the mayor", "politician"),
        ("a Labour MP", "politician"),
        ("the police chief", "official"),
        ("a ministry spokesman", "official"),
        ("the company's chief executive", "company"),
        ("owner of a boatyard", "company"),
        ("a professor of engineering", "expert"),
        ("an economist at the bank", "expert"),
        ("a passenger", "affected"),
        ("who lives by the bay", "affected"),
        ("an activist", "organisation"),
        ("leader of a trade union", "organisation"),
        ("a columnist", "media"),
        ("37", "untold"),
    ],
)
def test_the_words_beside_a_name_tell_the_role(words_: str, role: str) -> None:
    assert role_of(f"Ana Ruiz, {words_}, said the bay is calm.") == role


@pytest.mark.parametrize(
    ("name", "kind", "role"),
    [
        ("a report", SourceKind.DOCUMENT, "document"),
        ("the Courier", SourceKind.OUTLET, "media"),
        ("Norhaven Police", SourceKind.ORGANISATION, "official"),
        ("Acme Airlines", SourceKind.ORGANISATION, "company"),
        ("Norhaven University", SourceKind.ORGANISATION, "expert"),
        ("two officials", SourceKind.UNNAMED_GROUP, "official"),
        ("one resident", SourceKind.UNNAMED_PERSON, "affected"),
    ],
)
def test_kinds_and_names_tell_the_role(name: str, kind: SourceKind, role: str) -> None:
    assert role_of(f"It is known from {name} that the bay is calm.", name, kind=kind) == role


def test_roles_stand_in_one_order_with_their_sources() -> None:
    draft = Draft("Ana Ruiz, a professor, said one. Tom Hill, the mayor, said two. Lea Holm, a baker, said three.")
    for name, said in (("Ana Ruiz", "one"), ("Tom Hill", "two"), ("Lea Holm", "three")):
        draft.says(draft.source(name), said)
    found = cases(source_roles, draft.reading())
    assert [case.message for case in found] == [
        "Politicians, parties and campaigns: 1 of 3.",
        "Experts and research bodies: 1 of 3.",
        "Role not told, or not recognised: 1 of 3.",
    ]
    assert words(draft.text, [case.span for case in found]) == ["Tom Hill", "Ana Ruiz", "Lea Holm"]


def test_what_somebody_does_at_the_time_is_no_role() -> None:
    assert role_of("Ana Ruiz, speaking to a reporter, said the bay is calm.") == "untold"


def test_a_party_makes_a_politician_whichever_it_is() -> None:
    roles = {
        role_of(f"Ana Ruiz, {party} chairwoman of the group, said the bay is calm.")
        for party in data("parties")["names"]
    }
    assert roles == {"politician"}


def test_nothing_is_read_into_sex_age_origin_or_faith() -> None:
    words_ = {word for row in data("source_roles")["people"].values() for word in row}
    assert not words_ & {
        "man",
        "woman",
        "boy",
        "girl",
        "black",
        "white",
        "muslim",
        "jewish",
        "christian",
        "old",
        "young",
    }


def test_no_word_tells_two_roles() -> None:
    lists = data("source_roles")["people"].values()
    assert sum(map(len, lists)) == len({word for row in lists for word in row})


def test_nobody_speaks() -> None:
    assert (
        not_applicable(source_roles, Draft("The bay is calm.").reading()) == "The text gives no statement to a source."
    )
