"""Who wrote an article and when, where the page's data, its address and what it prints do not agree."""

import json

import pytest

from source_audit.document import Document
from source_audit.parse import parse_document

BODY = "<p>The council voted on Monday evening to close the old bridge over the river, they said.</p>" * 4
SITE = '<meta property="og:site_name" content="The Paper">'


def page(below: str = "", *, above: str = "", url: str | None = None, head: str = "", **stated: object) -> Document:
    script = json.dumps({"@type": "NewsArticle", "headline": "Council Closes Bridge", **stated})
    return parse_document(
        f'<html><head>{SITE}{head}<script type="application/ld+json">{script}</script></head><body>{above}'
        f"<article><h1>Council Closes Bridge</h1>{below}{BODY}</article></body></html>",
        url=url,
    )


def names(document: Document) -> list[str]:
    return [author.value for author in document.authors]


def told(document: Document, what: str) -> list[tuple[str, str]]:
    found = [conflict for conflict in document.conflicts if conflict.what == what]
    return [(value.value, value.origin) for conflict in found for value in conflict.values]


def test_the_byline_goes_before_the_data_and_both_are_kept() -> None:
    document = page("<p>By Jane Doe</p>", author={"name": "John Roe"})

    assert names(document) == ["Jane Doe"]
    assert told(document, "authors") == [("Jane Doe", "byline"), ("John Roe", "json-ld")]
    assert document.authors[0].span is not None
    assert document.authors[0].span.of(document.text) == "Jane Doe"


@pytest.mark.parametrize(
    ("below", "author"),
    [
        ("<p>By Jane Doe</p>", "Jane A. Doe"),
        ("<p>By Jane Doe and John Roe</p>", "Jane Doe"),
        ("<p>By Jane Doe</p>", "The Paper"),
        ("<p>By Jane Doe</p>", "jdoe7"),
        ("", "Jane Doe"),
    ],
)
def test_no_conflict_where_both_name_the_same_or_one_is_no_person(below: str, author: str) -> None:
    assert told(page(below, author={"name": author}), "authors") == []


def test_a_byline_that_names_more_than_the_data_is_taken_whole() -> None:
    assert names(page("<p>By Jane Doe, John Roe and Ann Poe</p>", author={"name": "Jane Doe"})) == [
        "Jane Doe",
        "John Roe",
        "Ann Poe",
    ]


@pytest.mark.parametrize("author", ["The Paper", "the-paper", "paperadmin"])
def test_whom_only_the_data_name_is_no_author_if_it_is_the_site_or_an_account(author: str) -> None:
    assert names(page(author={"name": author})) == []


@pytest.mark.parametrize("author", ["Reuters", "Jane Doe", "The Other Paper"])
def test_whom_only_the_data_name_is_the_author_otherwise(author: str) -> None:
    assert names(page(author={"name": author})) == [author]


def test_the_site_is_an_author_where_the_byline_says_so() -> None:
    assert names(page('<div class="byline">The Paper</div>', author={"name": "The Paper"})) == ["The Paper"]


@pytest.mark.parametrize(
    ("below", "found"),
    [
        ("<div>by</div><div>Jane Doe</div>", ["Jane Doe"]),
        ("<p>By Jane Doe | The Herald</p>", ["Jane Doe"]),
        ("<p>By Jane Doe, The Paper</p>", ["Jane Doe"]),
        ('<div class="byline">Jane Doe 27/09/2018 Comment! Town, Rivers and Bridges</div>', ["Jane Doe"]),
        ('<div class="byline">Paper wire services Published 11:11 PM EST Nov 19, 2019</div>', ["Paper wire services"]),
        ('<div class="byline">Editorial</div>', ["Editorial"]),
        ("<p>By admin</p>", []),
        ("<p>Updated on: November 19, 2019</p>", []),
        ("<nav><p>By Jane Doe</p></nav>", []),
    ],
)
def test_the_names_printed_by_the_headline(below: str, found: list[str]) -> None:
    assert names(page(below)) == found


