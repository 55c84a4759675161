"""Does the text say why a source is unnamed?"""

from typing import Any

import pytest

from source_audit.attribution import SourceKind
from source_audit.checks.anonymity_reason import anonymity_reason
from source_audit.finding import Verdict
from tests.drafts import Draft
from tests.marking import cases, not_applicable, read

UNNAMED = SourceKind.UNNAMED_PERSON


def verdict_of(mention: str, reason: str) -> Verdict:
    draft = Draft(
        f"{mention}, {reason}, said the bridge was unsafe." if reason else f"{mention} said the bridge was unsafe."
    )
    facts: dict[str, Any] = {"reason_unnamed": draft.at(reason)} if reason else {}
    draft.says(draft.source(mention, kind=UNNAMED, **facts), "the bridge was unsafe")
    (case,) = cases(anonymity_reason, draft.reading())
    assert case.span.of(draft.text) == mention
    return case.verdict


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        ("who feared dismissal", Verdict.HOLDS),
        ("who asked not to be named for fear of reprisals", Verdict.HOLDS),
        ("who spoke on condition of anonymity because it could cost him his job", Verdict.HOLDS),
        ("who was not authorised to speak because of an ongoing investigation", Verdict.HOLDS),
        ("whose name is withheld under the law", Verdict.HOLDS),
        ("who was not authorised to speak publicly", Verdict.MILD),
        ("who wasn’t authorized to discuss the matter", Verdict.MILD),
        ("who asked for anonymity because of the sensitivity of the talks", Verdict.MILD),
        ("who asked for anonymity to speak candidly", Verdict.MILD),
        ("who spoke on condition of anonymity", Verdict.MILD),
        ("", Verdict.BREAKS),
    ],
)
def test_what_is_at_risk_a_formula_or_nothing(reason: str, expected: Verdict) -> None:
    assert verdict_of("A senior official", reason) is expected


@pytest.mark.parametrize("mention", ["A spokeswoman for the ministry", "A police spokesman", "The press office"])
def test_for_spokespeople_a_missing_reason_is_small(mention: str) -> None:
    assert verdict_of(mention, "") is Verdict.MILD


@pytest.mark.parametrize("mention", ["A victim of the flood", "A 12-year-old boy", "Two pupils"])
def test_nobody_asks_why_victims_and_children_are_unnamed(mention: str) -> None:
    draft = Draft(f"{mention} said the bridge was unsafe.")
    draft.says(draft.source(mention, kind=UNNAMED), "the bridge was unsafe")
    assert not_applicable(anonymity_reason, draft.reading()).startswith("No unnamed person tells")


@pytest.mark.parametrize("mention", ["A child welfare official", "A victim support worker", "An official for patients"])
def test_people_who_work_for_them_are_asked_about(mention: str) -> None:
    assert verdict_of(mention, "") is Verdict.BREAKS


def test_the_reason_is_shown_beside_the_source() -> None:
    draft = Draft("An aide said it was late. The aide asked not to be named because she feared for her contract.")
    reason = "because she feared for her contract"
    draft.says(draft.source("An aide", kind=UNNAMED, reason_unnamed=draft.at(reason)), "it was late")
    (case,) = cases(anonymity_reason, draft.reading())
    assert [(p.span.of(draft.text), p.note) for p in case.evidence] == [
        ("An aide", "the unnamed source"),
        (reason, "the reason given"),
    ]


def test_crowds_and_named_sources_are_not_asked_about() -> None:
    draft = Draft("Experts say it is late. Ana Ruiz said it is early.")
    draft.says(draft.source("Experts", kind=SourceKind.UNNAMED_GROUP, collective=True), "it is late")
    draft.says(draft.source("Ana Ruiz"), "it is early")
    assert not_applicable(anonymity_reason, draft.reading()) == "Every source is named."


def test_somebody_who_says_nothing_is_no_source() -> None:
    draft = Draft("A senior official left the room.")
    draft.source("A senior official", kind=UNNAMED)
    assert not_applicable(anonymity_reason, draft.reading()) == "Every source is named."


@pytest.mark.parametrize(
    ("mention", "reason", "value"),
    [("A spokeswoman for the ministry", "", 0), ("An engineer", "who was not authorised to speak publicly", None)],
)
def test_a_formula_is_some_reason_and_an_office_is_none(mention: str, reason: str, value: float | None) -> None:
    draft = Draft(f"{mention}, {reason}, said the bridge was unsafe.")
    facts: dict[str, Any] = {"reason_unnamed": draft.at(reason)} if reason else {}
    draft.says(draft.source(mention, kind=UNNAMED, **facts), "the bridge was unsafe")
    (case,) = cases(anonymity_reason, draft.reading())
    assert (case.verdict, case.value) == (Verdict.MILD, value)


