"""Markdown and terminal text: compact, safe where they are shown, and with the same message as the card."""

import json
import re

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from source_audit import Audit, ReportError, audit_article, render_report
from source_audit.document import Stated
from source_audit.report.markdown import md
from source_audit.report.plain import tame
from source_audit.resources import data
from tests.report.sample import DOCUMENT, crowd, empty, rich
from tests.report.test_card import FORBIDDEN

STEERING = "Ferry \x1b[31mred\x07 \u202edesrever\u202c \u200bzero\ufeff \x9b2J \x00 \u2066x\u2069 \r\n end"


def steered() -> Audit:
    document = evolve(DOCUMENT, title=Stated(value=STEERING, origin="h1"))
    return rich(document=document, warnings=())


@pytest.mark.parametrize("audit", [rich(), empty(), crowd(), steered()], ids=["rich", "empty", "crowd", "steered"])
def test_terminal_text_is_narrow_and_steers_nothing(audit: Audit) -> None:
    text = render_report(audit, "terminal")
    assert max(map(len, text.splitlines())) <= 80
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]", text)
    assert " ".join(text.split()).endswith(data("sentences")["measures"]["full"])


def test_terminal_text_tells_the_audit() -> None:
    text = " ".join(render_report(rich(), "terminal").replace("   | ", "").split())
    assert "7 voices -> 5 independent origins" in text
    assert "Most statements have a named source or a document." in text
    assert "[Two dock workers] said Brack Shipping" in text
    assert "Not met: Posts add something new." in text
    assert "40 to 60 of 100" in text


@given(st.text(max_size=60))
def test_tamed_text_is_one_line_of_printable_signs(text: str) -> None:
    assert not re.search("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]", tame(text))
    assert tame(tame(text)) == tame(text)


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("<script>", r"\<script\>"),
        ("[a](javascript:b)", r"\[a\](javascript:b)"),
        ("![x](y)", r"\!\[x\](y)"),
        ("**b** _i_ `c` | ~~d~~", r"\*\*b\*\* \_i\_ \`c\` \| \~\~d\~\~"),
        ("# head", r"\# head"),
        ("1. item", r"1\. item"),
        ("- item", r"\- item"),
        ("see https://a.example or www.a.example", r"see https\://a.example or www\.a.example"),
        ("&lt; \\", r"\&lt; \\"),
        ("3.5 percent", "3.5 percent"),
        ("two\nlines", "two lines"),
    ],
)
def test_markdown_prints_the_words_as_they_stand(text: str, escaped: str) -> None:
    assert md(text) == escaped


def test_markdown_has_the_parts_that_an_editor_needs() -> None:
    text = render_report(rich(), "markdown")
    parts = [line for line in text.splitlines() if line.startswith("## ")]
    assert parts == [
        "## What matters most",
        "## You decide",
        "## All checks",
        "## What could not be read",
        "## What this does not measure",
    ]
    assert "**For writers.** Say why." in text
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert len(rows) == 2 + len(rich().answers)
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {5}
    assert not re.search(r"(?<!\\)<", text)


@pytest.mark.parametrize("form", ["markdown", "terminal"])
def test_our_own_words_are_never_forbidden(form: str) -> None:
    assert not FORBIDDEN.findall(render_report(rich(), form))
    assert not FORBIDDEN.findall(json.dumps(data("sentences")))


def test_json_ends_with_a_line_and_restores_the_audit() -> None:
    text = render_report(rich(), "json")
    assert text.endswith("}\n")
    assert Audit.from_json(text) == rich()


def test_an_unknown_format_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ReportError, match="html, json, markdown, terminal"):
        render_report(rich(), "pdf")


@pytest.mark.parametrize("form", ["markdown", "terminal"])
def test_where_nobody_says_anything_that_is_said(form: str) -> None:
    shown = render_report(audit_article("Ferry notes\n\nThe pier is late.", content_type="text"), form)
    assert "No statement of the text is given to a source." in shown


def live(*, entries: int) -> Audit:
    posts = [
        f"<h3>{hour:02}:{minute:02}</h3><p>Experts say the pier of Skarn will not last. Critics say it never would.</p>"
        for hour in range(23, -1, -1)
        for minute in (40, 10)
    ]
    calm = "<h3>00:05</h3><p>“The pier is shut,” said Edda Quill, the mayor of Skarn, on Monday.</p>"
    body = "".join([*posts[:entries], calm])
    markup = (
        f"<html><body><article><h1>Pier of Skarn: live updates</h1><p>By Jonas Pell</p>{body}</article></body></html>"
    )
    return audit_article(markup)


@pytest.mark.parametrize("form", ["terminal", "markdown", "html"])
def test_a_live_blog_is_told_entry_by_entry(form: str) -> None:
    text = " ".join(re.sub("<[^>]*>|[*#]", "", render_report(live(entries=3), form)).split())
    start = text.lower().index("entry by entry")
    said = text[start : start + 460]
    assert "Of 4 entries, 1 is in order; the others are listed." in said
    for time in ("23:40", "23:10", "22:40"):
        assert f"{time} Not met: No statement rests on a nameless crowd." in said
    assert "00:05" not in said


def test_a_long_live_blog_says_how_many_entries_are_not_listed() -> None:
    audit = live(entries=48)
    assert "more entries" not in render_report(audit, "terminal")
    many = evolve(audit, entries=audit.entries * 2)
    assert "and 36 more entries" in render_report(many, "terminal")
