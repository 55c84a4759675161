"""The audit command: one article to the screen or into a file, many into a folder."""

import sys
from pathlib import Path

import click

from source_audit.cli.config import ALL, PATH, Chosen, choosing, require_check
from source_audit.cli.reports import SUFFIXES, Tally, print_report, refuse_overwriting, write_report, write_reports
from source_audit.cli.words import examples
from source_audit.options import Options


def markup_of(path: Path, options: Options) -> Path | bytes:
    """Return the article as the library takes it; of standard input no more than may be read, and one byte."""
    return sys.stdin.buffer.read(options.size_limit + 1) if str(path) == "-" else path


@click.command(
    epilog=examples(
        "source-audit audit page.html",
        "source-audit audit page.html -o card.html",
        "source-audit audit pages/*.html -o cards --workers 2",
        "source-audit audit page.html -f json",
        "source-audit audit draft.html --fail-on unidentified-speakers",
        "source-audit audit page.html --ratings my-ratings.csv --ratings-date 2026-05-01",
        "source-audit audit page.html --against transcript.txt",
    )
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=PATH)
@click.option("-f", "--format", "form", type=click.Choice(list(SUFFIXES)), help="The form of the report.")
@click.option("-o", "--output", type=PATH, metavar="PATH", help="The file to write, or the folder.")
@click.option("--url", metavar="U", help="The address of the page, if the saved file does not say it.")
@click.option(
    "--fail-on", metavar="CHECK", multiple=True, help="End with status 1 if this check fails. May be repeated."
)
@click.option(
    "--workers", metavar="N", type=click.IntRange(min=1), default=1, help="How many articles to audit at the same time."
)
@choosing(*ALL)
def audit(  # noqa: PLR0913 - one argument per option
    *,
    files: tuple[Path, ...],
    form: str | None,
    output: Path | None,
    url: str | None,
    fail_on: tuple[str, ...],
    workers: int,
    chosen: Chosen,
) -> int:
    """Audit articles: saved pages or text files; - is standard input.

    One article without -o is printed. With -o the ending names the form (.html, .json, .md, .txt). Several articles
    need a folder, which gets one report for each and a table, index.csv. An article that cannot be read is named and
    the rest goes on; the status is then 2.

    A configuration, source-audit.toml or the table [tool.source_audit] of a pyproject.toml, is looked for in the
    working directory and above it, up to the root of a repository or your home directory.
    """
    from source_audit.corpus import Article, audit_many, write_csv  # noqa: PLC0415

    options = chosen.options
    _refuse_contradictions(files, output, url, fail_on, options)
    _refuse_unreadable(options)
    articles = (Article(str(path), markup_of(path, options), url=url) for path in files)
    rows = audit_many(articles, workers=workers, options=options)
    tally = Tally(fail_on)
    if output is None:
        tally.add(print_report(next(rows), form))
    elif len(files) > 1 or output.is_dir():
        refuse_overwriting(output / "index.csv", files)
        output.mkdir(parents=True, exist_ok=True)
        write_csv(map(tally.add, write_reports(rows, output, form, files)), output / "index.csv")
    else:
        refuse_overwriting(output, files)
        tally.add(write_report(next(rows), output, form))
    return tally.status


def _refuse_unreadable(options: Options) -> None:
    """Raise OptionsError for a file of the caller's that cannot be read, before the first article is."""
    if options.against or options.release:
        from source_audit.parse.supplied import read_supplied  # noqa: PLC0415 - keeps --help quick

        read_supplied((*options.against, *options.release), options.size_limit)
    if options.ratings:
        from source_audit.labels.ratings_file import read_ratings  # noqa: PLC0415 - keeps --help quick

        for path in options.ratings:
            read_ratings(Path(path), options.ratings_format)


def _refuse_contradictions(
    files: tuple[Path, ...], output: Path | None, url: str | None, fail_on: tuple[str, ...], options: Options
) -> None:
    """Raise an error for options that cannot hold together."""
    for name in fail_on:
        if require_check(name, plugins=options.plugins) in options.off:
            raise click.UsageError(f"{name!r} is both off and in --fail-on")
    if options.reply and len(files) > 1:
        raise click.UsageError("--reply belongs to a single article")
    if url and len(files) > 1:
        raise click.UsageError("--url belongs to a single article")
    if len(files) > 1 and output is None:
        raise click.UsageError("several articles need -o with a folder for their reports")
