"""Where links lead: the absolute address, the registered domain, and what kind of page is served there."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any
from urllib.parse import SplitResult, urljoin, urlsplit

from attrs import frozen

from source_audit.parse.platforms import read_account, read_permalink
from source_audit.resources import rows

_ADDRESS = re.compile(r"[\d.]+|.*:.*")
_LONGEST = 4_000
_EDGES = "".join(map(chr, range(0x21)))
_BREAKS = str.maketrans("", "", "\t\n\r")
"""Signs that browsers drop at the ends and from the middle of an address (WHATWG URL)."""
_DOCUMENTS = (".pdf", ".doc", ".docx", ".ppt", ".pptx", ".odt", ".rtf")
_DATA = (".csv", ".xls", ".xlsx", ".ods", ".json", ".geojson")


@frozen(kw_only=True)
class Destination:
    """Where a link leads: the absolute address, the registered domain, the kind of page there."""

    address: str
    domain: str
    serves: str


@lru_cache(maxsize=4096)
def destination(href: str, base: str, own_domain: str) -> Destination | None:
    """Return where a link leads, or None if no reader could follow it."""
    address = absolute(href, base)
    if address is None:
        return None
    return Destination(address=address, domain=domain_of(address), serves=serves(address, own_domain))


def absolute(href: str, base: str) -> str | None:
    """Return an http(s) address that a reader could open, resolved against *base*, or None."""
    if len(href) > _LONGEST:
        return None
    href = href.strip(_EDGES).translate(_BREAKS)
    if not href or href.startswith("#") or href.endswith("://"):
        return None
    try:
        address = urljoin(base, href)
        parts = urlsplit(address)
        return address if parts.scheme in ("http", "https") and "." in (parts.hostname or "") else None
    except ValueError:
        return None


def domain_of(address: str) -> str:
    """Return the registered domain of an address by the Public Suffix List, or its host where there is none."""
    return _registered(_host(address))


def serves(address: str, own_domain: str) -> str:
    """Return what kind of page an address leads to; *own_domain* is that of the article."""
    if read_permalink(address):
        return "social-post"
    if read_account(address):
        return "social-account"
    parts = urlsplit(address)
    path = parts.path.lower()
    if path.endswith(_DOCUMENTS):
        return "document"
    if path.endswith(_DATA):
        return "data"
    if own_domain and domain_of(address) == own_domain:
        return "own-site"
    return _registered_kind(parts, address)


def _registered_kind(parts: SplitResult, address: str) -> str:
    kind = _looked_up(_host(address), parts.path)
    if kind in ("search", "archive"):
        return kind
    if parts.path in ("", "/") and not parts.query:
        return "home-page"
    return kind or "other"


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").lower().removeprefix("www.")
    except ValueError:
        return ""


@lru_cache(maxsize=4096)
def _registered(host: str) -> str:
    parts = _extractor()(host)
    if parts.suffix:
        return f"{parts.domain}.{parts.suffix}" if parts.domain else host
    return host if _ADDRESS.fullmatch(host) else ".".join(host.split(".")[-2:])


@cache
def _extractor() -> Any:
    """Return tldextract's reader of its bundled list; it is imported here because that takes long."""
    from tldextract import TLDExtract  # noqa: PLC0415

    return TLDExtract(suffix_list_urls=(), cache_dir=None)


def _looked_up(host: str, path: str) -> str | None:
    """Return what the register says of the longest key that matches, a path going before a bare host."""
    register = _register()
    for suffix in _suffixes(host):
        for key in _paths(suffix, path):
            if key in register:
                return register[key]
    return None


def _suffixes(host: str) -> Iterator[str]:
    """Yield the host and each of its parents, longest first, also with the second label left open."""
    labels = host.split(".")[-8:]
    for start in range(len(labels)):
        yield ".".join(labels[start:])
        if len(labels) - start > 2:
            yield ".".join([labels[start], "*", *labels[start + 2 :]])


def _paths(suffix: str, path: str) -> Iterator[str]:
    steps = [step for step in path.lower().split("/")[:4] if step]
    for count in range(len(steps), 0, -1):
        yield f"{suffix}/{'/'.join(steps[:count])}"
    yield suffix


@cache
def _register() -> dict[str, str]:
    return {row["key"]: row["serves"] for row in rows("hosts")}
