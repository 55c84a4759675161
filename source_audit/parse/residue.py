"""Posts that stand in a page as bare text, because an editor pasted them or a script never ran."""

from collections.abc import Sequence
from itertools import groupby

from attrs import evolve

from source_audit.document import BlockKind
from source_audit.parse.embeds import bare_post
from source_audit.parse.pasted import Line, Post, find_posts
from source_audit.parse.pieces import Piece
from source_audit.parse.platforms import read_permalink
from source_audit.span import Span

_HINTS = ("(@", "View this post on", "pic.twitter.com", "pic.x.com", " post by @", "Posted by ")


def with_pasted_posts(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with those of each pasted post made into one."""
    pieces = [_from_address(piece) for piece in pieces]
    if not any(hint in piece.text for piece in pieces if piece.embed is None for hint in _HINTS):
        return pieces
    runs = [list(run) for _, run in groupby(pieces, key=lambda piece: piece.embed is not None)]
    return [piece for run in runs for piece in (run if run[0].embed else _merged(run))]


def _from_address(piece: Piece) -> Piece:
    """Return a post for a piece that is nothing but a post's address."""
    if piece.embed is None and piece.text.startswith("http") and " " not in piece.text:
        permalink = read_permalink(piece.text)
        return bare_post(permalink, piece.text) if permalink else piece
    return piece


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
