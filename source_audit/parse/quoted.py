"""Posts whose author only the editor names: in a quotation's last line, right below it, or below a film's frame."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import takewhile

from attrs import evolve
from lxml.etree import _Element

from source_audit.document import BlockKind, Embed
from source_audit.parse.apart import days_apart
from source_audit.parse.pieces import Piece
from source_audit.parse.shown import Said, is_small, post_piece, shown_lines, words_of
from source_audit.parse.signature import Signature, signature_in
from source_audit.parse.signing import (
    glued_signature,
    is_author,
    may_name_firm,
    names_platform,
    platform_in,
    signing_line,
)
from source_audit.resources import data
from source_audit.web.platforms import Permalink, names_of_platform, read_account, read_permalink

_MOST_WORDING = 4_000
_LEAST_WORDS = 3
_LONGEST_LINE = 200
_BELOW = (BlockKind.CAPTION, BlockKind.PARAGRAPH, BlockKind.BYLINE)
_DASHES = tuple("—–―-")


def signed_quotation(element: _Element, holds_markup: Callable[[_Element], bool]) -> Piece | None:
    """Return the post that a bare quotation shows, whose last line says whose it is and where it was posted, or None.

    *holds_markup* tells whether a platform's own markup stands in it, which says more.
    """
    if not is_small(element) or sum(map(len, element.itertext())) > _MOST_WORDING:
        return None
    if not _may_be_signed(words_of(element)) or holds_markup(element):
        return None
    lines = shown_lines(element)
    found = _signature_of(lines[-1]) if lines else None
    if found is None:
        return None
    at, signature = found
    words = "\n".join(filter(None, [*lines[:-1], lines[-1][:at].rstrip()]))
    signed = lines[-1][at:]
    links = (link.get("href") or "" for link in element.iter("a") if words_of(link) in signed)
    return _post(words, signature, signed, links)


def with_lines_below(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with the quotations that the line below signs as posts, as posts.

    A line below a frame that says whose its post is belongs to that post.
    """
    kept: list[Piece] = []
    for piece in pieces:
        may_tell = piece.embed is None and piece.kind in _BELOW and len(piece.text) <= _LONGEST_LINE
        kept.append(_told(kept, piece) if kept and may_tell else piece)
    return kept


def _told(kept: list[Piece], line: Piece) -> Piece:
    """Return a line, marked if it tells of the post above it, or the post that it signs, whose words leave *kept*."""
    above = kept[-1]
    if above.embed and (told := _told_below(above.embed, line)):
        above.embed = told
        line.kind, line.told = BlockKind.CAPTION, True
    elif above.kind is BlockKind.BLOCKQUOTE:
        quoted = list(takewhile(lambda piece: piece.kind is BlockKind.BLOCKQUOTE, reversed(kept)))[::-1]
        if post := _signed_below(quoted, line):
            del kept[-len(quoted) :]
            return post
    return line


def _may_be_signed(text: str) -> bool:
    return "@" in text or "u/" in text or names_platform(text[-_LONGEST_LINE:])


def _signed_below(quoted: Sequence[Piece], line: Piece) -> Piece | None:
    """Return the post that a quotation is if the line below it signs one, or None."""
    found = _signature_of(line.text) if _may_be_signed(line.text) else None
    words = "\n".join(piece.text for piece in quoted)
    if found is None or found[0] or len(words) > _MOST_WORDING or not _is_below(line, found[1]):
        return None
    return _post(words, found[1], line.text, (anchor.href for anchor in line.anchors))


def _is_below(line: Piece, signature: Signature) -> bool:
    """Tell whether a line belongs to what stands above it; a name with an account may sign the article itself."""
    told = line.kind is BlockKind.CAPTION or line.text.startswith(_DASHES)
    return told or signature.date is not None or platform_in(line.text) is not None


def _signature_of(line: str) -> tuple[int, Signature] | None:
    """Return where in the last line of a quotation its signature begins, and the signature."""
    if signature := signature_in(line):
        return signature.at, signature
    signature = signing_line(line)
    return (0, signature) if signature else glued_signature(line)


def _post(words: str, signature: Signature, signed: str, links: Iterable[str]) -> Piece | None:
    """Return the post of a quotation, if what stands below it is not just somebody's name and firm."""
    if len(words.split()) < _LEAST_WORDS or not _tells_of_post(signature, signed, words):
        return None
    signature, permalink = _linked(signature, signed, links)
    return post_piece(signature.platform, permalink, Said(words=words, signature=signature, signed=signed))


def _tells_of_post(signature: Signature, signed: str, words: str) -> bool:
    """Tell whether a signature is that of a post: "Ann Roe, TikTok" may work there and "Ann Roe on X" speak of it."""
    if signature.handle or signature.date:
        return True
    about = re.search(rf"\b(?:{_names(signature.platform)})\b", words, re.IGNORECASE)
    return about is None and not may_name_firm(signature, signed)


def _linked(signature: Signature, signed: str, links: Iterable[str]) -> tuple[Signature, Permalink | None]:
    """Return the signature with the account to which its words link, and the post to which they link."""
    place, permalink = platform_in(signed), None
    for link in links:
        found = read_permalink(link.strip())
        account = read_account(link.strip()) if found is None else None
        if found and found.platform == (place or found.platform):
            permalink, signature = found, evolve(signature, platform=found.platform)
        elif account and account[0] == (place or account[0]) and _is_same(signature.handle, account[1]):
            signature = evolve(signature, platform=account[0], handle=signature.handle or account[1])
    return signature, permalink


def _is_same(one: str | None, other: str) -> bool:
    return one is None or one.lower().partition("@")[0] == other.lower().partition("@")[0]


def _told_below(embed: Embed, line: Piece) -> Embed | None:
    """Return a post of which only the frame is known, with whose it is by the line below; None if that is not told."""
    if embed.screenshot or embed.words or embed.signature or not embed.permalink:
        return None
    label = list(_labels().finditer(line.text))
    bare, places = _place(embed.platform).subn("", line.text[label[-1].end() :] if label else line.text)
    if not (places or label or line.kind is BlockKind.CAPTION or line.text.startswith(_DASHES)):
        return None
    found = signing_line(bare) if platform_in(bare) is None else None
    if found is None and line.kind is BlockKind.CAPTION and places and is_author(bare):
        found = Signature(at=0, handle=None, author=bare.strip("—– "), platform=embed.platform)
    if found is None or not _is_same(embed.handle, found.handle or embed.handle or ""):
        return None
    return evolve(
        embed,
        handle=embed.handle or found.handle,
        author=embed.author or found.author,
        printed_date=found.date,
        days_apart=days_apart(found.date, embed.computed_date),
    )


@cache
def _labels() -> re.Pattern[str]:
    """Return the pattern of what leads to the account in a credit line: "Video: ", "... at the quay. Source: "."""
    words = "|".join(map(re.escape, data("embeds")["signatures"]["film_labels"]))
    return re.compile(rf"(?:^|[.!?”\"]\s|\()(?:{words})\s?:\s", re.IGNORECASE)


@cache
def _place(platform: str) -> re.Pattern[str]:
    """Return the pattern of the words in a credit line that name a platform: " on YouTube", "YouTube/"."""
    names = _names(platform)
    return re.compile(
        rf"^(?:{names})\s?[/:|·–—-]\s?|(?:\s?[,/·•|(–—-]\s?|,?\s(?:on|via)\s)(?:{names})\)?(?!\w)", re.IGNORECASE
    )


def _names(platform: str) -> str:
    return "|".join(map(re.escape, names_of_platform(platform)))
