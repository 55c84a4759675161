"""What the registers say of a host: the kind of pages it serves, and whose it is."""

from collections.abc import Iterator
from functools import cache

from attrs import frozen

from source_audit.resources import rows
from source_audit.web.addresses import host_of, path_of

_MOST_LABELS = 8
_MOST_STEPS = 3


@frozen
class Site:
    """A row of the register of hosts: what a link to it serves, what kind of site it is, and its name."""

    serves: str
    kind: str
    name: str


def site_of(address: str) -> Site | None:
    """Return the row of an address: that of the longest key that matches, a path going before a bare host."""
    register, path = _register(), path_of(address)
    for suffix in suffixes(host_of(address)):
        for key in _paths(suffix, path):
            if key in register:
                return register[key]
    return None


def owner_of(domain: str) -> str | None:
    """Return the owner of a registered domain, if the register of owners has it."""
    return _owners().get(domain)


def suffixes(host: str) -> Iterator[str]:
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
def _register() -> dict[str, Site]:
    return {row["key"]: Site(row["serves"], row["kind"], row["name"]) for row in rows("hosts")}


@cache
def _owners() -> dict[str, str]:
    return {row["domain"]: row["owner"] for row in rows("owners")}
