"""Which short lines are nothing but a printed date; what day it is, `days` reads."""

import re

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s{1,3})?"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d"
_DATES = (
    rf"{_MONTH}\s{{1,3}}{_DAY},?\s{{1,3}}{_YEAR}",
    rf"{_DAY}\.?\s{{1,3}}{_MONTH},?\s{{1,3}}{_YEAR}",
    rf"{_YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])",
    rf"{_YEAR}/(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01])",
)
_TIME = (
    r"(?:\d{1,2}[:.]\d{2}(?::\d{2})?\s?(?:[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?)(?:\s?\(?(?:[A-Z]{2,4}|[+-]\d{4})\)?)?"
)
_LABEL = r"(?:(?:first )?(?:published|posted|updated|last updated|modified|date|created)(?: (?:on|at))?:?\s{1,3})?"
_BETWEEN = r"(?:,|\s{0,2}[|·•–—-]|\s{1,3}at)?\s{1,3}"
_LINE = re.compile(
    rf"{_LABEL}(?:{_TIME}{_BETWEEN})?{_WEEKDAY}(?:{'|'.join(_DATES)})(?:(?:T|{_BETWEEN}){_TIME}Z?)?\.?", re.IGNORECASE
)
_MONTH_LINE = re.compile(rf"{_MONTH},?\s{{1,3}}{_YEAR}", re.IGNORECASE)
_LONGEST_LINE = 80


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
