"""Articles that mean harm: they are read in linear time, or refused; nothing else is raised."""

import time
from collections.abc import Callable
from html import escape

import pytest

from source_audit.errors import ArticleError
from source_audit.parse import parse_document

P = "<p>The council voted on Monday to close <a href='https://a.example/x'>the bridge</a> for good.</p>"
SEVERAL = 6.0
"""How much longer an article of four times the length may take, where four would be linear."""

SHAPES: dict[str, Callable[[int], str]] = {
    "nested divs": lambda n: "<body>" + "<div>" * n + P + "</div>" * n,
    "nested bold": lambda n: "<p>" + "<b>word " * n,
    "nested quotations": lambda n: "<blockquote>" * n + P,
    "nested posts": lambda n: "<blockquote class='twitter-tweet'>" * n + P,
    "nested copies of posts": lambda n: (
        P + "<div class='tweet' data-x>" * n + "<a href='https://x.com/a/status/20'>x</a>" + P
    ),
    "copies of posts in boxes": lambda n: P + "<div class='related'>" + "<div class='tweet'>" * n + P,
    "pictures of posts": lambda n: P + "<img alt='Screenshot of a tweet by Ann'>" * n + P,
    "lines for pictures": lambda n: "Screenshot: @a/X\n\n" * n,
    "long lines for pictures": lambda n: f"{P}<p>[Image: a screenshot of {'a post by Ann ' * n}",
    "markup as text": lambda n: P + "<p>&lt;iframe src=x</p>" * n + P,
    "nested boxes": lambda n: P + "<div class='related'>" * n + P,
    "nested data": lambda n: P + "<div data-src='https://a.example/x'>" * n + P,
    "attributes": lambda n: "<div " + " ".join(f"a{i}='x'" for i in range(n)) + ">" + P,
    "attributes behind a quoted >": lambda n: "<div x='>' " + " ".join(f"a{i}" for i in range(n)) + ">" + P,
    "open quotes": lambda n: P + "<a '" * n,
    "links": lambda n: "<p>" + "<a href='https://a.example/x'>x</a> " * n,
    "line breaks": lambda n: "<p>" + "x<br>" * n,
    "paragraphs": lambda n: P * n,
    "posts": lambda n: P + "<blockquote class='twitter-tweet'><p>Hi</p>— A (@b) May 5, 2020</blockquote>" * n + P,
    "signed quotations": lambda n: P + "<blockquote>Hi there, you.</blockquote><p>— @ab, X, 6 May</p>" * n,
    "a line below quotations": lambda n: P + "<blockquote>Hi there, you.</blockquote>" * n + "<p>— @ab on X</p>" * n,
    "lines below a film": lambda n: (
        P + "<iframe src='https://youtu.be/dQw4w9WgXcQ'></iframe><p>Video: @ab on YouTube</p>" * n
    ),
    "framed documents": lambda n: P + "<iframe src='https://a.example/v?f=/b.pdf'></iframe>" * n + P,
    "documents in objects": lambda n: P + "<object>" + "<embed src='/b.pdf'>" * n + "</object>" + P,
    "credits": lambda n: P + "<figcaption>A. <i class='credit'>Screenshot: X</i></figcaption>" * n + P,
    "long credits": lambda n: P + f"<p class='caption'>{'(Screenshot ' * n}</p>" + P * (n // 4),
    "json": lambda n: "<script type='application/ld+json'>" + "[" * n + "</script>" + P,
    "references in json": lambda n: (
        '<script type="application/ld+json">{"@type": "Article", "author": ['
        + '{"@id": "#a"},' * n
        + "1]}</script>"
        + P
    ),
    "angle brackets": lambda n: P + "<" * n,
    "ampersands": lambda n: P + "&" * n,
    "comments": lambda n: P + "<!--" * n,
    "quotation marks": lambda n: '"' * n,
    "brackets": lambda n: "(@a) " * n,
    "dashes": lambda n: "—" * n,
    "signatures": lambda n: "A line.\n— A (@a)\n" * n,
    "empty lines": lambda n: "\n" * n + "x",
    "short lines": lambda n: "a\n" * n,
    "lead-ins": lambda n: "a:\n" * n,
    "emoji": lambda n: "\u26a1" * n,
    "by": lambda n: "By " * n,
    "dates": lambda n: "May 5, " * n,
    "one paragraph": lambda n: "word " * n,
    "spaces": lambda n: "a" + " " * n + "b",
}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_time_is_linear(shape: Callable[[int], str]) -> None:
    few, many = (min(_seconds(shape(n)) for _ in range(2)) for n in (5_000, 20_000))

    assert many < SEVERAL * few + 0.25


def _seconds(markup: str) -> float:
    start = time.process_time()
    parse_document(markup, content_type="auto")
    return time.process_time() - start


@pytest.mark.parametrize("name", ["nested divs", "nested quotations", "nested boxes", "nested data", "attributes"])
def test_the_article_is_still_read(name: str) -> None:
    assert "The council voted on Monday to close the bridge for good." in parse_document(SHAPES[name](5_000)).text


def test_entities_do_not_multiply() -> None:
    bomb = "<!DOCTYPE html [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]>" + "<p>The bridge &b; is closed.</p>"

    assert len(parse_document(bomb).text) < 200


def test_control_characters_leave_a_page_but_not_a_text() -> None:
    odd = "a\0b\u202ec\u200bd\x1b"

    assert parse_document(f"<p>The bridge {odd} is closed.</p>").text == "The bridge abcd is closed."
    assert parse_document(f"The bridge {odd} is closed.").text == f"The bridge {odd} is closed."


@pytest.mark.parametrize("unit", ['"', "word ", "(", "x.\n", "\u201c"])
def test_five_megabytes_of_text(unit: str) -> None:
    text = unit * (1_000_000 // len(unit)) if unit == "x.\n" else unit * (5_000_000 // len(unit.encode()))

    assert parse_document(text).text == text


def test_a_page_at_the_limit() -> None:
    page = P * (2_000_000 // len(P))

    assert parse_document(page).words > 100_000
    with pytest.raises(ArticleError, match="limit"):
        parse_document(page, size_limit=1_000_000)


def test_markup_kept_in_kept_markup_is_read_one_level_deep() -> None:
    post = '<iframe src="https://x.com/city/status/20"></iframe>'
    markup = f'<div data-html="{escape(post)}"></div>'
    assert len(parse_document(P + markup + P).embeds) == 1

    for _ in range(60):
        markup = f'<iframe srcdoc="{escape(markup)}"></iframe>'
    assert parse_document(P + markup + P).embeds == ()


def test_an_article_behind_the_end_of_the_page_is_read() -> None:
    page = "></html>" + P * 4

    assert parse_document(page, content_type="html").text.count("The council voted on Monday") == 4
