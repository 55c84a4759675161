"""What holds of any article, however spoilt: the promises that a case of fuzzing is checked against."""

import re
import time
from typing import TYPE_CHECKING, Any

import lxml.html

from source_audit import ArticleError, Audit, audit_article, render_report
from source_audit.document import Document
from tests.cards import as_a_card_holds_it

if TYPE_CHECKING:
    from source_audit.span import Span

OBEYED = re.compile("[\x00\u200b\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
"""Signs that would turn or hide the text around them, if a page or card held them."""
_ADDRESSES = (
    "href",
    "src",
    "srcset",
    "action",
    "formaction",
    "data",
    "poster",
    "background",
    "{http://www.w3.org/1999/xlink}href",
)


def seconds_for(markup: str | bytes, *, card: bool) -> float:
    """Audit a spoilt page, check what must hold, and return the CPU seconds that the program itself took."""
    start = time.process_time()
    try:
        audit = audit_article(markup)
    except ArticleError:
        return time.process_time() - start
    page = render_report(audit) if card else None
    seconds = time.process_time() - start
    _check_document(audit.document)
    _check_spans(audit)
    if page is not None:
        _check_card(page, audit)
    return seconds


def _check_document(document: Document) -> None:
    end = 0
    for block in document.blocks:
        assert end <= block.span.start < block.span.end <= len(document.text), block
        end = block.span.end
    for link in document.links:
        assert link.href.startswith(("http://", "https://")), repr(link.href)[:200]
        assert link.span.of(document.text) == link.text, repr(link.href)[:200]
    for embed in document.embeds:
        assert (embed.permalink or "https://").startswith(("http://", "https://")), repr(embed.permalink)[:200]
    if document.is_html:
        assert not OBEYED.search(document.text), "a sign that turns or hides text"
    for stated in (document.url,):
        assert stated is None or stated.value.startswith(("http://", "https://")), stated


def _check_spans(audit: Audit) -> None:
    document = audit.document
    stated = (document.title, document.published, *document.authors)
    spans: list[Span | None] = [value.span for value in stated if value]
    spans += [span for embed in document.embeds for span in (embed.span, embed.words, embed.signature, embed.anchor)]
    spans += [span for item in audit.attributions for span in (*item.contents, *item.cue, *item.sources)]
    spans += [span for source in audit.sources for span in source.mentions]
    spans += [
        piece.span for answer in audit.answers.values() for finding in answer.findings for piece in finding.evidence
    ]
    for span in spans:
        assert span is None or 0 <= span.start < span.end <= len(document.text), span


def _check_card(page: str, audit: Audit) -> None:
    assert not OBEYED.search(page), "the card obeys a sign of the article"
    page.encode()
    tree: Any = lxml.html.document_fromstring(page)
    assert [script.get("type") for script in tree.iter("script")] == ["application/json"]
    for element in tree.iter():
        for name, value in element.attrib.items():
            assert not name.lower().startswith("on"), (element.tag, name)
            if name.lower() in _ADDRESSES:
                assert value.startswith(("http://", "https://", "#")), (element.tag, name, value)
    assert not list(tree.iter("iframe", "object", "embed", "img", "base", "form"))
    assert Audit.from_json(tree.get_element_by_id("source-audit-result").text) == as_a_card_holds_it(audit)
