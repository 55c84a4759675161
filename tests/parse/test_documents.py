"""Lines that hand a document to the readers and frames that show one are links of the body."""

import pytest

from source_audit.document import Document
from source_audit.parse import parse_document

AROUND = "<p>The council voted on Monday evening to close the old bridge over the river for good and all.</p>"


def page(*inside: str) -> Document:
    return parse_document(
        f"<article><h1>Bridge</h1>{AROUND * 3}{''.join(inside)}{AROUND * 3}</article>",
        content_type="html",
        url="https://paper.example/news/bridge",
    )


def linked(*inside: str) -> list[tuple[str, str]]:
    """Return the words and the target of each link, checked against the text."""
    document = page(*inside)
    assert [link.span.of(document.text) for link in document.links] == [link.text for link in document.links]
    assert {link.serves for link in document.links} <= {"document", "data"}
    return [(link.text, link.target) for link in document.links]


@pytest.mark.parametrize(
    ("line", "words", "target"),
    [
        ('<a href="https://town.example/r.pdf">Download the report (PDF)</a>', "Download the report (PDF)", "https://town.example/r.pdf"),
        ('<a href="/files/r.pdf">Download the report</a>', "Download the report", "https://paper.example/files/r.pdf"),
        ('<strong>[<a href="/files/figures.xlsx">Download our figures</a>]</strong>', "Download our figures", "https://paper.example/files/figures.xlsx"),
        ('Click here to read <a href="https://www.scribd.com/document/12/ruling">the ruling</a>.', "the ruling", "https://www.scribd.com/document/12/ruling"),
        ('<a href="https://www.documentcloud.org/documents/12-bridge">Read full report</a>', "Read full report", "https://www.documentcloud.org/documents/12-bridge"),
        ('<a href="/files/act.pdf">The act of 1961 [PDF]</a>', "The act of 1961 [PDF]", "https://paper.example/files/act.pdf"),
    ],
)  # fmt: skip
def test_a_line_that_hands_over_a_document_stays_with_its_link(line: str, words: str, target: str) -> None:
    assert linked(f"<p>{line}</p>") == [(words, target)]


def test_three_documents_below_an_article_stay() -> None:
    rows = "".join(f'<p><a href="https://town.example/{name}.pdf">Download the {name}</a></p>' for name in "abc")
    document = parse_document(f"<article><h1>Bridge</h1>{AROUND * 3}{rows}</article>", content_type="html")

    assert len(document.links) == 3


@pytest.mark.parametrize(
    "line",
    [
        '<a href="https://play.google.com/store/apps/details?id=paper">Download the app</a>',
        '<a href="/app">Download our app</a>',
        '<a href="https://docs.google.com/forms/d/e/1/viewform">Click here to take part</a>',
        'Read more: <a href="/news/ferry">The ferry sails</a>',
        '<a href="/news/ferry">Read full story</a>',
        '<a href="/files/issue-12.pdf">Subscribe now</a>',
    ],
)
def test_prompts_still_go(line: str) -> None:
    document = page(f"<p>{line}</p>")

    assert document.links == ()
    assert len(document.body) == 6


@pytest.mark.parametrize(
    ("frame", "words", "target"),
    [
        ('<iframe src="https://embed.documentcloud.org/documents/12-bridge/?embed=1" title="The engineers’ report"></iframe>', "The engineers’ report", "https://www.documentcloud.org/documents/12-bridge"),
        ('<iframe data-src="https://www.documentcloud.org/documents/12-bridge.html" src="about:blank"></iframe>', "DocumentCloud", "https://www.documentcloud.org/documents/12-bridge"),
        ('<iframe src="https://www.scribd.com/embeds/12/content?view_mode=scroll"></iframe>', "Scribd", "https://www.scribd.com/document/12"),
        ('<iframe src="https://www.scribd.com/embeds/12/content?id=5"></iframe>', "Scribd", "https://www.scribd.com/document/12"),
        ('<iframe src="//e.issuu.com/embed.html?d=bridge&amp;u=town"></iframe>', "Issuu", "https://issuu.com/town/docs/bridge"),
        ('<iframe src="//e.issuu.com/embed.html#12/34"></iframe>', "Issuu", "https://e.issuu.com/embed.html#12/34"),
        ('<object data="/files/bridge%20act.pdf" type="application/pdf"><p>Your browser shows no PDF.</p></object>', "bridge act.pdf", "https://paper.example/files/bridge%20act.pdf"),
        ('<object type="application/pdf"><embed src="/files/act.pdf"></object>', "act.pdf", "https://paper.example/files/act.pdf"),
        ('<embed src="https://town.example/act.PDF" title="The act of 1961">', "The act of 1961", "https://town.example/act.PDF"),
        ('<iframe src="https://docs.google.com/viewer?url=https%3A%2F%2Ftown.example%2Fact.pdf&amp;embedded=true"></iframe>', "act.pdf", "https://town.example/act.pdf"),
        ('<iframe src="/pdfjs/web/viewer.html?file=/files/act.pdf" title="PDF viewer"></iframe>', "act.pdf", "https://paper.example/files/act.pdf"),
        ('<amp-google-document-embed src="https://town.example/minutes.docx"></amp-google-document-embed>', "minutes.docx", "https://town.example/minutes.docx"),
    ],
)  # fmt: skip
def test_a_frame_with_a_document_is_a_link_to_it(frame: str, words: str, target: str) -> None:
    assert linked(frame) == linked(f"<p>{frame}</p>") == [(words, target)]


@pytest.mark.parametrize(
    "frame",
    [
        '<iframe src="https://maps.example/embed?place=bridge"></iframe>',
        '<iframe src="https://docs.google.com/forms/d/e/1/viewform?embedded=true"></iframe>',
        '<iframe src="https://www.scribd.com/"></iframe>',
        '<object data="/charts/bridge.svg" type="image/svg+xml"></object>',
        '<iframe src="https://[broken/act.pdf"></iframe>',
    ],
)
def test_other_frames_are_none(frame: str) -> None:
    assert page(frame).links == ()


def test_a_document_is_linked_once() -> None:
    frame = '<object data="/files/act.pdf" type="application/pdf"></object>'
    told = '<p>The <a href="/files/act.pdf">act of 1961</a> says that the bridge is to stay open at all times.</p>'

    assert [words for words, _ in linked(told, frame)] == ["act of 1961"]
    assert [words for words, _ in linked(frame, frame)] == ["act.pdf"]
