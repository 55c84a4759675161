"""Addresses of posts: which platform, whose, which post, and the date that its id holds."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from typing import Any
from urllib.parse import parse_qs, urlsplit

from attrs import evolve, frozen

from source_audit.resources import data

_PREFIXES = ("www.", "m.", "mobile.", "amp.")
_LONGEST = 2_000
_SCHEMES = ("http://", "https://", "//")
_BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_BASE32 = "234567abcdefghijklmnopqrstuvwxyz"
_YEARS = range(2005, 2100)
_FIRST_SNOWFLAKE = 10**15
"""Below this, a number from the first three days of the numbering (2010) cannot be told from a counted or a cut one."""
_TID_LETTERS = 13
_SHORTCODE = re.compile(
    r"\[[a-z]\w{1,20}[^\[\]]{0,40}?[ \]=\"']{1,4}(https?://[^\s\[\]\"']{8,400})[\"']?\s?[^\[\]]{0,80}\]?(?:\s?\[/\w{1,20}\])?"
)


@frozen(kw_only=True)
class Permalink:
    """The address of one post, in its canonical form, with the date worked out from its id where that is possible.

    ``post_id`` is None for a short address or a mirror's; ``replied_to`` is the post that a comment answers;
    ``film`` is whether the address can only lead to a film.
    """

    platform: str
    post_id: str | None
    handle: str | None
    url: str
    computed_date: date | None = None
    replied_to: str | None = None
    film: bool = False


def read_permalink(url: str) -> Permalink | None:
    """Return the post that an address leads to, also for the address of its embed and for Bluesky's own, or None."""
    if url.startswith("at://"):
        url = url.replace("at://", "https://bsky.app/profile/", 1).replace("/app.bsky.feed.post/", "/post/")
    parts = _split(url)
    if parts is None:
        return None
    host, path = parts
    platform = _by_host().get(host)
    if platform is None:
        return _on_any_host(host, path)
    if any(path.startswith(wrap) for wrap in platform.get("wraps", ())):
        inner = parse_qs(path.partition("?")[2]).get("href", [""])[0]
        return read_permalink(inner) if not any(wrap in inner for wrap in platform["wraps"]) else None
    return _matched(platform, host, path)


def permalink_of(text: str) -> Permalink | None:
    """Return the post to which a line leads that is nothing but an address, perhaps in a shortcode's brackets."""
    if "/" not in text or len(text) > _LONGEST or not text.startswith(("http", "[")):
        return None
    match = _SHORTCODE.fullmatch(text)
    address = match[1] if match else text
    return read_permalink(address) if len(address.split(None, 1)) == 1 else None


def read_account(url: str) -> tuple[str, str] | None:
    """Return platform and handle of the account that an address leads to, or None."""
    parts = _split(url)
    platform = _by_host().get(parts[0]) if parts else None
    if parts is None or platform is None or "profile" not in platform:
        return None
    match = _pattern(platform["profile"]).fullmatch(parts[1].partition("?")[0])
    if match is None or match["handle"].lower() in platform.get("reserved", ()):
        return None
    return platform["id"], match["handle"]


def account_behind(url: str) -> tuple[str, str] | None:
    """Return platform and handle of the account whose post or profile an address leads to, or None."""
    post = read_permalink(url)
    if post is None:
        return read_account(url)
    return (post.platform, post.handle) if post.handle and not _is_reserved(post.platform, post.handle) else None


def _is_reserved(platform: str, handle: str) -> bool:
    return handle.lower() in _by_id()[platform].get("reserved", ())


def post_of(platform: str, post_id: str, handle: str | None = None, *, host: str = "", kind: str = "") -> Permalink:
    """Return the permalink for a post whose id is known."""
    table = _by_id()[platform]
    template = table["permalink"] if handle or "without_handle" not in table else table["without_handle"]
    url = template.format(
        handle=handle or "i", id=post_id, host=host or table["hosts"][0], kind=kind or table.get("kind", "")
    )
    if platform == "mastodon" and handle and "@" not in handle and host:
        handle = f"{handle}@{host}"
    handle = None if handle and handle.startswith("did:") else handle
    return Permalink(
        platform=platform,
        post_id=post_id,
        handle=handle,
        url=url,
        computed_date=date_of_id(platform, post_id),
        film=bool(table.get("films")),
    )


def platform_of_name(name: str) -> str:
    """Return the id of the platform that a page calls by this name."""
    key = name.lower().strip()
    return next((entry["id"] for entry in data("permalinks")["platform"] if key in entry["names"]), "x")


def names_of_platform(platform: str) -> Sequence[str]:
    """Return the names by which pages call a platform, in small letters."""
    names: Sequence[str] = _by_id()[platform]["names"]
    return names


def platform_of_handle(handle: str) -> str:
    """Return the platform whose handles look like this one; a bare name is taken for one of X."""
    if "@" in handle:
        return "mastodon"
    return "bluesky" if "." in handle else "x"


