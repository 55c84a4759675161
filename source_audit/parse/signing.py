"""The short lines with which sites and editors say whose a post is, in no platform's own form.

"@rider on X, 30 July", "Posted on Facebook by Bay Walker", "Sharon B @shazb · 14 Jan", "u/bucketgoat, r/goats": each is
a whole line, or the end of one behind a dash.
"""

import re
from collections.abc import Sequence
from functools import cache

from attrs import evolve

from source_audit.parse.dates import is_date_line, is_month_line
from source_audit.parse.days import days_in
from source_audit.parse.signature import Signature
from source_audit.resources import data
from source_audit.web.platforms import platform_of_handle, platform_of_name

_LONGEST = 160
_LONGEST_NAME = 60
_MOST_WORDS = 7
_LONGEST_DAY = 40
_ANY_YEAR = (2024,)
_HANDLE = r"@(?P<handle>\w[\w.-]{0,59}\w(?:@[\w-]{1,40}\.[\w.-]{1,29}\w)?)"
_NAME = r"(?P<name>[^\s@“”\"„«»:;!?][^@“”\"„«»:;!?]{0,58}?)"
_SEP = r"\s?[,·•|–—:(-]?\s{0,2}"
_DAY = r"(?:(?:\s?[,·•|–—(-]\s{0,2}|\son\s|\s(?=\d))(?P<day>\w[^@]{1,38}?)\)?)?"
_DASH = re.compile(r"^(?:—|–|―|--|-)\s{0,2}")
_GLUED = re.compile(r"\s(?:—|–|―|--)\s?(?=[\w@])")
_CLOSED = re.compile(r"[”\"’](?P<gap>\s{1,2}\(?)@\w")
_REDDIT = re.compile(
    r"(?:by\s)?u/(?P<handle>[\w-]{2,30})(?:\s?[,·•|–-]?\s?(?:in\s|on\s)?r/[\w-]{2,30})?(?:\s?[,·•|–-]\s?(?P<day>.{2,38}))?"
)
_RELATIVE = re.compile(
    r"(?:\d{1,2}\s?(?:s|m|h|d|w|min|mins|hr|hrs|hours?|minutes?|days?|weeks?)(?:\sago)?"
    r"|yesterday|today|just now|last night"
    r"|(?:on\s)?(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?(?:\s(?:night|morning|evening|afternoon))?)"
    r"(?:,?\s(?:at\s)?\d{1,2}(?:[:.]\d{2})?\s?(?:[ap]\.?m\.?)?)?|\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\.?)?",
    re.IGNORECASE,
)
_NAMED_DAY = re.compile(r"(?P<name>[^\s@,“”\"][^@,“”\"]{1,58}?)\s?[,·•|–—(-]\s?(?P<day>[^@]{3,40}?)\)?")
_NO_NAME = re.compile(
    r"[.?!]$|\b(?:on|via|at|is|was|by|wrote|said|posted|Posted|Via|told)\b|^(?:He|She|They|It|We|I)\b"
)
_LEADS_TO_PLACE = re.compile(r"\b(?:on|via|in|by)\s", re.IGNORECASE)
_AROUND_DAY = re.compile(
    r"[\d:.,\s·•|–—-]|(?:am|pm|a\.m\.|p\.m\.|at|on|[A-Z]{2,4}|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6})\b"
)


def signing_line(line: str) -> Signature | None:
    """Return who posted what and when, as a whole line says it, or None: it names an account or a platform."""
    line = _DASH.sub("", line.strip("()[] "))
    if not 2 < len(line) <= _LONGEST or line.lower().startswith(_credits()):
        return None
    for pattern in _patterns():
        match = pattern.fullmatch(line)
        if match and (found := _read(match)) is not None:
            return found
    return None


def glued_signature(line: str) -> tuple[int, Signature] | None:
    """Return where in a line its last dash stands and the signature behind it, or None."""
    dashes = list(_GLUED.finditer(line, max(0, len(line) - _LONGEST)))
    if dashes:
        found = signing_line(line[dashes[-1].end() :])
        return (dashes[-1].start() + 1, found) if found else None
    closed = _CLOSED.search(line, max(0, len(line) - _LONGEST)) if "@" in line else None
    found = signing_line(line[closed.end("gap") :]) if closed else None
    return (closed.start("gap") + 1, found) if closed and found else None


def is_day(text: str) -> bool:
    """Tell whether a short text is a day, or a time before now, and little else: the year may be left out."""
    text = text.strip("().,·•|–—- ")
    if not text or len(text) > _LONGEST_DAY or "@" in text:
        return False
    if is_date_line(text) or is_month_line(text) or _RELATIVE.fullmatch(text):
        return True
    found = next(iter(days_in(text, _ANY_YEAR)), None)
    return found is not None and not _AROUND_DAY.sub("", text[: found.start] + text[found.end :])


