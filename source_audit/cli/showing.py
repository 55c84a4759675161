"""`source-audit config show`: every value in force and where it comes from, as TOML that can be read back."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from attrs import fields, frozen

from source_audit.cli.config import ALL, Chosen, choosing
from source_audit.cli.words import examples, printable
from source_audit.options import Options

if TYPE_CHECKING:
    from source_audit.check import Check
    from source_audit.rubric import Rubric

_TABLES = ("checks", "categories", "lexicons")
_FILES = ("registers", "ratings", "against", "release")
_REST = ("rule", "bands")
"""What a check's row holds and nobody may change."""


@frozen(kw_only=True)
class Setting:
    """A value in force: its table and key, where it comes from, and what the rubric has instead if it was changed."""

    table: tuple[str, ...]
    key: str
    value: Any
    origin: str
    instead: Any = None
    note: str = ""


@click.group(invoke_without_command=True)
@click.pass_context
def config(ctx: click.Context) -> None:
    """Look at the configuration."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


@config.command(epilog=examples("source-audit config show", "source-audit config show --json"))
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@choosing(*ALL)
def show(*, as_json: bool, chosen: Chosen) -> None:
    """Print every value in force and where it comes from: the rubric, a file, or an option given here.

    The output is TOML that --config reads back.
    """
    from source_audit.plugins import all_checks  # noqa: PLC0415 - keeps --help quick
    from source_audit.settings import in_force  # noqa: PLC0415

    rubric = in_force(chosen.options)
    settings = [*_options(chosen), *_numbers(chosen, rubric, all_checks(plugins=chosen.options.plugins))]
    click.echo(_json(chosen, rubric, settings) if as_json else "\n".join(_toml(chosen, rubric, settings)))


def _options(chosen: Chosen) -> Iterator[Setting]:
    for name in (field.name for field in fields(Options) if field.name not in _TABLES):
        value = getattr(chosen.options, name)
        if name in _FILES:
            value = [str(Path(path).absolute()) for path in value]
        elif isinstance(value, frozenset | tuple):
            value = sorted(value)
        yield Setting(table=(), key=name, value=value, origin=_origin(chosen, name))
    for file, lists in chosen.options.lexicons.items():
        for key, words in lists.items():
            yield Setting(table=("lexicons", file), key=key, value=list(words), origin=str(chosen.path), note="added")


def _origin(chosen: Chosen, name: str) -> str:
    return chosen.flags.get(name) or (str(chosen.path) if name in chosen.stated else "default")


def _numbers(chosen: Chosen, rubric: "Rubric", checks: "tuple[Check, ...]") -> Iterator[Setting]:
    """Yield the weights of categories and the rows of checks."""
    was = {change.what: change.was for change in rubric.changes}
    here, shipped = str(chosen.path), f"rubric {rubric.table['version']}"
    for name, weight in rubric.table["categories"].items():
        origin = here if name in chosen.options.categories else shipped
        yield Setting(
            table=("categories",), key=name, value=weight, origin=origin, instead=was.get(f"categories.{name}")
        )
    for check in checks:
        own = " ".join(check.package) if check.package else shipped
        stated = chosen.options.checks.get(check.id, {})
        for key, value in rubric.table["checks"][check.id].items():
            if key in ("weight", "pass", "partial", "least_words", "least_cases", *_REST):
                yield Setting(
                    table=("checks", check.id),
                    key=key,
                    value=value,
                    origin=here if key in stated else own,
                    instead=was.get(f"checks.{check.id}.{key}"),
                    note="fixed" if key in _REST else "",
                )


def _json(chosen: Chosen, rubric: "Rubric", settings: list[Setting]) -> str:
    rows = [
        {
            "key": ".".join([*one.table, one.key]),
            "value": one.value.isoformat() if isinstance(one.value, date) else one.value,
            "from": one.origin,
            "instead_of": one.instead,
            "note": one.note,
        }
        for one in settings
    ]
    file = str(chosen.path) if chosen.path else None
    return json.dumps({"rubric": rubric.table["version"], "file": file, "settings": rows}, indent=2)


def _toml(chosen: Chosen, rubric: "Rubric", settings: list[Setting]) -> Iterator[str]:
    read = f"read from {chosen.path}" if chosen.path else "no configuration was found or named"
    yield printable(f"# The values in force; {read}. Rubric {rubric.table['version']}.")
    table: tuple[str, ...] = ()
    for one in settings:
        if one.table != table:
            table = one.table
            yield f"\n[{'.'.join(table)}]"
        yield _line(one)


def _line(one: Setting) -> str:
    instead = f" instead of {_written(one.instead)}" if one.instead is not None else ""
    comment = printable(f"# {one.note + ', ' if one.note else ''}{one.origin}{instead}")
    if one.value is None:
        return f"# {one.key} is not set"
    line = f"{one.key} = {_written(one.value)}  {comment}"
    return f"# {line}" if one.note == "fixed" else line


def _written(value: Any) -> str:
    """Return a value as TOML writes it."""
    match value:
        case bool():
            return str(value).lower()
        case date():
            return value.isoformat()
        case list() | tuple():
            return f"[{', '.join(map(_written, value))}]"
        case str():
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return repr(value)
