"""Which verbs does the text use for each source, and do they only report?"""

import pytest

from source_audit.checks.reporting_verbs import reporting_verbs
from tests.marking import cases, not_applicable, read

TEXT = """Anna Keller {} that the bridge was safe. The harbour is old.

Tom Hill said that it was not. Tom Hill said that ferries were better."""


def test_a_charged_verb_is_shown_for_its_source() -> None:
    reading = read(TEXT.format("claimed"))
    plain, charged = cases(reporting_verbs, reading)
    assert plain.message == "Verbs that only report: 2 of 3."
    assert charged.message == "Anna Keller, verbs that do more: 1 of 1. “claimed” can cast doubt."
    assert charged.span.of(reading.text) == "claimed"


def test_verbs_that_only_report() -> None:
    (case,) = cases(reporting_verbs, read(TEXT.format("added")))
    assert case.message == "Verbs that only report: 3 of 3."


@pytest.mark.parametrize(("one", "other"), [("Senator Ann Poe", "Senator Lea Holm"), ("Democrats", "Republicans")])
def test_both_sides_are_measured_alike(one: str, other: str) -> None:
    def effect(name: str) -> str:
        message = cases(reporting_verbs, read(f"{name} admitted that the bridge was unsafe."))[-1].message
        return message.partition(",")[2]

    assert effect(one) == effect(other) == " verbs that do more: 1 of 1. “admitted” can sound like guilt."


def test_a_text_without_statements() -> None:
    assert not_applicable(reporting_verbs, read("The river is calm. Ferries cross it."))
