"""What a user chooses: the options of a command, over those of a configuration, and where each comes from."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from attrs import evolve, frozen

from source_audit.errors import OptionsError, nearest
from source_audit.options import GENRES, RATINGS_FORMATS, Options

if TYPE_CHECKING:
    from source_audit.teach import Ruling

PATH = click.Path(path_type=Path)


@frozen(kw_only=True)
class Chosen:
    """The options in force, the configuration that was read, the keys that it states, and the flags that were given.

    ``stated`` are the values of the configuration, ``flags`` the flag by the name of the option.
    """

    options: Options
    path: Path | None
    stated: Mapping[str, Any]
    flags: Mapping[str, str]


def _as_date(_: click.Context, __: click.Parameter, value: str | None) -> date | None:
    """Return the date that an option writes."""
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise click.BadParameter(f"{value!r} is no date; write it like 2026-05-15") from None


_FLAGS: Mapping[str, Callable[[Any], Any]] = {
    "config": click.option(
        "--config", type=PATH, metavar="F", help="A TOML file with options; those given here win over it."
    ),
    "no_config": click.option("--no-config", is_flag=True, help="Look for no configuration."),
    "genre": click.option(
        "--genre",
        type=click.Choice(GENRES),
        metavar="G",
        help="The kind of article, if you know it: news-report, opinion ...",
    ),
    "off": click.option("--off", metavar="CHECK", multiple=True, help="A check that is not asked. May be repeated."),
    "no_plugins": click.option("--no-plugins", is_flag=True, help="Ask no checks of other packages."),
    "made_on": click.option(
        "--made-on", metavar="DATE", callback=_as_date, help="A date to print on the report, like 2026-05-15."
    ),
    "registers": click.option(
        "--register",
        "registers",
        metavar="FILE",
        multiple=True,
        help="A CSV file of your own that names sides of accounts, names or hosts. May be repeated.",
    ),
    "ratings": click.option(
        "--ratings",
        metavar="FILE",
        multiple=True,
        help="A file of your own with ratings of outlets; they are shown beside links and count nowhere. "
        "May be repeated.",
    ),
    "ratings_format": click.option(
        "--ratings-format",
        type=click.Choice(RATINGS_FORMATS),
        help="The format of the ratings, if their columns do not show it.",
    ),
    "ratings_date": click.option(
        "--ratings-date", metavar="DATE", callback=_as_date, help="The date of ratings that have none."
    ),
    "reply": click.option(
        "--reply",
        metavar="FILE",
        help="A TOML file of answers to findings, printed beside them. Without it, NAME.reply.toml beside the article.",
    ),
    "against": click.option(
        "--against",
        metavar="PATH",
        multiple=True,
        help="A transcript or document, or a folder of them, to compare quotations with. May be repeated.",
    ),
    "release": click.option(
        "--release",
        metavar="FILE",
        multiple=True,
        help="A press release; the words that it shares with the article are marked. May be repeated.",
    ),
    "online": click.option(
        "--online",
        is_flag=True,
        default=None,
        help="Visit the links that stand with a statement or a document. Nothing is fetched without this.",
    ),
    "count_untested": click.option(
        "--count-untested",
        is_flag=True,
        default=None,
        help="Count checks, too, of which no test has shown that 9 in 10 of their findings are right.",
    ),
    "allow_private": click.option(
        "--allow-private",
        is_flag=True,
        default=None,
        help="With --online: also visit addresses of your own network, and unusual ports.",
    ),
}
ALL = tuple(_FLAGS)


def choosing(*names: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Give a command these options; what they and the configuration make is handed to it as ``chosen``."""

    def wrap(command: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(command)
        def run(**given: Any) -> Any:
            chosen = choose(**{name: given.pop(name) for name in names})
            return command(chosen=chosen, **given)

        for name in reversed(names):
            run = _FLAGS[name](run)
        return run

    return wrap


def choose(*, config: Path | None, no_config: bool, no_plugins: bool = False, **given: Any) -> Chosen:
    """Return what the configuration and the flags that were given make; a flag wins over the configuration.

    Raises OptionsError, with the nearest name, for what does not exist or cannot be.
    """
    from source_audit.settings import find_settings, in_force, options_of, read_settings  # noqa: PLC0415 - quick help

    if config and no_config:
        raise click.UsageError("--config and --no-config contradict each other")
    path = config or (None if no_config else find_settings())
    stated = read_settings(path) if path else {}
    without = {"plugins": False} if no_plugins else {}
    flags = {**{name: value for name, value in given.items() if value not in (None, ())}, **without}
    options = evolve(options_of(path, {**stated, **without}) if path else Options(), **flags)
    in_force(options)
    return Chosen(options=options, path=path, stated=stated, flags={name: _flag(name) for name in flags})


def _flag(name: str) -> str:
    return {"registers": "--register", "plugins": "--no-plugins"}.get(name, f"--{name.replace('_', '-')}")


def require_check(name: str, *, plugins: bool = True) -> str:
    """Return the id of a check; raises OptionsError with the nearest id if there is none of this name."""
    from source_audit.plugins import all_checks  # noqa: PLC0415 - keeps --help quick

    ids = [check.id for check in all_checks(plugins=plugins)]
    if name not in ids:
        raise OptionsError(f"there is no check {name!r}{nearest(name, ids)}; `source-audit checks` lists them")
    return name


def read_rulings(path: Path) -> "dict[str, Ruling]":
    """Return the rulings of a teacher's key, saved as UTF-8 or as older spreadsheets save it."""
    from source_audit.teach import read_key  # noqa: PLC0415 - keeps --help quick

    try:
        raw = path.read_bytes()
    except OSError as error:
        raise OptionsError(f"the key {str(path)!r} cannot be read: {error.strerror or error}") from error
    try:
        return read_key(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return read_key(raw.decode("cp1252", "replace"))
