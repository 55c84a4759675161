"""An article that comes as HTML."""

from lxml import etree

from source_audit.document import Block, BlockKind, Document, Stated
from source_audit.parse.intake import Intake
from source_audit.span import Span

_KINDS = {"p": BlockKind.PARAGRAPH, "li": BlockKind.LIST_ITEM, "h1": BlockKind.HEADLINE, "h2": BlockKind.HEADING}


def read_page(intake: Intake, url: str | None) -> Document:
    """Return the document of a page."""
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    root = etree.fromstring(intake.text.replace("\0", "").encode("utf-8", "replace"), parser)
    pieces: list[str] = []
    blocks: list[Block] = []
    offset = 0
    for element in root.iter(*_KINDS):
        words = " ".join("".join(element.itertext()).split())
        if words:
            blocks.append(Block(kind=_KINDS[element.tag], span=Span(offset, offset + len(words))))
            pieces.append(words)
            offset += len(words) + 2
    title = root.findtext(".//title")
    return Document(
        text="\n\n".join(pieces),
        blocks=tuple(blocks),
        content_type="html",
        sha256=intake.sha256,
        title=Stated(value=title.strip(), origin="meta") if title else None,
        notices=intake.notices,
    )
