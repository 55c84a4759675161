"""A page's body: what belongs to the article, in which blocks, with which links."""

import pytest

from source_audit.document import Document
from source_audit.errors import ArticleError
from source_audit.parse import parse_document

LONG = "The council voted on Monday evening to close the old bridge over the river, which engineers had called unsafe. "
PAGE = f"""<!DOCTYPE html><html lang="en-GB"><head><title>Council closes bridge | The Paper</title>
<base href="https://paper.example/news/"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/opinion">Opinion</a></li></ul></nav>
<div class="page"><header><span class="kicker">Politics</span><h1>Council closes the old&nbsp;bridge</h1>
<div class="byline">By <a href="/people/jane">Jane Doe</a></div><time datetime="2026-05-13T10:00:00Z">13 May 2026</time></header>
<div class="story"><p>{LONG * 2}</p>
<p>It was <a href="../docs/report.pdf">a <b>long</b>&nbsp;night</a>,<br>said <em>one</em> of them.</p>
<div class="share-bar"><a href="https://social.example/share">Share this</a></div>
<h2>What comes next</h2><ul><li>A ferry, <a href="https://www.gov.uk/ferry">the ministry</a> says.</li><li>A new bridge.</li></ul>
<aside><p>{LONG}</p></aside><div class="related"><p>{LONG}</p></div>
<figure><img src="b.jpg"><figcaption>The bridge. <span class="credit">Photo: J. Doe</span></figcaption></figure>
<blockquote><p>We will miss it.</p><p>All of us.</p></blockquote>
<p>{LONG}</p><p><a href="/other">Another bridge is closed too</a></p><p>Read more: bridges</p></div>
<section id="comments"><p>{LONG * 9}</p></section></div><footer><p>{LONG}</p></footer></body></html>"""


def shape(document: Document) -> list[tuple[str, str]]:
    return [(block.kind.value, block.span.of(document.text)) for block in document.blocks]


def test_the_article_is_read_and_the_rest_of_the_page_is_not() -> None:
    text = " ".join(LONG.split())

    assert shape(parse_document(PAGE)) == [
        ("section", "Politics"),
        ("headline", "Council closes the old bridge"),
        ("byline", "By Jane Doe"),
        ("byline", "13 May 2026"),
        ("paragraph", f"{text} {text}"),
        ("paragraph", "It was a long night,\nsaid one of them."),
        ("heading", "What comes next"),
        ("list-item", "A ferry, the ministry says."),
        ("list-item", "A new bridge."),
        ("caption", "The bridge."),
        ("blockquote", "We will miss it."),
        ("blockquote", "All of us."),
        ("paragraph", text),
    ]


def test_links_have_their_words_and_lead_somewhere() -> None:
    document = parse_document(PAGE, url="https://www.paper.example/news/bridge")

    assert [(link.text, link.href, link.domain, link.serves) for link in document.links] == [
        ("a long night", "https://paper.example/docs/report.pdf", "paper.example", "document"),
        ("the ministry", "https://www.gov.uk/ferry", "gov.uk", "official"),
    ]
    assert all(link.span.of(document.text) == link.text for link in document.links)


def article(inside: str) -> Document:
    return parse_document(f"<html><body><article><p>{LONG}</p>{inside}<p>{LONG}</p></article></body></html>")


def middle(inside: str) -> list[str]:
    return [words for _, words in shape(article(inside))[1:-1]]


@pytest.mark.parametrize(
    ("inside", "texts"),
    [
        pytest.param("<p>One.<br><br>Two.<br>Three.</p>", ["One.", "Two.\nThree."], id="two line breaks"),
        pytest.param(
            "<p>so\u00adft, ze\u200bro, \u202ebidi\u202c</p>", ["soft, zero, bidi"], id="invisible characters"
        ),
        pytest.param('<p><span class="dropcap">T</span>he end.</p>', ["The end."], id="drop cap"),
        pytest.param('<div class="drop-cap">T</div><p>he end.</p>', ["The end."], id="drop cap in a part of its own"),
        pytest.param("<p>One <script>var x</script>line.</p>", ["One line."], id="script in a line"),
        pytest.param('<p style="display: none">No.</p><p hidden>No.</p><p>Yes.</p>', ["Yes."], id="hidden"),
        pytest.param("<div>Text <i>in</i> a div</div>", ["Text in a div"], id="no paragraph"),
        pytest.param("<table><tr><td>1</td><td>Ann</td></tr></table>", ["1", "Ann"], id="table"),
    ],
)
def test_how_markup_becomes_text(inside: str, texts: list[str]) -> None:
    assert middle(inside) == texts


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "data:text/html,x", "mailto:a@b.example", "", "#top", "http://", "//["]
)
def test_what_no_reader_can_open_is_no_link(href: str) -> None:
    assert article(f'<p>The <a href="{href}">council</a> voted on it.</p>').links == ()


