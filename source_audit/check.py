"""What a check is: one question, asked of a reading, with its page in the handbook."""

import ast
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType, ModuleType
from typing import Any

from attrs import frozen

from source_audit.errors import CatalogueError
from source_audit.finding import Case, NotApplicable
from source_audit.lazy import lazy
from source_audit.reading import Reading

Run = Callable[[Reading], Iterator[Case | NotApplicable]]


class Category(StrEnum):
    """The part of the audit that a check belongs to, in the order of the card."""

    ATTRIBUTION = "attribution"
    ANONYMITY = "anonymity"
    INDEPENDENCE = "independence"
    LINKS = "links"
    EMBEDS = "embeds"
    CORROBORATION = "corroboration"
    TRANSPARENCY = "transparency"


class Lifecycle(StrEnum):
    """Whether a check may weigh: an experimental one is shown and weighs nothing.

    On a check it is what its author says: stable if it is ready. On an answer it is what the rubric makes of that: a
    check of ours is stable once it has earned its weight (`Rubric.lifecycle`).
    """

    STABLE = "stable"
    EXPERIMENTAL = "experimental"


class Need(StrEnum):
    """What an input must have for a check to apply."""

    HTML = "html"
    EMBED = "embed"


SECTIONS = ("Why it matters", "What you can do", "For writers", "Standards", "Flagged", "Not flagged", "Limits")
"""The sections that the page of a check must have, in this order."""

_SECTION = re.compile(r"^## (.+)$", re.MULTILINE)


@frozen(kw_only=True, slots=False)
class Page:
    """A check's page in the handbook: a summary line and its sections, in Markdown."""

    summary: str
    sections: Mapping[str, str]

    @classmethod
    def parse(cls, docstring: str) -> "Page":
        """Read the docstring of a check's module."""
        summary, *parts = _SECTION.split(docstring)
        pairs = zip(parts[::2], parts[1::2], strict=True)
        return cls(
            summary=" ".join(summary.split()),
            sections=MappingProxyType({name.strip(): body.strip() for name, body in pairs}),
        )

    def prose(self, section: str) -> str:
        """Return a section as one line."""
        return self._lines[section]

    @lazy
    def _lines(self) -> Mapping[str, str]:
        return {name: " ".join(body.split()) for name, body in self.sections.items()}

    @lazy
    def standards(self) -> tuple[tuple[str, str], ...]:
        """The standards that the check rests on, each as (name, clause)."""
        lines = re.findall(r"^- (.+(?:\n  .+)*)", self.sections["Standards"], re.MULTILINE)
        halves = (" ".join(line.split()).partition(": ") for line in lines)
        return tuple((name, clause) for name, _, clause in halves)


@frozen(kw_only=True)
class Check:
    """One question with everything a report says about it.

    ``title`` states what good looks like. ``tally`` is the line that sums up the cases; it may use {good}, {mild},
    {bad}, {unsure}, {all} and {value}. ``needs`` names what the input must have; ``effort`` is what the writer's
    fix costs: low, medium or high. A check of another package brings its ``row`` of the rubric; ``package`` is then the
    name and version of that package.
    """

    id: str
    question: str
    title: str
    tally: str
    category: Category
    lifecycle: Lifecycle
    needs: Need | None
    effort: str
    since: str
    run: Run
    page: Page
    row: Mapping[str, Any] | None = None
    package: tuple[str, str] | None = None

    def __call__(self, reading: Reading) -> Iterator[Case | NotApplicable]:
        """Ask the question of a reading."""
        return self.run(reading)


def check(  # noqa: PLR0913 - each argument is a field of the check
    *,
    question: str,
    title: str,
    tally: str,
    category: Category,
    since: str,
    lifecycle: Lifecycle = Lifecycle.STABLE,
    needs: Need | None = None,
    effort: str = "low",
    row: Mapping[str, Any] | None = None,
) -> Callable[[Run], Check]:
    """Make a check of a function; its module's docstring is its page.

    A check of another package gives its *row* of the rubric here: a weight and a rule, and the rule's limits.

    Raises CatalogueError if the page lacks a section.
    """

    def wrap(run: Run) -> Check:
        page = Page.parse(_docstring(sys.modules[run.__module__]))
        missing = [name for name in SECTIONS if not page.sections.get(name)]
        if missing:
            raise CatalogueError(f"the page of {run.__module__} lacks: {', '.join(missing)}")
        return Check(
            id=run.__name__.replace("_", "-"),
            question=question,
            title=title,
            tally=tally,
            category=Category(category),
            lifecycle=Lifecycle(lifecycle),
            needs=None if needs is None else Need(needs),
            effort=effort,
            since=since,
            run=run,
            page=page,
            row=row,
        )

    return wrap


def _docstring(module: ModuleType) -> str:
    """Return a module's docstring, from its source where Python runs with -OO and dropped it."""
    if module.__doc__ is not None:
        return module.__doc__
    loader = getattr(module.__spec__, "loader", None)
    source = loader.get_source(module.__name__) if loader else ""
    return ast.get_docstring(ast.parse(source or "")) or ""
