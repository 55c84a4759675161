"""The page that an address stands for: archives, quick versions and redirectors undone from the address alone."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from attrs import frozen

from source_audit.resources import data
from source_audit.web.addresses import absolute, host_of

_MOST_WRAPS = 4
_MOST_FIELDS = 100
_SCHEME = re.compile(r"https?:/{1,2}(?=[^/])", re.IGNORECASE)
_BARE_HOST = re.compile(r"[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}(?=[/?#]|$)")
_STAMP = re.compile(r"\d{4,14}[a-z_*]{0,4}|\*|\d{1,6}")


@frozen(kw_only=True)
class Target:
    """The address of the page itself, and by what way a link leads there: archive, redirect, amp or directly (None)."""

    address: str
    via: str | None = None


def target_of(address: str) -> Target:
    """Return the page that an address stands for; nothing is requested, so a short link stays what it is."""
    via = None
    for _ in range(_MOST_WRAPS):
        found = _wrapped(address)
        if found is None:
            break
        address, way = found
        via = via or way
    plain = _without_amp(address)
    return Target(address=_without_counters(plain), via=via or ("amp" if plain != address else None))


def _wrapped(address: str) -> tuple[str, str] | None:
    """Return the address inside this one, and what wraps it."""
    host = host_of(address)
    if host in _archives():
        inner, way = _archived(urlsplit(address)), "archive"
    elif host.endswith(data("targets")["amp_cache"]) or host in data("targets")["amp_viewers"]:
        inner, way = _amp_viewed(urlsplit(address)), "amp"
    else:
        inner, way = None, ""
    if inner is None and (entries := _redirectors().get(host) or _redirectors().get(host.partition(".")[2])):
        inner, way = _redirected(urlsplit(address), entries), "redirect"
    found = absolute(inner, "") if inner else None
    return (found, way) if found and found != address else None


def _archived(parts: SplitResult) -> str | None:
    """Return the address that an archive's own address holds."""
    whole = parts.path + (f"?{parts.query}" if parts.query else "")
    if "%3a" in whole.lower():
        whole = unquote(whole)
    if scheme := _SCHEME.search(whole):
        return _SCHEME.sub(lambda found: found[0].rstrip("/") + "//", whole[scheme.start() :], count=1)
    steps = [step for step in whole.split("/") if step]
    for number, step in enumerate(steps[:5]):
        if step in data("targets")["archive_steps"] or _STAMP.fullmatch(step):
            continue
        return "https://" + "/".join(steps[number:]) if number and _BARE_HOST.match(step) else None
    return None


def _amp_viewed(parts: SplitResult) -> str | None:
    """Return the address that a viewer of quick versions holds: /amp/s/host/path, or /c/s/host/path in the cache."""
    steps = parts.path.split("/", 3)[1:]
    if len(steps) < 2 or steps[0] not in ("amp", "c", "v", "i"):
        return None
    rest = steps[2] if steps[1] == "s" and len(steps) > 2 else "/".join(steps[1:])
    query = f"?{parts.query}" if parts.query else ""
    return f"{'https' if steps[1] == 's' else 'http'}://{rest}{query}" if _BARE_HOST.match(rest) else None


def _redirected(parts: SplitResult, entries: list[Mapping[str, Any]]) -> str | None:
    """Return the address that the query of a redirector holds."""
    try:
        fields = parse_qs(parts.query, max_num_fields=_MOST_FIELDS)
    except ValueError:
        return None
    for entry in entries:
        if parts.path.startswith(entry["path"]) or (entry["path"] == "/" and not parts.path):
            values = (fields[name][0] for name in entry["names"] if name in fields)
            return next((value for value in values if _SCHEME.match(value)), None)
    return None


def _without_amp(address: str) -> str:
    """Return the address of the full version of a page."""
    if "amp" not in address:
        return address
    parts = urlsplit(address)
    host, path = parts.netloc.removeprefix("amp."), parts.path
    path = path.removesuffix("/").removesuffix("/amp") + "/" if path.endswith("/amp/") else path.removesuffix("/amp")
    path = path.removeprefix("/amp") if path.startswith("/amp/") else path.replace(".amp.html", ".html")
    kept = [field for field in parts.query.split("&") if field.lower() not in ("amp", "amp=1", "outputtype=amp")]
    if "." not in host:
        host = parts.netloc
    return parts._replace(netloc=host, path=path, query="&".join(kept)).geturl()


def _without_counters(address: str) -> str:
    """Return the address without what only counts clicks."""
    if "?" not in address and "#" not in address:
        return address
    parts = urlsplit(address)
    kept = [field for field in parts.query.split("&") if not _is_counter(field)]
    fragment = "" if parts.fragment.lower().startswith(_fragments()) else parts.fragment
    return parts._replace(query="&".join(kept), fragment=fragment).geturl()


def _is_counter(field: str) -> bool:
    name = field.partition("=")[0].lower()
    return name in _counters() or name.startswith(_prefixes())


def _hosts() -> Iterator[tuple[str, Mapping[str, Any]]]:
    return ((host, entry) for entry in data("targets")["redirector"] for host in entry["hosts"])


@cache
def _redirectors() -> dict[str, list[Mapping[str, Any]]]:
    found: dict[str, list[Mapping[str, Any]]] = {}
    for host, entry in _hosts():
        found.setdefault(host, []).append(entry)
    return found


@cache
def _archives() -> frozenset[str]:
    return frozenset(data("targets")["archives"])


@cache
def _counters() -> frozenset[str]:
    return frozenset(data("targets")["parameters"])


@cache
def _prefixes() -> tuple[str, ...]:
    return tuple(data("targets")["prefixes"])


@cache
def _fragments() -> tuple[str, ...]:
    return tuple(data("targets")["fragments"])