def date_of_id(platform: str, post_id: str) -> date | None:
    """Return the UTC date that the id of a post holds, or None."""
    rule = _DATING.get(_by_id()[platform].get("dating", ""))
    try:
        seconds = rule(post_id) if rule else None
        found = datetime.fromtimestamp(seconds, UTC).date() if seconds else None
    except (ValueError, OverflowError, OSError):
        return None
    return found if found and found.year in _YEARS else None


@lru_cache(maxsize=1024)
def _split(url: str) -> tuple[str, str] | None:
    """Return the bare host and path?query of an http(s) or scheme-relative address."""
    if len(url) > _LONGEST or not url.startswith(_SCHEMES):
        return None
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").lower()
    except ValueError:
        return None
    host = next((host.removeprefix(prefix) for prefix in _PREFIXES if host.startswith(prefix)), host)
    fragment = f"/#{parts.fragment}" if parts.fragment.startswith("!") else ""
    return host, (fragment or parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def _matched(platform: Mapping[str, Any], host: str, path: str) -> Permalink | None:
    for form in platform["post"]:
        match = _pattern(form).match(path)
        if match and ("short" not in match.groupdict() or host in platform.get("mirrors", (host,))):
            return _made(platform, host, path, match)
    return None


def _made(platform: Mapping[str, Any], host: str, path: str, match: re.Match[str]) -> Permalink:
    named = match.groupdict()
    site = f"https://{host}" if host in platform.get("mirrors", ()) else platform.get("as_given", f"https://www.{host}")
    if "short" in named:
        film = bool(platform.get("films"))
        address = site + match[0].rstrip("/?")
        return Permalink(platform=platform["id"], post_id=None, handle=None, url=address, film=film)
    post_id = f"{named['owner']}_{named['id']}" if named.get("owner") else named["id"]
    found = post_of(
        platform["id"], post_id, named.get("handle"), host=named.get("host") or host, kind=named.get("kind") or ""
    )
    if under := named.get("under"):
        parent = post_of(platform["id"], under, named.get("handle"))
        address = f"https://www.{platform['hosts'][0]}{match[0]}"
        return evolve(found, handle=None, url=address, replied_to=parent.url)
    return _as_given(found, platform["as_given"], path) if "as_given" in platform else found


def _as_given(found: Permalink, site: str, path: str) -> Permalink:
    """Return the permalink with the path as given, where no other is known to lead to the post."""
    bare = path.partition("?")[0]
    return evolve(found, url=site + (bare if found.post_id and found.post_id in bare else path))


def _on_any_host(host: str, path: str) -> Permalink | None:
    """Return the post of a platform of which any host may hold posts, by the shape of its path."""
    entries = (entry for prefixes, entry in _on_hosts() if path.startswith(prefixes)) if "." in host else ()
    return next((_matched(entry, host, path) for entry in entries), None)


def _snowflake(post_id: str) -> float | None:
    number = int(post_id)
    return ((number >> 22) + 1288834974657) / 1000 if number > _FIRST_SNOWFLAKE else None


def _tid(post_id: str) -> float | None:
    return (_digits(post_id, _BASE32, 5) >> 10) / 1_000_000 if len(post_id) == _TID_LETTERS else None


def _shortcode(post_id: str) -> float:
    """Return the time in an Instagram shortcode; a private post's longer code begins with the public one."""
    return ((_digits(post_id[:11], _BASE64, 6) >> 23) + 1314220021721) / 1000


def _digits(text: str, alphabet: str, bits: int) -> int:
    number = 0
    for char in text:
        number = (number << bits) | alphabet.index(char)
    return number


_DATING: dict[str, Callable[[str], float | None]] = {
    "snowflake": _snowflake,
    "instagram": _shortcode,
    "mastodon": lambda post_id: (int(post_id) >> 16) / 1000,
    "tid": _tid,
    "tiktok": lambda post_id: int(post_id) >> 32,
    "linkedin": lambda post_id: (int(post_id) >> 22) / 1000,
}


@cache
def _pattern(form: str) -> re.Pattern[str]:
    return re.compile(form, re.ASCII)


@cache
def _by_host() -> dict[str, dict[str, Any]]:
    entries = data("permalinks")["platform"]
    return {host: entry for entry in entries for host in (*entry["hosts"], *entry.get("mirrors", ()))}


@cache
def _on_hosts() -> tuple[tuple[tuple[str, ...], dict[str, Any]], ...]:
    """Return the platforms without hosts of their own, each after the beginnings of paths that tell of it."""
    return tuple((tuple(entry["any_host"]), entry) for entry in data("permalinks")["platform"] if "any_host" in entry)


@cache
def _by_id() -> dict[str, dict[str, Any]]:
    return {entry["id"]: entry for entry in reversed(data("permalinks")["platform"])}
