"""The days that a short line prints, in the languages and spellings of news pages, read without a clock or a locale."""

import re
from collections.abc import Collection, Iterator
from datetime import date
from functools import cache

from attrs import frozen

from source_audit.resources import data

_LONGEST = 400
_LONGEST_WEEKDAY = 14
_WEEKDAY_BEFORE = re.compile(r"\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s?$", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_YEAR = r"(?P<y>(?:19|20)\d\d)"
_DAY = r"(?<![\d:])(?P<d>\d{1,2})"
_MONTH = r"(?P<m>[^\W\d_]{3,12})"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_MONTH}\.?\s{{1,3}}{_DAY}(?:st|nd|rd|th)?(?![\d:])(?:,?\s{{1,3}}{_YEAR})?",
        rf"{_DAY}(?:st|nd|rd|th|\.|º|er)?\s{{1,3}}(?:de\s|of\s)?{_MONTH}\b\.?(?:,?\s{{1,3}}(?:de\s)?{_YEAR})?",
        rf"(?<!\d){_YEAR}(?P<sign>[-/.])(?P<m>\d{{1,2}})(?P=sign){_DAY}(?!\d)",
        r"(?<![\d./-])(?P<d>\d{1,2})(?P<sign>[-/.])(?P<m>\d{1,2})(?P=sign)(?P<y>(?:19|20)?\d\d)(?![\d/]|[.-]\d)",
        rf"{_YEAR}\s?[年년]\s?(?P<m>\d{{1,2}})\s?[月월]\s?(?P<d>\d{{1,2}})\s?[日일]",
    )
)


@frozen(kw_only=True)
class Printed:
    """A day in a line: where it stands, and the one or two days that it may be ("3/4/19" has two readings)."""

    start: int
    end: int
    days: tuple[date, ...]


def days_in(line: str, years: Collection[int] = ()) -> list[Printed]:
    """Return the days that a line prints, in order; one without a year may be of any of the *years*."""
    line = line[:_LONGEST]
    if _DIGIT.search(line) is None:  # most lines print no day
        return []
    found = [printed for pattern in _PATTERNS for match in pattern.finditer(line) if (printed := _read(match, years))]
    return sorted(found, key=lambda printed: (printed.start, -printed.end))


def sure_day(line: str) -> date | None:
    """Return the first day in a line that can be read in one way only."""
    return next((printed.days[0] for printed in days_in(line) if len(printed.days) == 1), None)


def place_of_day(line: str) -> int | None:
    """Return where the first day that a line prints with its year begins, the day of the week included, or None."""
    found = days_in(line)
    if not found:
        return None
    start = found[0].start
    before = _WEEKDAY_BEFORE.search(line, max(0, start - _LONGEST_WEEKDAY), start)
    return before.start() if before else start


def is_change(label: str) -> bool:
    """Tell whether the words before a day say that it is the day of a later change."""
    words = label.lower()
    last = max((words.rfind(word) for word in _changed()), default=-1)
    return last >= 0 and not any(sign in words[last:] for sign in ";|")


def _read(match: re.Match[str], years: Collection[int]) -> Printed | None:
    days = tuple(dict.fromkeys(_days(match, years)))
    return Printed(start=match.start(), end=match.end(), days=days) if days else None


def _days(match: re.Match[str], years: Collection[int]) -> Iterator[date]:
    year, month, day = match["y"], match["m"], int(match["d"])
    number = int(month) if month.isdigit() else _months().get(month.lower(), 0)
    numbers = [(number, day)]
    if match.re.groupindex.get("sign") and match["sign"] != "." and match.start("d") < match.start("m"):
        numbers.append((day, number))
    for one in [int(year) + (2000 if len(year) == 2 else 0)] if year else sorted(years):
        for month_number, day_number in numbers:
            try:
                yield date(one, month_number, day_number)
            except ValueError:
                continue


@cache
def _months() -> dict[str, int]:
    """Return the number of each month by its name; no name stands for two months."""
    lists = data("months")["months"].values()
    return {name: number for names in lists for number, month in enumerate(names, 1) for name in month.split("|")}


@cache
def _changed() -> tuple[str, ...]:
    return tuple(data("months")["labels"]["changed"])
