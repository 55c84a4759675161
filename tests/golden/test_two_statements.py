"""The example of two statements and a pasted post is read to the end, as the article that set the task must be."""

from pathlib import Path

import pytest

from source_audit import Audit, audit_article
from source_audit.answer import Status
from source_audit.attribution import Attribution

TEXT = Path(__file__).parents[2] / "examples" / "two-statements.txt"
SETTLED_BY_READER = {"dangling-reference"}
ALLOWED = {"circular-embed", "echo-cluster", "embed-author-unidentified", "genre-and-method", *SETTLED_BY_READER}
"""The checks that may find something; anything else would be invented."""


@pytest.fixture(scope="module")
def audit() -> Audit:
    return audit_article(TEXT)


def saying(audit: Audit, words: str) -> Attribution:
    place = audit.document.text.index(words)
    return next(a for a in audit.attributions for span in a.contents if span.start <= place < span.end)


@pytest.mark.parametrize(
    ("words", "speaker", "kind"),
    [
        ("“We had a long and honest talk", "Ilse Dorn", "direct"),
        ("“We have heard the appeal", "Mirko Varga", "direct"),
        ("These raids, as I have said before", "Mirko Varga", "direct"),
        ("For that reason I give my word", "Mirko Varga", "direct"),
        ("For the Chancellor’s wish to come true", "Mirko Varga", "direct"),
        ("in broad terms", "Mirko Varga", "mixed"),
        ("the valley militia’s long list of raids on our farms,", "Mirko Varga", "mixed"),
        ("banditry.", "Grey Palace", "mixed"),
        ("for the miners who have been cut off", "Ilse Dorn", "indirect"),
        pytest.param(
            "that the talks with Breval must go on",
            "Mirko Varga",
            "indirect",
            marks=pytest.mark.xfail(raises=StopIteration, reason="“maintains that” is not found by the extraction"),
        ),
    ],
)
def test_who_says_what_in_whose_words(audit: Audit, words: str, speaker: str, kind: str) -> None:
    found = saying(audit, words)
    assert found.source is not None
    assert (found.source.name, found.kind.value) == (speaker, kind)


def test_a_statement_of_four_paragraphs_is_one(audit: Audit) -> None:
    whole = saying(audit, "“We have heard the appeal")
    assert saying(audit, "For the Chancellor’s wish to come true") is whole


def test_the_title_of_another_article_gives_no_statement(audit: Audit) -> None:
    title = audit.document.text.index("Dorn Begs Varga")
    end = audit.document.text.index("\n", title)
    assert not [a for a in audit.attributions if title <= a.start < end]
    assert not [s for s in audit.sources if "Oster Miners" in s.name]


def test_two_promises_lead_nowhere(audit: Audit) -> None:
    answer = audit.answers["dangling-reference"]
    assert [f.evidence[0].span.of(audit.document.text) for f in answer.findings] == ["read the full article", "WATCH:"]


def test_the_pasted_post_is_a_post_that_was_cut_off(audit: Audit) -> None:
    (embed,) = audit.document.embeds
    assert (embed.handle, embed.truncated) == ("LakoniaIsntEnemy", True)
    assert "takes a position" in audit.answers["partisan-sources"].findings[0].message
    assert audit.answers["circular-embed"].status in (Status.PARTIAL, Status.FAIL)


def test_the_post_joins_the_speaker_whom_it_repeats(audit: Audit) -> None:
    known = {source.id: source.name for source in audit.sources}
    assert [[known[own] for own in group.source_ids] for group in audit.origins.groups] == [
        ["Ilse Dorn"],
        ["Mirko Varga", "@LakoniaIsntEnemy"],
        ["Grey Palace"],
    ]


def test_what_copying_may_have_lost_is_not_judged(audit: Audit) -> None:
    assert audit.answers["byline-and-date"].status is Status.NOT_APPLICABLE


def test_nothing_is_invented(audit: Audit) -> None:
    found = {
        name
        for name, answer in audit.answers.items()
        if answer.status in (Status.PARTIAL, Status.FAIL, Status.NEEDS_REVIEW)
    }
    assert found == ALLOWED
    assert audit.answers["dangling-reference"].status is Status.NEEDS_REVIEW
    assert {s.name for s in audit.sources} == {"Ilse Dorn", "Mirko Varga", "Grey Palace", "@LakoniaIsntEnemy"}
