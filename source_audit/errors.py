"""What is raised on purpose; each message says what is wrong and what to do."""

from collections.abc import Iterable
from difflib import get_close_matches


class SourceAuditError(Exception):
    """Base of everything that source_audit raises on purpose."""


class ArticleError(SourceAuditError):
    """The article cannot be read: empty, binary, too large, or no such file."""


class OptionsError(SourceAuditError):
    """An option or a configuration file asks for something that does not exist."""


class ReportError(SourceAuditError):
    """A report cannot be read back or written, or its format is unknown."""


class CatalogueError(SourceAuditError):
    """A check module forgot something that every check needs."""


def nearest(name: str, names: Iterable[str]) -> str:
    """Return a hint at the name that was probably meant, or nothing."""
    close = get_close_matches(name, list(names), n=1, cutoff=0.5)
    return f"; did you mean {close[0]!r}?" if close else ""
