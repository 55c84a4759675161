"""The names in a byline."""

import re
from collections.abc import Iterator
from functools import cache

from source_audit.parse.days import place_of_day
from source_audit.resources import data
from source_audit.span import Span

_OPENER = r"(?:(?:written|reported|story|words|text|edited|posted|published)\s{1,3})?by:?"
_BY = re.compile(rf"{_OPENER}\s{{1,3}}", re.IGNORECASE)
_BY_ALONE = re.compile(rf"{_OPENER}", re.IGNORECASE)
_LATER_BY = re.compile(r"\s(?:by|By|BY):?\s{1,3}(?=\w)")
_SPLIT = re.compile(r"\s*(?:,|;|\||·|•|/|&|\s–\s|\s—\s|\s-\s|\band\b|\bwith\b|\n)\s*")
_TAIL = re.compile(r"\s+(?:(?:for|of|in|at|from|on)\s.*|\(.*|\d.*)", re.DOTALL)
_DAY_LABEL = re.compile(r"(?:^|\s)(?:first |last )?(?:published|posted|updated|modified)\b", re.IGNORECASE)
_AROUND = " \t\u200b:|,;/·•–—-"
_WORD = re.compile(r"[\w.'’-]+")
_LONGEST_BYLINE = 120
_MOST_WORDS = 14
_LONGEST_DESK = 6


def is_byline(line: str) -> bool:
    """Tell whether a line is "By" and one or more names."""
    start = _BY.match(line)
    if not start or len(line) > _LONGEST_BYLINE or len(line.split()) > _MOST_WORDS:
        return False
    return line[:1].isupper() and names_somebody(line)


def opens_byline(line: str) -> bool:
    """Tell whether a line is nothing but "By", whose names stand in the next one."""
    return _BY_ALONE.fullmatch(line.strip()) is not None


def begins_with_by(line: str) -> bool:
    """Tell whether a line begins with "By", as sure bylines do."""
    return _BY.match(line) is not None


def is_account(name: str) -> bool:
    """Tell whether a name of one word is no agency: the account of a content system, unless the page prints it."""
    return name.isascii() and len(name.split()) == 1 and name.lower() not in _words("agencies")


def names_somebody(line: str) -> bool:
    """Tell whether a line names a person or an organisation, or the desk that answers for the article."""
    return any(True for _ in credited(line))


def credited(line: str) -> Iterator[tuple[str, Span]]:
    """Yield each name in a byline with its place in it, or, where there is none, the desk that it names."""
    found = False
    for name in people_in(line):
        found = True
        yield name
    if not found and (desk := _desk(line)):
        yield desk.of(line), desk


def _desk(line: str) -> Span | None:
    position, stop = _names_part(line)
    part = line[position:stop]
    if label := _DAY_LABEL.search(part):
        part = part[: label.start()]
    words = [word.lower().strip(".,") for word in part.split(None, _LONGEST_DESK)]
    if len(words) > _LONGEST_DESK or not any(word in _words("jobs") for word in words):
        return None
    start = position + len(part) - len(part.lstrip(_AROUND))
    return Span(start, start + len(part.strip(_AROUND)))


def people_in(line: str) -> Iterator[tuple[str, Span]]:
    """Yield each name in a byline with its place in it; jobs, desks, dates and addresses are left out.

    What follows a bar after a name is where its bearer works ("Jane Doe | The Paper").
    """
    position, stop = _names_part(line)
    first = True
    for gap in [*_SPLIT.finditer(line, position, stop), None]:
        end = gap.start() if gap else stop
        part = _trimmed(line, position, end)
        if part and _is_name(line[part.start : part.end], alone=first):
            yield line[part.start : part.end], part
            first = False
        if not first and gap and gap[0].strip() == "|":
            return
        position = gap.end() if gap else end


def _names_part(line: str) -> tuple[int, int]:
    """Return the part of a byline that may hold names: after "By", and before the date."""
    start = _BY.match(line) or _LATER_BY.search(line)
    position = start.end() if start else 0
    rest = line[position:]
    day = place_of_day(rest)
    return position, position + (len(rest) if day is None else day)


def _trimmed(line: str, start: int, end: int) -> Span | None:
    part = line[start:end]
    tail = _TAIL.search(part)
    part = part[: tail.start()] if tail else part
    left = len(part) - len(part.lstrip(" \t\u200b:"))
    kept = part.strip(" \t\u200b:").rstrip(".") if len(part.split()) > 1 else part.strip(" \t\u200b:.")
    return Span(start + left, start + left + len(kept)) if kept else None


def _is_name(part: str, *, alone: bool) -> bool:
    words = _WORD.findall(part)
    if not words or len(words) > 6 or "@" in part or "http" in part:
        return False
    if len(words) == 1 and (not alone or words[0].lower().rstrip(".") in _words("never")):
        return False
    if any(word.lower().rstrip(".") in _words("jobs") for word in words) or any(char.isdigit() for char in part):
        return False
    return all(word[0].isupper() or not word[0].islower() or word.lower() in _words("particles") for word in words)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(data("labels")["bylines"][name])
