"""Does more than one independent origin stand for each key claim?"""

import pytest

from source_audit.checks.uncorroborated_claims import uncorroborated_claims
from source_audit.finding import Case, Verdict
from tests.extract.reading import read
from tests.marking import cases, not_applicable

HEAD = "Swing bridge of Skarn to be shut\n\nThe bridge was built in 1912, and boats pass it all day.\n\n"
CLAIM = "Dora Fell, chief executive of Fell Ferries, accused the harbour chief Ines Corley of hiding a crack in a pier."


def verdicts(text: str) -> list[Verdict]:
    return [case.verdict for case in cases(uncorroborated_claims, read(HEAD + text))]


def test_one_origin_with_an_interest_is_shown_with_its_claim() -> None:
    reading = read(HEAD + CLAIM)
    (case,) = cases(uncorroborated_claims, reading)
    assert case.verdict is Verdict.BREAKS
    assert "hiding a crack in a pier" in case.span.of(reading.text)
    assert case.evidence[1].note == "who makes it"


def test_an_answer_of_the_accused_makes_it_half() -> None:
    assert verdicts(f"{CLAIM} Corley said every pier had been looked at in May.")[0] is Verdict.MILD


@pytest.mark.parametrize(
    "more",
    [
        "Tom Beck, an engineer, said that the harbour chief had been hiding a crack in a pier for years.",
        "Logs seen by the Courier show the crack.",
    ],
)
def test_another_origin_or_a_document_is_support(more: str) -> None:
    assert verdicts(f"{CLAIM} {more}")[0] is Verdict.HOLDS


@pytest.mark.parametrize(
    ("one", "other"), [("a Republican", "a Democrat"), ("a Labour councillor", "a Conservative councillor")]
)
def test_parties_are_treated_alike(one: str, other: str) -> None:
    text = "Ann Poe, {}, accused the harbour chief Ines Corley of hiding a crack in a pier."
    assert verdicts(text.format(one)) == verdicts(text.format(other)) != []


def test_a_figure_of_one_body_is_left_to_the_reader() -> None:
    assert verdicts("Tom Beck, an engineer, said that 41 percent of the piles were worn.") == [Verdict.UNSURE]


def test_nothing_to_ask_about() -> None:
    reason = "Nobody is cited with an accusation, a figure, a cause or a superlative."
    assert not_applicable(uncorroborated_claims, read(HEAD + "Ana Ruiz said that she was tired.")) == reason


POSTED = "The northern pier fell into the river on Sunday, according to a post on Facebook."


def test_a_post_alone_is_flagged_as_the_only_origin() -> None:
    (case,) = cases(uncorroborated_claims, read(HEAD + POSTED))
    assert (case.verdict, case.message) == (Verdict.MILD, "A post is all that stands for this claim in the text.")


@pytest.mark.parametrize("more", ["Tom Beck, an engineer, said the northern pier fell into the river on Sunday."])
def test_a_post_with_another_origin_is_no_only_one(more: str) -> None:
    assert verdicts(f"{POSTED} {more}")[0] is Verdict.HOLDS


def test_criticism_is_no_accusation_of_a_wrong() -> None:
    assert verdicts(CLAIM.replace("hiding a crack in a pier", "dragging his feet")) == [Verdict.UNSURE]


LEAD = "Swing bridge of Skarn to be shut\n\n{}\n\nThe bridge was built in 1912, and boats pass it all day."
CLERK = "The swing bridge of Skarn will be shut in May and sold for scrap, a clerk at the harbour said."


def flagged_in(text: str) -> list[str]:
    found = (case for case in uncorroborated_claims(read(text)) if isinstance(case, Case))
    return [case.message for case in found if case.verdict in (Verdict.BREAKS, Verdict.MILD)]


def test_a_first_paragraph_of_one_unnamed_person_is_shown_with_the_headline() -> None:
    reading = read(LEAD.format(CLERK))
    (case,) = cases(uncorroborated_claims, reading)
    assert case.verdict is Verdict.BREAKS
    assert case.message == "Somebody without a name makes this claim, and no other in the text stands for it."
    assert [each.note for each in case.evidence] == ["the claim", "who makes it", "the same in the headline"]


@pytest.mark.parametrize(
    "more",
    [
        pytest.param("A second clerk said so too.", id="another who is new"),
        pytest.param("A pilot at the pier said the bridge would be sold for scrap.", id="another on the same"),
        pytest.param("Mayor Ana Ruiz confirmed that the bridge would be sold for scrap in May.", id="a name"),
        pytest.param("A contract seen by this paper says the bridge goes for scrap in May.", id="a document"),
    ],
)
def test_an_unnamed_person_with_support_is_not_alone(more: str) -> None:
    assert flagged_in(LEAD.format(f"{CLERK} {more}")) == []


def test_a_short_claim_has_support_in_few_words() -> None:
    short = "The school of Skarn will close for a week in May, a teacher said."
    more = "Carl Voss, the head, said that the school would be closed for the feast."
    assert len(flagged_in(LEAD.format(short))) == 1
    assert flagged_in(LEAD.format(f"{short} {more}")) == []


@pytest.mark.parametrize(
    "lead",
    [
        pytest.param("The bridge will be shut in May, two clerks at the harbour said.", id="two"),
        pytest.param("The bridge will be shut in May, police said.", id="a body"),
        pytest.param("The bridge will be shut in May, its keeper said.", id="one who can be known"),
        pytest.param("“It will be a sad day for all of us,” a clerk at the harbour said.", id="spoken words"),
    ],
)
def test_what_is_not_one_unnamed_person(lead: str) -> None:
    assert flagged_in(LEAD.format(lead)) == []


def test_a_wrong_that_one_unnamed_person_tells_anywhere() -> None:
    told = "A clerk at the harbour said that Tarn Ferries had ignored four warnings about the ramp."
    reply = "Tarn Ferries said that every warning had been followed up within a week."
    none = "One origin tells of this wrong, and no other in the text stands for it."
    answered = "One origin tells of this wrong; the accused has an answer in the text."
    assert flagged_in(f"{HEAD}{told}") == [none]
    assert flagged_in(f"{HEAD}{told} {reply}") == [answered]


def test_a_wrong_that_somebody_with_a_name_tells_counts_in_the_opening() -> None:
    told = "Tom Beck, a deckhand, said that Tarn Ferries had ignored four warnings about the ramp."
    calm = "The boats pass it all day and all night in May.\n\nThe pier is as old as the bridge and as long.\n\n"
    assert len(flagged_in(f"{HEAD}{told}")) == 1
    assert flagged_in(f"{HEAD}{calm}{told}") == []


PROMISED = "Dora Fell, chief executive of Fell Ferries, said that a ferry would save the town £3m a year."


def test_a_figure_for_what_a_plan_will_bring() -> None:
    assert flagged_in(HEAD + PROMISED) == [
        "One side tells what this brings, and no other in the text stands for the figure."
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Dora Fell of Fell Ferries said that a ferry would save the town money.", id="no figure"),
        pytest.param(f"{PROMISED} The town puts it at £1m.", id="another figure"),
        pytest.param(f"{PROMISED} Ana Ruiz, an economist, said a ferry would save the town £3m.", id="another origin"),
        pytest.param(f"{PROMISED} The town had been told of £3m by its own engineers.", id="the figure again"),
        pytest.param("Dora Fell of Fell Ferries said that she had 41 boats in the harbour.", id="no effect"),
    ],
)
def test_what_is_no_figure_of_one_side(text: str) -> None:
    assert flagged_in(HEAD + text) == []
