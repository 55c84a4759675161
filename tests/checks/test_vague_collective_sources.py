"""Are statements hung on a crowd with no named example nearby?"""

import pytest

from source_audit.attribution import SourceKind
from source_audit.checks.vague_collective_sources import vague_collective_sources
from source_audit.finding import Verdict
from tests.drafts import Draft
from tests.marking import cases, flagged, not_applicable, read

CROWD = "Critics say the bridge is far too narrow."
FILLER = "It opens in May. The river is calm there. Boats pass it daily."


def crowd(text: str) -> Draft:
    draft = Draft(text)
    own = draft.source("Critics", kind=SourceKind.UNNAMED_GROUP, collective=True)
    draft.says(own, "the bridge is far too narrow", by="Critics", cue=(draft.at("say"),))
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
        pytest.param(f"Lea Holm said two prams cannot pass. {CROWD}", Verdict.BREAKS, id="sentence before"),
        pytest.param(f"{CROWD}\n\nLea Holm said the bridge is ugly. {FILLER}", Verdict.UNSURE, id="next paragraph"),
        pytest.param(f"{CROWD}\n\nLea Holm said ferries are cheap. {FILLER}", Verdict.BREAKS, id="of something else"),
        pytest.param(
            "Critics say the bridge is far too narrow, but Lea Holm said ferries are cheap.",
            Verdict.UNSURE,
            id="same sentence",
        ),
        pytest.param(f"{CROWD} {FILLER} Lea Holm said two prams cannot pass.", Verdict.BREAKS, id="four sentences on"),
    ],
)
def test_a_named_example_within_two_sentences(text: str, expected: Verdict) -> None:
    draft = crowd(text)
    said = next(
        words for words in ("two prams cannot pass", "the bridge is ugly", "ferries are cheap") if words in text
    )
    draft.says(draft.source("Lea Holm"), said)
    (case,) = cases(vague_collective_sources, draft.reading())
    assert case.verdict is expected
    assert [piece.span.of(draft.text) for piece in case.evidence] == ["Critics", "Lea Holm"][: len(case.evidence)]
    assert len(case.evidence) == (1 if expected is Verdict.BREAKS else 2)


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


@pytest.mark.parametrize(
    "text",
    [
        "Farmers burn the straw after the harvest.",
        "Experts might say that the bridge will fall.",
        "In a poll of 900 voters, many say the bridge will fall.",
        "Their rivals say the bridge will fall.",
        "Some said they had lost their tents.",
    ],
)
def test_doings_possible_words_polls_and_people_met_are_no_crowd(text: str) -> None:
    assert not_flagged(text)


@pytest.mark.parametrize("text", ["Many economists believe it will fall.", "Critics blame the rain."])
def test_classes_in_general_are_found_in_a_text(text: str) -> None:
    assert not not_flagged(text)


def not_flagged(text: str) -> bool:
    return not flagged(vague_collective_sources, read(f"The bridge is shut, Ana Ruiz said.\n\n{text}\n\n{FILLER}"))


def test_nothing_to_examine() -> None:
    assert (
        not_applicable(vague_collective_sources, Draft(FILLER).reading()) == "The text gives no statement to a source."
    )
