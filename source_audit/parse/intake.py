"""What a caller hands in, made into text or a page's bytes; nothing is understood here."""

import os
import re
import sys
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeAlias

from attrs import frozen

from source_audit.document import Notice
from source_audit.errors import ArticleError, OptionsError
from source_audit.resources import data as shipped

Markup: TypeAlias = "str | bytes | os.PathLike[str] | Any"

_LOOK_AT = 2_000
_TAG = re.compile(
    r"<(?:!doctype\b|!--|\?xml|/?(?:html|head|meta|title|link|script|style|body|main|article|section|header|nav|div|h[1-6]"
    r"|span|strong|br|hr|ul|ol|li|blockquote|figure|img|iframe|table|tr|td|font|center|time|aside)(?=[\s/>])"
    r"|/?(?:a|b|em|i|p|u)(?=/?>|\s[^<>]{0,2000}>))",
    re.IGNORECASE,
)
_VISIBLE = re.compile(r"[^\s\0\u200b-\u200f\u2060\ufeff]")
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([\w.:-]{2,40})", re.IGNORECASE)
_BOMS = (
    (BOM_UTF8, "utf-8-sig"),
    (BOM_UTF32_LE, "utf-32"),
    (BOM_UTF32_BE, "utf-32"),
    (BOM_UTF16_LE, "utf-16"),
    (BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"{\\rtf", "an RTF document"),
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))
_CONTROL_SHARE = 0.01
_CODEC_ALIASES = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
}
"""Browsers read these names as Windows-1252 (WHATWG Encoding)."""


@frozen(kw_only=True)
class Intake:
    """An article as text, with the kind of it and the digest of what was handed in.

    ``utf8`` is what was handed in, if that is the text in UTF-8: to code a long page again takes a while.
    """

    text: str
    kind: str
    sha256: str
    notices: tuple[Notice, ...] = ()
    utf8: bytes | None = None


def take_in(markup: Markup, content_type: str, size_limit: int) -> Intake:
    """Return the article in *markup*; raises ArticleError where there is none and OptionsError for a wrong type."""
    if content_type not in ("auto", "html", "text"):
        raise OptionsError(f"there is no content type {content_type!r}; use 'auto', 'html' or 'text'")
    if _is_soup(markup):
        markup, content_type = str(markup), "html"
    data, text, codec, notices = _read(markup, size_limit)
    if not _VISIBLE.search(text):
        raise ArticleError("the article is empty: it holds no visible character; give its text or its HTML")
    kind = _kind(text) if content_type == "auto" else content_type
    utf8 = data if codec == "utf-8" else None
    return Intake(text=text, kind=kind, sha256=sha256(data).hexdigest(), notices=notices, utf8=utf8)


def _read(markup: Markup, size_limit: int) -> tuple[bytes, str, str, tuple[Notice, ...]]:
    """Return what was handed in as bytes and as text, and how these were read."""
    if isinstance(markup, str):
        data = markup.encode("utf-8", "surrogatepass")
        _check_size(len(data), size_limit)
        _refuse_binary(data)
        return data, markup, "", ()
    if isinstance(markup, os.PathLike):
        data = _file(Path(markup), size_limit)
    elif isinstance(markup, bytes | bytearray | memoryview):
        data = bytes(markup)
    else:
        raise OptionsError(f"an article is str, bytes, a path or a BeautifulSoup object, not {type(markup).__name__}")
    _check_size(len(data), size_limit)
    return data, *_decode(data)


def _is_soup(markup: Markup) -> bool:
    """Tell whether it is a BeautifulSoup or Tag, without importing bs4 for a caller who does not use it."""
    bs4 = sys.modules.get("bs4")
    return bs4 is not None and isinstance(markup, bs4.Tag)


def _file(path: Path, size_limit: int) -> bytes:
    try:
        _check_size(path.stat().st_size, size_limit)
        return path.read_bytes()
    except FileNotFoundError:
        raise ArticleError(f"there is no file {str(path)!r}; check its name and folder") from None
    except IsADirectoryError:
        raise ArticleError(f"{str(path)!r} is a folder; give the article's file") from None
    except (OSError, ValueError) as error:
        raise ArticleError(f"the file {str(path)!r} cannot be read: {error}") from None


def _check_size(size: int, limit: int) -> None:
    if size > limit:
        raise ArticleError(
            f"the article has {size:,} bytes, more than the limit of {limit:,}; raise it with the option size_limit"
        )


def _refuse_binary(data: bytes) -> None:
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise ArticleError(f"the article is {what}, not text or HTML; save or copy its text first")
    if not any(map(data.__contains__, _CONTROLS)):  # as in most articles: to look for each is quicker than to count
        return
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > max(8, len(data) * _CONTROL_SHARE):
        raise ArticleError("the article is binary data (it is full of control characters), not text or HTML")


def _decode(data: bytes) -> tuple[str, str, tuple[Notice, ...]]:
    """Return the text of some bytes, how it was coded, and a notice where that is a guess."""
    for bom, codec in _BOMS:
        if data.startswith(bom):
            return data.decode(codec, "replace"), codec, ()
    _refuse_binary(data)
    declared = _declared(data)
    # Bytes that are UTF-8 and not ASCII are UTF-8, whatever a saved copy still declares.
    for codec in (declared, "utf-8") if data.isascii() else ("utf-8", declared):
        try:
            return data.decode(_CODEC_ALIASES.get(codec, codec)), codec, ()
        except (LookupError, UnicodeError):
            continue
    message = (
        "The characters did not fit UTF-8 or the declared encoding and were read as Windows-1252; some may be wrong."
    )
    return data.decode("cp1252", "replace"), "cp1252", (Notice(code="encoding", message=message),)


def _declared(data: bytes) -> str:
    """Return the encoding that a page declares, if it is one that pages may be in."""
    declared = _META_CHARSET.search(data[: 4 * _LOOK_AT])
    name = declared[1].decode("ascii", "replace").lower() if declared else "utf-8"
    return name if name in shipped("pages")["encodings"] else "utf-8"


def _kind(text: str) -> str:
    tag = _TAG.search(text, 0, 2 * _LOOK_AT)
    return "html" if tag and tag.start() < _LOOK_AT else "text"
