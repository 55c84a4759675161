"""An article that comes as HTML."""

from urllib.parse import urljoin

from attrs import evolve
from lxml import etree

from source_audit.document import BODY_KINDS, Block, BlockKind, Document, Embed, Link, Stated
from source_audit.parse.container import pick_container
from source_audit.parse.intake import Intake
from source_audit.parse.pieces import Piece
from source_audit.parse.trim import trimmed
from source_audit.parse.walk import walk
from source_audit.span import Span


def read_page(intake: Intake, url: str | None) -> Document:
    """Return the document of a page."""
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    root = etree.fromstring(intake.text.replace("\0", "").encode("utf-8", "replace"), parser)
    pieces = trimmed(walk(*pick_container(root)), (url or '').partition('//')[2].partition('/')[0].removeprefix('www.'))
    out: list[str] = []
    blocks: list[Block] = []
    links = []
    embeds = []
    seen = set()
    offset = 0
    for piece in pieces:
        if piece.embed is not None:
            key = (piece.embed.platform, piece.embed.post_id)
            if key in seen: continue
            seen.add(key)
            embeds.append(piece.embed)
        if piece.text:
            span = Span(offset, offset + len(piece.text))
            blocks.append(Block(kind=piece.kind, span=span))
            out.append(piece.text)
            for a in piece.anchors:
                if a.href.startswith(("http", "/")):
                    links.append(Link(span=Span(offset+a.start, offset+a.end), href=urljoin(url or "", a.href), text=piece.text[a.start:a.end], domain="", serves="other"))
            offset += len(piece.text) + 2
    title = root.findtext(".//title")
    return Document(
        text="\n\n".join(out),
        blocks=tuple(blocks),
        content_type="html",
        sha256=intake.sha256,
        links=tuple(links), embeds=tuple(embeds),
        title=Stated(value=title.strip(), origin="meta") if title else None,
        notices=intake.notices,
    )
