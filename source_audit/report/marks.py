"""Overlapping marks made flat: a sweep over their boundaries cuts a text into segments that never overlap."""

from collections.abc import Iterable, Iterator
from heapq import heappop, heappush
from itertools import pairwise
from typing import NamedTuple

from attrs import define

from source_audit.span import Span

LAYERS = ("statement", "hit", "link")


@define(kw_only=True, eq=False)
class Mark:
    """Words that are marked: on which layer, as the how-manieth thing of it."""

    span: Span
    layer: str
    index: int


class Segment(NamedTuple):
    """A stretch whose marks do not change: at most one of each layer, the innermost; the others show at their ends."""

    start: int
    end: int
    statement: int | None = None
    hit: int | None = None
    link: int | None = None


def segments(whole: Span, marks: Iterable[Mark], cuts: Iterable[int] = ()) -> Iterator[Segment]:
    """Yield the segments of *whole* in order; together they hold every code point of it once.

    The innermost mark is the one that begins last, and of two that begin together the shorter.
    """
    first, last = whole.start, whole.end
    ordered = sorted([mark for mark in marks if mark.span.start < last and first < mark.span.end], key=_nesting)
    edges = {first, last, *[cut for cut in cuts if first < cut < last]}
    for mark in ordered:
        edges.add(max(mark.span.start, first))
        edges.add(min(mark.span.end, last))
    opened: dict[str, list[tuple[int, int, int]]] = {layer: [] for layer in LAYERS}
    statements, hits, links = opened.values()
    waiting = iter([*ordered, None])
    coming = next(waiting)
    for start, end in pairwise(sorted(edges)):
        while coming is not None and coming.span.start <= start:
            heappush(opened[coming.layer], (-coming.span.start, coming.span.end, coming.index))
            coming = next(waiting)
        yield Segment(
            start,
            end,
            _innermost(statements, start) if statements else None,
            _innermost(hits, start) if hits else None,
            _innermost(links, start) if links else None,
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
    first, last = room.start, room.end
    inside = sorted(
        [
            (span.start if first < span.start else first, span.end if span.end < last else last)
            for span in spans
            if span.start < last and first < span.end
        ]
    )
    pieces: list[tuple[int, int]] = []
    for start, end in inside:
        if pieces and _joins(text, pieces[-1][1], start):
            pieces[-1] = (pieces[-1][0], max(pieces[-1][1], end))
        else:
            pieces.append((start, end))
    return [Span(start, _closed(text, end, last)) for start, end in pieces]


def _joins(text: str, end: int, start: int) -> bool:
    """Tell whether a gap is a few words of the same sentence at most."""
    return start <= end or (start - end <= _GAP and _ENDS.isdisjoint(text[end:start]))


_GAP = 60
_ENDS = frozenset(".!?\n")
_CLOSING = ".,;:!?”’\"'»)"


def _closed(text: str, end: int, limit: int) -> int:
    """Take in up to three closing marks after the last word."""
    most = min(end + 3, limit)
    while end < most and text[end] in _CLOSING:
        end += 1
    return end
