"""Are statements hung on a crowd with no named example nearby?"""

import pytest

from source_audit.attribution import SourceKind
from source_audit.checks.vague_collective_sources import vague_collective_sources
from source_audit.finding import Verdict
from tests.drafts import Draft
from tests.marking import cases, flagged, not_applicable

CROWD = "Critics say the bridge is far too narrow."
FILLER = "It opens in May. The river is calm there. Boats pass it daily."


def crowd(text: str) -> Draft:
    draft = Draft(text)
    own = draft.source("Critics", kind=SourceKind.UNNAMED_GROUP, collective=True)
    draft.says(own, "the bridge is far too narrow", by="Critics")
    return draft


def test_a_crowd_alone() -> None:
    draft = crowd(f"{CROWD} {FILLER}")
    assert flagged(vague_collective_sources, draft.reading()) == ["Critics"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"{CROWD} Lea Holm said two prams cannot pass. {FILLER}", Verdict.HOLDS, id="next sentence"),
        pytest.param(
            f"{CROWD} It opens in May. Lea Holm said two prams cannot pass.", Verdict.HOLDS, id="two sentences on"
        ),
        pytest.param(f"Lea Holm said two prams cannot pass. {CROWD}", Verdict.HOLDS, id="sentence before"),
        pytest.param(f"{CROWD} {FILLER} Lea Holm said two prams cannot pass.", Verdict.BREAKS, id="four sentences on"),
    ],
)
def test_a_named_example_within_two_sentences(text: str, expected: Verdict) -> None:
    draft = crowd(text)
    draft.says(draft.source("Lea Holm"), "two prams cannot pass")
    (case,) = cases(vague_collective_sources, draft.reading())
    assert case.verdict is expected
    assert [piece.span.of(draft.text) for piece in case.evidence] == ["Critics", "Lea Holm"][: len(case.evidence)]
    assert len(case.evidence) == (2 if expected is Verdict.HOLDS else 1)


def test_an_unnamed_source_is_no_example() -> None:
    draft = crowd(f"{CROWD} Two officials said prams cannot pass.")
    draft.says(draft.source("Two officials", kind=SourceKind.UNNAMED_GROUP), "prams cannot pass")
    assert flagged(vague_collective_sources, draft.reading()) == ["Critics"]


def test_a_document_is_no_example() -> None:
    draft = crowd(f"{CROWD} The audit found that prams cannot pass.")
    draft.says(draft.source("The audit", kind=SourceKind.DOCUMENT), "that prams cannot pass")
    assert flagged(vague_collective_sources, draft.reading()) == ["Critics"]


def test_people_who_could_be_counted_are_not_asked_about() -> None:
    draft = Draft("Two officials said prams cannot pass.")
    draft.says(draft.source("Two officials", kind=SourceKind.UNNAMED_GROUP), "prams cannot pass")
    (case,) = cases(vague_collective_sources, draft.reading())
    assert (case.verdict, case.evidence) == (Verdict.HOLDS, ())


def test_a_listed_wording_is_found_without_a_statement() -> None:
    draft = Draft(f"People are saying that the bridge will fall. {FILLER}")
    assert flagged(vague_collective_sources, draft.reading()) == ["People are saying"]


def test_a_wording_inside_what_somebody_says_is_that_persons() -> None:
    draft = Draft("Ana Ruiz said some believe the bridge will fall.")
    draft.says(draft.source("Ana Ruiz"), "some believe the bridge will fall")
    assert flagged(vague_collective_sources, draft.reading()) == []


def test_a_crowd_that_is_both_listed_and_read_counts_once() -> None:
    draft = Draft(f"Critics say the bridge is far too narrow. {FILLER}")
    own = draft.source("Critics", kind=SourceKind.UNNAMED_GROUP, collective=True)
    draft.says(own, "the bridge is far too narrow", by="Critics", cue=(draft.at("say"),))
    assert len(cases(vague_collective_sources, draft.reading())) == 1


def test_a_listed_crowd_whose_kind_the_reading_does_not_know_counts() -> None:
    draft = Draft(f"Experts believe that it will fall. {FILLER}")
    draft.says(draft.source("Experts", kind=SourceKind.UNKNOWN), "that it will fall", cue=(draft.at("believe"),))
    assert flagged(vague_collective_sources, draft.reading()) == ["Experts believe"]


def test_counted_experts_are_unnamed_sources_whatever_the_list_says() -> None:
    draft = Draft(f"Two experts say that it will fall. {FILLER}")
    draft.says(draft.source("Two experts", kind=SourceKind.UNNAMED_GROUP), "that it will fall")
    assert flagged(vague_collective_sources, draft.reading()) == []


def test_nothing_to_examine() -> None:
    assert (
        not_applicable(vague_collective_sources, Draft(FILLER).reading()) == "The text gives no statement to a source."
    )
