"""Posts that stand in a page as bare text or markup, because an editor pasted them or a script never ran."""

import re
from collections.abc import Sequence
from itertools import groupby

from attrs import evolve

from source_audit.document import BlockKind, Embed
from source_audit.parse.embeds import posts_in
from source_audit.parse.pasted import find_posts, may_hold_post
from source_audit.parse.picture_lines import credit_at_end, pictured_line
from source_audit.parse.pieces import Piece
from source_audit.parse.posted import Line, Post
from source_audit.parse.quoted import with_lines_below
from source_audit.parse.screenshots import pictured_post, with_caption
from source_audit.parse.shown import bare_post
from source_audit.span import Span
from source_audit.web.platforms import permalink_of

_OPENS = re.compile(r"<(?=(?:blockquote|iframe|script)\s)")
_MOST_PIECES = 8
_APART = "\0"
"""Stands between pieces that are looked at together: no sign of a post reaches over it."""


def with_pasted_posts(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with those of each pasted post made into one."""
    pieces = with_lines_below([_from_address(piece) for piece in _captioned(_from_markup(pieces))])
    if not may_hold_post(_APART.join([piece.text for piece in pieces if piece.embed is None])):
        return pieces
    runs = [list(run) for _, run in groupby(pieces, key=_is_settled)]
    return [piece for run in runs for piece in (run if _is_settled(run[0]) else _merged(run))]


def _is_settled(piece: Piece) -> bool:
    """Tell whether a piece is a post, or a line that belongs to one, before the text is searched for others."""
    return piece.embed is not None or piece.told


def _from_address(piece: Piece) -> Piece:
    """Return a post for a piece that is nothing but a post's address."""
    if piece.embed is None and (permalink := permalink_of(piece.text)):
        return bare_post(permalink, piece.text)
    return piece


def _captioned(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with a post before each caption that says that its picture shows one."""
    kept: list[Piece] = []
    for piece in pieces:
        said = pictured_line(piece.text) if piece.kind in (BlockKind.CAPTION, BlockKind.PARAGRAPH) else None
        if said:
            piece.kind = BlockKind.CAPTION
        above = _shown_above(kept, said) if piece.kind is BlockKind.CAPTION else None
        if above and above.embed and above.embed.screenshot:
            above.embed = with_caption(above.embed, piece.text)
        elif piece.kind is BlockKind.CAPTION and not above and (said := said or _pictured(piece.text)):
            kept.append(Piece(kind=BlockKind.EMBED, text="", embed=said))
        kept.append(piece)
    return kept


def _shown_above(kept: Sequence[Piece], said: Embed | None) -> Piece | None:
    """Return the post right above a caption; a credit may also stand below the caption of the picture."""
    near = kept[-1:]
    if said and not (said.author or said.text) and near and near[0].kind is BlockKind.CAPTION:
        near = [
            piece for piece in kept[-2:-1] if piece.embed and said.handle in (None, piece.embed.handle or said.handle)
        ]
    return next((piece for piece in near if piece.embed), None)


def _pictured(caption: str) -> Embed | None:
    return pictured_post(caption) or credit_at_end(caption)


def _from_markup(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with a post in place of markup that readers see as text."""
    kept: list[Piece] = []
    after = 0
    for number, piece in enumerate(pieces):
        if number < after:
            continue
        opens = _OPENS.search(piece.text) if piece.embed is None and "<" in piece.text else None
        last = _closing(pieces, number, piece.text[opens.start() + 1 :].split(None, 1)[0]) if opens else None
        markup = " ".join(part.text for part in pieces[number : last + 1]) if last is not None else ""
        posts = list(posts_in(markup))[:1]
        if opens and last is not None and posts:
            kept += [*_before(piece, opens.start()), *posts]
            after = last + 1
        else:
            kept.append(piece)
    return kept


def _closing(pieces: Sequence[Piece], number: int, tag: str) -> int | None:
    """Return the piece in which an element of this tag ends, if it is near."""
    near = range(number, min(len(pieces), number + _MOST_PIECES))
    return next((index for index in near if f"</{tag}>" in pieces[index].text), None)


def _before(piece: Piece, end: int) -> list[Piece]:
    text = piece.text[:end].rstrip()
    anchors = [anchor for anchor in piece.anchors if anchor.end <= len(text)]
    return [evolve(piece, text=text, anchors=anchors)] if text else []


def _merged(run: list[Piece]) -> list[Piece]:
    text = "\n".join(piece.text for piece in run)
    lines: list[Line] = []
    start = 0
    for piece in run:
        lines.append(Line(text=piece.text, start=start, end=start + len(piece.text)))
        start += len(piece.text) + 1
    merged: list[Piece] = []
    after = 0
    for post in find_posts(lines, text):
        merged += [*run[after : post.first], _piece(post, text)]
        after = post.last + 1
    return [*merged, *run[after:]]


def _piece(post: Post, text: str) -> Piece:
    embed = post.embed
    assert embed.span is not None  # noqa: S101 - a pasted post always stands in the text
    by = embed.span.start
    moved = evolve(embed, words=_back(embed.words, by), signature=_back(embed.signature, by))
    return Piece(kind=BlockKind.EMBED, text=embed.span.of(text), embed=moved)


def _back(span: Span | None, by: int) -> Span | None:
    return Span(span.start - by, span.end - by) if span else None
