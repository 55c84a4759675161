"""Is an unnamed source described closely enough to tell how it knows?"""

import pytest

from source_audit.attribution import SourceKind
from source_audit.checks.anonymity_reason import anonymity_reason
from source_audit.checks.anonymous_description import anonymous_description
from source_audit.finding import Verdict
from tests.drafts import Draft
from tests.marking import cases, not_applicable, read

UNNAMED = SourceKind.UNNAMED_PERSON


@pytest.mark.parametrize(
    ("mention", "rung", "expected"),
    [
        ("A source", 0, Verdict.BREAKS),
        ("Officials", 1, Verdict.BREAKS),
        ("A Treasury official", 2, Verdict.MILD),
        ("A person who read the memo", 3, Verdict.HOLDS),
        ("A Treasury official who read the memo and opposes it", 4, Verdict.HOLDS),
        ("Somebody", None, Verdict.BREAKS),
    ],
)
def test_the_rung_decides(mention: str, rung: int | None, expected: Verdict) -> None:
    draft = Draft(f"{mention} said the bridge was unsafe.")
    draft.says(draft.source(mention, kind=UNNAMED, anonymity=rung), "the bridge was unsafe")
    (case,) = cases(anonymous_description, draft.reading())
    assert (case.verdict, case.value, case.span.of(draft.text)) == (expected, float(rung or 0), mention)


@pytest.mark.parametrize(("rung", "expected"), [(2, 3.0), (1, 1.0), (0, 0.0)])
def test_an_institution_is_enough_where_more_would_give_the_source_away(rung: int, expected: float) -> None:
    draft = Draft("A city official, whom more detail would identify, said the bridge was unsafe.")
    draft.says(draft.source("A city official", kind=UNNAMED, anonymity=rung), "the bridge was unsafe")
    (case,) = cases(anonymous_description, draft.reading())
    assert case.value == expected


def test_both_checks_of_a_source_point_at_the_same_words() -> None:
    """So that the same words cost once."""
    draft = Draft("It was late, a source said. A source said it again.")
    own = draft.source("a source", kind=UNNAMED, anonymity=0, mentions=(draft.at("A source"), draft.at("a source")))
    draft.says(own, "It was late")
    (reason,), (rung,) = cases(anonymity_reason, draft.reading()), cases(anonymous_description, draft.reading())
    assert reason.span == rung.span == draft.at("a source")


def test_nobody_unnamed() -> None:
    assert not_applicable(anonymous_description, Draft("The river is calm.").reading()) == "Every source is named."


STORY = "Bridge shut\n\nThe bridge was shut on Monday.\n\nNobody was hurt.\n\nIt had been built in 1912.\n\n{}\n\nIt opens in May."


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("A clerk at the port said she had been told to lie.", id="underwent it"),
        pytest.param("A clerk at the port said he had sold the tickets twice.", id="did it"),
        pytest.param('"I found it over the counter," said a clerk at the port.', id="in the first person"),
        pytest.param("A clerk at the port said it was late. She has drawn up the list herself.", id="told behind"),
        pytest.param("A port official said it was late. The official has seen the list.", id="called by the noun"),
        pytest.param("Two clerks at the port said it was late. One showed us the list.", id="shows it"),
        pytest.param("A port official with knowledge of the repair said it was late.", id="body and part"),
        pytest.param("A clerk with 19 years at the port said it was late.", id="years"),
        pytest.param("A passenger on the ferry said it fell at noon.", id="a witness"),
        pytest.param('"We ran out of food," one of the drivers said.', id="one of those told of"),
    ],
)
def test_who_did_saw_or_underwent_it_is_described(text: str) -> None:
    assert [case.verdict for case in cases(anonymous_description, read(STORY.format(text)))] == [Verdict.HOLDS]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        pytest.param("A clerk at the port said she was unhappy.", Verdict.MILD, id="a feeling"),
        pytest.param("A clerk at the port said it was late. The mayor has seen it.", Verdict.MILD, id="another"),
        pytest.param("A friend of the mayor said he had left him.", Verdict.MILD, id="of somebody else"),
        pytest.param('"I never saw that," said a clerk at the port.', Verdict.MILD, id="did not"),
        pytest.param("A source with knowledge of the repair said it was late.", Verdict.BREAKS, id="no body"),
        pytest.param('"It is late," said one owner on the ninth floor.', Verdict.MILD, id="a place behind"),
    ],
)
def test_who_only_belongs_there_or_tells_of_others_is_not(text: str, verdict: Verdict) -> None:
    assert [case.verdict for case in cases(anonymous_description, read(STORY.format(text)))] == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("One of the suspended drivers said it was late.", id="whom it befell"),
        pytest.param("Three people who have spoken with the mayor said it was late.", id="spoke with whom"),
        pytest.param("A baker who has known the mayor all her life said it was late.", id="knows whom"),
        pytest.param("A farmer whose herd drowned said it was late.", id="whose loss"),
        pytest.param("Two witnesses said it fell at noon.", id="witnesses"),
        pytest.param("Six divers who worked on the quay met us. Another said it was late.", id="another of them"),
        pytest.param("We spoke to six people who worked on it.\n\n“It is late,” said one welder.", id="those met"),
        pytest.param("A clerk at the port said she had not had a day off.", id="had none"),
    ],
)
def test_part_in_the_event_is_enough_however_it_is_told(text: str) -> None:
    assert [case.verdict for case in cases(anonymous_description, read(STORY.format(text)))][-1:] == [Verdict.HOLDS]


@pytest.mark.parametrize(
    "text",
    [
        "One of the named drivers said it was late.",
        "A clerk whose name was withheld said it was late.",
        "Six divers who spoke to us were tired. Another official said it was late.",
        "We spoke to six people who asked not to be named.\n\n“It is late,” said one welder.",
    ],
)
def test_who_is_only_one_of_many_is_not_described(text: str) -> None:
    assert Verdict.HOLDS not in [case.verdict for case in cases(anonymous_description, read(STORY.format(text)))]


@pytest.mark.parametrize(
    "told", ["A driver who was on shift has told the Beacon that", "A postman who was at the depot said that"]
)
def test_a_clause_behind_a_mention_belongs_to_the_description(told: str) -> None:
    (case,) = cases(anonymous_description, read(f"{told} everybody got out in time."))
    assert case.span.of(f"{told} everybody got out in time.").startswith(("A driver who", "A postman who"))
    assert case.verdict is not Verdict.BREAKS
