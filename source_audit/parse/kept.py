"""Markup and words of a post that a page keeps out of sight: escaped, coded or as JSON, until a script shows them."""

import re
from binascii import Error as CodeError
from binascii import a2b_base64
from collections.abc import Iterator
from html import unescape
from json import loads
from typing import Any

from attrs import evolve
from lxml import etree
from lxml.etree import _Element

from source_audit.parse.pieces import Piece
from source_audit.parse.shown import Said, bare_post, post_piece, words_of
from source_audit.parse.signature import Signature, shared_by
from source_audit.resources import data
from source_audit.web.platforms import Permalink, post_of, read_permalink

_MOST_MARKUP = 50_000
_MOST_STRINGS = 200
_SIGNS = ("iframe", "blockquote", "data-telegram-post")
_TAG = re.compile(r"<[^<>]{0,300}>")


def kept_markup(element: _Element) -> Iterator[str]:
    """Yield the markup that an element keeps in its attributes or text."""
    names = data("embeds")
    if element.tag == "script" and element.get("type") in names["script_types"]:
        yield element.text or ""
    for name in names["coded"]:
        if element.get(name) is not None:
            yield _decoded(words_of(element))
    for name in names["markup"]:
        if value := element.get(name):
            yield value
    for name in names["json_markup"]:
        if value := element.get(name):
            yield from (text for text in _strings(_parsed(value)) if "<" in text)


def tree_of(markup: str) -> _Element | None:
    """Return markup as a tree, if it may hold a post; markup that it keeps in its turn is left out."""
    if len(markup) > _MOST_MARKUP or not any(sign in markup for sign in _SIGNS):
        return None
    tree = etree.fromstring(f"<div>{unescape(markup)}</div>", etree.HTMLParser(remove_comments=True))
    names = data("embeds")
    for name in (*names["markup"], *names["json_markup"], *names["coded"], "type"):
        for element in tree.iter() if name in markup else ():
            if element.get(name) is not None:
                del element.attrib[name]
    return tree


def kept_post(element: _Element) -> Piece | None:
    """Return the post whose words and author an element keeps as JSON, or None."""
    found = _parsed(element.get("data-attrs") or "")
    if not isinstance(found, dict):
        return None
    permalink = _permalink(found)
    if permalink is None:
        return None
    author, handle = _string(found, "author") or None, _string(found, "handle").lstrip("@")
    words = _TAG.sub("", unescape(_string(found, "words"))).strip()
    if shared := shared_by(words):
        return post_piece(permalink.platform, permalink, Said(words="", signature=shared, signed=words[shared.at :]))
    if not handle or not words:
        return bare_post(permalink)
    day = _string(found, "date") or None
    signature = Signature(at=0, handle=handle, author=author, platform=permalink.platform, date=day)
    signed = " ".join(filter(None, ["—", author, f"(@{handle})", day]))
    piece = post_piece(permalink.platform, permalink, Said(words=words, signature=signature, signed=signed))
    return _quoting(piece, found)


def _permalink(found: dict[str, Any]) -> Permalink | None:
    address = _string(found, "address")
    if address and (permalink := read_permalink(address)):
        return permalink
    for key, platform in data("embeds")["json_ids"].items():
        value = found.get(key)
        if isinstance(value, str) and value.replace("-", "").replace("_", "").isalnum():
            return post_of(platform, value)
    return None


def _quoting(piece: Piece, found: dict[str, Any]) -> Piece:
    for key in data("embeds")["json"]["quoted"]:
        inner = found.get(key)
        if isinstance(inner, dict) and (who := _string(inner, "handle")) and piece.embed:
            permalink = _permalink(inner)
            piece.embed = evolve(piece.embed, quoted_post=permalink.url if permalink else f"@{who.lstrip('@')}")
    return piece


def _string(found: dict[str, Any], what: str) -> str:
    values = (found.get(key) for key in data("embeds")["json"][what])
    return next((value.strip() for value in values if isinstance(value, str) and value.strip()), "")


def _parsed(text: str) -> Any:
    if not text.startswith(("{", "[")) or len(text) > _MOST_MARKUP:
        return None
    try:
        return loads(text)
    except (ValueError, RecursionError):
        return None


def _strings(found: Any) -> Iterator[str]:
    """Yield the strings of JSON, up to a number, without recursion."""
    waiting = [found]
    for _ in range(_MOST_STRINGS):
        if not waiting:
            return
        value = waiting.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            waiting += list(value.values())[:_MOST_STRINGS]
        elif isinstance(value, list):
            waiting += value[:_MOST_STRINGS]


def _decoded(text: str) -> str:
    if len(text) > _MOST_MARKUP:
        return ""
    try:
        return a2b_base64(text, strict_mode=True).decode("utf-8", "replace")
    except (CodeError, ValueError):
        return text