def loose_signature(lines: Sequence[str], platform: str) -> tuple[int, Signature] | None:
    """Return where the last lines of what is known to be a post begin to sign it, and what they say, or None.

    "Ann Roe, 6 May" and a name or a day on a line of its own sign a post that a platform's own markup frames.
    """
    number, day = len(lines), None
    if number and is_day(lines[number - 1]):
        number, day = number - 1, lines[number - 1]
    line = lines[number - 1] if number else ""
    if number and (found := signing_line(line)):
        return number - 1, evolve(found, date=found.date or day, platform=platform)
    if (
        number
        and (match := _NAMED_DAY.fullmatch(_DASH.sub("", line)))
        and is_day(match["day"])
        and _is_name(match["name"])
    ):
        return number - 1, Signature(at=0, handle=None, author=match["name"], platform=platform, date=match["day"])
    if day is None:
        return None
    if number > 1 and is_author(line):
        return number - 1, Signature(at=0, handle=None, author=_DASH.sub("", line), platform=platform, date=day)
    return number, Signature(at=0, handle=None, author=None, platform=platform, date=day)


def is_author(line: str, *, apart: bool = False, last: bool = True) -> bool:
    """Tell whether a line can be the name of an account: short, with a capital letter, without a sentence's end.

    One that is set *apart* by markup needs no capital letter; the first line of a post is a name only if it is.
    """
    line = _DASH.sub("", line)
    if len(line) > _LONGEST_NAME or len(line.split()) > _MOST_WORDS or line[-1:] in '.?!:;,…"”':
        return False
    if not any(map(str.isalpha, line)) or line[0] in '#"“' or "http" in line or line.lower() in _no_names():
        return False
    return apart or (last and line[0].isupper() and not any(map(str.isdigit, line)))


def _read(match: re.Match[str]) -> Signature | None:
    parts = match.groupdict()
    name, handle, day, place = (parts.get(part) for part in ("name", "handle", "day", "place"))
    name = _DASH.sub("", name).strip(" ,·•|–—-(") if name else None
    if day and not is_day(day):
        return None
    if name and (len(name.split()) > _MOST_WORDS or _NO_NAME.search(name) or not (handle or _is_name(name))):
        return None
    if not (handle or name):
        return None
    platform = platform_of_name(place) if place else platform_of_handle(handle) if handle else "x"
    if match.re is _REDDIT:
        platform = "reddit"
    return Signature(at=0, handle=handle, author=name or None, platform=platform, date=day.strip() if day else None)


def _is_name(name: str) -> bool:
    """Tell whether most words begin with a capital letter, as those of a name do."""
    words = [word for word in name.split() if word[0].isalpha()]
    return bool(words) and words[0][0].isupper() and 2 * sum(word[0].isupper() for word in words) > len(words)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    names = data("embeds")["screenshots"]["platforms"]
    place = rf"(?P<place>{'|'.join(names)})"
    on = rf"(?:\s?,)?\s(?:(?:posting|posted|wrote|writing)\s)?(?:on|via|in)\s{place}(?:\spage|\sgroup|\spost)?"
    by = rf"(?:{_NAME}{_SEP})?{_HANDLE}\)?"
    posted = "(?:Posted|Shared|Published|Tweeted)"
    forms = (
        rf"{posted}(?:\s(?:on|to|in)\s{place})?\sby\s{by}{_DAY}",
        rf"{posted}\s(?:on|to|in)\s{place}\sby\s{_NAME}{_DAY}",
        rf"{posted}\sby\s{by}{on}{_DAY}",
        rf"{posted}\sby\s{_NAME}{on}{_DAY}",
        rf"[Vv]ia\s{place}\s?[:/·•|-]\s?{by}{_DAY}",
        rf"{by}\s?[,/·•|(]\s?{place}\)?{_DAY}",
        rf"{by}(?:{on})?{_DAY}",
        rf"{_NAME}{on}{_DAY}",
        rf"{_NAME}\s?[,/·•|(]\s?{place}\)?{_DAY}",
    )
    return (_REDDIT, *map(re.compile, forms))


def may_name_firm(signature: Signature, line: str) -> bool:
    """Tell whether a line without an account or a day may say where somebody works: "Ann Roe, TikTok"."""
    return not (signature.handle or signature.date or _LEADS_TO_PLACE.search(line))


def names_platform(text: str) -> bool:
    """Tell whether a text names a platform, on which somebody may have posted what it shows."""
    return _platform().search(text) is not None and _place().search(text) is not None


def platform_in(text: str) -> str | None:
    """Return the last platform that a short text names, or None."""
    found = list(_place().finditer(text))
    return platform_of_name(found[-1][1] or found[-1][2]) if found else None


def last_platform(text: str) -> str | None:
    """Return the last platform whose name stands in a text, whatever it is said of, or None."""
    found = list(_word().finditer(text))
    return platform_of_name(found[-1][0]) if found else None


@cache
def _word() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_platform().pattern})\b")


@cache
def _platform() -> re.Pattern[str]:
    """Return the names alone: they begin with few letters, so that to look for them first costs little."""
    return re.compile("|".join(data("embeds")["screenshots"]["platforms"]))


@cache
def _place() -> re.Pattern[str]:
    names = _platform().pattern
    return re.compile(rf"(?:(?<!\w)(?:on|On|via|Via|to)\s({names})|[,/(·]\s?({names}))(?!\w)")


@cache
def _credits() -> tuple[str, ...]:
    return tuple(data("embeds")["signatures"]["credits"])


@cache
def _no_names() -> frozenset[str]:
    return frozenset(data("embeds")["signatures"]["no_names"])
