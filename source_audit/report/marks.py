"""Overlapping marks made flat: a sweep over their boundaries cuts a text into segments that never overlap."""

from collections.abc import Iterable, Iterator
from heapq import heappop, heappush
from itertools import pairwise
from operator import attrgetter

from attrs import frozen

from source_audit.span import Span

_PLACE = attrgetter("start", "end")
LAYERS = ("statement", "hit", "link")


@frozen(kw_only=True)
class Mark:
    """Words that are marked: on which layer, as the how-manieth thing of it."""

    span: Span
    layer: str
    index: int


@frozen(kw_only=True)
class Segment:
    """A stretch whose marks do not change: at most one of each layer, the innermost; the others show at their ends."""

    span: Span
    statement: int | None = None
    hit: int | None = None
    link: int | None = None


def segments(whole: Span, marks: Iterable[Mark], cuts: Iterable[int] = ()) -> Iterator[Segment]:
    """Yield the segments of *whole* in order; together they hold every code point of it once.

    The innermost mark is the one that begins last, and of two that begin together the shorter.
    """
    ordered = sorted((mark for mark in marks if mark.span.overlaps(whole)), key=_nesting)
    edges = {whole.start, whole.end, *(cut for cut in cuts if whole.start < cut < whole.end)}
    for mark in ordered:
        edges.add(max(mark.span.start, whole.start))
        edges.add(min(mark.span.end, whole.end))
    opened: dict[str, list[tuple[int, int, int]]] = {layer: [] for layer in LAYERS}
    statements, hits, links = opened.values()
    waiting = iter([*ordered, None])
    coming = next(waiting)
    for start, end in pairwise(sorted(edges)):
        while coming is not None and coming.span.start <= start:
            heappush(opened[coming.layer], (-coming.span.start, coming.span.end, coming.index))
            coming = next(waiting)
        yield Segment(
            span=Span(start, end),
            statement=_innermost(statements, start),
            hit=_innermost(hits, start),
            link=_innermost(links, start),
        )


def _nesting(mark: Mark) -> tuple[int, int, int]:
    return mark.span.start, -mark.span.end, mark.index


def _innermost(heap: list[tuple[int, int, int]], place: int) -> int | None:
    """Return the innermost mark that still holds at *place*; those that have ended are dropped."""
    while heap and heap[0][1] <= place:
        heappop(heap)
    return heap[0][2] if heap else None


def bridged(text: str, spans: Iterable[Span], room: Span) -> list[Span]:
    """Return what of the spans lies in *room*, joined over a few words between, with the closing marks after them."""
    pieces: list[Span] = []
    for span in sorted((span for span in spans if span.overlaps(room)), key=_PLACE):
        start, end = max(span.start, room.start), min(span.end, room.end)
        if pieces and _joins(text, pieces[-1].end, start):
            pieces[-1] = Span(pieces[-1].start, max(pieces[-1].end, end))
        else:
            pieces.append(Span(start, end))
    return [_closed(text, piece, room.end) for piece in pieces]


def _joins(text: str, end: int, start: int) -> bool:
    """Tell whether a gap is a few words of the same sentence at most."""
    return start <= end or (start - end <= _GAP and not any(sign in _ENDS for sign in text[end:start]))


_GAP = 60
_ENDS = ".!?\n"
_CLOSING = ".,;:!?”’\"'»)"


def _closed(text: str, span: Span, limit: int) -> Span:
    """Take in up to three closing marks after the last word."""
    end = span.end
    while end < min(span.end + 3, limit) and text[end] in _CLOSING:
        end += 1
    return Span(span.start, end)
