"""What a page shows above its article: the section's label, the headline, the byline and the date."""

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from itertools import islice

from attrs import frozen
from lxml import etree
from lxml.etree import _Element

from source_audit.document import BlockKind
from source_audit.parse.days import sure_day
from source_audit.parse.genre import (
    is_label,
    is_late_label,
    is_shouted_label,
    may_be_label,
    reads_like_label,
    states_genre,
)
from source_audit.parse.metadata import key_of_name
from source_audit.parse.names import is_hidden, matches, means, names_of
from source_audit.parse.people import begins_with_by
from source_audit.parse.pieces import Piece, visible
from source_audit.parse.printed import above, lines_around, printed_byline, printed_day, text_of
from source_audit.parse.signed import tells_day
from source_audit.parse.tags import NOT_HERE
from source_audit.parse.trail import end_of_trail, is_step, written_steps

_TRAILS = etree.XPath(
    "/descendant::*/@class[contains(., 'crumb')] | /descendant::*/@id[contains(., 'readcrumb')]"
    " | /descendant::*/@itemtype[contains(., 'BreadcrumbList')]"
)
_LONGEST_SECTION = 40
_LONGEST_TRAIL = 60
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"\w+")
_FILED = re.compile(
    r"(?:\b(?:[Ff]iled|[Pp]osted)\s(?:under|in):?|(?<=\d)\sin|\b[Ss]ection:|\b[Cc]ategory:)\s"
    r"([A-Z][\w&’' ]{2,28}?)(?=\s?[|·•,]|$)"
)
_LONGEST_TITLE = 400
_MOST_LOOKED_AT = 25
_MOST_LABELS = 3
_MOST_ABOVE = 2
_MOST_WORDS = 2
"""A longer line set like a section's name may be the topic, where the page's data name another section."""
_LIKE = 0.3
_SURELY_LIKE = 0.6
_LEAST_WORDS = 3
_LEAST_HEADLINE = 5
"""So many words make the only headline of a page more than the name of its site."""
_LABEL_TAGS = frozenset({"p", "div", "span", "a", "strong", "b", "h2", "h3", "h4", "h5", "h6"})
_NOT_A_LABEL = NOT_HERE - {"ul"}


@frozen(kw_only=True)
class Days:
    """The days that the page states, ISO: of publication, of which sources may name several, and of the last change."""

    published: Sequence[str] = ()
    modified: str | None = None


@frozen(kw_only=True)
class Sections:
    """The names that the section may have on the page, whether its data name it, and whether it may show a trail.

    ``sites`` are the names of the site itself, as keys.
    """

    names: Collection[str] = ()
    sites: Collection[str] = ()
    is_stated: bool = False
    has_trail: bool = True


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


def read_shown(root: _Element, titles: Sequence[str], authors: Sequence[str], days: Days, sections: Sections) -> Shown:
    """Return what the page shows above the article, guided by what its head states: titles, authors, days, sections."""
    headline, element = _headline(root, titles)
    lines = lines_around(element) if element is not None else []
    moment, timed = _time(root)
    stated = [date.fromisoformat(day) for day in days.published]
    found = printed_day([*lines, *timed], stated, date.fromisoformat(days.modified) if days.modified else None)
    line_of_day = found[0] if found else None if stated else next(filter(tells_day, lines), None)
    if found and not stated and line_of_day in lines and _is_later(lines, line_of_day):
        found, line_of_day = None, next(filter(tells_day, lines), None)
    byline = printed_byline(root, lines, authors)
    return Shown(
        section=_section(root, element, sections, lines) if element is not None else None,
        headline=headline,
        byline=byline,
        date=line_of_day if line_of_day and line_of_day not in (byline or "") else None,
        day=found[1].isoformat() if found else None,
        line_of_day=found[0] if found else "",
        moment=moment,
        is_by_headline=byline is not None and byline in lines and begins_with_by(byline),
    )


def _is_later(lines: Sequence[str], line: str) -> bool:
    """Tell whether a line of credits with a day that can be read in two ways stands before this one."""
    return any(tells_day(other) and sure_day(other) is None for other in lines[: lines.index(line)])


