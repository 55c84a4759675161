"""What a page shows above its article: the section's label, the headline, the byline and the date."""

import re
from collections.abc import Iterator, Sequence
from datetime import date as day_of

from attrs import frozen
from lxml import etree
from lxml.etree import _Element

from source_audit.document import BlockKind
from source_audit.parse.dates import find_date
from source_audit.parse.genre import is_label
from source_audit.parse.names import is_hidden, matches, means, names_of
from source_audit.parse.people import is_byline, names_somebody
from source_audit.parse.pieces import Piece, Pieces
from source_audit.parse.tags import IN_A_LINE

# Attributes and not elements: libxml2 reads a path that ends in one five times as fast.
_BYLINE_NAMES = etree.XPath("/descendant::*/@class[contains(., 'yline') or contains(., 'uthor')]")
_BYLINE_ROLES = etree.XPath("/descendant::*/@itemprop[. = 'author'] | /descendant::a/@rel[. = 'author']")
_WORD = re.compile(r"\w+")
_LONGEST_TITLE = 400
_LONGEST_BYLINE = 160
_LONGEST_DATE = 80
_MOST_LOOKED_AT = 25
_LEVELS = 4
_IN_A_LINE = IN_A_LINE - {"br"}
_NOT_HERE = frozenset({"nav", "footer", "ul", "aside", "script", "style", "meta", "link", "body", "html"})


@frozen(kw_only=True)
class Shown:
    """The visible lines, each as text; None where the page shows none that is sure."""

    section: str | None = None
    headline: str | None = None
    byline: str | None = None
    date: str | None = None
    moment: str | None = None

    def pieces(self) -> list[Piece]:
        """Return the lines as pieces, in their usual order."""
        lines = (
            (BlockKind.SECTION, self.section),
            (BlockKind.HEADLINE, self.headline),
            (BlockKind.BYLINE, self.byline),
            (BlockKind.BYLINE, self.date),
        )
        return [Piece(kind=kind, text=text) for kind, text in lines if text]


def read_shown(root: _Element, titles: Sequence[str], authors: Sequence[str], days: Sequence[str]) -> Shown:
    """Return what the page shows above the article, guided by the titles, authors and days that its head states."""
    headline, element = _headline(root, titles)
    date, moment = _date(root)
    byline = _byline(root, authors)
    if date and (date in (byline or "") or not _is_near(date, days)):
        date = None
    return Shown(
        section=_section(element) if element is not None else None,
        headline=headline,
        byline=byline,
        date=date,
        moment=moment,
    )


def _is_near(line: str, days: Sequence[str]) -> bool:
    """Tell whether the day in a line is one of those stated or next to one, as it may be in another time zone."""
    found = find_date(line)
    return not days or (found is not None and any(abs((found - day_of.fromisoformat(day)).days) <= 1 for day in days))


def text_of(element: _Element) -> str:
    """Return the text of a small element, in one line; what stands on lines of its own is set off by a space."""
    pieces = Pieces()
    for text in _texts(element):
        pieces.add(text, BlockKind.PARAGRAPH)
    pieces.end()
    return pieces.done[0].text if pieces.done else ""


def _texts(element: _Element) -> Iterator[str]:
    """Yield the texts of an element in order, with a space at each border of a line."""
    for event, inner in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        if inner is not element and isinstance(inner.tag, str) and inner.tag not in _IN_A_LINE:
            yield " "
        text = inner.text if event == "start" else inner.tail if inner is not element else None
        if text:
            yield text


def _headline(root: _Element, titles: Sequence[str]) -> tuple[str | None, _Element | None]:
    """Return the h1 that shares most words with a stated title; without one, the only h1."""
    found = [(text, element) for element in list(root.iter("h1"))[:_MOST_LOOKED_AT] if (text := text_of(element))]
    found = [(text, element) for text, element in found if len(text) <= _LONGEST_TITLE and not is_hidden(element)]
    if not found:
        return None, None
    if not titles:
        return found[0] if len(found) == 1 else (None, None)
    text, element = max(found, key=lambda pair: max(_likeness(pair[0], title) for title in titles))
    return (text, element) if max(_likeness(text, title) for title in titles) >= 0.3 else (None, None)


def _likeness(text: str, title: str) -> float:
    words, others = set(_WORD.findall(text.lower())), set(_WORD.findall(title.lower()))
    return len(words & others) / (len(words | others) or 1)


def _section(headline: _Element) -> str | None:
    """Return a label that stands shortly before the headline, within the same few parts of the page."""
    at = headline
    for _ in range(_LEVELS):
        before = at.getprevious()
        for _ in range(_LEVELS):
            if before is None:
                break
            if before.tag not in _NOT_HERE and (label := _label(before)):
                return label
            before = before.getprevious()
        parent = at.getparent()
        if parent is None or parent.tag in _NOT_HERE:
            return None
        at = parent
    return None


def _label(element: _Element) -> str | None:
    for number, inner in enumerate(element.iter()):
        if number >= _MOST_LOOKED_AT or inner.tag in _NOT_HERE:
            return None
        if inner.text and is_label(text := " ".join(inner.text[:60].split())):
            return text
    return None


def _byline(root: _Element, authors: Sequence[str]) -> str | None:
    """Return the line that names the authors, if these are known; one that begins with "By" goes before others."""
    lines = [*_bylines(_BYLINE_NAMES, root)] or [*_bylines(_BYLINE_ROLES, root)]
    if authors:
        lines = [line for line in lines if any(author.lower() in line.lower() for author in authors)]
    return next((line for line in lines if is_byline(line)), lines[0] if lines else None)


def _bylines(path: etree.XPath, root: _Element) -> Iterator[str]:
    for name in matches(path, root)[:_MOST_LOOKED_AT]:
        element: _Element = name.getparent()
        names = names_of(element)
        if element.tag in _NOT_HERE or means(names, "replies") or means(names, "not_bylines"):
            continue
        text = text_of(element)
        if text and len(text) <= _LONGEST_BYLINE and names_somebody(text):
            yield text


def _date(root: _Element) -> tuple[str | None, str | None]:
    """Return the first date that is shown in a time element, and the moment that it stands for."""
    for element in list(root.iter("time"))[:_MOST_LOOKED_AT]:
        text, moment = text_of(element), element.get("datetime") or ""
        if find_date(text) or find_date(moment):
            return (text if text and len(text) <= _LONGEST_DATE and find_date(text) else None), moment or text
    return None, None
