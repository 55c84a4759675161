"""The configuration: a TOML file that says how to audit, where it is looked for, and what is wrong with it."""

import os
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from source_audit.errors import OptionsError, nearest
from source_audit.options import Options
from source_audit.plugins import all_checks
from source_audit.rubric import Rubric, rubric
from source_audit.tuning import added_words, tuned

NAME = "source-audit.toml"
_PROJECT = "pyproject.toml"
_OWN = "source_audit"
_DASHED = "source-audit"
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
    "plugins": bool,
    "count_untested": bool,
    "checks": dict,
    "categories": dict,
    "lexicons": dict,
}
_FILES = ("registers", "ratings", "against", "release")
"""The keys that name files, which are looked for beside the configuration."""
_CALLED = {
    str: "a text",
    list: "a list of texts",
    int: "a number of bytes above 0",
    date: "a date like 2026-05-15",
    bool: "true or false",
    dict: "a table",
}


def load_options(path: "str | os.PathLike[str] | None" = None) -> Options:
    """Return the options of a configuration: `source-audit.toml`, or `[tool.source_audit]` of a pyproject.toml.

    Without *path* it is looked for as the command line does: in the working directory and above it, up to the root of
    a repository or the home directory; where there is none, the defaults are returned.

    Raises OptionsError, which names the file and the nearest name, for what does not exist or cannot be.
    """
    found = Path(path) if path is not None else find_settings()
    return options_of(found, read_settings(found)) if found else Options()


def options_of(path: Path, values: Mapping[str, Any]) -> Options:
    """Return the options that the values of a configuration make; raises OptionsError, which names the file."""
    try:
        options = Options(**values)
        in_force(options)
    except OptionsError as error:
        raise OptionsError(f"{str(path)!r}: {error}") from error
    return options


def in_force(options: Options) -> Rubric:
    """Return the rubric that these options lead to; raises OptionsError if one of them does not exist or cannot be."""
    added_words(options)
    return tuned(rubric(), all_checks(plugins=options.plugins), options)


def find_settings(start: Path | None = None) -> Path | None:
    """Return the nearest configuration at or above *start*, the working directory unless it is given."""
    return next((path for folder in _folders(start or Path.cwd()) if (path := _in(folder))), None)


def read_settings(path: Path) -> dict[str, Any]:
    """Return the values of a configuration by the names of `Options`; raises OptionsError for a key or type."""
    values = {key: _value(path, key, value) for key, value in _own(path, _parsed(path)).items()}
    for key in _FILES:
        if key in values:
            values[key] = tuple(str(path.parent / name) for name in values[key])
    return values


def _folders(start: Path) -> Iterator[Path]:
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 - Path.home() raises where there is none
    for folder in (start, *start.parents):
        yield folder
        if folder == home or any((folder / sign).exists() for sign in (".git", ".hg")):
            return


def _in(folder: Path) -> Path | None:
    if (folder / NAME).is_file():
        return folder / NAME
    project = folder / _PROJECT
    return project if project.is_file() and _is_meant(project) else None


def _is_meant(project: Path) -> bool:
    """Tell whether a pyproject.toml speaks of this program; one that cannot be read is somebody else's matter."""
    try:
        tools = tomllib.loads(project.read_text(encoding="utf-8-sig")).get("tool")
    except (OSError, ValueError):
        return False
    return isinstance(tools, dict) and bool({_OWN, _DASHED} & set(tools))


def _parsed(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise OptionsError(f"the configuration {str(path)!r} cannot be read: {error.strerror or error}") from error
    except (ValueError, RecursionError) as error:
        raise OptionsError(f"the configuration {str(path)!r} is no TOML: {error}") from error


def _own(path: Path, table: dict[str, Any]) -> dict[str, Any]:
    """Return the table of source_audit: the whole file, or the part ``[tool.source_audit]`` of a larger one."""
    if "tool" not in table:
        return table
    tools = table["tool"]
    if isinstance(tools, dict) and _DASHED in tools and _OWN not in tools:
        raise OptionsError(f"{str(path)!r}: write [tool.{_OWN}], not [tool.{_DASHED}]")
    own = tools.get(_OWN, {}) if isinstance(tools, dict) else tools
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
    return isinstance(value, bool) or not isinstance(value, int) or value > 0


def _as_date(text: str) -> date | str:
    """Return the date that a text writes, or the text for the complaint."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text
