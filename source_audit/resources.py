"""Where the shipped files are: word lists, registers, the rubric and the templates."""

import csv
import tomllib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any


def templates() -> Traversable:
    """Return the folder of the templates: inside an installed package, beside it in a checkout."""
    inside = files("source_audit") / "templates"
    if inside.is_dir():
        return inside
    from pathlib import Path  # noqa: PLC0415 - only a checkout gets here

    return Path(__file__).resolve().parent.parent / "templates"


@cache
def data(name: str) -> dict[str, Any]:
    """Return a shipped table, ``data/<name>.toml``, read once."""
    return tomllib.loads(_text(f"{name}.toml"))


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of a register, ``data/<name>.csv``, read once; lines that begin with "# " say its origin."""
    lines = (line for line in _text(f"{name}.csv").splitlines() if not line.startswith("# "))
    head, *records = csv.reader(lines)
    return tuple(dict(zip(head, record, strict=True)) for record in records)


def page(name: str) -> str:
    """Return a shipped example article, ``data/<name>.html``."""
    return _text(f"{name}.html")


def _text(name: str) -> str:
    return (files("source_audit") / "data" / name).read_text(encoding="utf-8")
