"""Web addresses: which of them a reader could open, their host and their registered domain."""

import re
from functools import cache, lru_cache
from typing import Any
from urllib.parse import urljoin, urlsplit

_NUMBERS = re.compile(r"[\d.]+|.*:.*")
_LONGEST = 4_000
_EDGES = "".join(map(chr, range(0x21)))
_BREAKS = str.maketrans("", "", "\t\n\r")
"""Signs that browsers drop at the ends and from the middle of an address (WHATWG URL)."""


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


def path_of(address: str) -> str:
    """Return the path of an address as it is written, or nothing if it cannot be read as one."""
    try:
        return urlsplit(address).path
    except ValueError:
        return ""


def host_of(address: str) -> str:
    """Return the host of an address in lower case, without a leading "www."."""
    try:
        return (urlsplit(address).hostname or "").lower().removeprefix("www.")
    except ValueError:
        return ""


def domain_of(address: str) -> str:
    """Return the registered domain of an address by the Public Suffix List, or its host where there is none."""
    return _registered(host_of(address))


@lru_cache(maxsize=4096)
def _registered(host: str) -> str:
    parts = _extractor()(host)
    if parts.suffix:
        return f"{parts.domain}.{parts.suffix}" if parts.domain else host
    return host if _NUMBERS.fullmatch(host) else ".".join(host.split(".")[-2:])


@cache
def _extractor() -> Any:
    """Return tldextract's reader of its bundled list; it is imported here because that takes long."""
    from tldextract import TLDExtract  # noqa: PLC0415

    return TLDExtract(suffix_list_urls=(), cache_dir=None)
