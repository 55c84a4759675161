"""Posts of other platforms that a page shows as markup, in the forms that pages give them."""

from collections.abc import Iterator
from functools import cache
from html import unescape
from urllib.parse import unquote

from lxml import etree
from lxml.etree import _Element

from source_audit.document import BlockKind, Embed
from source_audit.parse.pieces import Piece, Pieces
from source_audit.parse.platforms import Permalink, post_of, read_permalink
from source_audit.parse.signature import Signature, cut_off, signature_in
from source_audit.parse.tags import FRAMES
from source_audit.resources import data
from source_audit.span import Span

_WRAPPERS = frozenset(["div", "figure", "section", "span", "p", "a", "article", "center", "script"])
_LINES = frozenset(
    ["p", "div", "section", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "footer", "header"]
)
_NO_TEXT = frozenset(["script", "style", "noscript", "svg", "iframe", "img"])
_MOST_MARKUP = 50_000
_MOST_WORDING = 3_000


def read_embed(element: _Element) -> Piece | None:
    """Return the post that an element shows, with spans that count from the piece's start, or None."""
    tag = element.tag
    if tag == "blockquote":
        return _quotation(element)
    if tag in FRAMES:
        return _framed(element)
    if tag in _WRAPPERS and element.attrib:
        return _wrapped(element)
    return None


def posts_below(element: _Element) -> Iterator[Piece]:
    """Yield the posts inside a part of a page that is not walked."""
    for inner in element.iter("blockquote", "div", *FRAMES):
        if (piece := read_embed(inner)) is not None:
            yield piece


def bare_post(permalink: Permalink, text: str = "") -> Piece:
    """Return a post of which the page shows no words but, perhaps, its address."""
    return Piece(kind=BlockKind.EMBED, text=text, embed=_embed(permalink.platform, permalink, "", None, None))


def _quotation(element: _Element) -> Piece | None:
    platform = _platform_by_class(element)
    permalink = _by_id(element) or _by_address(element) or _by_link(element)
    if platform is None and permalink is None:
        return None
    lines = _shown(element)
    number, signature = _signed(lines)
    if platform is None and signature is None:
        return None
    return _piece(platform or (permalink.platform if permalink else "x"), permalink, lines, number, signature)


def _framed(element: _Element) -> Piece | None:
    inner = element.find(".//blockquote")
    if inner is not None and (piece := _quotation(inner)) is not None:
        return piece
    permalink = _by_id(element) or _by_address(element)
    if permalink is None and element.tag == "object":
        inner = element.find(".//embed")
        permalink = _by_address(inner) if inner is not None else None
    return bare_post(permalink) if permalink else None


def _wrapped(element: _Element) -> Piece | None:
    """Return the post of an element that stands in for one, by its data attributes; one with much text is none."""
    if not any(str(name).startswith("data-") for name in element.keys()):  # noqa: SIM118 - lxml's own method, no dict
        return None
    if element.tag == "script":
        permalink = _by_id(element)
        return bare_post(permalink) if permalink else _by_markup(element, element.text)
    permalink = _by_id(element) or _by_address(element)
    if permalink is None:
        return _by_markup(element)
    if sum(map(len, element.itertext())) > _MOST_WORDING:
        return None
    if (inner := element.find(".//blockquote")) is not None and (piece := _quotation(inner)) is not None:
        return piece
    return _described(element, permalink)


def _described(element: _Element, permalink: Permalink) -> Piece:
    """Return a post with the words of a description, which readers do not see on the page."""
    described = next((text for name in data("embeds")["descriptions"] if (text := element.get(name))), "")
    start, colon, words = described.partition(": ")
    if " post by @" not in start:
        return bare_post(permalink)
    words = words.strip() if colon else ""
    return Piece(kind=BlockKind.EMBED, text="", embed=_embed(permalink.platform, permalink, words, None, None))


def _by_markup(element: _Element, text: str | None = None) -> Piece | None:
    """Return the post in markup that waits in an attribute or script for the reader's consent."""
    kept = [text if text and element.get("type") == "text/plain" else None]
    kept += [element.get(name) for name in data("embeds")["markup"]]
    for markup in kept:
        if markup and len(markup) <= _MOST_MARKUP and ("iframe" in markup or "blockquote" in markup):
            tree = etree.fromstring(f"<div>{unescape(markup)}</div>", etree.HTMLParser(remove_comments=True))
            return next(posts_below(tree), None)
    return None


