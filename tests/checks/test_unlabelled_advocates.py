"""Does the text tell the side or stake of the bodies that want something?"""

from typing import Any

import pytest
from attrs import evolve

from source_audit.attribution import SourceKind
from source_audit.check import Lifecycle
from source_audit.checks.unlabelled_advocates import unlabelled_advocates
from source_audit.finding import Case, Verdict
from source_audit.labels import label_sources
from source_audit.reading import Reading
from source_audit.resources import data, rows
from source_audit.span import Span
from tests.drafts import Draft
from tests.marking import cases, flagged, not_applicable, read, read_html

WITH_NAMES = [row["name"] for row in rows("hosts") if row["kind"] in data("advocates")["kinds"]]
LEFT_AND_RIGHT = [
    ("Center for American Progress", "Heritage Foundation"),
    ("Economic Policy Institute", "American Enterprise Institute"),
    ("Public Citizen", "Judicial Watch"),
    ("Roosevelt Institute", "Manhattan Institute"),
    ("New Economics Foundation", "Adam Smith Institute"),
]


def reading(text: str, name: str = "Ana Ruiz", **facts: Any) -> Reading:
    draft = Draft(text)
    draft.says(draft.source(name, **facts), "the toll is a mistake")
    made = draft.reading()
    return evolve(made, labelled=label_sources(made))


def of_person(rest: str) -> Reading:
    return reading(f"Ana Ruiz of the {rest} said that the toll is a mistake.")


def sole(made: Reading) -> Case:
    (case,) = cases(unlabelled_advocates, made)
    return case


def test_it_is_experimental() -> None:
    assert unlabelled_advocates.lifecycle is Lifecycle.EXPERIMENTAL


def test_a_known_body_without_a_label_is_grave() -> None:
    made = of_person("Cato Institute")
    case = sole(made)
    assert case.verdict is Verdict.BREAKS
    assert case.span.of(made.text) == "Cato Institute"
    assert (
        case.message == "This is a think tank or campaign group, and the text does not tell its side, aim or funding."
    )


@pytest.mark.parametrize(
    "rest",
    [
        "Cato Institute, a libertarian think tank,",
        "Cato Institute, which is funded by Acme Rail,",
        "Cato Institute, which opposes tolls,",
        "libertarian Cato Institute",
    ],
)
def test_a_word_for_side_aim_or_funding_is_enough(rest: str) -> None:
    assert sole(of_person(rest)).verdict is Verdict.HOLDS


def test_a_label_counts_wherever_it_stands() -> None:
    text = (
        "Ana Ruiz of the Cato Institute said that the toll is a mistake.\n\nThe Cato Institute is a libertarian body."
    )
    assert sole(reading(text)).verdict is Verdict.HOLDS


def test_nonpartisan_tells_nothing() -> None:
    assert sole(of_person("nonpartisan Cato Institute")).verdict is Verdict.BREAKS


@pytest.mark.parametrize(
    "body", ["Coalition for Open Roads", "Citizens for Better Bridges", "Harbour Policy Institute"]
)
def test_an_unknown_body_with_such_a_name_is_left_to_the_reader(body: str) -> None:
    case = sole(reading(f"The {body} said that the toll is a mistake.", body, kind=SourceKind.ORGANISATION))
    assert case.verdict is Verdict.UNSURE


@pytest.mark.parametrize(
    "body", ["Alliance of Teachers", "Coalition Against Tolls", "Progressive Policy Forum", "Conservative Policy Forum"]
)
def test_a_name_that_tells_its_cause_is_a_label(body: str) -> None:
    case = sole(reading(f"The {body} said that the toll is a mistake.", body, kind=SourceKind.ORGANISATION))
    assert case.verdict is Verdict.HOLDS


@pytest.mark.parametrize(
    "rest",
    [
        "Center for Disease Studies",
        "Harbour Policy Institute at Norhaven University",
        "Norhaven Police Department",
        "harbour board",
    ],
)
def test_public_and_learned_bodies_are_not_asked_about(rest: str) -> None:
    assert not_applicable(unlabelled_advocates, of_person(rest)) == "No body that is known to want something speaks."


def test_a_tie_that_is_over_is_not_asked_about() -> None:
    text = "Ana Ruiz, who formerly led the Cato Institute, said that the toll is a mistake."
    role = "who formerly led the Cato Institute"
    start = text.index(role)
    told = reading(text, role=role, role_span=Span(start, start + len(role)))
    assert not_applicable(unlabelled_advocates, told) == "No body that is known to want something speaks."


def test_an_interest_that_the_text_gives_is_in_order() -> None:
    case = sole(reading("Ana Ruiz, a lobbyist for Acme Rail, said that the toll is a mistake."))
    assert case.verdict is Verdict.HOLDS


def test_a_body_is_asked_about_once() -> None:
    draft = Draft("Ana Ruiz of the Cato Institute said one. Tom Hill of the Cato Institute said two.")
    draft.says(draft.source("Ana Ruiz"), "one")
    draft.says(draft.source("Tom Hill"), "two")
    assert len(cases(unlabelled_advocates, draft.reading())) == 1


@pytest.mark.parametrize(("left", "right"), LEFT_AND_RIGHT)
@pytest.mark.parametrize("label", ["", ", a think tank,", ", a conservative group,", ", a liberal group,"])
def test_sides_are_treated_alike(left: str, right: str, label: str) -> None:
    verdicts = [sole(of_person(f"{body}{label}")).verdict for body in (left, right)]
    assert verdicts[0] is verdicts[1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("conservative", "liberal"),
        ("conservative-leaning", "liberal-leaning"),
        ("left-wing", "right-wing"),
        ("left-leaning", "right-leaning"),
        ("far-left", "far-right"),
        ("center-left", "center-right"),
        ("republican", "democratic"),
        ("labour", "tory"),
        ("pro-life", "pro-choice"),
        ("gun control", "gun rights"),
        ("pro-israel", "pro-palestinian"),
        ("pro-business", "pro-labor"),
        ("hawkish", "dovish"),
        ("supports", "opposes"),
    ],
)
def test_a_label_for_one_side_has_its_pair(one: str, other: str) -> None:
    assert {one, other} <= set(data("advocates")["labels"])


def test_a_known_body_is_seen_wherever_it_wants_something() -> None:
    made = read("The toll was raised on Monday.\n\nThe Heritage Foundation wants the toll to be dropped.")
    assert flagged(unlabelled_advocates, made, Verdict.BREAKS) == ["Heritage Foundation"]


POST = (
    "<article><h1>Toll</h1><p>“It is the children I feel for,” said Ana Ruiz, a mother of two.{more}</p>"
    "<blockquote class='twitter-tweet'><p>Chip in today.</p>&mdash; {name} (@AnaRuizBoard) "
    "<a href='https://twitter.com/AnaRuizBoard/status/1190000000000000000'>May 2, 2025</a></blockquote></article>"
)


def test_a_neighbour_whose_account_says_that_she_runs_for_an_office() -> None:
    made = read_html(POST.format(name="Ana Ruiz for School Board", more=""))
    assert flagged(unlabelled_advocates, made, Verdict.BREAKS) == ["Ana Ruiz, a mother of two"]


@pytest.mark.parametrize(
    ("name", "more"), [("Ana Ruiz", ""), ("Ana Ruiz for School Board", " Ruiz is a candidate in the May vote.")]
)
def test_no_race_or_one_that_the_text_tells(name: str, more: str) -> None:
    made = unlabelled_advocates(read_html(POST.format(name=name, more=more)))
    assert all(getattr(case, "verdict", None) is not Verdict.BREAKS for case in made)
