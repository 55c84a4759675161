"""What a page states of its article, and where each value was read."""

import json

import pytest

from source_audit.document import BlockKind, Document, Stated
from source_audit.parse import parse_document

BODY = "<p>The council voted on Monday evening to close the old bridge over the river, they said.</p>"


def page(head: str = "", top: str = "", lang: str = "en") -> Document:
    return parse_document(
        f'<html lang="{lang}"><head>{head}</head><body><article>{top}{BODY * 4}</article></body></html>'
    )


def pair(stated: Stated | None) -> tuple[str, str] | None:
    return (stated.value, stated.origin) if stated else None


def json_ld(**values: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **values})}</script>'


def test_json_ld_goes_first() -> None:
    document = page(
        json_ld(
            headline="Council closes bridge",
            author=[{"@type": "Person", "name": "Jane Doe"}, {"name": "John Roe"}],
            datePublished="2026-05-13T10:00:00+01:00",
            dateModified="2026-05-14",
            articleSection="Local",
            publisher={"name": "The Paper"},
            url="https://paper.example/bridge",
        )
        + '<meta name="author" content="Someone Else"><meta property="article:published_time" content="2020-01-01">'
    )

    assert pair(document.title) == ("Council closes bridge", "json-ld")
    assert [pair(author) for author in document.authors] == [("Jane Doe", "json-ld"), ("John Roe", "json-ld")]
    assert pair(document.published) == ("2026-05-13", "json-ld")
    assert pair(document.modified) == ("2026-05-14", "json-ld")
    assert pair(document.section) == ("Local", "json-ld")
    assert pair(document.site) == ("The Paper", "json-ld")
    assert pair(document.url) == ("https://paper.example/bridge", "json-ld")


@pytest.mark.parametrize("attribute", ["content", "value"])
def test_meta_elements_are_read(attribute: str) -> None:
    document = page(
        f'<meta property="og:title" {attribute}="Council closes bridge"><meta name="author" {attribute}="By Jane Doe">'
        f'<meta property="article:published_time" {attribute}="2026-05-13T10:00"><meta property="og:site_name" {attribute}="P">'
        '<link rel="canonical" href="https://paper.example/bridge">'
    )

    assert pair(document.title) == ("Council closes bridge", "meta")
    assert [pair(author) for author in document.authors] == [("Jane Doe", "meta")]
    assert pair(document.published) == ("2026-05-13", "meta")
    assert pair(document.site) == ("P", "meta")
    assert pair(document.url) == ("https://paper.example/bridge", "meta")


def test_the_visible_head_has_its_places_in_the_text() -> None:
    document = page(
        json_ld(headline="Council closes bridge for good", author={"name": "Jane Doe"}, datePublished="2026-05-13"),
        '<h1>Council closes bridge for good</h1><p class="byline">By JANE DOE, staff</p><time>May 13, 2026</time>',
    )

    assert document.title is not None
    assert document.title.span is not None
    assert document.title.span.of(document.text) == "Council closes bridge for good"
    assert [author.span.of(document.text) for author in document.authors if author.span] == ["JANE DOE"]
    assert document.published is not None
    assert document.published.span is not None
    assert document.published.span.of(document.text) == "May 13, 2026"


def test_an_h1_that_shares_no_word_with_the_stated_title_is_not_the_headline() -> None:
    head = '<meta property="og:title" content="Council closes bridge">'
    paper = f"<html><head>{head}</head><body><div><h1>The Daily Paper</h1></div><article>{BODY}</article></body></html>"

    assert pair(parse_document(paper).title) == ("Council closes bridge", "meta")


def test_the_only_h1_of_the_article_is_its_headline_whatever_the_head_says() -> None:
    document = page('<meta property="og:title" content="Bridge">', "<h1>Council shuts crossing</h1>")

    assert [block.span.of(document.text) for block in document.blocks_of(BlockKind.HEADLINE)] == [
        "Council shuts crossing"
    ]


