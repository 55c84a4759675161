"""Printed dates, read without a clock or a locale."""

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s{1,3})?"
_WEEKDAY_BEFORE = re.compile(r"\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s?$", re.IGNORECASE)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_DATES = (
    rf"(?P<m1>{_MONTH})\s{{1,3}}(?P<d1>{_DAY}),?\s{{1,3}}(?P<y1>(?:19|20)\d\d)",
    rf"(?P<d2>{_DAY})\.?\s{{1,3}}(?P<m2>{_MONTH}),?\s{{1,3}}(?P<y2>(?:19|20)\d\d)",
    r"(?P<y3>(?:19|20)\d\d)-(?P<m3>0[1-9]|1[0-2])-(?P<d3>0[1-9]|[12]\d|3[01])",
    r"(?P<y4>(?:19|20)\d\d)/(?P<m4>0?[1-9]|1[0-2])/(?P<d4>0?[1-9]|[12]\d|3[01])",
)
_ANY = re.compile(rf"(?<!\w)(?:{'|'.join(_DATES)})(?!\d)", re.IGNORECASE)
_TIME = (
    r"(?:\d{1,2}[:.]\d{2}(?::\d{2})?\s?(?:[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?)(?:\s?\(?(?:[A-Z]{2,4}|[+-]\d{4})\)?)?"
)
_LABEL = r"(?:(?:first )?(?:published|posted|updated|last updated|modified|date|created)(?: (?:on|at))?:?\s{1,3})?"
_BETWEEN = r"(?:,|\s{0,2}[|·•–—-]|\s{1,3}at)?\s{1,3}"
_LINE = re.compile(
    rf"{_LABEL}(?:{_TIME}{_BETWEEN})?{_WEEKDAY}(?:{'|'.join(_DATES)})(?:(?:T|{_BETWEEN}){_TIME}Z?)?\.?", re.IGNORECASE
)
_MONTH_LINE = re.compile(rf"{_MONTH},?\s{{1,3}}(?:19|20)\d\d", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_LONGEST_LINE = 80
_LONGEST_TEXT = 400


def find_date(text: str) -> date | None:
    """Return the first full date printed in a short text, or None."""
    for match in _ANY.finditer(text[:_LONGEST_TEXT]):
        if (found := _made(match)) is not None:
            return found
    return None


def place_of_date(text: str) -> int | None:
    """Return where the first full date in a short text begins, its weekday included, or None."""
    match = _ANY.search(text[:_LONGEST_TEXT]) if _DIGIT.search(text) else None
    if match is None:
        return None
    before = _WEEKDAY_BEFORE.search(text, max(0, match.start() - 14), match.start())
    return before.start() if before else match.start()


def is_date_line(line: str) -> bool:
    """Tell whether a line holds a full date and nothing else but a label, a weekday or a time."""
    return len(line) <= _LONGEST_LINE and _LINE.fullmatch(line) is not None


def is_month_line(line: str) -> bool:
    """Tell whether a line is a month and a year."""
    return len(line) <= _LONGEST_LINE and _MONTH_LINE.fullmatch(line) is not None


def is_printed_date(text: str) -> bool:
    """Tell whether a short text is a date, in English or, if it holds a year and little else, in any language."""
    if is_date_line(text) or is_month_line(text):
        return True
    return len(text) <= 40 and text.count(" ") <= 6 and re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", text) is not None


def _made(match: re.Match[str]) -> date | None:
    year, month, day = (next(filter(None, (match[f"{part}{n}"] for n in range(1, 5)))) for part in "ymd")
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
    try:
        return date(int(year), number, int(re.sub(r"\D", "", day)))
    except ValueError:
        return None