@pytest.mark.parametrize(
    ("below", "stated", "url", "day"),
    [
        pytest.param("<p>Nov 18, 2019, 9:24 pm ET</p>", "2019-11-19T02:24:00Z", None, "2019-11-18", id="time zone"),
        pytest.param("<p>Posted Nov 18, 8:19 PM</p>", "2019-11-19T01:19:34Z", None, "2019-11-18", id="no year"),
        pytest.param("<p>11/18/19</p>", "2019-11-18", None, "2019-11-18", id="digits"),
        pytest.param("<p>2 days ago</p>", "2019-11-19T04:58:46Z", "/2019/11/18/bridge", "2019-11-18", id="address"),
        pytest.param(
            "<p>Nov 19, 2019</p>", "2019-11-19", "/2019/11/18/bridge", "2019-11-19", id="print before address"
        ),
        pytest.param("<p>May 1, 2012</p>", "2019-11-19", None, "2019-11-19", id="another day"),
        pytest.param("<p>May 1, 2012</p>", None, None, "2012-05-01", id="nothing stated"),
        pytest.param("<p>4/5/12</p>", None, None, None, id="two readings"),
        pytest.param("<p>4/5/12</p>", "2012-05-04", None, "2012-05-04", id="the reading that fits"),
        pytest.param("<p>Updated Nov 20, 2019</p>", "2019-11-19", None, "2019-11-19", id="later change"),
    ],
)
def test_the_day_of_publication_is_the_one_printed_if_it_fits(
    below: str, stated: str | None, url: str | None, day: str | None
) -> None:
    document = page(
        below, url=f"https://paper.example{url}" if url else None, datePublished=stated, dateModified="2019-11-25"
    )

    assert (document.published.value if document.published else None) == day


def test_a_printed_day_of_a_change_tells_the_time_zone_where_both_are_the_same_day() -> None:
    line = "<p>Updated 11:21 pm CST, November 19, 2019</p>"

    same = page(line, datePublished="2019-11-20T05:14:35Z", dateModified="2019-11-20T05:21:59Z")
    later = page(line, datePublished="2019-11-18T05:14:35Z", dateModified="2019-11-19T05:21:59Z")

    assert (same.published and same.published.value) == "2019-11-19"
    assert (later.published and later.published.value) == "2019-11-18"


def test_the_day_above_the_headline_is_read_and_has_its_place() -> None:
    document = page(above="<div><p>November 18, 2019</p></div>", datePublished="2019-11-18")

    assert document.published is not None
    assert document.published.span is not None
    assert document.published.span.of(document.text) == "November 18, 2019"


def test_days_and_titles_that_differ_are_kept() -> None:
    document = page(
        datePublished="2019-11-19",
        url="https://paper.example/2014/01/31/bridge",
        head='<meta property="og:title" content="River crossing shut for good">',
    )

    assert told(document, "published") == [("2019-11-19", "json-ld"), ("2014-01-31", "url")]
    assert told(document, "title") == [("Council Closes Bridge", "h1"), ("River crossing shut for good", "meta")]


def test_the_place_of_an_author_is_right_behind_letters_that_grow_in_lower_case() -> None:
    document = page("<p>By İİİ İnce and Jane Doe</p>", author={"name": "JANE DOE"})

    assert [author.span.of(document.text) for author in document.authors if author.span][-1] == "Jane Doe"


def test_a_post_by_the_headline_has_a_day_and_a_name_of_its_own() -> None:
    post = "<blockquote><p>It fell tonight.</p>By Ann Poe <a>February 13, 2025</a></blockquote>"
    document = page(post)

    assert document.published is None
    assert names(document) == []


@pytest.mark.parametrize(
    "last",
    [
        "Anna Roe, who is leading in the county, has taken up the criticism, telling Radio Tarn that “it is a weird deal.”",
        "Peter Hale, who was a professor of law in Ambry, said on Friday that the vote would stand.",
        "Joan Reed was among the students who went home early on Monday.",
    ],
)
def test_a_last_paragraph_of_the_story_is_no_note_on_its_author(last: str) -> None:
    document = parse_document(f"{BODY.replace('<p>', '').replace('</p>', chr(10) * 2)}{last}\n", content_type="text")

    assert names(document) == []
    assert document.blocks[-1].kind.value == "paragraph"


def test_a_name_of_letters_inside_a_printed_word_is_not_printed() -> None:
    assert names(page("<p>Published as a draft on 4 May 2026</p>", author={"name": "AF"})) == []


@pytest.mark.parametrize(("below", "found"), [("", []), ("<p>By Jane Doe</p>", ["Jane Doe"])])
def test_of_a_page_by_the_site_itself_only_a_printed_name_is_an_author(below: str, found: list[str]) -> None:
    own = '<meta name="twitter:creator" content="@ThePaper">'

    assert names(page(below, head=own, author={"name": "Jane Doe"})) == found
    assert names(page(head=own.replace("ThePaper", "jane_doe"), author={"name": "Jane Doe"})) == ["Jane Doe"]
