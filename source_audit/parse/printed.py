"""The lines that a page prints around its headline, and the byline and the day among them."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from itertools import islice
from typing import Any

from lxml import etree
from lxml.etree import _Element

from source_audit.document import BlockKind
from source_audit.parse.days import Printed, days_in, is_change
from source_audit.parse.names import is_hidden, matches, means, names_of
from source_audit.parse.people import is_byline, opens_byline
from source_audit.parse.pieces import Pieces
from source_audit.parse.signed import bare_bylines, is_only_a_name, names_or_signs, note_author, signs_with_name
from source_audit.parse.tags import IN_A_LINE, NOT_HERE, SKIPPED

# Attributes and not elements: libxml2 reads a path that ends in one five times as fast.
_BYLINE_NAMES = etree.XPath("/descendant::*/@class[contains(., 'yline') or contains(., 'uthor') or . = 'by']")
_BYLINE_ROLES = etree.XPath("/descendant::*/@itemprop[. = 'author'] | /descendant::a/@rel[. = 'author']")
_LONGEST_LINE = 160
_LONGEST_DATE = 120
_LONG_LINE = 200
_MOST_LONG = 2
_MOST_LINES = 20
_MOST_TOKENS = 1_000
_MOST_ABOVE = 12
_MOST_LOOKED_AT = 25
_LEVELS = 4
_MOST_IN_BOX = 6
_ONE_DAY = timedelta(days=1)
_IN_A_LINE = IN_A_LINE - {"br"}
_NOT_OF_THE_PAGE = SKIPPED | {"blockquote"}
"""A quotation or a post has a day and a name of its own."""


def text_of(element: _Element) -> str:
    """Return the text of a small element, in one line; what stands on lines of its own is set off by a space."""
    pieces = Pieces()
    for token in _tokens(element, skipped=frozenset()):
        pieces.add(" " if token is None else token, BlockKind.PARAGRAPH)
    pieces.end()
    return pieces.done[0].text if pieces.done else ""


def lines_around(headline: _Element) -> list[str]:
    """Return the lines below a headline as far as the text begins, then the nearest ones above it."""
    lines = _lines(_below(headline), _MOST_LINES)
    for element in above(headline):
        if len(lines) < _MOST_LINES + _MOST_ABOVE:
            lines += _lines(_tokens(element), _MOST_ABOVE)
    return _with_openers([line for line in lines if len(line) <= _LONGEST_LINE])


def above(headline: _Element, skipped: Collection[str] = NOT_HERE) -> Iterator[_Element]:
    """Yield the elements that stand shortly before the headline, within the same few parts of the page."""
    at = headline
    for _ in range(_LEVELS):
        before = at.getprevious()
        for _ in range(_LEVELS):
            if before is None:
                break
            if before.tag not in skipped:
                yield before
            before = before.getprevious()
        parent = at.getparent()
        if parent is None or parent.tag in skipped:
            return
        at = parent


def printed_byline(root: _Element, lines: Sequence[str], authors: Collection[str]) -> str | None:
    """Return the line that names the authors, or one by the headline that begins with "By"; without authors, any."""
    opened = [line for line in lines if is_byline(line[:1].upper() + line[1:])]
    for choice in _choices(root, lines, opened, [name.lower() for name in authors]):
        if choice:
            return next((line for line in choice if is_byline(line)), choice[0])
    return None


def _choices(
    root: _Element, lines: Sequence[str], opened: list[str], authors: Collection[str]
) -> Iterator[Sequence[str]]:
    """Yield lines that may be the byline, the surest first; the page is searched only where those around do not do."""

    def naming(some: Sequence[str]) -> list[str]:
        return [line for line in some if any(name in line.lower() for name in authors)]

    yield naming(opened)
    yield naming(lines)
    if not authors:
        yield opened
    named = matches(_BYLINE_NAMES, root)[:_MOST_LOOKED_AT]
    classed = [*_classed(named)] or [*_classed(matches(_BYLINE_ROLES, root)[:_MOST_LOOKED_AT])]
    yield naming(classed) if authors else classed
    yield opened
    if not authors:
        yield [line for line in lines if signs_with_name(line)]
        yield bare_bylines(lines)
        yield [line for line in lines[:1] if is_only_a_name(line, "")]
        yield [*_in_boxes(named)]


def printed_day(lines: Sequence[str], days: Collection[date], changed: date | None) -> tuple[str, date] | None:
    """Return the line that prints the day of publication, and that day as printed.

    *days* are those that the page states, *changed* that of its last change. A printed day may be one off, as it may be
    in another time zone. The day of a change is taken only where the page states the same day for both.
    """
    years = {day.year for day in days}
    later: tuple[str, date] | None = None
    for line in lines:
        for printed in days_in(line, years) if len(line) <= _LONGEST_DATE else ():
            day = _fitting(printed, days)
            if day is None or (day == changed and day not in days):
                continue
            if not is_change(line[: printed.start]):
                return line, day
            later = later or (line, day)
    return later if changed in days else None


def _fitting(printed: Printed, days: Collection[date]) -> date | None:
    """Return the reading of a printed day that fits the stated days; without these, the only reading."""
    if not days:
        return printed.days[0] if len(printed.days) == 1 else None
    near = [day for day in printed.days if any(abs(day - stated) <= _ONE_DAY for stated in days)]
    return min(near, key=lambda day: min(abs(day - stated) for stated in days)) if near else None


def _lines(tokens: Iterator[str | None], most: int) -> list[str]:
    """Return the first lines of a stretch of the page, until they are many or long."""
    pieces = Pieces()
    long = 0
    for token in islice(tokens, _MOST_TOKENS):
        if token is not None:
            pieces.add(token, BlockKind.PARAGRAPH)
            continue
        known = len(pieces.done)
        pieces.end()
        if len(pieces.done) > known:
            long += len(pieces.done[-1].text) > _LONG_LINE
            if len(pieces.done) >= most or long >= _MOST_LONG:
                break
    pieces.end()
    return [line for piece in pieces.done[:most] for line in piece.text.split("\n")]


def _with_openers(lines: Sequence[str]) -> list[str]:
    """Return the lines, where "By" stands alone together with the one that follows."""
    joined: list[str] = []
    for line in lines:
        if joined and opens_byline(joined[-1]):
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
    return joined


def _below(headline: _Element) -> Iterator[str | None]:
    """Yield what follows the headline: texts, and None where a line ends."""
    at: _Element | None = headline
    while at is not None:
        yield None
        if at.tail:
            yield at.tail
        for sibling in at.itersiblings():
            yield from _tokens(sibling, _NOT_OF_THE_PAGE)
            if sibling.tail:
                yield sibling.tail
        at = at.getparent()


def _tokens(element: _Element, skipped: Collection[str] = SKIPPED) -> Iterator[str | None]:
    """Yield the texts of an element in order, and None at each border of a line."""
    events = etree.iterwalk(element, events=("start", "end", "comment", "pi"))
    for event, inner in events:
        if isinstance(inner.tag, str) and inner.tag not in _IN_A_LINE and (skipped or inner is not element):
            yield None
        if event == "start" and skipped and (inner.tag in skipped or is_hidden(inner)):
            events.skip_subtree()
        elif event == "start" and inner.text:
            yield inner.text
        if event != "start" and inner is not element and inner.tail:
            yield inner.tail


def _classed(found: Sequence[Any]) -> Iterator[str]:
    for name in found:
        element: _Element = name.getparent()
        names = names_of(element)
        if element.tag in NOT_HERE or means(names, "replies") or means(names, "not_bylines"):
            continue
        text = text_of(element)
        if text and len(text) <= _LONGEST_LINE and names_or_signs(text):
            yield text


def _in_boxes(found: Sequence[Any]) -> Iterator[str]:
    """Yield the name in each box about the author: a line that is one, or with which a sentence on them begins."""
    for name in found:
        element: _Element = name.getparent()
        if (
            element.tag in NOT_HERE - {"aside", "footer"}
            or not means(names_of(element), "author_boxes")
            or is_hidden(element)
        ):
            continue
        lines = _lines(_tokens(element), _MOST_IN_BOX)
        yield from (
            line for line in lines if len(line) <= _LONGEST_LINE and (is_only_a_name(line, "") or signs_with_name(line))
        )
        yield from (place.of(line) for line in lines if (place := note_author(line)))
