"""Is there something else for each key claim of an unnamed source?"""

import pytest

from source_audit.checks.anonymous_corroboration import anonymous_corroboration
from source_audit.finding import Verdict
from tests.extract.reading import read
from tests.marking import cases, not_applicable

HEAD = "Swing bridge of Skarn to be shut\n\n"
CLAIM = "A senior official said that the northern pier would cost the town two million crowns."


def verdicts(text: str) -> list[Verdict]:
    return [case.verdict for case in cases(anonymous_corroboration, read(HEAD + text))]


def test_one_unnamed_source_alone_is_shown_with_its_claim() -> None:
    reading = read(HEAD + CLAIM)
    (case,) = cases(anonymous_corroboration, reading)
    assert case.verdict is Verdict.BREAKS
    assert [(part.span.of(reading.text), part.note) for part in case.evidence] == [
        ("that the northern pier would cost the town two million crowns", "the claim"),
        ("A senior official", "the unnamed source"),
    ]


@pytest.mark.parametrize(
    "more",
    [
        "Tom Beck, an engineer, said that the northern pier would cost at least two million crowns.",
        "Another official said that the northern pier would cost the town two million crowns.",
        "A second person confirmed it.",
        "Emails seen by the Courier give the same sum.",
    ],
)
def test_a_second_origin_or_a_document_is_support(more: str) -> None:
    assert Verdict.BREAKS not in verdicts(f"{CLAIM} {more}")
    assert Verdict.HOLDS in verdicts(f"{CLAIM} {more}")


def test_people_who_are_counted_are_several_sources() -> None:
    assert verdicts(CLAIM.replace("A senior official", "Two senior officials")) == [Verdict.HOLDS]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(CLAIM.replace("A senior official", "Sources"), id="sources without a number"),
        pytest.param("“It cost two million crowns and it was a joke,” a senior official said.", id="quoted words"),
        pytest.param(f"{CLAIM} Ana Ruiz said the pier was far too dear for a town like this.", id="perhaps the same"),
    ],
)
def test_what_is_not_clear_is_left_to_the_reader(text: str) -> None:
    assert verdicts(text) == [Verdict.UNSURE]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz said that the northern pier would cost the town two million crowns.",
        "A police spokesman said that the northern pier would cost the town two million crowns.",
        "Her lawyer said that the northern pier would cost the town two million crowns.",
    ],
)
def test_named_sources_and_offices_are_not_asked_about(text: str) -> None:
    assert not_applicable(anonymous_corroboration, read(HEAD + text)) == "No unnamed source makes a key claim."
