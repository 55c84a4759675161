"""Rows written down as a table, and files that are never left half written."""

import csv
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import IO

from source_audit.corpus.row import Cell, Row

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(rows: Iterable[Row], path: "str | os.PathLike[str]") -> Path:
    """Write one line per row, as the rows come, and return the path; the file appears when all are written.

    A text that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    coming = iter(rows)
    first = next(coming, None)
    columns = list((first or Row(id="")).record())
    with replacing(Path(path)) as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        for row in chain([first] if first else (), coming):
            writer.writerow({name: harmless(cell) for name, cell in row.record().items()})
    return Path(path)


@contextmanager
def replacing(path: Path) -> Iterator[IO[str]]:
    """Open a text file that takes the place of *path* once it is written; on an error nothing is left.

    What is there and no file, such as a device, is written to as it is: it must not be replaced.
    """
    if path.exists() and not path.is_file():
        with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as device:
            yield device
        return
    draft = path.with_name(f".{path.name[:40]}.{os.getpid()}.part")
    draft.unlink(missing_ok=True)
    try:
        with draft.open("x", encoding="utf-8", errors="backslashreplace", newline="") as file:
            yield file
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def harmless(cell: Cell) -> Cell:
    """Return a cell that no spreadsheet takes for a formula: an apostrophe stands before what looks like one."""
    return f"'{cell}" if isinstance(cell, str) and len(cell) > 1 and cell.startswith(_FORMULA) else cell
