"""The days and times that a short line prints, in every usual form: "Tuesday 4 May", "4.5.26", "3 hours ago"."""

import re
from functools import cache

from source_audit.resources import data
from source_audit.span import Span

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
_NUMBER = r"(?:0?[1-9]|[12]\d|3[01])"
_DAY = rf"{_NUMBER}(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d"
_UNIT = r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)"
_DAYS = (
    rf"{_DAY}\.?\s{{1,3}}(?:of\s)?{_MONTH}(?:,?\s{{1,3}}{_YEAR})?(?!\w)",
    rf"{_MONTH}\s{{1,3}}{_DAY}(?![\w:])(?:,?\s{{1,3}}{_YEAR}\b)?",
    rf"{_DAY}-{_MONTH}-(?:{_YEAR}|\d\d)\b",
    rf"{_YEAR}[-/.](?:0?[1-9]|1[0-2])[-/.]{_NUMBER}(?!\d)",
    rf"{_NUMBER}(?P<sign>[-/.]){_NUMBER}(?P=sign)(?:{_YEAR}|\d\d)(?![\d/])",
    rf"{_MONTH},?\s{{1,3}}{_YEAR}\b",
    rf"(?:\d{{1,3}}|an?|one|two|three|four|five|six)\s?{_UNIT}\sago\b",
    r"(?:yesterday|just\snow)\b",
    rf"(?:spring|summer|autumn|winter|fall|michaelmas|hilary|trinity)\s{_YEAR}\b",
)
_TIME = (
    r"(?:\d{1,2}[:.]\d{2}(?::\d{2})?\s?h?(?:\s?[ap]\.?m\b\.?)?|\d{1,2}\s?[ap]\.?m\b\.?|\d{4}\s?hrs?\b|noon|midnight)"
    r"(?:\s?\(?(?-i:[A-Z]{2,5}|Z|[+-]\d{2}:?\d{2})\)?(?![\w]))?(?:\s(?:uk|local|eastern|pacific|central)\stime)?"
)
_OTHER = (
    r"(?:issue|vol(?:ume)?|no|number|edition|page|p)\b\.?:?\s?#?\d{1,5}\b",
    r"(?:est(?:imated)?\.?\s)?\d{1,3}[\s-](?:min(?:ute)?s?)\sread\b",
    r"(?:for\s)?(?:\d{1,3}|a|an|one|two)\s?(?:minutes?|mins?)\sto\sread\b",
)


@cache
def moments() -> re.Pattern[str]:
    """Return the pattern of a day (group ``day``), of the words before one (``label``), or of a time (``beside``)."""
    labels = "|".join(sorted(map(re.escape, data("credits")["day_labels"]), key=len, reverse=True))
    return re.compile(
        rf"(?<![\w.])(?:(?:{_WEEKDAY},?\s{{1,3}})?(?P<day>{'|'.join(_DAYS)})"
        rf"|(?P<label>(?:{labels})\b(?:\s(?:on|at|in)\b)?:?)"
        rf"|(?P<beside>{_TIME}|{_WEEKDAY}|{'|'.join(_OTHER)}))",
        re.IGNORECASE,
    )


def day_in(line: str) -> Span | None:
    """Return the first day that a line prints, or None; a day of the week or an hour alone is none."""
    return next((Span(*found.span("day")) for found in moments().finditer(line) if found["day"]), None)
