"""What a page shows above its article: the section's label, the headline, the byline and the date."""

import re
from collections.abc import Sequence
from datetime import date

from attrs import frozen
from lxml.etree import _Element

from source_audit.document import BlockKind
from source_audit.parse.days import sure_day
from source_audit.parse.genre import is_label
from source_audit.parse.names import is_hidden
from source_audit.parse.people import begins_with_by
from source_audit.parse.pieces import Piece
from source_audit.parse.printed import above, lines_around, printed_byline, printed_day, text_of
from source_audit.parse.tags import NOT_HERE

_WORD = re.compile(r"\w+")
_LONGEST_TITLE = 400
_MOST_LOOKED_AT = 25


@frozen(kw_only=True)
class Days:
    """The days that the page states, ISO: of publication, of which sources may name several, and of the last change."""

    published: Sequence[str] = ()
    modified: str | None = None


@frozen(kw_only=True)
class Shown:
    """The visible lines, each as text; None where the page shows none that is sure.

    ``day`` is the day of publication as printed in ``line_of_day`` (ISO), ``moment`` what the first time element stands
    for; ``is_by_headline`` tells that the byline begins with "By" and stands by the headline.
    """

    section: str | None = None
    headline: str | None = None
    byline: str | None = None
    date: str | None = None
    day: str | None = None
    line_of_day: str = ""
    moment: str | None = None
    is_by_headline: bool = False

    def pieces(self) -> list[Piece]:
        """Return the lines as pieces, in their usual order."""
        lines = (
            (BlockKind.SECTION, self.section),
            (BlockKind.HEADLINE, self.headline),
            (BlockKind.BYLINE, self.byline),
            (BlockKind.BYLINE, self.date),
        )
        return [Piece(kind=kind, text=text) for kind, text in lines if text]


def read_shown(root: _Element, titles: Sequence[str], authors: Sequence[str], days: Days) -> Shown:
    """Return what the page shows above the article, guided by the titles, authors and days that its head states."""
    headline, element = _headline(root, titles)
    lines = lines_around(element) if element is not None else []
    moment, timed = _time(root)
    stated = [date.fromisoformat(day) for day in days.published]
    found = printed_day([*lines, *timed], stated, date.fromisoformat(days.modified) if days.modified else None)
    byline = printed_byline(root, lines, authors)
    return Shown(
        section=_section(element) if element is not None else None,
        headline=headline,
        byline=byline,
        date=found[0] if found and found[0] not in (byline or "") else None,
        day=found[1].isoformat() if found else None,
        line_of_day=found[0] if found else "",
        moment=moment,
        is_by_headline=byline is not None and byline in lines and begins_with_by(byline),
    )


def _headline(root: _Element, titles: Sequence[str]) -> tuple[str | None, _Element | None]:
    """Return the h1 that shares most words with a stated title; without one, the only h1."""
    found = [(text, element) for element in list(root.iter("h1"))[:_MOST_LOOKED_AT] if (text := text_of(element))]
    found = [(text, element) for text, element in found if len(text) <= _LONGEST_TITLE and not is_hidden(element)]
    if not found:
        return None, None
    if not titles:
        return found[0] if len(found) == 1 else (None, None)
    text, element = max(found, key=lambda pair: max(likeness(pair[0], title) for title in titles))
    return (text, element) if max(likeness(text, title) for title in titles) >= 0.3 else (None, None)


def likeness(text: str, title: str) -> float:
    """Return the share of their words that two lines have in common (0 to 1)."""
    words, others = set(_WORD.findall(text.lower())), set(_WORD.findall(title.lower()))
    return len(words & others) / (len(words | others) or 1)


def _section(headline: _Element) -> str | None:
    """Return a label that stands shortly before the headline."""
    return next(filter(None, map(_label, above(headline))), None)


def _label(element: _Element) -> str | None:
    for number, inner in enumerate(element.iter()):
        if number >= _MOST_LOOKED_AT or inner.tag in NOT_HERE:
            return None
        if inner.text and is_label(text := " ".join(inner.text[:60].split())):
            return text
    return None


def _time(root: _Element) -> tuple[str | None, list[str]]:
    """Return the moment of the first time element that has one, and the lines of all of them."""
    elements = list(root.iter("time"))[:_MOST_LOOKED_AT]
    lines = [text for element in elements if (text := text_of(element))]
    moments = (element.get("datetime") or text_of(element) for element in elements)
    return next((moment for moment in moments if sure_day(moment)), None), lines
