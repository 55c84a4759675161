"""The commands; each imports the rooms that it needs when it runs, so that help is quick."""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from source_audit.cli.audits import audit, markup_of
from source_audit.cli.config import PATH, Chosen, choosing, read_rulings, require_check
from source_audit.cli.reports import write_text
from source_audit.cli.showing import config
from source_audit.cli.words import examples, printable
from source_audit.errors import nearest
from source_audit.version import VERSION

if TYPE_CHECKING:
    from source_audit.audit import Audit
    from source_audit.teach import Lesson

_HELP = ["-h", "--help"]


class _Commands(click.Group):
    """A group that names the nearest command when there is none of the name given."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in self.commands and not name.startswith("-"):
            hint = (
                f"; did you mean `source-audit audit {name}`?" if Path(name).exists() else nearest(name, self.commands)
            )
            raise click.UsageError(f"there is no command {name!r}{hint}", ctx)
        return super().resolve_command(ctx, args)


@click.group(
    cls=_Commands,
    epilog=examples(
        "source-audit demo",
        "source-audit audit saved-page.html",
        "source-audit audit saved-page.html -o card.html",
        "source-audit exercise saved-page.html -o lesson",
    ),
    invoke_without_command=True,
    context_settings={"help_option_names": _HELP},
)
@click.version_option(VERSION, message="source-audit %(version)s")
@click.pass_context
def commands(ctx: click.Context) -> None:
    """Show where a news article says its information comes from.

    It never says whether a text is true, fair or trustworthy, and it never goes to the network unless `audit --online`
    asks for it: save a page in your browser, or copy its words into a text file, and name that file.
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


commands.add_command(audit)
commands.add_command(config)


@commands.command()
@click.option("--no-plugins", is_flag=True, help="Leave out the checks of other packages.")
def checks(*, no_plugins: bool) -> None:
    """List all checks: id, category, weight, question, and the package of one that came from elsewhere."""
    from source_audit.handbook import weight  # noqa: PLC0415
    from source_audit.plugins import all_checks  # noqa: PLC0415

    for check in all_checks(plugins=not no_plugins):
        home = f"  [{' '.join(check.package)}]" if check.package else ""
        click.echo(printable(f"{check.id:<26} {check.category:<14} {weight(check):>4g}  {check.question}{home}"))


@commands.command(epilog=examples("source-audit explain circular-embed"))
@click.argument("check")
def explain(check: str) -> None:
    """Print the page of a check: why it matters, what it flags, how it is judged."""
    from source_audit.handbook import check_text  # noqa: PLC0415
    from source_audit.plugins import all_checks  # noqa: PLC0415

    require_check(check)
    click.echo(next(check_text(one) for one in all_checks() if one.id == check), nl=False)


@commands.command(
    "explain-text",
    epilog=examples(
        'source-audit explain-text "The mayor said the bridge would close."', "source-audit explain-text -"
    ),
)
@click.argument("text")
def explain_text(text: str) -> None:
    """Show why a sentence reads as it does: what was found in it, and what was tried and let go.

    TEXT is the sentence or paragraph itself, or - to read it from standard input. Under each attribution stand the
    features that weighed most, with their weights in log-odds: above zero for it, below zero against it.
    """
    from source_audit.cli.explaining import shown  # noqa: PLC0415
    from source_audit.extract.explain import explain_document  # noqa: PLC0415
    from source_audit.parse import parse_document  # noqa: PLC0415

    given = sys.stdin.read() if text == "-" else text
    if not given.strip():
        raise click.UsageError("there is no text to explain")
    reading, sentences = explain_document(parse_document(given, content_type="text"))
    click.echo(shown(reading.text, sentences))


