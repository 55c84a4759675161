"""Reports: an audit becomes a card, a JSON record, Markdown for editors, or text for a terminal."""

from collections.abc import Callable, Mapping
from pathlib import Path

from source_audit.audit import Audit
from source_audit.errors import ReportError
from source_audit.report.html import framed, render_html
from source_audit.report.markdown import render_markdown
from source_audit.report.pages import csp_hash, render_sheet
from source_audit.report.saving import write_whole
from source_audit.report.terminal import render_terminal

__all__ = ["FORMATS", "csp_hash", "framed", "render_report", "render_sheet", "save_report"]


def render_json(audit: Audit) -> str:
    """Return the JSON report, which `Audit.from_json` reads back."""
    return audit.to_json(indent=2) + "\n"


FORMATS: Mapping[str, tuple[str, Callable[[Audit], str]]] = {
    "html": (".html", render_html),
    "json": (".json", render_json),
    "markdown": (".md", render_markdown),
    "terminal": (".txt", render_terminal),
}
"""Every format with the ending of its files and what renders it."""

_ALSO = {".htm": "html"}


def render_report(audit: Audit, format: str = "html") -> str:  # noqa: A002 - the word that a caller expects
    """Return the report of an audit in a format: "html" (the audit card), "json", "markdown" or "terminal".

    Raises ReportError for any other format.
    """
    if format not in FORMATS:
        raise ReportError(f"there is no format {format!r}; the formats are {', '.join(FORMATS)}")
    return FORMATS[format][1](audit)


def save_report(audit: Audit, path: Path) -> Path:
    """Write the report that the file's ending asks for and return its path.

    The file is written beside its place and then renamed, so that no half of a report is ever left. Raises
    ReportError for an unknown ending, or if the place cannot be written to.
    """
    endings = {suffix: name for name, (suffix, _) in FORMATS.items()} | _ALSO
    name = endings.get(path.suffix.lower())
    if name is None:
        raise ReportError(f"{path} has no known ending; the endings are {', '.join(endings)}")
    return write_whole(path, render_report(audit, name))
