"""Whose names does a reader miss?"""

import pytest

from source_audit.checks.anonymity_reason import anonymity_reason
from source_audit.finding import Verdict
from tests.marking import cases, not_applicable, read

NONE = "No unnamed person tells the reporter something for which a reader would expect a name."
FILLER = "\n\nThe bay is calm in May and the market opens at nine. It was built in 1912."


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('"Open the door!" an officer shouted.', id="who shouts"),
        pytest.param('"What a mess," one user wrote.', id="who posts"),
        pytest.param("Critics were loud. In a speech, an official said that the bridge was unsafe.", id="in public"),
        pytest.param("An engineer told the court that the bridge was unsafe.", id="in court"),
        pytest.param(
            "The jury heard a tape on which a worker is heard saying that the bridge was unsafe.", id="a tape"
        ),
    ],
)
def test_who_is_heard_in_public_or_told_is_not_asked_about(text: str) -> None:
    reading = read(f"Bridge shut\n\nThe bridge was shut on Monday.\n\n{text}{FILLER}")
    assert not_applicable(anonymity_reason, reading) == NONE


def test_what_a_name_is_said_to_be_now_is_no_second_source() -> None:
    text = "Tom Hill, who is now a senior fellow at the Bay Centre, said that the bridge was unsafe."
    assert not_applicable(anonymity_reason, read(f"Bridge shut\n\n{text}{FILLER}")) == "Every source is named."


@pytest.mark.parametrize(
    ("text", "who"),
    [
        pytest.param("Two officials said that the bridge was unsafe.", "Two officials", id="officials"),
        pytest.param("A source has told this paper that the bridge was unsafe.", "A source", id="a source"),
        pytest.param("His aides said that the bridge was unsafe.", "His aides", id="aides"),
    ],
)
def test_who_tells_the_reporter_is_asked_about(text: str, who: str) -> None:
    reading = read(f"Bridge shut\n\nThe bridge was shut on Monday.\n\n{text}{FILLER}")
    (case,) = cases(anonymity_reason, reading)
    assert case.span.of(reading.text) == who


def test_where_the_text_says_that_a_name_is_withheld_is_shown() -> None:
    reading = read(
        "Bridge shut\n\nThe bridge is unsafe, an engineer has told this paper. It opens in May.\n\n"
        f"The engineer did not wish to be identified.{FILLER}"
    )
    (case,) = cases(anonymity_reason, reading)
    assert case.evidence[-1].note == "what the text says of the name"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        pytest.param("A trustee said that the bridge was unsafe.", "A trustee", id="a noun on no list"),
        pytest.param(
            "A spokesman for Ambry Council said that it was safe.", "A spokesman for Ambry Council", id="spokesman"
        ),
        pytest.param("The bridge was sold to Orsa Group, a source said.", "a source", id="no apposition"),
    ],
)
def test_people_are_asked_about_whatever_they_are_called(text: str, who: str) -> None:
    reading = read(f"Bridge shut\n\nThe bridge was shut on Monday.\n\n{text}{FILLER}")
    (case,) = cases(anonymity_reason, reading)
    assert case.span.of(reading.text) == who


@pytest.mark.parametrize(
    "reason",
    [
        "She did not want her name used because her lease is up for renewal in May.",
        "She asked that her name be left out, as the deal she signed lets the firm claim its money back.",
        "She spoke on condition that she not be named. Her contract allows the firm to dismiss her.",
    ],
)
def test_a_reason_is_found_by_its_shape(reason: str) -> None:
    reading = read(
        f"Bridge shut\n\nThe bridge was shut on Monday.\n\nA welder said that it was unsafe. {reason}{FILLER}"
    )
    (case,) = cases(anonymity_reason, reading)
    assert case.verdict is Verdict.HOLDS