@pytest.mark.parametrize(
    "trail", ["<a href='/'>Home</a> › <span>Sport</span>", "<a href='/'>The Leader</a> | Sport", "Sport"]
)
def test_the_last_step_of_a_short_navigation_is_a_label(trail: str) -> None:
    paper = f"<html><body><nav>{trail}</nav><article><h1>Council closes bridge</h1>{BODY}</article></body></html>"
    section = parse_document(paper).section

    assert section is not None
    assert (section.value, section.origin) == ("Sport", "text")


def test_a_menu_of_sections_is_no_trail() -> None:
    menu = "".join(f"<a href='/{name}'>{name}</a> " for name in ("News", "Politics", "Opinion", "Sport"))
    paper = f"<html><body><nav>{menu}</nav><article><h1>Council closes bridge</h1>{BODY}</article></body></html>"
    assert parse_document(paper).section is None


def test_a_byline_of_another_article_is_left_alone() -> None:
    document = page(json_ld(author={"name": "Jane Doe"}), '<div class="byline">By Somebody Else</div>')

    assert [author.value for author in document.authors] == ["Jane Doe"]
    assert "Somebody" not in document.text


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Jane Doe and John Roe", ["Jane Doe", "John Roe"]),
        ("By JANE DOE, Political Editor", ["JANE DOE"]),
        ("Jane Doe | May 3, 2026", ["Jane Doe"]),
        ("Monday May 4, 2026 7:45 am PST by Jane van der Doe", ["Jane van der Doe"]),
        ("By Jane Doe for The Paper", ["Jane Doe"]),
        ("By Reuters", ["Reuters"]),
        ("By Paper Staff", ["Paper Staff"]),
        ("By Jane Doe<br><span>Monday, May 4, 2026</span>", ["Jane Doe"]),
        ("By Ja<b>ne D</b>oe<!-- staff -->, Political Editor<p>Updated May 4, 2026</p>", ["Jane Doe"]),
    ],
)
def test_the_names_in_a_byline(byline: str, names: list[str]) -> None:
    document = page(top=f'<div class="byline">{byline}</div>')

    assert [author.value for author in document.authors] == names
    assert document.blocks[0].kind == "byline"


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://paper.example/2019/11/19/bridge.html", "2019-11-19"),
        ("https://paper.example/news/2019-11-19/bridge", "2019-11-19"),
        ("https://paper.example/20191119/bridge", "2019-11-19"),
        ("https://paper.example/2019/nov/19/bridge", "2019-11-19"),
        ("https://paper.example/news/473849-bridge", None),
        ("https://paper.example/2019/99/19/bridge", None),
    ],
)
def test_the_day_in_the_address_is_the_last_resort(url: str, day: str | None) -> None:
    document = parse_document(f"<html><body>{BODY}</body></html>", url=url)

    assert pair(document.published) == ((day, "url") if day else None)


@pytest.mark.parametrize(
    ("head", "top", "genre"),
    [
        (json_ld(**{"@type": "OpinionNewsArticle"}), "", ("opinion", "json-ld")),
        (json_ld(**{"@type": ["LiveBlogPosting", "NewsArticle"]}), "", ("live-blog", "json-ld")),
        (json_ld(**{"@type": "AdvertiserContentArticle"}), "", ("sponsored", "json-ld")),
        (json_ld(articleSection="Opinion"), "", ("opinion", "section")),
        ("", '<div class="label">Analysis</div><h1>Why the bridge closed</h1>', ("explainer", "label")),
        (json_ld(), "", ("brief", "manner")),
    ],
)
def test_the_genre_comes_from_data_section_or_label(head: str, top: str, genre: tuple[str, str]) -> None:
    document = page(head, top)

    assert (document.genre.value, document.genre.by) == genre


