"""Every post once, also where a page holds it twice: in two kinds of markup, or as markup and as its own text."""

import re
from collections.abc import Sequence
from itertools import pairwise

from attrs import evolve

from source_audit.document import Embed
from source_audit.parse.apart import days_apart
from source_audit.parse.pieces import Piece

_WORD = re.compile(r"\w+")
_LEAST_WORDS = 20


def each_once(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with every post once: where it stands with most of its words."""
    pieces = _without_copies(_joined(pieces))
    best: dict[tuple[str, str], Piece] = {}
    for piece in pieces:
        if piece.embed is not None and (key := _key(piece.embed)) is not None:
            known = best.get(key)
            best[key] = piece if known is None or len(piece.text) > len(known.text) else known
    kept = {id(piece) for piece in best.values()}
    return [piece for piece in pieces if piece.embed is None or _key(piece.embed) is None or id(piece) in kept]


def _key(embed: Embed) -> tuple[str, str] | None:
    which = embed.post_id or embed.permalink
    return (embed.platform, which) if which else None


def belongs(address: Embed, words: Embed) -> bool:
    """Tell whether a post of which only the address is known is the one of which only words and author are."""
    if address.text or not address.permalink or words.permalink or not words.text or address.screenshot:
        return False
    if address.platform != words.platform:
        return False
    if not (address.handle and words.handle) or address.handle.lower() != words.handle.lower():
        return False
    apart = days_apart(words.printed_date, address.computed_date)
    return apart is None or apart <= 1


def together(address: Embed, words: Embed) -> Embed:
    """Return the post of an address and its words."""
    return evolve(
        words,
        post_id=address.post_id,
        permalink=address.permalink,
        computed_date=address.computed_date,
        replied_to=words.replied_to or address.replied_to,
        days_apart=days_apart(words.printed_date, address.computed_date),
    )


def _joined(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with a post's frame and its words beside it made into one post."""
    gone: set[int] = set()
    for one, other in pairwise(pieces):
        for address, words in ((one, other), (other, one)):
            if address.embed and words.embed and belongs(address.embed, words.embed):
                words.embed = together(address.embed, words.embed)
                words.boxed = words.boxed and address.boxed
                gone.add(id(address))
    return [piece for piece in pieces if id(piece) not in gone]


def _without_copies(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces without posts that repeat another's words and without pictures of what is shown otherwise."""
    posts = [piece.embed for piece in pieces if piece.embed and piece.embed.post_id]
    whole = {_plain(post.text) for post in posts if len(post.text) >= _LEAST_WORDS}
    signed = {(_plain(post.text), (post.handle or "").lower()) for post in posts if post.handle}
    accounts = {(post.platform, (post.handle or "").lower()) for post in posts}
    kept: list[Piece] = []
    for piece in pieces:
        embed = piece.embed
        if embed and embed.text and not embed.post_id:
            words = _plain(embed.text)
            if words in whole or (words, (embed.handle or "").lower()) in signed:
                continue
        if embed and embed.screenshot and embed.handle and (embed.platform, embed.handle.lower()) in accounts:
            continue
        if embed and embed.screenshot and kept and kept[-1].embed == embed:
            continue
        kept.append(piece)
    return kept


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))
