"""How far the date that a post prints lies from the one that its id holds, whatever the language of the date."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from source_audit.resources import data

_LONGEST = 80
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SORTABLE = re.compile(r"(?<!\d)((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_TIME = re.compile(
    r"[T ]?\d{1,2}[:h]\d{2}(?::\d{2})?(?:[.,]\d{1,6})?|\d{1,2}\.\d{2}(?![.\d])|\d{1,2}\s?[ap]\.?m\b|[+-]\d{4}\b",
    re.IGNORECASE,
)
_NUMBERED_MONTH = re.compile(r"(?<!\d)(\d{1,2})\s?[月월]|tháng\s(\d{1,2})")
_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_WORD = re.compile(r"[^\W\d_]{2,}")


def days_apart(printed: str | None, computed: date | None) -> int | None:
    """Return how many days lie between a date as printed and one worked out, or None where that cannot be told.

    A date that can be read in two ways, and one without a day, counts by the nearest day that it may mean.
    """
    if not printed or computed is None or len(printed) > _LONGEST:
        return None
    return min((_distance(first, last, computed) for first, last in _readings(printed)), default=None)


def _distance(first: date, last: date, day: date) -> int:
    return max((first - day).days, (day - last).days, 0)


def _readings(printed: str) -> Iterator[tuple[date, date]]:
    """Yield the first and last day of each way to read a printed date."""
    text = unicodedata.normalize("NFC", printed)
    if sortable := _SORTABLE.search(text):
        yield from _spans(int(sortable[1]), int(sortable[3]), int(sortable[4]))
        return
    years = {int(year) for year in _YEAR.findall(text)}
    if len(years) != 1:
        return
    (year,) = years
    rest = _YEAR.sub(" ", text)
    days, months = _days_and_months(_TIME.sub(" ", rest), named=_named_months(rest))
    for month in sorted(months):
        for day in sorted(days - {month} if len(days) > 1 else days):
            yield from _spans(year, month, day)
        if not days:
            yield _month(year, month)


def _days_and_months(text: str, *, named: set[int]) -> tuple[set[int], set[int]]:
    """Return the numbers that may be the day and those that may be the month."""
    numbered = {int(first or second) for first, second in _NUMBERED_MONTH.findall(text)}
    numbers = {int(number) for number in _NUMBER.findall(_NUMBERED_MONTH.sub(" ", text))}
    if named or numbered:
        return numbers, named or numbered
    return numbers, {number for number in numbers if 1 <= number <= 12}


def _spans(year: int, month: int, day: int) -> Iterator[tuple[date, date]]:
    try:
        found = date(year, month, day)
    except ValueError:
        return
    yield found, found


def _month(year: int, month: int) -> tuple[date, date]:
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), following - timedelta(days=1)


def _named_months(text: str) -> set[int]:
    """Return the months that a text may name."""
    return {month for word in _WORD.findall(_plain(text)) for month in _months_of(word)}


def _months_of(word: str) -> set[int]:
    beginnings = _beginnings()
    for size in range(len(word), 1, -1):
        if found := beginnings.get(word[:size]):
            return found
    return set()


@cache
def _beginnings() -> dict[str, set[int]]:
    table: dict[str, set[int]] = {}
    for month, words in enumerate(data("month_beginnings")["months"], start=1):
        for word in words:
            table.setdefault(_plain(word), set()).add(month)
    return table


def _plain(text: str) -> str:
    """Return the text in small letters and without accents."""
    parts = unicodedata.normalize("NFKD", text.lower())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))
