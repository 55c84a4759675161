"""Title, authors and day of an article, chosen from what the page states and what it shows, and where these differ."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from attrs import frozen

from source_audit.document import BODY_KINDS, BlockKind, Conflict, Stated
from source_audit.parse.days import sure_day
from source_audit.parse.head import Shown, likeness
from source_audit.parse.metadata import Stating, day_in_url, key_of_name
from source_audit.parse.people import is_account
from source_audit.parse.sheet import Sheet
from source_audit.parse.signed import reporter_in, signers
from source_audit.span import Span

_LIKE = 0.5
_FIRST = 3


@frozen(kw_only=True)
class Credits:
    """Who wrote what and when, and where the page is at odds with itself."""

    title: Stated | None
    authors: tuple[Stated, ...]
    published: Stated | None
    conflicts: tuple[Conflict, ...]


def read_credits(stating: Stating, shown: Shown, sheet: Sheet, address: str) -> Credits:
    """Return the credits of a page that is laid out as *sheet*; *address* is where it stands."""
    title = _title(stating, shown, sheet)
    authors = _authors(stating, shown, sheet)
    published = _published(stating, shown, sheet, address)
    differing = (
        _differing("title", title, stating.each_title(), _same_title),
        _differing("authors", _joined(authors), _other_authors(stating, shown, sheet), _same_people),
        _differing("published", published, _other_days(stating, address), _same_day),
    )
    return Credits(title=title, authors=authors, published=published, conflicts=tuple(filter(None, differing)))


def _title(stating: Stating, shown: Shown, sheet: Sheet) -> Stated | None:
    if shown.headline:
        places = (block.span for block in sheet.blocks_of(BlockKind.HEADLINE))
        return Stated(value=shown.headline, origin="h1", span=next(places, None))
    return next(stating.titles(), None)


def _authors(stating: Stating, shown: Shown, sheet: Sheet) -> tuple[Stated, ...]:
    """Return the authors: those whom the page's data name, but the byline's where it names others or more.

    Whom only the data name counts unless it is the site itself or an account of its content system, which publishes
    what the head says is the site's own.
    """
    printed = _printed_authors(shown, sheet)
    stated = [_placed(author, sheet) for author in stating.authors()]
    sites = stating.own_names
    if printed and (not stated or (shown.is_by_headline and _says_more(printed, stated))):
        return _people(printed, sites)
    if not stated and (told := _reporter(sheet)):
        return (told,)
    if stating.is_by_site:
        return _people([one for one in stated if one.span], sites)
    kept = [one for one in stated if one.span or not (key_of_name(one.value) in sites or is_account(one.value))]
    return _people(kept, sites)


def _says_more(printed: Sequence[Stated], stated: Sequence[Stated]) -> bool:
    """Tell whether the byline names nobody of those stated, or all of them and more."""
    found = sum(author.span is not None for author in stated)
    return not found or (found == len(stated) < len(printed))


def _printed_authors(shown: Shown, sheet: Sheet) -> list[Stated]:
    """Return the names in the visible bylines; a line that only tells the day holds none."""
    return [
        Stated(value=name, origin="byline", span=Span(block.span.start + place.start, block.span.start + place.end))
        for block in sheet.blocks_of(BlockKind.BYLINE)
        if block.span.of(sheet.text) != shown.date
        for name, place in signers(block.span.of(sheet.text))
    ]


def _reporter(sheet: Sheet) -> Stated | None:
    """Return who the first paragraphs say reports, where no line says who wrote."""
    body = [block.span for block in sheet.blocks if block.kind in BODY_KINDS]
    told = (reporter_in(sheet.text, span.start, span.end) for span in (*body[:_FIRST], *body[-1:]))
    place = next(filter(None, told), None)
    return Stated(value=place.of(sheet.text), origin="text", span=place) if place else None


def _placed(author: Stated, sheet: Sheet) -> Stated:
    """Return an author with the place in the visible byline, if the name stands there; a single word stands alone."""
    words = re.escape(author.value)
    name = re.compile(words if " " in author.value else rf"(?<!\w){words}(?!\w)", re.IGNORECASE)
    for block in sheet.blocks_of(BlockKind.BYLINE):
        if found := name.search(sheet.text, block.span.start, block.span.end):
            return Stated(value=author.value, origin=author.origin, span=Span(*found.span()))
    return author


def _people(authors: Sequence[Stated], sites: frozenset[str]) -> tuple[Stated, ...]:
    """Return each author once, and the site, which stands behind a name as where its bearer works, only alone."""
    once = {key_of_name(author.value): author for author in reversed(authors)}
    others = [author for author in reversed(once.values()) if key_of_name(author.value) not in sites]
    return tuple(others or reversed(once.values()))


def _published(stating: Stating, shown: Shown, sheet: Sheet, address: str) -> Stated | None:
    """Return the day of publication as the page prints it, or its address, which is one off in other time zones."""
    in_url = day_in_url(address)
    found = stating.published() or _moment(shown) or in_url
    if shown.day:
        origin = found.origin if found and found.value == shown.day else "byline"
        return Stated(value=shown.day, origin=origin, span=_place_of_day(shown, sheet))
    if found and in_url and found.value != in_url.value and _same_day(found, in_url):
        return in_url
    for block in sheet.blocks_of(BlockKind.BYLINE):
        day = sure_day(block.span.of(sheet.text))
        if day and (found is None or found.value == day.isoformat()):
            return Stated(value=day.isoformat(), origin=found.origin if found else "byline", span=block.span)
    return found


def _moment(shown: Shown) -> Stated | None:
    day = sure_day(shown.moment) if shown.moment else None
    return Stated(value=day.isoformat(), origin="time") if day else None


def _place_of_day(shown: Shown, sheet: Sheet) -> Span | None:
    blocks = sheet.blocks_of(BlockKind.BYLINE)
    return next((block.span for block in blocks if shown.line_of_day in block.span.of(sheet.text)), None)


def _differing(
    what: str, taken: Stated | None, others: Iterator[Stated], same: Callable[[Stated, Stated], bool]
) -> Conflict | None:
    """Return the values that are not the one taken, the first of each origin, with that one before them."""
    if taken is None:
        return None
    odd = {other.origin: other for other in reversed(list(others)) if not same(taken, other)}
    return Conflict(what=what, values=(taken, *reversed(odd.values()))) if odd else None


def _joined(authors: Sequence[Stated]) -> Stated | None:
    if not authors:
        return None
    return Stated(value=", ".join(author.value for author in authors), origin=authors[0].origin, span=authors[0].span)


def _other_authors(stating: Stating, shown: Shown, sheet: Sheet) -> Iterator[Stated]:
    """Yield the authors of each origin, without the site itself and accounts."""
    sites = stating.own_names
    for authors in (*stating.each_authors, _printed_authors(shown, sheet) if shown.is_by_headline else []):
        named = [one for one in authors if not (key_of_name(one.value) in sites or is_account(one.value))]
        if joined := _joined(named):
            yield joined


def _other_days(stating: Stating, address: str) -> Iterator[Stated]:
    yield from filter(None, (*stating.each_published, day_in_url(address)))


def _same_title(one: Stated, other: Stated) -> bool:
    return likeness(one.value, other.value) >= _LIKE


def _same_people(one: Stated, other: Stated) -> bool:
    """Tell whether one list holds the other, or the shorter one nobody whose last name is not in the longer one."""
    if one.value.lower() in other.value.lower() or other.value.lower() in one.value.lower():
        return True
    lists = sorted((one.value.lower().split(", "), other.value.lower().split(", ")), key=len)
    words = set(" ".join(lists[1]).split())
    return all(name.split()[-1] in words for name in lists[0] if name.split())


def _same_day(one: Stated, other: Stated) -> bool:
    """Tell whether two days are the same or one apart, as they may be in two time zones."""
    return abs((date.fromisoformat(one.value) - date.fromisoformat(other.value)).days) <= 1
