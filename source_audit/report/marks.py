"""Overlapping marks made flat: a sweep over their boundaries cuts a text into segments that never overlap."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from attrs import define

from source_audit.span import Span

LAYERS = ("statement", "hit", "link")
Opened = list[tuple[int, int]]
"""Where marks of one layer end, and which they are, in the order in which they begin."""


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
    rows = [
        (mark.span.start, -mark.span.end, -mark.index, mark.layer)
        for mark in marks
        if mark.span.start < last and first < mark.span.end
    ]
    rows.sort(reverse=True)
    edges = {first, last, *[cut for cut in cuts if first < cut < last]}
    for start, end, _, _ in rows:
        edges.add(start if first < start else first)
        edges.add(-end if -end < last else last)
    opened: dict[str, Opened] = {layer: [] for layer in LAYERS}
    statements, hits, links = opened.values()
    for start, end in pairwise(sorted(edges)):
        while rows and rows[-1][0] <= start:
            _, ends, index, layer = rows.pop()
            opened[layer].append((-ends, -index))
        yield Segment(
            start,
            end,
            _innermost(statements, start) if statements else None,
            _innermost(hits, start) if hits else None,
            _innermost(links, start) if links else None,
        )


def _innermost(opened: Opened, place: int) -> int | None:
    """Return the innermost mark that still holds at *place*, which is the one opened last; ended ones are dropped."""
    while opened and opened[-1][0] <= place:
        opened.pop()
    return opened[-1][1] if opened else None


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
