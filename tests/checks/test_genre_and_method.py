"""genre-and-method: the label that a reader sees, and in long work a word on how it was made."""

import pytest

from source_audit import audit_article
from source_audit.answer import Answer
from source_audit.checks.genre_and_method import genre_and_method as check
from source_audit.finding import Verdict
from source_audit.options import Options
from tests.marking import cases, flagged, not_applicable, read, read_html

SHORT = "<p>The ferry to Skarn stops on Monday, harbour master Ivo Brandt said.</p>"
LONG = (
    "<p>The ferry to Skarn stops on Monday and nobody on the island knows when it will come back to the pier.</p>" * 70
)
METHOD = "<p>This account is based on interviews with eleven islanders. Their ages could not be verified.</p>"
LABEL = '<div class="over">Local news</div>'


def page(body: str, above: str = "", head: str = "") -> str:
    return f"<html><head>{head}</head><body><article>{above}<h1>Ferry to Skarn Stops</h1>{body}</article></body></html>"


def answer(markup: str, genre: str | None = None, url: str = "https://courier.example/x/1") -> Answer:
    return audit_article(markup, url=url, options=Options(genre=genre)).answers["genre-and-method"]


@pytest.mark.parametrize(
    ("body", "above", "status"),
    [
        pytest.param(SHORT, LABEL, "pass", id="short with a label"),
        pytest.param(SHORT, "", "partial", id="short without"),
        pytest.param(SHORT + METHOD, "", "partial", id="a word on method is no label"),
        pytest.param(LONG + METHOD, LABEL, "pass", id="long with both"),
        pytest.param(LONG, LABEL, "partial", id="long with a label"),
        pytest.param(LONG + METHOD, "", "partial", id="long with a word on method"),
        pytest.param(LONG, "", "fail", id="long with neither"),
    ],
)
def test_long_work_needs_both_and_short_work_a_label(body: str, above: str, status: str) -> None:
    rubric_status = _judged(page(body, above))
    assert rubric_status == status


def _judged(markup: str) -> str:
    from source_audit.rubric import rubric

    reading = read_html(markup)
    return rubric().judge(check, tuple(check(reading)), reading.document).status.value


@pytest.mark.parametrize("label", ["Opinion", "Analysis", "Sponsored content", "World news", "Politics", "Satire"])
def test_each_label_counts_alike(label: str) -> None:
    (first, _) = cases(check, read_html(page(SHORT, f"<p><span>{label}</span></p>")))
    assert first.verdict is Verdict.HOLDS
    assert first.message == f"The label “{label}” stands over the text."


@pytest.mark.parametrize("headline", ["Opinion: The ferry must run", "The ferry must run | Opinion"])
def test_a_label_in_the_headline_is_one(headline: str) -> None:
    (first, _) = cases(check, read_html(page(SHORT).replace("Ferry to Skarn Stops", headline)))
    assert (first.verdict, first.message) == (Verdict.HOLDS, "The label “Opinion” stands over the text.")


def test_a_section_that_only_the_data_name_may_stand_where_nobody_looked() -> None:
    data = '<meta property="article:section" content="Islands">'
    reason = not_applicable(check, read_html(page(SHORT, head=data)))
    assert reason == "The data of the page say “Islands”; where it prints that was not seen."


@pytest.mark.parametrize(
    "trail",
    [
        '<ul class="breadcrumbs"><li><a href="/">Home</a></li><li><a href="/islands">Islands</a></li></ul>',
        '<nav class="breadcrumb"><a href="/">Home</a> <a href="/islands">Islands</a> <span>Ferry to Skarn Stops</span></nav>',
    ],
)
def test_the_trail_to_the_article_names_its_section(trail: str) -> None:
    reading = read_html(f"<html><body>{trail}<article><h1>Ferry to Skarn Stops</h1>{SHORT}</article></body></html>")
    assert reading.document.section is not None
    assert reading.document.section.value == "Islands"
    assert flagged(check, reading, Verdict.MILD) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Correction: An earlier version of this article named the wrong pier.",
        "The Courier could not independently verify the film.",
        "The Courier spoke to more than 30 islanders and looked at the log of the ferry.",
        "The letters were seen by the Courier, and documents reviewed by it bear them out.",
    ],
)
def test_a_word_on_method(sentence: str) -> None:
    assert flagged(check, read_html(page(f"{SHORT}<p>{sentence}</p>", LABEL))) == []


def test_words_on_method_in_somebodys_mouth_are_none() -> None:
    spoken = "<p>“Our tests could not be independently confirmed,” harbour master Ivo Brandt said.</p>"
    assert flagged(check, read_html(page(spoken, LABEL)), Verdict.NOTE) == ["Ferry to Skarn Stops"]


def test_copied_text_without_a_label_is_no_more_than_partly_in_order() -> None:
    body = "Ferry to Skarn Stops\n\nThe ferry to Skarn stops on Monday, harbour master Ivo Brandt said."
    assert len(flagged(check, read(body), Verdict.MILD)) == 1
    assert flagged(check, read(f"Opinion\n\n{body}"), Verdict.MILD) == []


def test_an_opinion_piece_is_only_informed_about() -> None:
    given = answer(page(SHORT, "<div>Opinion</div>"))
    assert given.status.value == "informational"


@pytest.mark.parametrize(
    "above",
    [
        '<p class="nav">Home &gt; Education</p><h1>Ferry to Skarn Stops Sailing on Monday</h1>',
        '<div class="crumbs">News › Courts</div><h1>Ferry to Skarn Stops Sailing on Monday</h1>',
        "<small>City briefs</small><h1>Ferry to Skarn Stops Sailing on Monday</h1>",
    ],
)
def test_a_written_trail_or_a_small_label_over_the_headline_is_a_label(above: str) -> None:
    body = "<p>The ferry to Skarn stops on Monday, Ivo Brandt said.</p><p>The council will look at the pier in May.</p>"
    page = (
        f"<html><head><title>Skarn without its ferry</title></head><body>{above}<article>{body}</article></body></html>"
    )
    assert cases(check, read_html(page))[0].verdict is Verdict.HOLDS


def test_copied_text_that_kept_its_byline_would_have_kept_its_label() -> None:
    text = "Ferry to Skarn Stops\n\nBy Ada Quill\n\nThe ferry to Skarn stops on Monday, harbour master Ivo Brandt said."
    assert cases(check, read(text))[0].verdict is Verdict.MILD