def _headline(root: _Element, titles: Sequence[str]) -> tuple[str | None, _Element | None]:
    """Return the h1 that shares most words with a stated title; else the only one of the article or of the page."""
    found = [(text, element) for element in list(root.iter("h1"))[:_MOST_LOOKED_AT] if (text := text_of(element))]
    found = [(text, element) for text, element in found if len(text) <= _LONGEST_TITLE and not is_hidden(element)]
    if not found:
        return _lower_headline(root, titles)
    if not titles:
        return found[0] if len(found) == 1 else (None, None)
    text, element = max(found, key=lambda pair: max(likeness(pair[0], title) for title in titles))
    if max(likeness(text, title) for title in titles) >= _LIKE:
        return text, element
    inside = [pair for pair in found if next(pair[1].iterancestors("article"), None) is not None]
    if not inside and len(found) == 1 and len(found[0][0].split()) >= _LEAST_HEADLINE:
        return found[0]
    return inside[0] if len(inside) == 1 else (None, None)


def _lower_headline(root: _Element, titles: Sequence[str]) -> tuple[str | None, _Element | None]:
    """Return the heading of a lower level that a page without an h1 names in its title."""
    for element in islice(root.iter("h2", "h3"), _MOST_LOOKED_AT):
        text = text_of(element) if not is_hidden(element) else ""
        if len(text.split()) >= _LEAST_WORDS and any(likeness(text, title) >= _SURELY_LIKE for title in titles):
            return text, element
    return None, None


def likeness(text: str, title: str) -> float:
    """Return the share of their words that two lines have in common (0 to 1)."""
    words, others = set(_WORD.findall(text.lower())), set(_WORD.findall(title.lower()))
    return len(words & others) / (len(words | others) or 1)


def _section(root: _Element, headline: _Element, known: Sections, lines: Sequence[str]) -> str | None:
    """Return a label that stands shortly before the headline, or the last step of the trail to the article."""
    found = (visible(label) for label in _sections(root, headline, known, lines) if label)
    return next(filter(None, found), None)


def _sections(root: _Element, headline: _Element, known: Sections, lines: Sequence[str]) -> Iterator[str | None]:
    """Yield what may be the section, the likeliest first; each is looked for only if those before it are not there."""
    names = frozenset(name.casefold() for name in known.names)
    near = [element for element in above(headline, _NOT_A_LABEL) if not _is_menu(element)]
    yield from (_label(element, names) for element in near)
    kickers = filter(None, map(_kicker, near))
    if not known.is_stated:
        yield from kickers
    yield from map(_last_step, near)
    trails = [name.getparent() for name in matches(_TRAILS, root)[:_MOST_LOOKED_AT]] if known.has_trail else []
    steps = [text for trail in trails for text in _steps(trail, likely=text_of(headline))]
    yield next(reversed([step for step in steps if is_label(step)] or steps), None)
    yield from map(_short_trail, list(root.iter("nav"))[:_MOST_LOOKED_AT])
    yield next((kicker for kicker in islice(kickers, 1) if len(kicker.split()) <= _MOST_WORDS), None)
    yield next((line for line in lines[:_MOST_LABELS] if is_late_label(line)), None)
    yield next((line for line in map(_shouted, near[:1]) if line), None)
    yield next((line for line in (_by_form(element, known.sites) for element in near[:_MOST_ABOVE]) if line), None)
    yield _filed(lines)
    if not known.is_stated:
        yield next((line for line in (_set_apart(element, known.sites) for element in near[:1]) if line), None)


def _short_trail(nav: _Element) -> str | None:
    """Return the last step of a navigation of a few words, if it is a label: "Home › Sport"."""
    links = sum(1 for _ in islice(nav.iter("a"), _MOST_LABELS + 1))
    if links > _MOST_LABELS or is_hidden(nav):
        return None
    whole = text_of(nav)
    if len(whole) > _LONGEST_TRAIL:
        return None
    last = written_steps(whole)[-1]
    if last == written_steps(whole, bars=False)[-1] and (end := end_of_trail(whole)):
        return end
    return last if is_label(last) and (len(nav) == 0 or last != whole) else None


