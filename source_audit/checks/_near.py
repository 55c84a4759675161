"""What several checks look up: lexicons by name, neighbours of a place, and evidence for an absence."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import wraps
from operator import attrgetter
from typing import TypeVar

from source_audit.attribution import Attribution, Source, Use
from source_audit.document import BODY_KINDS, Block, BlockKind, Document, Embed
from source_audit.finding import Evidence
from source_audit.lexicon import Lexicon, shipped
from source_audit.reading import Reading
from source_audit.span import Span

_Worked = TypeVar("_Worked")
_BYLINE = 8
QUOTATION_MARKS = "\"'“”„‟‘’«»‹›`"


class Cover:
    """Stretches of text, merged, that can be asked whether they touch a place."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._merged: list[Span] = []
        end = -1
        for span in sorted(spans, key=attrgetter("start")):
            if span.start > end:
                self._merged.append(span)
                end = span.end
            elif span.end > end:
                end = span.end
                self._merged[-1] = Span(self._merged[-1].start, end)

    @property
    def stretches(self) -> Sequence[Span]:
        """The stretches, in order, none of which touches another."""
        return self._merged

    def touches(self, span: Span) -> bool:
        """Tell whether one of the stretches shares a code point with *span*."""
        place = bisect_left(self._merged, span.end, key=lambda own: own.start) - 1
        return place >= 0 and self._merged[place].overlaps(span)


lexicon = shipped
"""Returns the lexicon of a list in a data file."""


def once(work: Callable[[Reading], _Worked]) -> Callable[[Reading], _Worked]:
    """Let what several checks look up be worked out once for each reading."""

    @wraps(work)
    def looked_up(reading: Reading) -> _Worked:
        if work not in reading.kept:
            reading.kept[work] = work(reading)
        found: _Worked = reading.kept[work]
        return found

    return looked_up


def in_body(reading: Reading, span: Span) -> bool:
    """Tell whether a span begins in the article's own text."""
    block = reading.document.block_at(span.start)
    return block is not None and block.kind in BODY_KINDS


@once
def paragraphs(reading: Reading) -> list[Span]:
    """Return the paragraphs of the article, in order, but for lines so short that they can be a byline or a date."""
    found = (block.span for block in reading.document.blocks_of(BlockKind.PARAGRAPH))
    return [span for span in found if len(span.of(reading.text).split(None, _BYLINE)) > _BYLINE]


@once
def spoken(reading: Reading) -> Cover:
    """Return the stretches that stand in somebody's quotation marks."""
    return Cover(quotation.span for quotation in reading.quotations if quotation.use is Use.SPEECH)


def in_own_words(reading: Reading, words: Lexicon) -> Iterator[Span]:
    """Yield each phrase that the article says in its own words."""
    if not words.everywhere(reading.text).spans:
        return
    quoted = spoken(reading)
    for block in reading.document.body:
        yield from (span for span in words.find(reading.text, block.span) if not quoted.touches(span))


@once
def statements_by_sentence(reading: Reading) -> dict[int, list[Attribution]]:
    """Return the statements of known sources by where the sentences begin that hold words of them or their source."""
    found: dict[int, list[Attribution]] = {}
    for said in reading.attributions:
        if said.told:
            places = (*said.contents, *said.sources)
            for start in {one.start for span in places for one in reading.sentences_in(span)}:
                found.setdefault(start, []).append(said)
    return found


@once
def told_sentences(reading: Reading) -> frozenset[int]:
    """Return where the sentences start that hold a statement of a known source, or a part of one."""
    return frozenset(statements_by_sentence(reading))


def first_mention(reading: Reading, source: Source) -> Span | None:
    """Return where a source is first mentioned, else where its first statement stands."""
    if source.mentions:
        return min(source.mentions, key=lambda span: span.start)
    spoken = [statement_span(reading.attribution(name)) for name in source.attribution_ids]
    return min(spoken, key=lambda span: span.start, default=None)


def statement_span(attribution: Attribution) -> Span:
    """Return the first part of what was said, or the cue of a statement without content."""
    return (*attribution.contents, *attribution.cue, *attribution.sources)[0]


def source_span(attribution: Attribution) -> Span:
    """Return the words that name the source, or the statement if none do."""
    return attribution.sources[0] if attribution.sources else statement_span(attribution)


def beside(reading: Reading, span: Span, reach: int) -> Span:
    """Return a stretch with up to *reach* characters on each side, inside its sentences."""
    whole = reading.around(span, 0)
    return Span(max(whole.start, span.start - reach), min(whole.end, span.end + reach))


def blocks_before(document: Document, offset: int, most: int) -> list[Block]:
    """Return up to *most* body blocks that end before *offset*, nearest first."""
    place = bisect_right(document.body, offset, key=lambda block: block.span.start)
    nearest = reversed(document.body[max(place - most - 1, 0) : place])
    return [block for block in nearest if block.span.end <= offset][:most]


def blocks_after(document: Document, offset: int, most: int) -> list[Block]:
    """Return up to *most* body blocks that begin at *offset* or later, nearest first."""
    place = bisect_right(document.body, offset - 1, key=lambda block: block.span.start)
    return list(document.body[place : place + most])


def next_block(document: Document, offset: int) -> Block | None:
    """Return the block of any kind that begins after *offset*."""
    place = bisect_right(document.blocks, offset, key=lambda block: block.span.start)
    return document.blocks[place] if place < len(document.blocks) else None


def opening(reading: Reading) -> tuple[Evidence, ...]:
    """Return the headline or the first block, as evidence for something that is not in the text."""
    document = reading.document
    heads = document.blocks_of(BlockKind.HEADLINE)
    block = next(heads, None) or next(iter(document.blocks), None)
    return (Evidence(span=block.span, note="the article"),) if block else ()


def embed_span(reading: Reading, embed: Embed) -> Span | None:
    """Return the place of a post: its own, or the paragraph before it."""
    own = embed.span or embed.words or embed.signature or embed.anchor
    return own or next((piece.span for piece in opening(reading)), None)


def embed_words(reading: Reading, embed: Embed) -> str:
    """Return the words of a post, if the page kept them."""
    return embed.words.of(reading.text) if embed.words else embed.text


def stands(text: str, word: str) -> bool:
    """Tell whether a word stands in a text as it is written."""
    start = text.find(word)
    while start >= 0:
        if _is_edge(text, start) and _is_edge(text, start + len(word)):
            return True
        start = text.find(word, start + 1)
    return False


def _is_edge(text: str, place: int) -> bool:
    """Tell whether a word begins or ends at a place."""
    before, after = text[place - 1 : place], text[place : place + 1]
    return (before.isalnum() or before == "_") != (after.isalnum() or after == "_")
