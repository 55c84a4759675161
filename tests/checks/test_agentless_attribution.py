"""Do wordings such as "it is believed" hide who makes a claim?"""

import pytest

from source_audit.attribution import SourceKind
from source_audit.checks.agentless_attribution import agentless_attribution
from source_audit.finding import Verdict
from tests.drafts import Draft
from tests.marking import cases, flagged, marked, not_applicable


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The fund [[reportedly]] lost millions.", id="adverb"),
        pytest.param("[[It is believed]] that the bridge is unsafe.", id="impersonal"),
        pytest.param("The mayor [[is said to]] be ill.", id="passive"),
        pytest.param("[[It was also suggested]] that the mayor was ill.", id="also"),
        pytest.param("[[Allegedly]], the roof was known to leak. The fund [[was understood to]] be empty.", id="two"),
    ],
)
def test_a_wording_without_anybody_behind_it(text: str) -> None:
    plain, spans = marked(text)
    found = [case for case in cases(agentless_attribution, Draft(plain).reading()) if case.verdict is Verdict.BREAKS]
    assert [case.span for case in found] == spans


@pytest.mark.parametrize(
    "text",
    [
        "He allegedly broke into the shop, according to the court.",
        "Prosecutors charged him on Monday; he allegedly broke into the shop.",
        "The indictment lists nine men who were alleged to have paid.",
    ],
)
def test_a_charge_with_its_accuser_is_in_order(text: str) -> None:
    assert flagged(agentless_attribution, Draft(text).reading()) == []


def test_a_charge_does_not_excuse_what_is_only_said_to_be_so() -> None:
    assert flagged(agentless_attribution, Draft("The police are said to be at the bridge.").reading()) == [
        "are said to"
    ]


def test_the_teller_in_between_does_not_answer_for_it() -> None:
    text = "The insurers have reportedly told Ana Ruiz that the fund is empty, and the bridge is said to be unsafe."
    draft = Draft(text)
    draft.says(draft.source("The insurers"), "that the fund is empty", cue=(draft.at("have reportedly told"),))
    assert flagged(agentless_attribution, draft.reading()) == ["reportedly", "is said to"]


def test_a_sentence_with_a_source_is_in_order_and_the_next_one_is_not() -> None:
    draft = Draft("Ana Ruiz said the fund reportedly lost millions. It reportedly closed.")
    draft.says(draft.source("Ana Ruiz"), "the fund reportedly lost millions")
    found = cases(agentless_attribution, draft.reading())
    assert [case.verdict for case in found] == [Verdict.HOLDS, Verdict.BREAKS]
    assert found[1].evidence[1].span.of(draft.text) == "It reportedly closed."


@pytest.mark.parametrize("source", [None, "unknown"])
def test_a_statement_without_a_known_source_is_no_agent(source: str | None) -> None:
    draft = Draft("It is believed that the bridge is unsafe.")
    own = draft.source("", at="It", kind=SourceKind.UNKNOWN) if source else None
    draft.says(own, "that the bridge is unsafe")
    assert flagged(agentless_attribution, draft.reading()) == ["It is believed"]


def test_what_stands_in_quotation_marks_is_the_speakers() -> None:
    draft = Draft('"It is believed that we are late." The river is calm.')
    draft.quotes('"It is believed that we are late."')
    assert not_applicable(agentless_attribution, draft.reading())


def test_statements_without_such_a_wording_are_in_order() -> None:
    draft = Draft("Ana Ruiz said the fund was empty, apparently for years. The so-called reform is expected to fail.")
    draft.says(draft.source("Ana Ruiz"), "the fund was empty")
    (case,) = cases(agentless_attribution, draft.reading())
    assert (case.verdict, case.evidence) == (Verdict.HOLDS, ())


def test_nothing_to_examine() -> None:
    assert not_applicable(agentless_attribution, Draft("The river is calm.").reading())