def _last_step(element: _Element) -> str | None:
    """Return the last step of a line that is written as a trail: "Home › Sport", "Sport | Chess"."""
    if sum(map(len, islice(element.itertext(), _MOST_LOOKED_AT))) > _LONGEST_TRAIL or is_hidden(element):
        return None
    return end_of_trail(text_of(element))


def _label(element: _Element, names: Collection[str]) -> str | None:
    for number, inner in enumerate(element.iter()):
        if number >= _MOST_LOOKED_AT or inner.tag in _NOT_A_LABEL or _is_menu(inner):
            return None
        text = " ".join((inner.text or "")[:60].split())
        if is_label(text) or states_genre(text) or (text and text.casefold() in names):
            return text
    return None


def _shouted(element: _Element) -> str | None:
    """Return the few words in capitals right above a headline."""
    text = text_of(element) if element.tag in _LABEL_TAGS and not is_hidden(element) else ""
    return text if is_shouted_label(text) else None


def _by_form(element: _Element, own: Collection[str]) -> str | None:
    """Return a line that is a label by its form and not the name of the site (*own*, as keys)."""
    text = text_of(element) if element.tag in _LABEL_TAGS and not is_hidden(element) else ""
    return text if reads_like_label(text) and key_of_name(text) not in own else None


def _set_apart(element: _Element, own: Collection[str]) -> str | None:
    """Return a word or two right above the headline, on a line without a class that says what they are."""
    plain = element.tag in _LABEL_TAGS and len(element) <= 1 and not is_hidden(element)
    text = text_of(element) if plain else ""
    return text if may_be_label(text) and key_of_name(text) not in own and not begins_with_by(text) else None


def _filed(lines: Sequence[str]) -> str | None:
    """Return the label behind "Filed under" or "in" at the end of a line of credits."""
    found = (match[1] for line in lines[:_MOST_LABELS] if (match := _FILED.search(line)))
    return next((label for label in found if is_label(label)), None)


def _is_menu(element: _Element) -> bool:
    """Tell whether an element is a list of more links than an article has labels."""
    if element.tag == "ul":
        return len(element) > _MOST_LABELS
    links = sum(inner.tag == "a" for inner in islice(element, _MOST_LOOKED_AT))
    return links > _MOST_LABELS


def _kicker(element: _Element) -> str | None:
    """Return a line that is set as the name of a section, by its own class or that of the part it is the link of."""
    for inner in islice(element.iter("a", "span", "div", "p"), _MOST_LOOKED_AT):
        parent = inner.getparent()
        around = names_of(parent) if inner.tag in ("a", "span") and parent is not None else ""
        if means(f"{names_of(inner)} {around}", "kickers") and not is_hidden(inner):
            text = text_of(inner)
            is_short = 0 < len(text) <= _LONGEST_SECTION and not _DIGIT.search(text) and not begins_with_by(text)
            return (end_of_trail(text) or written_steps(text, bars=False)[-1]) if is_short and is_step(text) else None
    return None


def _steps(trail: _Element, likely: str) -> Iterator[str]:
    """Yield the steps of a trail ("Home > News > Local") but its first and the article's own title."""
    for inner in list(trail.iter("a", "span", "li"))[:_MOST_LOOKED_AT]:
        text = " ".join((inner.text or "")[:60].split())
        if is_label(text) or (0 < len(text) <= _LONGEST_SECTION and is_step(text) and likeness(text, likely) < _LIKE):
            yield text


def _time(root: _Element) -> tuple[str | None, list[str]]:
    """Return the moment of the first time element that has one, and the lines of all of them."""
    elements = list(root.iter("time"))[:_MOST_LOOKED_AT]
    lines = [text for element in elements if (text := text_of(element))]
    moments = (element.get("datetime") or text_of(element) for element in elements)
    return next((moment for moment in moments if sure_day(moment)), None), lines
