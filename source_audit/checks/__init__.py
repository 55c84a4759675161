"""The catalogue: one check per module, found by looking, never registered by hand."""

from collections.abc import Iterable
from functools import cache
from importlib import import_module
from importlib.resources import files
from types import ModuleType

from source_audit.check import Category, Check
from source_audit.errors import CatalogueError


@cache
def catalogue() -> tuple[Check, ...]:
    """Return every check of the package, in the order of the categories and then of their ids.

    Raises CatalogueError for a module without exactly one check, and for an id unlike its file.
    """
    names = sorted(
        entry.name.removesuffix(".py")
        for entry in files(__name__).iterdir()
        if entry.name.endswith(".py") and not entry.name.startswith("_")
    )
    found = [sole_check(import_module(f"{__name__}.{name}")) for name in names]
    return in_order(found)


def in_order(checks: Iterable[Check]) -> tuple[Check, ...]:
    """Return checks in the order of the categories and then of their ids."""
    order = {category: place for place, category in enumerate(Category)}
    return tuple(sorted(checks, key=lambda check: (order[check.category], check.id)))


def sole_check(module: ModuleType) -> Check:
    """Return the one check that a module defines."""
    own = [thing for thing in vars(module).values() if isinstance(thing, Check)]
    if len(own) != 1:
        raise CatalogueError(f"{module.__name__} must define exactly one check, not {len(own)}")
    expected = module.__name__.rpartition(".")[2].replace("_", "-")
    if own[0].id != expected:
        raise CatalogueError(f"{module.__name__} must define the check {expected!r}, not {own[0].id!r}")
    return own[0]
