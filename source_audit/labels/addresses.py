"""The host of an address, and the account that it belongs to on a platform."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from source_audit.resources import data

_PREFIXES = ("www.", "m.", "mobile.")
_LONGEST = 2_000


def host_of(address: str) -> str:
    """Return the host of an http(s) address in small letters without "www.", or nothing."""
    return _split(address)[0]


def path_of(address: str) -> str:
    """Return the path of an http(s) address, without its query."""
    return _split(address)[1]


def account_of(address: str) -> tuple[str, str] | None:
    """Return the platform and the handle to which a link of a post or profile belongs, or None."""
    host, path = _split(address)
    platform = _platforms().get(host)
    if platform is None:
        return None
    for form in (*platform["post"], platform.get("profile", "")):
        match = re.compile(form).match(path) if form else None
        handle = match.groupdict().get("handle") if match else None
        if match and (form != platform.get("profile") or match.end() == len(path)):
            reserved = platform.get("reserved", ())
            return (platform["id"], handle) if handle and handle.lower() not in reserved else None
    return None


def _split(address: str) -> tuple[str, str]:
    if len(address) > _LONGEST or not address.startswith(("http://", "https://")):
        return "", ""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").lower()
    except ValueError:
        return "", ""
    host = next((host.removeprefix(prefix) for prefix in _PREFIXES if host.startswith(prefix)), host)
    return host, parts.path or "/"


@cache
def _platforms() -> Mapping[str, Mapping[str, Any]]:
    return {host: platform for platform in data("permalinks")["platform"] for host in platform["hosts"]}
