"""The line with which a post says whose it is, as platforms write it and copied texts keep it."""

import re

from attrs import frozen

from source_audit.parse.dates import is_printed_date
from source_audit.parse.platforms import platform_of_handle, platform_of_name

_LONGEST_NAME = 80
_LONGEST_SIGNATURE = 240
_HANDLE = re.compile(r"\(@([\w.]{1,60}(?:@[\w.-]{1,60})?)\)")
_DASH = re.compile(r"—|–|―|--|â€”|(?:^|(?<=\s))-(?=\s)")
_ON_PLATFORM = re.compile(
    r"\s{0,2}on\s(Truth Social|Twitter|X|Instagram|Facebook|Threads|Bluesky|TikTok|Telegram)\b[ .,·|]{0,4}(.{0,60})"
)
_SHARED = re.compile(
    r"A (?:post|photo|video|reel) (?:shared|posted) by\s(.{0,80}?)\s{0,2}\(@([\w.]{1,60})\)(?:\son\s(.{1,60}))?\s*$"
)
_POSTED = re.compile(r"Posted by\s(\S.{0,80}?)\son\s(.{6,60})")
_ENDS_CUT = re.compile(
    r"(?:…|\.\.\.)[\"”’'\s]{0,3}(?:(?:https?://)?(?:pic\.(?:twitter|x)\.com|t\.co)/\w{1,20}\s{0,3})*$"
)


@frozen(kw_only=True)
class Signature:
    """A line that names the author of a post; *at* is where in the line it begins."""

    at: int
    handle: str | None
    author: str | None
    platform: str
    date: str | None = None


def signature_in(line: str) -> Signature | None:
    """Return the signature with which a line ends, or None."""
    if "@" in line:
        return shared_by(line) or _signed_by_handle(line)
    if line.startswith("Posted by ") and (match := _POSTED.fullmatch(line)) and is_printed_date(match[2]):
        return Signature(at=0, handle=None, author=match[1], platform="facebook", date=match[2])
    return None


def looks_like_signature(line: str) -> bool:
    """Tell whether the whole line is a post's signature."""
    signature = signature_in(line)
    return signature is not None and signature.at == 0


def cut_off(text: str) -> bool:
    """Tell whether a post's words end in an ellipsis."""
    return _ENDS_CUT.search(text[-120:]) is not None


def shared_by(line: str) -> Signature | None:
    """Return the signature of a post shared on Instagram, or None."""
    match = _SHARED.search(line, max(0, len(line) - _LONGEST_SIGNATURE))
    if match is None:
        return None
    return Signature(at=match.start(), handle=match[2], author=match[1] or None, platform="instagram", date=match[3])


def _signed_by_handle(line: str) -> Signature | None:
    found = list(_HANDLE.finditer(line, max(0, len(line) - _LONGEST_SIGNATURE)))
    if not found:
        return None
    handle, rest = found[-1], line[found[-1].end() :].strip(" .,·")
    on = _ON_PLATFORM.fullmatch(line, handle.end())
    rest = on[2].strip() if on else rest
    if rest and not is_printed_date(rest):
        return None
    at, name = _author(line, handle.start())
    if at is None or (at > 0 and on and not name):
        return None
    platform = platform_of_name(on[1]) if on else platform_of_handle(handle[1])
    return Signature(at=at, handle=handle[1], author=name or None, platform=platform, date=rest or None)


def _author(line: str, end: int) -> tuple[int | None, str]:
    """Return where the signature begins and the name in it; the dash nearest the line's start or the handle counts."""
    if first := _DASH.match(line):
        return 0, line[first.end() : end].strip()
    dashes = list(_DASH.finditer(line, max(0, end - _LONGEST_NAME), end))
    if dashes:
        return dashes[-1].start(), line[dashes[-1].end() : end].strip()
    return (0, line[:end].strip()) if _is_bare_name(line[:end]) and "on" in line[end:].split()[1:2] else (None, "")


def _is_bare_name(words: str) -> bool:
    return len(words) <= _LONGEST_NAME and all(not word[0].islower() for word in words.split()[:8])
