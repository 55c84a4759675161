"""A file of ratings that the caller names: CSV, or JSON as Media Bias/Fact Check's extension has it."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from attrs import frozen

from source_audit.errors import OptionsError
from source_audit.labels.media import name_key
from source_audit.resources import data

Row = Mapping[str, str]

LARGEST = 50_000_000
"""The largest file that is read, in bytes."""
_LONGEST = 200
_UNNAMED = "a rater that the file does not name"


@frozen(kw_only=True)
class RatingsFile:
    """The rows of a file by host and by name, and the format that says what its columns mean."""

    name: str
    form: Mapping[str, Any]
    by_host: Mapping[str, tuple[Row, ...]]
    by_name: Mapping[str, tuple[Row, ...]]
    date: str

    def rows_of(self, hosts: Iterable[str], name: str) -> tuple[Row, ...]:
        """Return the rows of the narrowest key that has some, or of the name."""
        found = (self.by_host[host] for host in hosts if host in self.by_host)
        return next(found, self.by_name.get(name, ()) if name else ())

    def values_of(self, row: Row) -> Iterator[tuple[str, str]]:
        """Yield each value with what it measures; an empty cell is no value."""
        return ((measure, row[key]) for key, measure in self.form["values"].items() if row.get(key))

    def outlet_of(self, row: Row) -> str:
        """Return what the file calls the outlet."""
        return _first(row, (*self.form["keys"], *self.form.get("names", ())))

    def rater_of(self, row: Row) -> str:
        """Return who rated: the row's own words, else the format's."""
        return row.get("rater") or self.form["rater"] or _UNNAMED

    def date_of(self, row: Row) -> str:
        """Return the date of a row, else of the file, or nothing."""
        return row.get("date") or self.date

    def scope_of(self, row: Row) -> str:
        """Return what was rated."""
        if own := row.get("scope"):
            return own
        key = _host_key(_first(row, self.form["keys"]))
        if not key:
            return "the outlet by its name"
        return "this part of the site" if "/" in key else "the whole domain"


def read_ratings(path: Path, form: str | None = None) -> RatingsFile:
    """Return a file of ratings in a format, or in the one that its columns show.

    Raises OptionsError if it cannot be read, or if its columns are not those of the format; the error names both.
    """
    try:
        stat = path.stat()
    except OSError as error:
        raise OptionsError(f"the ratings file {str(path)!r} cannot be read: {error.strerror or error}") from error
    if stat.st_size > LARGEST:
        raise OptionsError(f"the ratings file {str(path)!r} is larger than {LARGEST // 1_000_000} MB")
    return _read(path, form, stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=8)
def _read(path: Path, form: str | None, _changed: int, _size: int) -> RatingsFile:
    """Return the file, kept for the next article until the file changes."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        is_json = text.lstrip()[:1] in ("{", "[")
        columns, rows, day = _of_json(text) if is_json else _of_csv(text)
    except (OSError, ValueError, csv.Error, RecursionError) as error:
        raise OptionsError(f"the ratings file {str(path)!r} cannot be read: {error}") from error
    table = [{_plain(key): value for key, value in row.items()} for row in rows]
    chosen = _chosen(path, form, tuple(map(_plain, columns)))
    return RatingsFile(
        name=path.name,
        form=chosen,
        by_host=_index(table, chosen["keys"], _host_key),
        by_name=_index(table, chosen.get("names", ()), name_key),
        date=day,
    )


def _of_csv(text: str) -> tuple[list[str], list[Row], str]:
    """Return the columns and the rows of a table, which has no date of its own."""
    lines = (line for line in io.StringIO(text, newline="") if not line.startswith("# "))
    header, *rows = [*csv.reader(lines)] or [[]]
    return header, [{key: _cell(value) for key, value in zip(header, row, strict=False)} for row in rows if row], ""


def _of_json(text: str) -> tuple[list[str], list[Row], str]:
    """Return the keys and the objects of a list, or of the list "sources" of an object, and the object's date."""
    found = json.loads(text)
    rows = found.get("sources") if isinstance(found, dict) else found
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ValueError("it holds neither a list of objects nor an object with such a list under 'sources'")
    day = found.get("date") if isinstance(found, dict) else None
    table: list[Row] = [{key: _cell(value) for key, value in row.items()} for row in rows]
    return list(dict.fromkeys(key for row in table for key in row)), table, _cell(day)


def _cell(value: object) -> str:
    return "" if value is None or isinstance(value, list | dict) else " ".join(str(value).split())[:_LONGEST]


def _chosen(path: Path, form: str | None, columns: tuple[str, ...]) -> Mapping[str, Any]:
    formats: list[dict[str, Any]] = data("ratings")["format"]
    if form is not None:
        wanted = next(one for one in formats if one["id"] == form)
        if not _fits(wanted, columns):
            raise OptionsError(
                f"the ratings file {str(path)!r} {_has(columns)}; the format {form!r} needs {_needs(wanted)}"
            )
        return wanted
    chosen = next((one for one in formats if _fits(one, columns)), None)
    if chosen is None:
        known = "; ".join(f"{one['id']}: {_needs(one)}" for one in formats)
        raise OptionsError(f"the ratings file {str(path)!r} {_has(columns)}, and no format has them; known are {known}")
    return chosen


def _fits(form: Mapping[str, Any], columns: tuple[str, ...]) -> bool:
    keyed = any(key in columns for key in (*form["keys"], *form.get("names", ())))
    some = "any" not in form or any(name in columns for name in form["any"])
    return keyed and some and all(name in columns for name in form["needs"])


def _has(columns: tuple[str, ...]) -> str:
    return f"has the columns {', '.join(columns)[:_LONGEST]}" if columns else "has no columns"


def _needs(form: Mapping[str, Any]) -> str:
    keys = " or ".join((*form["keys"], *form.get("names", ())))
    parts = [*(name for name in form["needs"] if name not in (*form["keys"], *form.get("names", ()))), keys]
    return ", ".join(parts) + (f" and one of {', '.join(form['any'])}" if "any" in form else "")


def _index(table: list[dict[str, str]], columns: Iterable[str], key_of: Any) -> dict[str, tuple[Row, ...]]:
    found: dict[str, list[Row]] = {}
    columns = tuple(columns)
    for row in table:
        if key := key_of(_first(row, columns)):
            found.setdefault(key, []).append(row)
    return {key: tuple(rows) for key, rows in found.items()}


def _first(row: Row, columns: Iterable[str]) -> str:
    return next((row[name] for name in columns if row.get(name)), "")


def _host_key(key: str) -> str:
    """Return a host, with a path if it has one, as it is compared."""
    return key.lower().partition("://")[2 if "://" in key else 0].removeprefix("www.").rstrip("/")


def _plain(column: str) -> str:
    return "".join(char for char in column.lower() if char.isalnum())
