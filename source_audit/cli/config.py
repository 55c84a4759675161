"""Files that a user writes: the configuration, a small TOML table, and a teacher's key."""

import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import evolve

from source_audit.errors import OptionsError, nearest
from source_audit.options import Options

if TYPE_CHECKING:
    from source_audit.teach import Ruling

_KINDS: Mapping[str, type] = {
    "genre": str,
    "off": list,
    "registers": list,
    "ratings": list,
    "ratings_format": str,
    "ratings_date": date,
    "against": list,
    "release": list,
    "online": bool,
    "allow_private": bool,
    "size_limit": int,
    "made_on": date,
}
_FILES = ("registers", "ratings", "against", "release")
"""The keys that name files, which are looked for beside the configuration."""
_CALLED = {
    str: "a text",
    list: "a list of texts",
    int: "a number of bytes above 0",
    bool: "true or false",
    date: "a date like 2026-05-15",
}


def options_from(config: Path | None, **given: Any) -> Options:
    """Return the options of a configuration file, overridden by those that are given and not None.

    Raises OptionsError, with the nearest name, for a key or a check that does not exist.
    """
    options = Options(**_table(config)) if config else Options()
    options = evolve(options, **{name: value for name, value in given.items() if value is not None})
    for name in sorted(options.off):
        require_check(name)
    return options


def require_check(name: str) -> str:
    """Return the id of a check; raises OptionsError with the nearest id if there is none of this name."""
    from source_audit.checks import catalogue  # noqa: PLC0415 - keeps --help quick

    ids = [check.id for check in catalogue()]
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


def _table(path: Path) -> dict[str, Any]:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise OptionsError(f"the configuration {str(path)!r} cannot be read: {error.strerror or error}") from error
    except ValueError as error:
        raise OptionsError(f"the configuration {str(path)!r} is no TOML: {error}") from error
    options = {key: _value(path, key, value) for key, value in _own(path, table).items()}
    for key in _FILES:
        if key in options:
            options[key] = tuple(str(path.parent / name) for name in options[key])
    return options


def _own(path: Path, table: dict[str, Any]) -> dict[str, Any]:
    """Return the table of source_audit: the whole file, or the part ``[tool.source_audit]`` of a larger one."""
    if "tool" not in table:
        return table
    tools = table["tool"]
    own = tools.get("source_audit", {}) if isinstance(tools, dict) else tools
    if not isinstance(own, dict):
        raise OptionsError(f"{str(path)!r}: the key 'tool.source_audit' must be a table")
    return own


def _value(path: Path, key: str, value: Any) -> Any:
    if key not in _KINDS:
        raise OptionsError(
            f"{str(path)!r} has an unknown key {key!r}{nearest(key, _KINDS)}; known are {', '.join(_KINDS)}"
        )
    if _KINDS[key] is date and isinstance(value, str):
        value = _as_date(value)
    if not _fits(value, _KINDS[key]):
        raise OptionsError(f"{str(path)!r}: the key {key!r} must be {_CALLED[_KINDS[key]]}, not {value!r}")
    return value


def _fits(value: Any, kind: type) -> bool:
    if type(value) is not kind:  # a bool is no number, a moment is no date
        return False
    if isinstance(value, list):
        return all(isinstance(entry, str) for entry in value)
    return kind is bool or not isinstance(value, int) or value > 0


def _as_date(text: str) -> date | str:
    """Return the date that a text writes, or the text for the complaint."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text
