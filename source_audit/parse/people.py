"""The names in a byline."""

import re
from collections.abc import Iterator
from functools import cache

from source_audit.parse.dates import place_of_date
from source_audit.resources import data
from source_audit.span import Span

_BY = re.compile(r"(?:(?:written|reported|story|words|text|edited|posted|published)\s{1,3})?by:?\s{1,3}", re.IGNORECASE)
_LATER_BY = re.compile(r"\s(?:by|By|BY):?\s{1,3}(?=\w)")
_SPLIT = re.compile(r"\s*(?:,|;|\||·|•|/|&|\s–\s|\s—\s|\s-\s|\band\b|\bwith\b|\n)\s*")
_TAIL = re.compile(r"\s+(?:(?:for|of|in|at|from|on)\s.*|\(.*|\d.*)", re.DOTALL)
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


def names_somebody(line: str) -> bool:
    """Tell whether a line names a person or an organisation, or the desk that answers for the article."""
    words = line.split(None, _LONGEST_DESK)
    is_desk = len(words) <= _LONGEST_DESK and any(word.lower().strip(".,") in _words("jobs") for word in words)
    return is_desk or any(True for _ in people_in(line))


def people_in(line: str) -> Iterator[tuple[str, Span]]:
    """Yield each name in a byline with its place in it; jobs, desks, dates and addresses are left out."""
    position, stop = _names_part(line)
    first = True
    for gap in [*_SPLIT.finditer(line, position, stop), None]:
        end = gap.start() if gap else stop
        part = _trimmed(line, position, end)
        if part and _is_name(line[part.start : part.end], alone=first):
            yield line[part.start : part.end], part
            first = False
        position = gap.end() if gap else end


def _names_part(line: str) -> tuple[int, int]:
    """Return the part of a byline that may hold names: after "By", and before the date."""
    start = _BY.match(line) or _LATER_BY.search(line)
    position = start.end() if start else 0
    day = place_of_date(line[position:])
    return position, position + day if day is not None else len(line)


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
