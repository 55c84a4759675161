"""Does the text say who wrote it and when?"""

import pytest

from source_audit import Audit, audit_article
from source_audit.attribution import SourceKind
from source_audit.checks.byline_and_date import byline_and_date
from source_audit.document import Conflict, Stated
from source_audit.finding import Verdict
from tests.drafts import Draft
from tests.marking import cases, not_applicable, read_html

TEXT = "Council Puts Off Vote on Market Hall\n\nAn aide said the council put off its vote."
DATE = Stated(value="2026-05-06", origin="caller")


def verdicts(author: str | None, date: Stated | None, *, unnamed: bool = False) -> list[Verdict]:
    draft = Draft(
        TEXT, authors=(Stated(value=author, origin="byline"),) if author else (), published=date, content_type="html"
    )
    if unnamed:
        draft.says(draft.source("An aide", kind=SourceKind.UNNAMED_PERSON), "the council put off its vote")
    return [case.verdict for case in cases(byline_and_date, draft.reading())]


@pytest.mark.parametrize("author", ["Jonas Pell", "Courier Staff", "Reuters", "Associated Press"])
def test_a_person_a_desk_or_an_agency_is_a_byline(author: str) -> None:
    assert verdicts(author, DATE) == [Verdict.HOLDS, Verdict.HOLDS]


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("Jonas Pell", Verdict.HOLDS),
        ("Courier Staff", Verdict.MILD),
        ("Reuters", Verdict.MILD),
        ("Web Desk", Verdict.MILD),
        (None, Verdict.BREAKS),
    ],
)
def test_unnamed_sources_ask_for_a_person(author: str | None, expected: Verdict) -> None:
    assert verdicts(author, DATE, unnamed=True) == [expected, Verdict.HOLDS]


def test_what_is_missing_is_shown_by_the_headline() -> None:
    draft = Draft(TEXT, content_type="html")
    byline, date = cases(byline_and_date, draft.reading())
    assert (byline.verdict, date.verdict) == (Verdict.BREAKS, Verdict.BREAKS)
    assert byline.span.of(draft.text) == date.span.of(draft.text) == "Council Puts Off Vote on Market Hall"
    assert (byline.message, date.message) == (
        "Who wrote this is not in the text.",
        "A date of publication is not in the text.",
    )


def test_a_date_of_the_last_change_is_a_date() -> None:
    draft = Draft(TEXT, modified=DATE, content_type="html")
    assert cases(byline_and_date, draft.reading())[1].verdict is Verdict.HOLDS


def test_copied_text_with_neither_is_not_asked() -> None:
    assert not_applicable(byline_and_date, Draft(TEXT).reading()) == "Copied text may have lost its byline and date."


def test_copied_text_with_a_byline_is_asked_for_its_date() -> None:
    draft = Draft("Council Puts Off Vote\n\nBy Jonas Pell\n\nThe council of Ambry put off its vote on Tuesday.")
    byline, date = cases(byline_and_date, draft.reading())
    assert (byline.verdict, byline.span.of(draft.text)) == (Verdict.HOLDS, "Jonas Pell")
    assert date.verdict is Verdict.BREAKS


def test_what_the_page_tells_in_two_ways_is_noted_and_costs_nothing() -> None:
    page = (
        '<html><head><meta name="author" content="Ana Admin-Roe"><meta name="date" content="2026-05-06">'
        '<link rel="canonical" href="https://courier.example/2024/01/31/market"></head><body><article>'
        "<h1>Council Puts Off Vote on Market Hall</h1>{byline}"
        + "<p>The council put off its vote on the market hall on Tuesday, Mayor Edda Quill said.</p>"
        * 4
    )
    both, one = (
        audit_article(page.format(byline=line)) for line in ("<p>By Jonas Pell</p>", "<p>By Ana Admin-Roe</p>")
    )
    answer = both.answers["byline-and-date"]
    assert {finding.message for finding in answer.findings if finding.verdict is Verdict.NOTE} == {
        "The page tells its author in more than one way: it prints Jonas Pell, and its data say Ana Admin-Roe.",
        "The page tells its day of publication in more than one way: its data say 2026-05-06, and its address says 2024-01-31.",
    }
    assert [author.value for author in both.document.authors] == ["Jonas Pell"]
    assert answer.status == one.answers["byline-and-date"].status
    assert answer.score == one.answers["byline-and-date"].score
    assert [conflict.what for conflict in one.document.conflicts] == ["published"]
    assert Audit.from_json(both.to_json()) == both


def test_titles_that_differ_are_no_matter_of_byline_or_date() -> None:
    stated = tuple(Stated(value=value, origin=origin) for value, origin in (("A", "h1"), ("B", "meta")))
    draft = Draft(TEXT, published=DATE, content_type="html", conflicts=(Conflict(what="title", values=stated),))
    assert Verdict.NOTE not in [case.verdict for case in cases(byline_and_date, draft.reading())]


@pytest.mark.parametrize(
    ("top", "expected"),
    [
        ("MARLOW, Jan. 28 — The council put off its vote.", [Verdict.BREAKS, Verdict.HOLDS]),
        ("MARLOW, Ohio, March 3 (Wire) — The council put off its vote.", [Verdict.BREAKS, Verdict.HOLDS]),
        ("Court reporter Ewan Muirhead</p><p>The council put off its vote.", [Verdict.HOLDS, Verdict.BREAKS]),
        ("On Jan. 28 the council put off its vote.", [Verdict.BREAKS, Verdict.BREAKS]),
    ],
)
def test_a_dateline_tells_the_day_and_a_job_the_reporter(top: str, expected: list[Verdict]) -> None:
    page = f"<article><h1>Vote put off</h1><p>{top}</p><p>The mayor Edda Quill said so.</p></article>"
    found = cases(byline_and_date, Draft(page, html=True).reading())
    assert [case.verdict for case in found] == expected


def told(line: str, dateline: str = "") -> list[Verdict]:
    """Return what the check says of byline and date of a page with this line under its headline."""
    head = f"<article><h1>Council Puts Off Vote on Market Hall</h1><p>{line}</p>"
    reading = read_html(f"{head}<p>{dateline}The council put off its vote on the hall until the autumn.</p></article>")
    return [case.verdict for case in cases(byline_and_date, reading)]


@pytest.mark.parametrize(
    "line", ["Ada Quill, 6 May 2026", "Words: Ada Quill. 6 May 2026", "Ada Quill | Wednesday 6 May 2026"]
)
def test_a_line_with_a_name_and_a_day_is_byline_and_date(line: str) -> None:
    assert told(line) == [Verdict.HOLDS, Verdict.HOLDS]


@pytest.mark.parametrize("place", ["TOLBY", "TOLBY, Calif.", "SANTA ORA, N.M."])
def test_the_agency_of_a_dateline_is_a_byline(place: str) -> None:
    assert told("6 May 2026", f"{place} (AP) — ") == [Verdict.HOLDS, Verdict.HOLDS]


def test_a_day_written_with_strokes_is_a_date() -> None:
    assert told("05/10/2026 - Tarn County") == [Verdict.BREAKS, Verdict.HOLDS]
