"""How much stands in the sources' own words, and how much is retold?"""

from source_audit.attribution import Kind
from source_audit.checks.quote_form_mix import quote_form_mix
from source_audit.finding import Verdict
from tests.drafts import Draft
from tests.marking import cases, not_applicable, words


def test_each_form_is_counted_with_its_first_examples() -> None:
    draft = Draft('Ana Ruiz said one. She said two. She said three. She said four. "We are ready," she said.')
    ruiz = draft.source("Ana Ruiz")
    for content in ("one", "two", "three", "four"):
        draft.says(ruiz, content)
    draft.says(ruiz, '"We are ready,"', kind=Kind.DIRECT)
    direct, indirect = cases(quote_form_mix, draft.reading())
    assert direct.message == "In the source's own words: 1 of 5 statements."
    assert indirect.message == "Retold in the reporter's words: 4 of 5 statements."
    assert words(draft.text, [piece.span for piece in indirect.evidence]) == ["one", "two", "three"]
    assert (direct.verdict, direct.value, indirect.value) == (Verdict.NOTE, 1.0, 4.0)


def test_a_mixed_statement_has_a_form_of_its_own() -> None:
    draft = Draft('Ana Ruiz called the plan "a costly mistake" that would fail.')
    draft.says(draft.source("Ana Ruiz"), 'the plan "a costly mistake" that would fail', kind=Kind.MIXED)
    (case,) = cases(quote_form_mix, draft.reading())
    assert case.message == "Partly in the source's own words: 1 of 1 statements."


def test_no_statement() -> None:
    assert not_applicable(quote_form_mix, Draft("The river is calm.").reading())
