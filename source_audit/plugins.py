"""Checks that other packages bring, found by the entry point group `source_audit.checks`."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from itertools import groupby

from attrs import evolve

from source_audit.answer import Plugin
from source_audit.check import Check
from source_audit.checks import catalogue, in_order
from source_audit.errors import CatalogueError
from source_audit.rows import mistakes

GROUP = "source_audit.checks"
_WAY_OUT = "remove the package, or go without plug-ins (--no-plugins)"
_ID = re.compile("[a-z][a-z0-9-]*")


def all_checks(*, plugins: bool = True) -> tuple[Check, ...]:
    """Return every check, those of installed plug-ins included unless *plugins* is false, in the order of the card.

    Raises CatalogueError, which names the package, for a plug-in that is wrong.
    """
    return _with_plugins() if plugins else catalogue()


def plugins_of(checks: Iterable[Check]) -> tuple[Plugin, ...]:
    """Return the plug-ins that these checks come from, by the names of their packages."""
    brought = sorted((check.package, check.id) for check in checks if check.package)
    return tuple(
        Plugin(name=name, version=version, checks=tuple(check_id for _, check_id in group))
        for (name, version), group in groupby(brought, key=lambda pair: pair[0])
    )


@cache
def _with_plugins() -> tuple[Check, ...]:
    found = list(catalogue())
    homes = {check.id: "source-audit" for check in found}
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: (_home(entry), entry.name, entry.value)):
        check = _loaded(entry)
        if check.id in homes:
            raise CatalogueError(
                f"{_named(entry)} brings a check {check.id!r}, which {homes[check.id]} has already; {_WAY_OUT}"
            )
        homes[check.id] = _home(entry)[0]
        found.append(check)
    return in_order(found) if len(found) > len(catalogue()) else catalogue()


def _loaded(entry: EntryPoint) -> Check:
    """Return the check of an entry point, with the name and version of its package."""
    try:
        check = entry.load()
    except Exception as error:
        reason = f"{type(error).__name__}: {error}"
        raise CatalogueError(f"{_named(entry)} cannot be loaded ({reason}); {_WAY_OUT}") from error
    if not isinstance(check, Check):
        raise CatalogueError(
            f"{_named(entry)} must lead to a check, not to something of the type {type(check).__name__!r}; {_WAY_OUT}"
        )
    if check.id != entry.name or not _ID.fullmatch(check.id):
        wanted = "both names must be alike, in small letters and dashes"
        raise CatalogueError(f"{_named(entry)} brings a check {check.id!r}; {wanted}; {_WAY_OUT}")
    if not isinstance(check.row, Mapping):
        raise CatalogueError(f"{_named(entry)} has no row: give @check(..., row={{...}}); {_WAY_OUT}")
    for mistake in mistakes(check.row):
        raise CatalogueError(f"{_named(entry)} has a wrong row: {mistake}; {_WAY_OUT}")
    return evolve(check, package=_home(entry))


def _home(entry: EntryPoint) -> tuple[str, str]:
    return (entry.dist.name, entry.dist.version) if entry.dist else ("an unknown package", "")


def _named(entry: EntryPoint) -> str:
    name, version = _home(entry)
    return f"the plug-in {entry.name!r} of {name} {version}".rstrip()
