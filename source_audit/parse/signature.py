"""The line with which a post says whose it is, as platforms write it and copied texts keep it."""

import re
from functools import cache

from attrs import frozen

from source_audit.parse.dates import is_printed_date
from source_audit.resources import data
from source_audit.web.platforms import platform_of_handle, platform_of_name

_LONGEST_NAME = 80
_LONGEST_SIGNATURE = 240
_HANDLE = re.compile(r"\(\s?@([\w.-]{1,60}(?:@[\w.-]{1,60})?)\s?\)")
_BARE_HANDLE = re.compile(r"(?:^|\s)[—–]\s?@([\w.-]{2,60}) (\S.{3,60})$")
_DASH = re.compile(r"—|–|―|--|â€”|(?:^|(?<=\s))-(?=\s)")
_REDDIT = re.compile(r"(?:^|\s)by\s{0,2}u/([\w-]{2,30})(?=\s|$)")
_MASTODON = re.compile(r"Post by @(\w{1,60}@[\w.-]{1,80})$")
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
        return shared_by(line) or _signed_by_handle(line) or _signed_by_bare_handle(line)
    return _posted_by(line)


def written_by(line: str, platform: str | None) -> Signature | None:
    """Return the signature that only one platform writes, or None."""
    if platform == "reddit" and (match := _REDDIT.search(line[:_LONGEST_SIGNATURE])):
        return Signature(at=match.start(), handle=match[1], author=None, platform="reddit")
    if platform == "mastodon" and (match := _MASTODON.match(line)):
        return Signature(at=0, handle=match[1], author=None, platform="mastodon")
    return None


def _posted_by(line: str) -> Signature | None:
    if len(line) > _LONGEST_SIGNATURE or not line.startswith(posted_by()):
        return None
    words = next(words for words in posted_by() if line.startswith(words))
    author, day = _with_date(line[len(words) :])
    return Signature(at=0, handle=None, author=author, platform="facebook", date=day) if author and day else None


@cache
def posted_by() -> tuple[str, ...]:
    """Return the words with which Facebook says who posted, each with the space after it."""
    return tuple(f"{words} " for words in data("embeds")["signatures"]["posted"])


def _with_date(text: str) -> tuple[str, str | None]:
    """Return what stands before a date and the date, which a word such as "on" parts from it."""
    for word in data("embeds")["signatures"]["on"]:
        before, found, after = text.rpartition(f" {word} ")
        if found and is_printed_date(after.strip()):
            return before.strip(), after.strip()
    return text.strip(), None


def looks_like_signature(line: str) -> bool:
    """Tell whether the whole line is a post's signature."""
    signature = signature_in(line)
    return signature is not None and signature.at == 0


def cut_off(text: str) -> bool:
    """Tell whether a post's words end in an ellipsis."""
    return _ENDS_CUT.search(text[-120:]) is not None


def shared_by(line: str) -> Signature | None:
    """Return the signature of a post shared on Instagram, or None."""
    handles = list(_HANDLE.finditer(line, max(0, len(line) - _LONGEST_SIGNATURE)))
    if not handles:
        return None
    before, after = line[: handles[-1].start()], line[handles[-1].end() :]
    rest, day = _with_date(after)
    at, author = _sharer(before, rest)
    if at is None:
        return None
    return Signature(at=at, handle=handles[-1][1], author=author or None, platform="instagram", date=day)


def _sharer(before: str, after: str) -> tuple[int | None, str]:
    """Return where the words about sharing begin and the name beside them."""
    words = data("embeds")["signatures"]
    if after.startswith(tuple(words["shared_after"])):
        start = next((opening for opening in words["shared"] if before.startswith(opening)), "")
        return 0, before[len(start) :].strip()
    places = ((before.rfind(f"{opening} "), opening) for opening in words["shared"])
    found = max((place for place in places if place[0] >= 0), default=None)
    if found is None or after or len(before) - found[0] > 2 * _LONGEST_NAME:
        return None, ""
    return found[0], before[found[0] + len(found[1]) :].strip()


def _signed_by_handle(line: str) -> Signature | None:
    found = list(_HANDLE.finditer(line, max(0, len(line) - _LONGEST_SIGNATURE)))
    if not found:
        return None
    handle, rest = found[-1], line[found[-1].end() :].strip(" .,·")
    on = _on_platform().fullmatch(line, handle.end())
    rest = on[2].strip() if on else rest
    if rest and not is_printed_date(rest):
        return None
    at, name = _author(line, handle.start())
    if at is None or (at > 0 and on and not name):
        return None
    platform = platform_of_name(on[1]) if on else platform_of_handle(handle[1])
    return Signature(at=at, handle=handle[1], author=name or None, platform=platform, date=rest or None)


def _signed_by_bare_handle(line: str) -> Signature | None:
    """Return the signature of an account without a name: a dash, the handle, a date."""
    found = _BARE_HANDLE.search(line, max(0, len(line) - _LONGEST_SIGNATURE))
    if found is None or not is_printed_date(found[2]):
        return None
    platform = platform_of_handle(found[1])
    return Signature(at=found.start(), handle=found[1], author=None, platform=platform, date=found[2])


@cache
def _on_platform() -> re.Pattern[str]:
    """Return the pattern of what may follow the account: " on Truth Social · 4 May"."""
    names = "|".join(data("embeds")["screenshots"]["platforms"])
    return re.compile(rf"\s{{0,2}}on\s({names})\b[ .,·|]{{0,4}}(.{{0,60}})")


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
