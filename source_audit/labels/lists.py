"""The caller's own lists: rows that name an account, a source or a host, and its side."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from source_audit.attribution import Declared
from source_audit.errors import OptionsError
from source_audit.labels.accounts import bare
from source_audit.labels.voices import Voice


class OwnList:
    """Rows by the name that they give; every row of a name is shown, none is weighed against another."""

    def __init__(self, rows: Iterable[Declared]) -> None:
        self._rows: defaultdict[str, list[Declared]] = defaultdict(list)
        for row in rows:
            self._rows[bare(row.name)].append(row)

    def of(self, voice: Voice) -> Iterator[Declared]:
        """Yield the rows for a voice: by a name or host of it, and on the row's platform if it gives one."""
        platform = voice.account[0] if voice.account else ""
        for name in dict.fromkeys(bare(name) for name in (*voice.names, *voice.hosts)):
            yield from (row for row in self._rows.get(name, ()) if not row.platform or row.platform == platform)


def read_list(path: Path) -> Iterator[Declared]:
    """Yield the rows of a CSV file with the columns name and side, and platform, date and note if wanted.

    Raises OptionsError if there is no such file or a column is missing.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        reader = csv.DictReader(line for line in text.splitlines() if not line.startswith("# "))
        table = list(reader)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise OptionsError(f"the register {path} cannot be read: {error}") from error
    if not {"name", "side"} <= set(reader.fieldnames or ()):
        raise OptionsError(f"the register {path} needs the columns name and side")
    for row in table:
        if row["name"] and row["side"]:
            more = {key: row.get(key) or "" for key in ("platform", "date", "note")}
            yield Declared(name=row["name"], side=row["side"], origin=path.name, **more)