def test_a_menu_is_no_label() -> None:
    document = page(top="<nav><a href='/opinion'>Opinion</a></nav><h1>Council closes bridge</h1>")

    assert document.genre.by == "manner"


def test_the_words_decide_the_language_against_the_page() -> None:
    german = "<p>Der Rat hat am Montag beschlossen, dass die alte Brücke über den Fluss nicht mehr offen ist.</p>"
    document = parse_document(f'<html lang="en"><body>{german * 3}</body></html>')

    assert pair(document.language) == ("de", "text")
    assert [notice.code for notice in document.notices if notice.severe] == ["language"]
    assert pair(page(lang="en-GB").language) == ("en-GB", "meta")


@pytest.mark.parametrize(
    "script", ["{", "[" * 50_000, '{"@type": 5, "author": {"name": null}}', "null", '"x"', '{"@graph": 7}']
)
def test_broken_json_ld_is_passed_over(script: str) -> None:
    assert page(f'<script type="application/ld+json">{script}</script>').title is None


PERSON = "https://paper.example/#/schema/person/7"
PAPER = "https://paper.example/#organization"
JANE = {"@type": "Person", "@id": PERSON, "name": "Jane Doe", "image": {"@type": "ImageObject", "caption": "Jane"}}
JOHN = {"@type": "Person", "@id": "#/schema/person/8", "name": "John Roe"}


