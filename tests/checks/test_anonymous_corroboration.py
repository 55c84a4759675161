"""Is there something else for each key claim of an unnamed source?"""

import pytest

from source_audit.checks.anonymous_corroboration import anonymous_corroboration
from source_audit.finding import Case, Verdict
from tests.extract.reading import read
from tests.marking import cases, not_applicable

HEAD = "Swing bridge of Skarn to be shut\n\n"
CLAIM = "A senior official said that the northern pier would cost the town two million crowns."


def verdicts(text: str) -> list[Verdict]:
    outcomes = anonymous_corroboration(read(HEAD + text))
    return [outcome.verdict for outcome in outcomes if isinstance(outcome, Case)]


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


LONG = (
    "Ana Ruiz, the harbour master, said that boats would pass until May.\n\n"
    "Tom Beck, an engineer, said that the paint had come from Norway.\n\n"
    "Mara Holt, a teacher, said that her pupils walked to school.\n\n"
)
WRONG = "A former clerk said that the keeper had been drinking on the night of the collision."


def test_a_wrong_far_down_in_the_text_is_a_key_claim() -> None:
    assert verdicts(LONG + WRONG) == [Verdict.BREAKS]
    assert verdicts(LONG + WRONG.replace("had been drinking", "had been reading")) == []


def test_a_document_that_only_tells_who_the_source_is_is_no_support() -> None:
    text = "A person briefed on the report said that the keeper had been drinking."
    assert verdicts(LONG + text) == [Verdict.BREAKS]


def test_words_that_many_statements_share_are_no_sign_of_support() -> None:
    others = "".join(
        f"{who} said that the northern pier {what}.\n\n"
        for who, what in [
            ("Ana Ruiz", "was green"),
            ("Tom Beck", "smelled"),
            ("Mara Holt", "leaned"),
            ("Jo Pike", "shook"),
        ]
    )
    assert verdicts(others + "A former clerk said that the keeper of the northern pier lied.") == [Verdict.BREAKS]


def test_people_who_are_counted_are_several_sources() -> None:
    assert verdicts(CLAIM.replace("A senior official", "Two senior officials")) == [Verdict.HOLDS]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(CLAIM.replace("A senior official", "Sources"), id="sources without a number"),
        pytest.param("“It cost two million crowns and it was a joke,” a senior official said.", id="quoted words"),
        pytest.param(f"{CLAIM} Ana Ruiz said the pier was far too dear for a town like this.", id="perhaps the same"),
        pytest.param(CLAIM.replace("would", "could"), id="what may come"),
        pytest.param(CLAIM.replace("A senior", "A Fell Ferries"), id="somebody of a body with a name"),
        pytest.param(f"{LONG}{WRONG} The report has the times.", id="a document in the next sentence"),
        pytest.param("A former clerk said that they lied to us about the cost of the pier.", id="lived through"),
        pytest.param("A former clerk said that the report hid the cracks of the pier.", id="a document in the claim"),
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


def test_what_somebody_is_called_is_no_claim() -> None:
    text = "A former clerk described the harbour master as a man who had been drinking."
    assert not_applicable(anonymous_corroboration, read(HEAD + text)) == "No unnamed source makes a key claim."
