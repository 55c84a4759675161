"""Does a post only repeat what the article has quoted already?"""

import pytest

from source_audit.attribution import Kind
from source_audit.checks.circular_embed import circular_embed
from source_audit.finding import Verdict
from tests.drafts import Draft
from tests.marking import cases

WORDS = "I know who sits on that bus at three in the morning."
POST = f"{WORDS}\n— Peter Aldous (@peteraldous) April 21, 2026"


def draft(lead_in: str, after: str = "") -> Draft:
    made = Draft(f'Peter Aldous said: "{WORDS}"\n\n{lead_in}\n\n{POST}' + (f"\n\n{after}" if after else ""))
    own = made.says(made.source("Peter Aldous"), f'"{WORDS}"', kind=Kind.DIRECT)
    made.repeats(own, f'"{WORDS}"', WORDS)
    return made


@pytest.mark.parametrize(
    "lead_in", ["He shared his words on X:", "He posted the same on X:", "The mayor's office runs an account."]
)
def test_a_bare_duplicate_is_mild(lead_in: str) -> None:
    made = draft(lead_in)
    (case,) = cases(circular_embed, made.reading())
    assert case.verdict is Verdict.MILD
    assert [(piece.span.of(made.text), piece.note) for piece in case.evidence] == [
        (f'"{WORDS}"', "the statement"),
        (WORDS, "the post"),
    ]
    assert case.evidence[1].span.start > case.evidence[0].span.end


@pytest.mark.parametrize(
    ("lead_in", "after"),
    [
        ("A post confirmed the words of the mayor:", ""),
        ("He also said on X:", ""),
        ("Riders feel the same, as this shows:", ""),
        ("He shared his words on X:", "The account confirmed what the mayor had said."),
    ],
)
def test_a_repetition_sold_as_support_breaks(lead_in: str, after: str) -> None:
    made = draft(lead_in, after)
    (case,) = cases(circular_embed, made.reading())
    assert case.verdict is Verdict.BREAKS
    assert case.evidence[2].note == "offered as support"
    assert case.message == "The post repeats this statement and is offered as support for it."


@pytest.mark.parametrize(
    ("lead_in", "after"),
    [
        ("Police confirmed the date. Peter Aldous shared his words on X:", ""),
        ("He shared his words on X:", "Police confirmed that the bus was empty."),
        ("He shared his words on X:", "The river is calm. The account confirmed it."),
    ],
)
def test_a_confirmation_of_something_else_is_no_support(lead_in: str, after: str) -> None:
    assert [case.verdict for case in cases(circular_embed, draft(lead_in, after).reading())] == [Verdict.MILD]


def test_a_post_that_repeats_nothing_is_in_order() -> None:
    made = Draft(f"Peter Aldous disagreed.\n\n{POST}")
    (case,) = cases(circular_embed, made.reading())
    assert (case.verdict, case.message) == (Verdict.HOLDS, "The post repeats no statement of the article.")


def test_the_closest_statement_is_shown_once() -> None:
    made = draft("He shared his words on X:")
    made._repeats.append(
        made._repeats[0].__class__(
            embed=0, attribution_id="a1", quoted=made.at("Peter Aldous"), post=made.at(WORDS, 1), overlap=0.6
        )
    )
    (case,) = cases(circular_embed, made.reading())
    assert case.span.of(made.text) == f'"{WORDS}"'
