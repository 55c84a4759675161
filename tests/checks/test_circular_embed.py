"""Does a post only repeat what the article has quoted already?"""

import pytest

from source_audit.attribution import Kind
from source_audit.checks.circular_embed import circular_embed
from source_audit.finding import Verdict
from tests.drafts import Draft
from tests.marking import cases, read

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


def shown(before: str, post: str) -> list[Verdict]:
    """Return what the check says of a post behind some text, read as a user's would be."""
    text = f"The night bus stops in May.\n\n{before}\n\n{post}\n— Ana Ruiz (@anaruiz_tarn) April 21, 2026"
    return [case.verdict for case in cases(circular_embed, read(text))]


def test_a_post_that_the_text_calls_a_repetition_is_one_whatever_its_words() -> None:
    post = "Twelve hundred riders. Forty stops. None of them is empty."
    said = "Ana Ruiz, who drives the bus, said that it carries twelve hundred riders at forty stops."
    assert shown(f"{said} She has put out the same figures on Bluesky:", post) == [Verdict.MILD]
    assert shown(f"{said} Her story was borne out on Mastodon:", post) == [Verdict.BREAKS]
    assert shown(f"{said} She answered critics on Mastodon:", post) == [Verdict.HOLDS]


def test_a_post_that_repeats_a_post_it_names_repeats_it_and_two_reports_of_one_thing_do_not() -> None:
    first = (
        "Just gone past Harl Mill and the gate is wide open, nobody about.\n— Ana Ruiz (@anaruiz_tarn) April 21, 2026"
    )
    words = "{}went past Harl Mill and the gate was wide open, nobody about.\n— Leo Voss (@leovoss) April 22, 2026"

    def last(second: str) -> Verdict:
        text = (
            f"The mill lay dark.\n\nThen came this:\n\n{first}\n\nLeo Voss wrote a day later:\n\n{words.format(second)}"
        )
        return cases(circular_embed, read(text))[-1].verdict

    assert last("Ana Ruiz ") is Verdict.MILD
    assert last("I ") is Verdict.HOLDS
