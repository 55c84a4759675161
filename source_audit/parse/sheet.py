"""Pieces laid out as one text, with every span worked out on the way."""

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from source_audit.document import BODY_KINDS, Block, BlockKind, Embed, Link
from source_audit.parse.links import destination
from source_audit.parse.pieces import Anchor, Piece
from source_audit.span import Span
from source_audit.web.addresses import domain_of

_BETWEEN = "\n\n"


@frozen(kw_only=True)
class Sheet:
    """A text with its blocks, links and posts."""

    text: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...]
    embeds: tuple[Embed, ...]

    def blocks_of(self, kind: BlockKind) -> Iterator[Block]:
        """Yield the blocks of a kind, in order."""
        return (block for block in self.blocks if block.kind is kind)


def laid_out(pieces: Sequence[Piece], base: str, own: str) -> Sheet:
    """Return the sheet of the pieces; *base* is what links are resolved against, *own* the article's address."""
    blocks: list[Block] = []
    links: list[Link] = []
    embeds: list[Embed] = []
    texts: list[str] = []
    anchor: Span | None = None
    own_domain = domain_of(own) if own else ""
    start = 0
    for piece in pieces:
        if piece.embed is not None:
            embeds.append(_moved(piece, start, anchor))
        if not piece.text:
            continue
        span = Span(start, start + len(piece.text))
        blocks.append(Block(kind=piece.kind, span=span))
        texts.append(piece.text)
        anchor = span if piece.kind in BODY_KINDS else anchor
        if piece.kind in BODY_KINDS:
            links += filter(None, (_link(found, piece.text, start, base, own_domain) for found in piece.anchors))
        start = span.end + len(_BETWEEN)
    return Sheet(text=_BETWEEN.join(texts), blocks=tuple(blocks), links=tuple(links), embeds=tuple(embeds))


def _moved(piece: Piece, start: int, anchor: Span | None) -> Embed:
    """Return the post of a piece with the spans of the whole text."""
    embed = piece.embed
    assert embed is not None  # noqa: S101 - only pieces with a post come here
    if not piece.text:
        return evolve(embed, span=None, words=None, signature=None, anchor=anchor)
    return evolve(
        embed,
        span=Span(start, start + len(piece.text)),
        words=_shifted(embed.words, start),
        signature=_shifted(embed.signature, start),
        anchor=anchor,
    )


def _shifted(span: Span | None, by: int) -> Span | None:
    return Span(span.start + by, span.end + by) if span else None


def _link(anchor: Anchor, text: str, start: int, base: str, own_domain: str) -> Link | None:
    found = destination(anchor.href, base, own_domain)
    if found is None:
        return None
    return Link(
        span=Span(start + anchor.start, start + anchor.end),
        href=found.address,
        text=text[anchor.start : anchor.end],
        domain=found.domain,
        serves=found.serves,
        target=found.target,
        via=found.via,
        owner=found.owner,
        place=found.place,
        site=found.site,
    )
