"""What the registers say of a host: the kind of pages it serves, and whose it is."""

from collections.abc import Iterator
from functools import cache
from urllib.parse import urlsplit

from source_audit.parse.addresses import host_of
from source_audit.resources import rows

_MOST_LABELS = 8
_MOST_STEPS = 3


def site_of(address: str) -> tuple[str, str] | None:
    """Return what a site serves and its name, by the longest key that matches, a path going before a bare host."""
    register, path = _register(), urlsplit(address).path
    for suffix in _suffixes(host_of(address)):
        for key in _paths(suffix, path):
            if key in register:
                return register[key]
    return None


def owner_of(domain: str) -> str | None:
    """Return the owner of a registered domain, if the register of owners has it."""
    return _owners().get(domain)


def _suffixes(host: str) -> Iterator[str]:
    """Yield the host and each of its parents, longest first, also with the second label left open."""
    labels = host.split(".")[-_MOST_LABELS:]
    for start in range(len(labels)):
        yield ".".join(labels[start:])
        if len(labels) - start > 2:
            yield ".".join([labels[start], "*", *labels[start + 2 :]])


def _paths(suffix: str, path: str) -> Iterator[str]:
    steps = [step for step in path.lower().split("/", _MOST_STEPS + 2)[: _MOST_STEPS + 1] if step]
    for count in range(len(steps), 0, -1):
        yield f"{suffix}/{'/'.join(steps[:count])}"
    yield suffix


@cache
def _register() -> dict[str, tuple[str, str]]:
    return {row["key"]: (row["serves"], row["name"]) for row in rows("hosts")}


@cache
def _owners() -> dict[str, str]:
    return {row["domain"]: row["owner"] for row in rows("owners")}
