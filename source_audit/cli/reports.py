"""Where reports go: to standard output, into one file, or into a folder with a table of all."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import define, evolve

from source_audit.cli.words import one_line, printable
from source_audit.errors import OptionsError, SourceAuditError

if TYPE_CHECKING:
    from source_audit.audit import Audit
    from source_audit.corpus import Row

SUFFIXES: Mapping[str, str] = {"html": ".html", "json": ".json", "markdown": ".md", "terminal": ".txt"}
"""The formats of reports and the endings of their files."""

_ENDINGS = {**{suffix: name for name, suffix in SUFFIXES.items()}, ".htm": "html", ".markdown": "markdown"}


FAILED = 1
UNREADABLE = 2


@define
class Tally:
    """The exit status of several articles; each row that could not be read or failed is told on standard error."""

    fail_on: tuple[str, ...]
    status: int = 0

    def add(self, row: "Row") -> "Row":
        """Count a row and hand it on."""
        if row.error:
            self._tell(UNREADABLE, row.id, row.error.removeprefix("ArticleError: "))
        answers = row.audit.answers if row.audit else {}
        for name in self.fail_on:
            if answers and answers[name].status == "fail":
                self._tell(FAILED, row.id, f"{name} failed: {answers[name].reason}")
        return row

    def _tell(self, status: int, name: str, message: str) -> None:
        self.status = max(self.status, status)
        click.echo(f"source-audit: {printable(f'{name}: {one_line(message)}')}", err=True)


def print_report(row: "Row", form: str | None) -> "Row":
    """Print the report of one article."""
    from source_audit.report import render_report  # noqa: PLC0415 - keeps --help quick

    if row.audit:
        report = render_report(row.audit, form or "terminal")
        click.echo(report, nl=not report.endswith("\n"))
    return row


def write_report(row: "Row", path: Path, form: str | None) -> "Row":
    """Write the report of one article into a file and print a line about it; what goes wrong is the row's error."""
    from source_audit.report import render_report  # noqa: PLC0415

    if not row.audit:
        return row
    try:
        write_text(path, render_report(row.audit, form or _ENDINGS.get(path.suffix.lower(), "html")))
    except (SourceAuditError, OSError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else error
        return evolve(row, error=f"{str(path)!r} cannot be written: {reason}")
    click.echo(printable(f"{row.id}: {summary(row.audit)} -> {path}"))
    return row


def write_reports(rows: "Iterable[Row]", folder: Path, form: str | None, articles: Iterable[Path]) -> "Iterator[Row]":
    """Yield the rows while their reports are written into *folder* under names of their own, never over an article."""
    suffix = SUFFIXES[form or "html"]
    taken = {_key(path) for path in articles}
    for row in rows:
        path = _free_path(folder, "stdin" if row.id == "-" else Path(row.id).stem, suffix, taken)
        taken.add(_key(path))
        yield write_report(row, path, form or "html")


def write_text(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    from source_audit.corpus.table import replacing  # noqa: PLC0415

    with replacing(path) as file:
        file.write(text)


def refuse_overwriting(output: Path, articles: Iterable[Path]) -> None:
    """Raise OptionsError if a report would take the place of an article."""
    if _key(output) in {_key(path) for path in articles}:
        raise OptionsError(f"{str(output)!r} is the article itself; give the report another name")


def summary(audit: "Audit") -> str:
    """Return an audit in a line, in the card's words: the range, or that there is none, and the recount."""
    from source_audit.report.top import band_of  # noqa: PLC0415

    band, origins = band_of(audit), audit.origins
    number = band.word if band.reason is not None else f"{band.word}, {band.range}"
    voices = _counted(origins.voices, "voice")
    return f"{number}; {voices}, {_counted(origins.independent, 'independent origin')}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _free_path(folder: Path, stem: str, suffix: str, taken: set[str]) -> Path:
    path, number = folder / f"{stem}{suffix}", 1
    while _key(path) in taken:
        number += 1
        path = folder / f"{stem}-{number}{suffix}"
    return path


def _key(path: Path) -> str:
    """Return what tells two files apart, also where the system ignores case."""
    return os.path.realpath(path).casefold()
