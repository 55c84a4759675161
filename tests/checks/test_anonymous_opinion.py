"""Do unnamed sources give information, and not praise, attacks or guesses?"""

from typing import Any

import pytest

from source_audit.attribution import Kind, SourceKind
from source_audit.check import Lifecycle
from source_audit.checks.anonymous_opinion import anonymous_opinion
from source_audit.finding import Case, Verdict
from source_audit.resources import data
from tests.drafts import Draft
from tests.marking import cases, not_applicable, words

PERSON = SourceKind.UNNAMED_PERSON


def said(
    quote: str, who: str = "an aide", kind: Kind = Kind.DIRECT, source: SourceKind = PERSON, **facts: Any
) -> tuple[Draft, Case]:
    made = Draft(f"The board met on Monday. {quote} said {who}. It will meet again.")
    made.says(made.source(who, kind=source), quote, kind=kind, **facts)
    (case,) = cases(anonymous_opinion, made.reading())
    return made, case


def test_it_is_experimental() -> None:
    assert anonymous_opinion.lifecycle is Lifecycle.EXPERIMENTAL


@pytest.mark.parametrize(
    "quote",
    [
        '"He is clueless,"',
        '"She is a bully,"',
        '"I suspect she wants his job,"',
        '"My guess is that he will go,"',
        '"He’s out of his depth,"',
    ],
)
def test_an_attack_or_a_guess_about_a_person_is_grave(quote: str) -> None:
    made, case = said(quote)
    assert case.verdict is Verdict.BREAKS
    assert case.span.of(made.text) == quote


def test_a_verb_that_judges_makes_its_quotation_an_opinion() -> None:
    draft = Draft('The board met on Monday. An aide described the plan as "a walk on thin ice". It will meet again.')
    quote = '"a walk on thin ice"'
    draft.says(draft.source("An aide", kind=PERSON), quote, kind=Kind.MIXED, cue=(draft.at("described"),))
    draft.quotes(quote)
    (case,) = cases(anonymous_opinion, draft.reading())
    assert case.verdict is Verdict.MILD
    assert words(draft.text, [piece.span for piece in case.evidence]) == [quote, "described", "An aide"]


@pytest.mark.parametrize(
    "quote", ['"The plan is a total disaster,"', '"Her speech was brilliant,"', '"This is absurd,"']
)
def test_praise_and_judgements_of_things_weigh_less(quote: str) -> None:
    assert said(quote)[1].verdict is Verdict.MILD


def test_the_words_that_judge_are_shown() -> None:
    made, case = said('"He is clueless,"')
    assert case.message == "A source without a name attacks a person."
    assert words(made.text, [piece.span for piece in case.evidence]) == ['"He is clueless,"', "clueless", "an aide"]


@pytest.mark.parametrize(
    "quote",
    [
        '"The vote is on Friday,"',
        '"He is not clueless,"',
        '"It was never a disaster for us,"',
        '"He shouted at us and called us lazy. He threatened to sack us,"',
        '"I was afraid, it was terrible,"',
    ],
)
def test_information_and_what_somebody_lived_through_are_in_order(quote: str) -> None:
    assert said(quote)[1].verdict is Verdict.HOLDS


def test_a_judgement_in_the_reporters_words_is_none_of_the_sources() -> None:
    assert said("the plan is absurd,", kind=Kind.INDIRECT)[1].verdict is Verdict.HOLDS


def test_a_doubtful_speaker_is_left_to_the_reader() -> None:
    assert said('"He is clueless,"', confidence=0.65)[1].verdict is Verdict.UNSURE


@pytest.mark.parametrize(
    "who", ["a voter", "a passer-by", "one attendee", "a party spokesman", "a spokeswoman for the board"]
)
def test_passers_by_and_voices_of_an_office_are_not_asked_about(who: str) -> None:
    made = Draft(f'"He is clueless," said {who}.')
    made.says(made.source(who, kind=PERSON), '"He is clueless,"', kind=Kind.DIRECT)
    assert not_applicable(anonymous_opinion, made.reading()) == "No unnamed source tells something."


def test_a_source_with_a_name_may_judge() -> None:
    made = Draft('"He is clueless," said Ana Ruiz.')
    made.says(made.source("Ana Ruiz"), '"He is clueless,"', kind=Kind.DIRECT)
    assert not_applicable(anonymous_opinion, made.reading()) == "No unnamed source tells something."


@pytest.mark.parametrize("word", [*data("opinions")["attack"], *data("opinions")["praise"]])
def test_sides_are_treated_alike(word: str) -> None:
    """Whoever speaks and whoever is spoken of, the same words lead to the same verdict."""
    sides = [("a Republican aide", "Democrats"), ("a Democratic aide", "Republicans")]
    sides += [("a Labour adviser", "Conservatives"), ("a Conservative adviser", "Labour")]
    verdicts = {said(f'"The {other} and their plan: {word},"', who)[1].verdict for who, other in sides}
    assert len(verdicts) == 1


def test_no_word_is_on_two_lists() -> None:
    lists = [data("opinions")[name] for name in ("attack", "praise", "guess")]
    assert sum(map(len, lists)) == len(set().union(*lists))


@pytest.mark.parametrize("told", ["he is a nasty little man", "the chairman was frightened of him"])
def test_an_attack_or_a_guess_counts_also_in_other_words(told: str) -> None:
    draft = Draft(f"The board met on Monday. An insider said {told}. It will meet again.")
    draft.says(draft.source("An insider", kind=PERSON), told)
    (case,) = cases(anonymous_opinion, draft.reading())
    assert case.verdict is Verdict.BREAKS


def test_an_attack_that_a_source_only_tells_of_is_none_of_its_own() -> None:
    told = "her advisers called the plan absurd"
    draft = Draft(f"The board met on Monday. An insider said {told}. It will meet again.")
    draft.says(draft.source("An insider", kind=PERSON), told)
    (case,) = cases(anonymous_opinion, draft.reading())
    assert case.verdict is Verdict.HOLDS


def test_each_attack_of_a_source_is_shown() -> None:
    draft = Draft('"He is a coward," an aide said. "She is a bully," the aide said.')
    aide = draft.source("an aide", kind=PERSON)
    draft.says(aide, '"He is a coward,"', kind=Kind.DIRECT)
    draft.says(aide, '"She is a bully,"', kind=Kind.DIRECT)
    assert len(cases(anonymous_opinion, draft.reading())) == 2


def test_somebody_of_the_house_is_asked_about_too() -> None:
    _, case = said('"He is a tyrant,"', who="a former crew member")
    assert case.verdict is Verdict.BREAKS
