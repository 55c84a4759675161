"""Dumps read and tables written, as rows of text."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path


def read(path: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV file; lines that begin with "# " say its origin."""
    with path.open(encoding="utf-8", newline="") as file:
        lines = [line for line in file if not line.startswith("# ")]
    return list(csv.DictReader(lines))


def written(head: Iterable[str], columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table with its head of "# " lines."""
    out = io.StringIO()
    out.writelines(f"# {line}\n" for line in head)
    table = csv.writer(out, lineterminator="\n")
    table.writerow(columns)
    table.writerows(rows)
    return out.getvalue()