def _by_id(element: _Element) -> Permalink | None:
    for row in data("embeds")["ids"]:
        value = element.get(row["attribute"])
        if value and row.get("tag", element.tag) == element.tag:
            handle, _, post_id = value.strip().rpartition("/")
            if post_id.replace("-", "").isalnum() or "_" in post_id:
                return post_of(row["platform"], post_id, handle or None)
    return None


def _by_address(element: _Element) -> Permalink | None:
    for name in _addresses():
        value = element.get(name)
        if value and ("//" in value or "%2F" in value) and (permalink := read_permalink(_address(value))):
            return permalink
    return None


def _address(value: str) -> str:
    """Return the address in an attribute, also where a service's own address goes before it."""
    value = value.strip()
    if value.startswith("at://"):
        return value.replace("at://", "https://bsky.app/profile/", 1).replace("/app.bsky.feed.post/", "/post/")
    if read_permalink(value):
        return value
    value = unquote(value)
    return value[max(value.rfind("https://"), value.rfind("http://"), 0) :]


def _by_link(element: _Element) -> Permalink | None:
    """Return the last permalink among an element's links: a quoted post's stands before the post's own."""
    found = None
    for link in element.iter("a"):
        found = read_permalink((link.get("href") or "").strip()) or found
    return found


def _platform_by_class(element: _Element) -> str | None:
    named = (element.get("class") or "").split()
    return next((platform for name in named if (platform := data("embeds")["quotations"].get(name))), None)


def _shown(element: _Element) -> list[str]:
    """Return the lines of text that an element shows, without those that its platform wrote."""
    pieces = Pieces()
    events = etree.iterwalk(element, events=("start", "end"))
    for event, at in events:
        if event == "start" and at.tag in _NO_TEXT:
            events.skip_subtree()
        elif at.tag in _LINES:
            pieces.end()
        text = (
            at.text
            if event == "start" and at.tag not in _NO_TEXT
            else at.tail
            if event == "end" and at is not element
            else None
        )
        if at.tag == "br" and event == "start":
            pieces.line_break()
        if text:
            pieces.add(text, BlockKind.EMBED)
    pieces.end()
    lines = [line for piece in pieces.done for line in piece.text.split("\n")]
    return [line for line in lines if not _is_note(line)]


def _is_note(line: str) -> bool:
    notes = data("embeds")["notes"]
    return line.lower() in notes["whole"] or line.startswith(tuple(notes["starts"]))


def _signed(lines: list[str]) -> tuple[int, Signature | None]:
    for number in range(len(lines) - 1, max(-1, len(lines) - 4), -1):
        if signature := signature_in(lines[number]):
            return number, signature
    return len(lines), None


def _piece(
    platform: str, permalink: Permalink | None, lines: list[str], number: int, signature: Signature | None
) -> Piece:
    glued = lines[number][: signature.at].rstrip() if signature else ""
    words = "\n".join([*lines[:number], *filter(None, [glued])])
    signed = lines[number][signature.at :] if signature else ""
    text = "\n".join(filter(None, [words, signed]))
    embed = _embed(platform, permalink, words, signature, Span(len(text) - len(signed), len(text)) if signed else None)
    return Piece(kind=BlockKind.EMBED, text=text, embed=embed)


def _embed(
    platform: str, permalink: Permalink | None, words: str, signature: Signature | None, signed: Span | None
) -> Embed:
    return Embed(
        platform=platform,
        handle=(signature.handle if signature else None) or (permalink.handle if permalink else None),
        author=signature.author if signature else None,
        post_id=permalink.post_id if permalink else None,
        permalink=permalink.url if permalink else None,
        text=words,
        printed_date=signature.date if signature else None,
        computed_date=permalink.computed_date if permalink else None,
        truncated=cut_off(words),
        words=Span(0, len(words)) if words else None,
        signature=signed,
    )


@cache
def _addresses() -> tuple[str, ...]:
    return tuple(data("embeds")["addresses"])
