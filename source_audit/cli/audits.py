"""The audit command: one article to the screen or into a file, many into a folder."""

import sys
from datetime import date
from pathlib import Path

import click

from source_audit.cli.config import options_from, require_check
from source_audit.cli.reports import SUFFIXES, Tally, print_report, refuse_overwriting, write_report, write_reports
from source_audit.cli.words import examples
from source_audit.options import GENRES, RATINGS_FORMATS, Options

PATH = click.Path(path_type=Path)


def as_date(_: click.Context, __: click.Parameter, value: str | None) -> date | None:
    """Return the date that an option writes."""
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise click.BadParameter(f"{value!r} is no date; write it like 2026-05-15") from None


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
    )
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=PATH)
@click.option("-f", "--format", "form", type=click.Choice(list(SUFFIXES)), help="The form of the report.")
@click.option("-o", "--output", type=PATH, metavar="PATH", help="The file to write, or the folder.")
@click.option("--url", metavar="U", help="The address of the page, if the saved file does not say it.")
@click.option(
    "--genre",
    type=click.Choice(GENRES),
    metavar="G",
    help="The kind of article, if you know it: news-report, opinion ...",
)
@click.option("--config", type=PATH, metavar="F", help="A TOML file with options; those given here win.")
@click.option("--off", metavar="CHECK", multiple=True, help="A check that is not asked. May be repeated.")
@click.option(
    "--fail-on", metavar="CHECK", multiple=True, help="End with status 1 if this check fails. May be repeated."
)
@click.option("--made-on", metavar="DATE", callback=as_date, help="A date to print on the report, like 2026-05-15.")
@click.option(
    "--register",
    "registers",
    metavar="FILE",
    multiple=True,
    help="A CSV file of your own that names sides of accounts, names or hosts. May be repeated.",
)
@click.option(
    "--ratings",
    metavar="FILE",
    multiple=True,
    help="A file of your own with ratings of outlets; they are shown beside links and count nowhere. May be repeated.",
)
@click.option(
    "--ratings-format",
    type=click.Choice(RATINGS_FORMATS),
    help="The format of the ratings, if their columns do not show it.",
)
@click.option("--ratings-date", metavar="DATE", callback=as_date, help="The date of ratings that have none.")
@click.option(
    "--reply",
    metavar="FILE",
    help="A TOML file of answers to findings, printed beside them. Without it, NAME.reply.toml beside the article.",
)
@click.option(
    "--workers", metavar="N", type=click.IntRange(min=1), default=1, help="How many articles to audit at the same time."
)
def audit(  # noqa: PLR0913 - one argument per option
    *,
    files: tuple[Path, ...],
    form: str | None,
    output: Path | None,
    url: str | None,
    genre: str | None,
    config: Path | None,
    off: tuple[str, ...],
    fail_on: tuple[str, ...],
    made_on: date | None,
    registers: tuple[str, ...],
    ratings: tuple[str, ...],
    ratings_format: str | None,
    ratings_date: date | None,
    reply: str | None,
    workers: int,
) -> int:
    """Audit articles: saved pages or text files; - is standard input.

    One article without -o is printed. With -o the ending names the form (.html, .json, .md, .txt). Several articles
    need a folder, which gets one report for each and a table, index.csv. An article that cannot be read is named and
    the rest goes on; the status is then 2.
    """
    from source_audit.corpus import Article, audit_many, write_csv  # noqa: PLC0415

    options = options_from(
        config,
        genre=genre,
        made_on=made_on,
        off=off or None,
        registers=registers or None,
        ratings=ratings or None,
        ratings_format=ratings_format,
        ratings_date=ratings_date,
        reply=reply,
    )
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
    """Raise OptionsError for a file of ratings that cannot be read, before the first article is."""
    if options.ratings:
        from source_audit.labels.ratings_file import read_ratings  # noqa: PLC0415 - keeps --help quick

        for path in options.ratings:
            read_ratings(Path(path), options.ratings_format)


def _refuse_contradictions(
    files: tuple[Path, ...], output: Path | None, url: str | None, fail_on: tuple[str, ...], options: Options
) -> None:
    """Raise an error for options that cannot hold together."""
    for name in map(require_check, fail_on):
        if name in options.off:
            raise click.UsageError(f"{name!r} is both off and in --fail-on")
    if url and len(files) > 1:
        raise click.UsageError("--url belongs to a single article")
    if options.reply and len(files) > 1:
        raise click.UsageError("--reply belongs to a single article")
    if len(files) > 1 and output is None:
        raise click.UsageError("several articles need -o with a folder for their reports")
