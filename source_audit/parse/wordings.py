"""Wordings that show the kind of an article: where they stand, and the genre that they stand for."""

from collections.abc import Iterator, Sequence
from functools import cache

from source_audit.document import Block, Document, Genre
from source_audit.lexicon import Lexicon
from source_audit.resources import data
from source_audit.span import Span

_SHOWN = 3


def genre_shown_by(value: str, confidence: float, document: Document, spans: Sequence[Span]) -> Genre:
    """Return a genre with the words of the text that show it."""
    words = " … ".join(" ".join(span.of(document.text).split())[:80] for span in spans[:_SHOWN])
    return Genre(value=value, by="text", confidence=confidence, words=words, spans=tuple(spans))


def first_of(name: str, document: Document, blocks: Sequence[Block], within: int | None = None) -> list[Span]:
    """Return the first phrase of a list in each block that has one, at most *within* signs from its start."""
    return list(_each_first(name, document, blocks, within)) if may_hold(name, document, blocks) else []


def may_hold(name: str, document: Document, blocks: Sequence[Block]) -> bool:
    """Tell whether a phrase of a list may stand in the blocks: far quicker than to look for whole words."""
    if not blocks:
        return False
    return phrases(name).may_stand(document.text, blocks[0].span.start, blocks[-1].span.end)


def _each_first(name: str, document: Document, blocks: Sequence[Block], within: int | None) -> Iterator[Span]:
    for block in blocks:
        end = block.span.end if within is None else min(block.span.end, block.span.start + within + 40)
        found = phrases(name).first(document.text, Span(block.span.start, end))
        if found and (within is None or found.start - block.span.start <= within):
            yield found


@cache
def phrases(name: str) -> Lexicon:
    """Return a list of phrases to look for."""
    return Lexicon(data("genres")["phrases"][name])


@cache
def words_of(name: str) -> frozenset[str]:
    """Return the phrases of a list."""
    return frozenset(data("genres")["phrases"][name])