def test_a_body_in_pieces_is_read_whole() -> None:
    chunks = "".join(
        f'<div class="chunk"><div class="inner"><p>{number} {LONG * 3}</p></div></div>' for number in range(3)
    )
    document = parse_document(f'<html><body><div class="page"><div class="body">{chunks}</div></div></body></html>')

    assert [words[0] for _, words in shape(document)] == ["0", "1", "2"]


@pytest.mark.parametrize("name", ["entry-content-read-more", "product-story", "main-with-sidebar"])
def test_the_main_part_may_have_any_name(name: str) -> None:
    document = parse_document(f'<html><body><div class="{name}"><p>{LONG * 5}</p><p>{LONG * 5}</p></div></body></html>')

    assert len(document.body) == 2


def test_a_short_page_is_taken_whole() -> None:
    document = parse_document(
        "<h1>Bridge</h1><p>Closed.</p><div><p>It was closed on Monday evening, they say.</p></div>"
    )

    assert shape(document) == [
        ("headline", "Bridge"),
        ("paragraph", "Closed."),
        ("paragraph", "It was closed on Monday evening, they say."),
    ]


@pytest.mark.parametrize(
    "page",
    [
        "<html></html>",
        "<html><body><nav><a href='/'>Home</a></nav></body></html>",
        "<!-- nothing -->",
        "<script>x()</script>",
    ],
)
def test_a_page_without_an_article_is_refused(page: str) -> None:
    with pytest.raises(ArticleError, match="no article text was found"):
        parse_document(page)


def test_broken_pages_are_repaired() -> None:
    document = parse_document(f"<html><body><div><p>{LONG}<p>Cut <a href='https://a.example/x'>off</a> <b>he")

    assert shape(document)[-1] == ("paragraph", "Cut off he")


def ending(tail: str) -> Document:
    markup = f"<html><body><article><p>{LONG * 2}</p><p>{LONG * 2}</p>{tail}</article></body></html>"
    return parse_document(markup, url="https://paper.example/news/1", content_type="html")


BARE = '<p><a href="https://elsewhere.example/{}">Themes to download</a></p>'


@pytest.mark.parametrize(
    "tail",
    [
        '<p>Follow us on <a href="https://x.com/paper">X</a> and <a href="https://facebook.com/paper">Facebook</a>.</p>',
        '<p>Subscribe to <a href="/letters">our letter</a> and never miss a thing.</p>',
        BARE.format(1) + BARE.format(2) + BARE.format(3),
        '<h3>More great stories</h3><ul><li>See what <a href="/a">the mayor</a> did.</li><li><a href="/b">A ferry</a> sank.</li></ul>',
    ],
)
def test_last_lines_that_lead_away_are_no_part_of_the_article(tail: str) -> None:
    document = ending(tail)

    assert document.links == ()
    assert document.text.endswith(LONG.strip())


@pytest.mark.parametrize(
    "tail",
    [
        '<p><a href="https://elsewhere.example/audit.pdf">The audit of the bridge in full</a></p>',
        '<p>Follow the money, said <a href="https://elsewhere.example/1">Ana Ruiz</a>.</p><p>She left.</p>',
        '<h3>What comes next</h3><ul><li>See what <a href="/a">the mayor</a> did.</li><li><a href="/b">A ferry</a> sank.</li></ul>',
    ],
)
def test_last_lines_that_tell_something_stay(tail: str) -> None:
    assert ending(tail).links


def test_a_pointer_that_names_an_article_stays_only_where_its_link_is_missing() -> None:
    page = "<article><h1>Bridge</h1>" + f"<p>{LONG}</p>" * 2 + "<p>{}</p>" + f"<p>{LONG}</p></article>"
    words = "READ MORE: The ten bridges to see"
    assert words in parse_document(page.format(words), content_type="html").text
    assert words not in parse_document(page.format(f'<a href="/ten">{words}</a>'), content_type="html").text


def test_a_pop_up_is_dropped_and_the_words_that_it_hangs_on_stay() -> None:
    popup = '<span class="card-block"><a href="/p/ruiz">Ana Maria Ruiz</a> <a href="/1">Ruiz sues the port</a></span>'
    line = f'<p>Gov. <span class="rollover-people"><a href="/p/ruiz">Ana Ruiz</a>{popup}</span> (I) is leaving.</p>'
    document = parse_document(f"<article><h1>Ferry news</h1><p>{LONG}</p>{line}<p>{LONG}</p></article>")
    assert "Gov. Ana Ruiz (I) is leaving." in document.text
    assert "sues" not in document.text


def test_the_label_above_a_headline_holds_no_sign_that_hides_or_turns_text() -> None:
    page = PAGE.replace('<span class="kicker">Politics</span>', '<span class="kicker">Poli\u200btics \u2066now</span>')
    document = parse_document(page)
    assert document.section is not None
    assert document.section.value == "Politics now"
    assert "\u2066" not in document.text
