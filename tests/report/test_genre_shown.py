"""The kind of text stands on every report, with what says it."""

import lxml.html
import pytest

from source_audit import Options, audit_article, render_report

BODY = "The ferry must run\n\nThe council of Skarn met on Monday. Ivo Brandt said the pier was worn."
CASES = [
    (f"Opinion\n\n{BODY}", None, "Opinion. The page shows the label “Opinion”."),
    (f"FOR RELEASE: 4 May\n\n{BODY}", None, "Press release. This can be seen in the text: “FOR RELEASE:”."),
    (BODY, "interview", "Interview. Whoever made this audit said so."),
]


@pytest.mark.parametrize(("text", "genre", "words"), CASES)
@pytest.mark.parametrize("form", ["html", "markdown", "terminal"])
def test_the_kind_of_text_is_told_with_what_says_it(text: str, genre: str | None, words: str, form: str) -> None:
    report = render_report(audit_article(text, content_type="text", options=Options(genre=genre)), form)
    shown = " ".join(map(str, lxml.html.document_fromstring(report).itertext())) if form == "html" else report
    assert words in " ".join(shown.split())


def test_where_nothing_says_it_no_line_is_printed() -> None:
    silent = "The ferry has run since 1911 and has had seven names."
    assert "Kind of text:" not in render_report(audit_article(silent, content_type="text"), "terminal")


def test_a_report_by_its_manner_says_that_no_label_does() -> None:
    shown = render_report(audit_article(BODY * 12, content_type="text"), "terminal")
    assert "Kind of text: News report. No label says so; it is told like one." in " ".join(shown.split())


def test_the_json_report_holds_the_words_and_their_place() -> None:
    found = audit_article(CASES[0][0], content_type="text").to_dict()["article"]["genre"]
    assert found == {
        "value": "opinion",
        "by": "label",
        "confidence": 0.9,
        "words": "Opinion",
        "spans": [{"start": 0, "end": 7}],
    }