@commands.command()
@click.option(
    "-o",
    "--output",
    type=PATH,
    metavar="PATH",
    default=Path("source-audit-demo.html"),
    help="Where to write the card.",
)
def demo(output: Path) -> None:
    """Audit an invented article: write its card, print what was found.

    The card is source-audit-demo.html in the current folder unless -o says otherwise. Open it in a browser.
    """
    from source_audit.api import audit_article  # noqa: PLC0415
    from source_audit.report import render_report  # noqa: PLC0415
    from source_audit.resources import page  # noqa: PLC0415

    audit = audit_article(page("demo"), content_type="html")
    write_text(output, render_report(audit, "html"))
    click.echo(render_report(audit, "terminal").rstrip("\n"))
    click.echo(f"\nThe card is in {output}")


@commands.command(
    epilog=examples(
        "source-audit exercise page.html -o lesson", "source-audit exercise page.html -o lesson --key lesson/key.csv"
    )
)
@click.argument("article", type=PATH)
@click.option(
    "-o",
    "--output",
    type=PATH,
    metavar="DIR",
    required=True,
    help="The folder for the sheets; it is made if need be.",
)
@click.option(
    "--full-text",
    is_flag=True,
    help="Print the whole article, if you may copy it. Otherwise: only what the items need.",
)
@click.option("--key", type=PATH, metavar="F", help="A key.csv of this article that you have checked or changed.")
@click.option("--url", metavar="U", help="The address of the page, if the saved file does not say it.")
@choosing("config", "no_config", "genre")
def exercise(  # noqa: PLR0913 - one argument per option
    *, article: Path, output: Path, full_text: bool, key: Path | None, url: str | None, chosen: Chosen
) -> None:
    """Make sheets for a class: student.html and teacher-key.html, and the key as a table, key.csv.

    Both sheets can be printed on A4 or Letter paper or filled in on a screen, and need no network. The key is made by
    software: read it before the lesson. To change it, write your answers into the table and run the command again with
    --key: the sheets then say that a teacher has checked them.
    """
    from source_audit.api import audit_article  # noqa: PLC0415
    from source_audit.teach import compose_lesson  # noqa: PLC0415

    audit = audit_article(markup_of(article, chosen.options), url=url, options=chosen.options)
    lesson = compose_lesson(audit, read_rulings(key) if key else None, full_text=full_text)
    if not lesson.exercises:
        raise click.ClickException(f"{article}: {_no_exercise(audit)}")
    output.mkdir(parents=True, exist_ok=True)
    for name, text in _files(lesson).items():
        if name == "key.csv" and (output / name).exists():
            if not key:
                click.echo(f"source-audit: {output / name} may hold your answers and stays; --key uses it", err=True)
            continue
        write_text(output / name, text)
        click.echo(f"{output / name}")


def _no_exercise(found: "Audit") -> str:
    """Return why an article gives no exercise, and what to do."""
    if found.document.is_foreign:
        return "the text seems to be in another language, and the rules read English only; take an English article"
    return "the text has too few statements for an exercise; take a longer article"


def _files(lesson: "Lesson") -> Mapping[str, str]:
    """Return the files of a lesson by their names."""
    from source_audit.report import render_sheet  # noqa: PLC0415
    from source_audit.teach import key_view, student_view, write_key  # noqa: PLC0415

    return {
        "student.html": render_sheet("exercise-student.html.jinja", **student_view(lesson)),
        "teacher-key.html": render_sheet("exercise-key.html.jinja", **key_view(lesson)),
        "key.csv": write_key(lesson.exercises),
    }


@commands.command()
@click.argument("folder", type=PATH, metavar="DIR")
def handbook(folder: Path) -> None:
    """Write the reference pages (Markdown) into a folder: checks, command line, glossary."""
    from source_audit.handbook import write  # noqa: PLC0415

    for path in write(folder, usage()):
        click.echo(f"{path}")


def usage() -> Mapping[str, str]:
    """Return the help texts by command, as wide as a terminal of 80 columns."""
    return {
        name: command.get_help(click.Context(command, info_name=name, terminal_width=80, help_option_names=_HELP))
        for name, command in _named("source-audit", commands)
    }


def _named(name: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    yield name, command
    for below, own in command.commands.items() if isinstance(command, click.Group) else ():
        yield from _named(f"{name} {below}", own)
