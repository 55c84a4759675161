"""A second opinion on where the article is, by trafilatura, where it is installed (`source_audit[fallback]`)."""

import logging
import re
from collections.abc import Sequence
from importlib.util import find_spec

from lxml import etree
from lxml.etree import _Element

from source_audit.document import BODY_KINDS, Notice
from source_audit.parse.pieces import Piece
from source_audit.parse.walk import walk

_LEAST_COVER = 0.5
_LEAST_TEXT = 400
_CLEARLY_MORE = 1.5
_MOST_MARKUP = 3_000_000
_LETTER = re.compile(r"\w+")


def is_doubtful(pieces: Sequence[Piece], prose: int) -> bool:
    """Tell whether the pieces may not be the article: short, or under half of the *prose* on the page (characters)."""
    return (size := _size(pieces)) < _LEAST_TEXT or size < _LEAST_COVER * prose


def second_opinion(root: _Element, pieces: list[Piece]) -> tuple[list[Piece], tuple[Notice, ...]]:
    """Return the pieces of the page that trafilatura takes for the article, if these are clearly more.

    Only their choice is taken: text, links and posts come from our own walk. A notice says where the library that could
    help is absent.
    """
    if find_spec("trafilatura") is None:
        return pieces, (_absent(),) if _size(pieces) < _LEAST_TEXT else ()
    wanted = _letters(_extracted(root))
    chosen = [piece for piece in walk(root, frozenset(root.iter())) if piece.embed or _letters(piece.text) in wanted]
    return (chosen if _size(chosen) >= _CLEARLY_MORE * _size(pieces) else pieces), ()


def _extracted(root: _Element) -> str:
    """Return the text that trafilatura extracts; it is a guest, so whatever it raises means that it found nothing."""
    markup = etree.tostring(root, encoding="unicode", method="html")
    if len(markup) > _MOST_MARKUP:
        return ""
    logger = logging.getLogger("trafilatura")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        from trafilatura import bare_extraction  # noqa: PLC0415 - an extra, slow to import and rarely needed

        found = bare_extraction(markup, fast=True, include_comments=False, with_metadata=False)
    except Exception:
        return ""
    finally:
        logger.setLevel(level)
    return str(getattr(found, "text", None) or "")


def _absent() -> Notice:
    message = (
        "Little text was found on this page. If the article is longer, give its text, or install the extra"
        " source_audit[fallback], which reads some pages that are built in an unusual way."
    )
    return Notice(code="little-text", message=message)


def _size(pieces: Sequence[Piece]) -> int:
    return sum(len(piece.text) for piece in pieces if piece.kind in BODY_KINDS)


def _letters(text: str) -> str:
    return "".join(_LETTER.findall(text))