def graph(*objects: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@context": "https://schema.org", "@graph": objects})}</script>'


def credited(*scripts: str) -> tuple[list[tuple[str, str] | None], tuple[str, str] | None]:
    document = page("".join(scripts))
    return [pair(author) for author in document.authors], pair(document.site)


@pytest.mark.parametrize(
    "scripts",
    [
        [graph({"@type": "NewsArticle", "author": {"@id": PERSON}, "publisher": {"@id": PAPER}}, {"@type": "Organization", "@id": PAPER, "name": "The Paper"}, JANE)],
        [graph(JANE, {"@type": "Article", "author": PERSON, "publisher": {"@type": "Organization", "@id": PAPER}}), graph({"@id": PAPER, "name": "The Paper"})],
        [graph({"@type": "WebSite", "publisher": {"@id": PAPER, "name": "The Paper"}}), json_ld(author=[{"@id": PERSON}], publisher={"@id": PAPER}), graph(JANE)],
        [json_ld(**{"@id": "#story"}, headline="Bridge", publisher={"name": "The Paper"}), graph({"@id": "#story", "author": {"name": "Jane Doe"}})],
        [json_ld(headline="Council closes bridge"), json_ld(headline="Council closes bridge", author={"@id": PERSON}, publisher="The Paper"), graph(JANE)],
        [graph({"@type": "WebPage", "mainEntity": {"@type": "Article", "author": {"@id": PERSON}, "publisher": {"name": "The Paper"}}}, {"@type": "ProfilePage", "about": JANE})],
    ],
)  # fmt: skip
def test_json_ld_may_name_whom_it_refers_to_elsewhere(scripts: list[str]) -> None:
    assert credited(*scripts) == ([("Jane Doe", "json-ld")], ("The Paper", "json-ld"))


def test_each_of_several_authors_may_be_referred_to_or_named() -> None:
    stated = json_ld(author=[{"@id": "#/schema/person/8"}, {"name": "Ann Poe"}, {"@id": PERSON}])

    assert [name for name, _ in filter(None, credited(stated, graph(JANE, JOHN))[0])] == [
        "John Roe",
        "Ann Poe",
        "Jane Doe",
    ]


@pytest.mark.parametrize(
    "other",
    [
        graph(JOHN),
        json_ld(headline="Ferry starts on Monday", author={"name": "John Roe"}),
        graph({"@type": "Person", "name": "John Roe"}),
    ],
)
def test_nobody_is_an_author_to_whom_nothing_refers(other: str) -> None:
    assert credited(json_ld(headline="Council closes bridge", author={"@id": PERSON}), other)[0] == []


def test_a_name_that_is_referred_to_may_conflict_with_the_byline() -> None:
    document = page(
        json_ld(headline="Council closes bridge for good", author={"@id": PERSON}) + graph(JANE),
        '<h1>Council closes bridge for good</h1><p class="byline">By John Roe</p>',
    )

    assert [[pair(value) for value in conflict.values] for conflict in document.conflicts] == [
        [("John Roe", "byline"), ("Jane Doe", "json-ld")]
    ]


@pytest.mark.parametrize("address", ["http://[", "https://[paper/news/1", "//]x/"])
def test_an_address_that_is_none_stops_no_page(address: str) -> None:
    words = "The council voted on Monday evening to close the old bridge over the river. " * 4
    page = (
        f'<link rel="canonical" href="{address}"><meta property="og:url" content="{address}">'
        f'<article><h1>Council closes bridge</h1><p>{words}</p><p>{words} <a href="{address}">x</a></p></article>'
    )
    document = parse_document(page)
    assert document.title is not None
    assert parse_document(page, url=address).title == document.title


@pytest.mark.parametrize(
    ("title", "site"),
    [
        ("Council closes bridge | The Loughmore Wire", "The Loughmore Wire"),
        ("Bridge row - Tarn Gazette", "Tarn Gazette"),
        ("Council closes bridge – Grain &amp; Glass", "Grain & Glass"),
        ("Plains Sports Wire", "Plains Sports Wire"),
        ("Council closes bridge | Opinion", None),
        ("Council closes bridge | Paid for by Ladle Robotics", None),
        ("Bridge row | Transfer news", None),
        ("Council closes bridge", None),
    ],
)
def test_a_title_may_end_with_the_name_of_the_site(title: str, site: str | None) -> None:
    document = page(f"<title>{title}</title>", "<h1>Council closes bridge</h1>")
    assert pair(document.site) == ((site, "meta") if site else None)


@pytest.mark.parametrize(
    ("above", "label"),
    [
        ('<p class="sec">Politics &amp; council</p>', "Politics & council"),
        ("<div>Ports and Shipping</div>", "Ports and Shipping"),
        ("<h4>DARTS</h4>", "DARTS"),
        ("<div>SCIENCE DESK</div>", "SCIENCE DESK"),
        ('<p class="loc">Highland news</p>', "Highland news"),
    ],
)
def test_a_label_of_any_class_above_the_headline_is_the_section(above: str, label: str) -> None:
    section = page("", f"{above}<h1>Council closes bridge</h1>").section
    assert section is not None
    assert section.value == label


@pytest.mark.parametrize(
    "credit",
    [
        "Filed under: <a href='/local'>Local</a> | 11 May 2025",
        "Posted by <b>the newsroom</b> on 19.06.2024 in <i>Markets</i>",
    ],
)
def test_a_line_of_credits_may_name_the_section(credit: str) -> None:
    section = page("", f"<h1>Council closes bridge</h1><p>{credit}</p>").section
    assert section is not None
    assert section.value in ("Local", "Markets")


def test_the_name_of_the_site_above_a_headline_is_no_section() -> None:
    top = "<div>Tarn News</div><h1>Council closes bridge</h1>"
    assert page("<title>Council closes bridge | Tarn News</title>", top).section is None


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Reporter: Mal Huddart. Posted 14:20, 2 October 2025.", "Mal Huddart"),
        ("TARN, April 2, 2026 | Reporting by Anneke Vos; additional reporting by Tom Sligo", "Anneke Vos"),
        ("Katya Brandt-Osei", "Katya Brandt-Osei"),
        ("Staff report", "Staff report"),
    ],
)
def test_a_credit_below_the_headline_names_who_wrote(line: str, author: str) -> None:
    authors = page("", f"<h1>Council closes bridge</h1><p>{line}</p>").authors
    assert author in [each.value for each in authors]
