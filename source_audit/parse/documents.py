"""Documents shown in a frame: a PDF, or a viewer's page of one, is a link to the document for the readers."""

import re
from collections.abc import Mapping
from functools import cache
from urllib.parse import parse_qsl, unquote, urlsplit

from lxml.etree import _Element

from source_audit.document import BlockKind
from source_audit.parse.embeds import addresses_of, title_of
from source_audit.parse.links import DOCUMENTS
from source_audit.parse.pieces import Anchor, Piece
from source_audit.resources import data
from source_audit.web.addresses import host_of, path_of
from source_audit.web.hosts import site_of

_LONGEST = 2_000
_LONGEST_TITLE = 200
_MOST_FIELDS = 20


def framed_document(element: _Element) -> Piece | None:
    """Return the link for which a frame with a document stands, worded by its title, its site's name or its file."""
    frames = [element, *element.findall("embed")]
    values = (value.strip() for frame in frames for value in addresses_of(frame) if len(value) <= _LONGEST)
    href = next(filter(None, map(_document, values)), None)
    if href is None:
        return None
    words = title_of(element)[:_LONGEST_TITLE] or _name(href)
    anchor = Anchor(href=href, start=0, end=len(words))
    return Piece(kind=BlockKind.PARAGRAPH, text=words, anchors=[anchor], framed=True)


def without_doubles(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with each framed document once, and not at all where words of the article link to it."""
    if not any(piece.framed for piece in pieces):
        return pieces
    linked = {anchor.href for piece in pieces if not piece.framed for anchor in piece.anchors}
    kept: list[Piece] = []
    for piece in pieces:
        if piece.framed:
            href = piece.anchors[0].href
            if href in linked:
                continue
            linked.add(href)
        kept.append(piece)
    return kept


def _document(address: str) -> str | None:
    """Return where a document is that readers can open, by the address of the frame that shows it, or None."""
    try:
        parts = urlsplit(address)
        fields = dict(parse_qsl(parts.query, max_num_fields=_MOST_FIELDS))
    except ValueError:
        return None
    if parts.path.lower().endswith(DOCUMENTS):
        return address
    inner = (value for value in fields.values() if value.lower().partition("?")[0].endswith(DOCUMENTS))
    return next(inner, None) or _viewed(address, parts.path, fields)


def _viewed(address: str, path: str, fields: Mapping[str, str]) -> str | None:
    """Return the page of the document that a known viewer shows, or its own address where that does not tell which."""
    for viewer in _viewers().get(host_of(address if "://" in address else f"https:{address}"), ()):
        if found := re.match(viewer["path"], path):
            try:
                return viewer.get("page", address).format_map({**fields, **found.groupdict()})
            except KeyError:
                return address
    return None


def _name(href: str) -> str:
    """Return what a document without a title is called: by its site, else by its file."""
    site = site_of(href)
    return site.name if site and site.kind == "document-host" else unquote(path_of(href).rpartition("/")[2])


@cache
def _viewers() -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = {}
    for viewer in data("embeds")["viewers"]:
        for host in viewer["hosts"]:
            found.setdefault(host, []).append(viewer)
    return found
