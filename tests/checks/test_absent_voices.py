"""Who is written about often and is given no statement?"""

import pytest

from source_audit.check import Category, Lifecycle
from source_audit.checks.absent_voices import absent_voices
from source_audit.finding import Verdict
from tests.marking import cases, flagged, not_applicable, read

ABOUT = (
    "The council has dropped {who} from the harbour board.",
    "{who} joined the board in 1998. Few boats came.",
    "A march is planned for {short}. The vote on {short} is in May.",
    "The seat of {short} will stay empty.",
)
NOBODY = "Nobody is written about often without a statement of their own."


def article(who: str, *more: str) -> str:
    short = who.rsplit(maxsplit=1)[-1] if "Committee" not in who else who
    return "\n\n".join((*ABOUT, *more)).format(who=who, short=short)


def test_it_is_shown_and_weighs_nothing() -> None:
    assert absent_voices.lifecycle is Lifecycle.EXPERIMENTAL
    assert absent_voices.category is Category.CORROBORATION


@pytest.mark.parametrize("who", ["Laura Marsh", "Peter Marsh", "Harbour Safety Committee"])
def test_a_person_or_body_that_the_text_returns_to(who: str) -> None:
    (case,) = cases(absent_voices, read(article(who)))
    assert case.message == f"{who}: named 5 times, and no statement comes from there."
    assert case.verdict is Verdict.NOTE
    assert case.value == 5


@pytest.mark.parametrize(
    "more",
    [
        "Marsh said that the vote was unfair.",
        '"I will fight," Marsh told the Courier.',
        "A spokesman for Marsh said that the vote was unfair.",
        "Marsh did not respond to a request for comment.",
        "Marsh could not be reached.",
        "Marsh died in April.",
        "In a letter, Marsh called the vote unfair.",
    ],
)
def test_who_speaks_was_asked_or_is_dead_is_left_out(more: str) -> None:
    assert not_applicable(absent_voices, read(article("Laura Marsh", more))) == NOBODY


def test_two_bearers_of_a_name_are_not_told_apart() -> None:
    assert not_applicable(absent_voices, read(article("Laura Marsh", "Peter Marsh rows."))) == NOBODY


@pytest.mark.parametrize("dropped", [1, 2])
def test_few_mentions_are_nothing(dropped: int) -> None:
    text = "\n\n".join(article("Laura Marsh").split("\n\n")[:-dropped])
    assert not_applicable(absent_voices, read(text)) == NOBODY


def test_at_most_three_are_shown_the_most_named_first() -> None:
    people = ("Laura Marsh", "Peter Aldous", "Anna Holm", "David Lowe")
    text = "\n\n".join([*(article(who) for who in people), "Lowe rows."])
    found = flagged(absent_voices, read(text))
    assert len(found) == 3
    assert "David Lowe" in found


@pytest.mark.parametrize("sides", [("Republican", "Democratic"), ("Conservative", "Labour")])
def test_sides_are_treated_alike(sides: tuple[str, str]) -> None:
    """A side beside the name changes nothing."""
    shown = [flagged(absent_voices, read(article("Laura Marsh", f"The {side} vote was short."))) for side in sides]
    assert shown[0] == shown[1] == ["Laura Marsh"]