def reasons(text: str) -> list[tuple[str, Verdict]]:
    reading = read(text)
    return [(case.span.of(reading.text), case.verdict) for case in cases(anonymity_reason, reading)]


def test_a_pair_that_is_told_of_again_is_asked_about_once() -> None:
    told = "Two officials at the port said the bridge was unsafe.\n\nThe pair, who {}, said that it swayed."
    assert reasons(told.format("asked not to be named")) == [("Two officials at the port", Verdict.BREAKS)]
    assert reasons(told.format("asked not to be named because they feared dismissal")) == [
        ("Two officials at the port", Verdict.HOLDS)
    ]


def test_one_who_cannot_be_named_has_a_reason() -> None:
    text = (
        "An official at the port said the bridge was unsafe. The official cannot be named because she fears dismissal."
    )
    assert reasons(text) == [("An official at the port", Verdict.HOLDS)]


def test_the_reason_of_one_person_is_not_anothers() -> None:
    text = (
        "The bridge is unsafe, according to a person familiar with the matter. The boats pass the old quay.\n\n"
        "A port worker who saw it, and who asked not to be named because he feared dismissal, went home."
    )
    assert reasons(text) == [("a person familiar with the matter", Verdict.BREAKS)]


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        ("to avoid victimisation", Verdict.HOLDS),
        ("because of possible sanctions", Verdict.HOLDS),
        ("to discuss an open investigation", Verdict.HOLDS),
        ("while the inquiry sits", Verdict.HOLDS),
        ("because she had not been authorised to speak", Verdict.MILD),
    ],
)
def test_what_is_at_risk_and_a_case_that_is_open_are_reasons(reason: str, expected: Verdict) -> None:
    text = f"An engineer at the port said the bridge was unsafe. The engineer asked for anonymity {reason}."
    assert reasons(text) == [("An engineer at the port", expected)]


@pytest.mark.parametrize(
    "words",
    [
        "who wished to stay anonymous to protect her children",
        "who is barred from discussing the bridge",
        "bound by a non-disclosure agreement",
    ],
)
def test_a_reason_in_a_clause_about_somebody(words: str) -> None:
    assert [verdict for _, verdict in reasons(f"An engineer at the port, {words}, said it was unsafe.")] == [
        Verdict.HOLDS
    ]


def test_a_sentence_about_all_gives_everybody_a_reason_and_one_about_another_only_hers() -> None:
    met = "The Ledger spoke to six divers. {} anonymity, citing fear of being blacklisted.\n\n“It swayed,” one welder said."
    assert reasons(met.format("All asked for")) == [("one welder", Verdict.HOLDS)]
    after = "A clerk at the port said it swayed.\n\nOne former diver, who gave no name because he fears prison, said it fell."
    assert reasons(after)[0] == ("A clerk at the port", Verdict.BREAKS)


@pytest.mark.parametrize(
    "reason",
    [
        "She fears for her pension.",
        "She did not want her daughters to know that she had spoken.",
        "She pleaded not to be named so as not to lose her job.",
    ],
)
def test_what_somebody_fears_may_stand_in_a_sentence_of_its_own(reason: str) -> None:
    (case,) = cases(anonymity_reason, read(f"A clerk at the ministry said that the bridge was unsafe. {reason}"))
    assert case.verdict is Verdict.HOLDS


def test_an_expert_of_the_lead_who_is_named_in_the_next_sentence_is_no_unnamed_source() -> None:
    lead = "The bridge of Tarn will not last the winter, an engineer at Ambry University has said."
    next_one = "Dr Ada Holt looked at all eleven piers. “Two of them cannot wait,” Dr Holt said."
    assert not_applicable(anonymity_reason, read(f"{lead}\n\n{next_one}"))
    (case,) = cases(anonymity_reason, read(f"{lead}\n\nThe bridge was built in 1912, and boats pass it all day."))
    assert case.verdict is Verdict.BREAKS


def test_a_thing_with_words_on_it_is_nobody() -> None:
    assert not_applicable(
        anonymity_reason, read("The lift was put in nine years ago, according to a plate on its door.")
    )
