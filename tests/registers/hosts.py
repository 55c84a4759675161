"""The register of hosts, made from its source tables.

A folder holds what is there of ``current-federal.csv`` (cisagov/dotgov-data, CC0-1.0) and this project's own tables. The
rows of a table that is absent stay as they are, so that any one of them can be renewed alone.
"""

import csv
import io
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
KINDS = tomllib.loads((HERE / "kinds.toml").read_text(encoding="utf-8"))
COLUMNS = ("key", "serves", "kind", "country", "name", "origin", "date", "seen")
HEAD = """\
# Hosts and what a link to them serves; a key is a host, a suffix of hosts, or host/path, and the longest that matches counts; * is one label.
# Origin: made by "make registers". The column origin says from what: "project" is compiled by hand from what the sites say they are and
# from public registry rules of government domains; "dotgov" is cisagov/dotgov-data, the register of the United States' .gov domains.
# "seen" is in how many other public listings of sites the host was found: a check that it exists, and nothing else about it.
# No ratings and no lean; parties, campaigns, think tanks and advocacy are sorted alike, whichever side they are on; a listing is no endorsement.
# Date: the column date. Licence: CC0-1.0.
"""
Row = dict[str, str]
_DATE = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")
_HOST = re.compile(r"(?:[\w-]+|\*)(?:\.(?:[\w-]+|\*))*(?:/[\w./~-]+)?")


def own(folder: Path) -> list[Row]:
    """Return the rows that correct the others; this table is always there."""
    return [row | {"origin": "project", "date": "2026-11"} for row in _table(HERE / "own.csv")]


def categories(folder: Path) -> list[Row]:
    """Return the rows of sites by category."""
    return [
        _row(
            row,
            "key",
            KINDS["parts"].get(f"{row['category']}/{row['subcategory']}", KINDS["categories"][row["category"]]),
        )
        for row in _table(folder / "domain_categories.csv")
    ]


def outlets(folder: Path) -> list[Row]:
    """Return the rows of news outlets."""
    found = []
    for row in _table(folder / "news_outlets.csv"):
        kind = KINDS["outlets"].get(row["kind"], row["kind"].replace("_", "-"))
        found.append(_row(row, "domain", ("wire" if kind == "wire-agency" else "outlet", kind)))
    return found


def suffixes(folder: Path) -> list[Row]:
    """Return the rows of domains below which governments, courts and universities register."""
    return [
        _row(row, "suffix", (KINDS["suffixes"].get(row["kind"], "official"), row["kind"].replace("_", "-")))
        for row in _table(folder / "gov_suffixes.csv")
    ]


def federal(folder: Path) -> list[Row]:
    """Return the rows of federal .gov domains, of the file as published or of one cut down to three columns."""
    path = next(path for path in map(folder.joinpath, FEDERAL) if path.is_file())
    date = _DATE.findall(path.read_text(encoding="utf-8").partition("\n")[0])
    if not date:
        raise SystemExit(f'{path.name}: put "# Origin: cisagov/dotgov-data, DATE" in its first line')
    found = []
    for row in _table(path):
        plain = {name.lower(): value for name, value in row.items()}
        branch = (plain.get("branch") or plain["domain type"].rpartition(" ")[2]).lower()
        serves, kind = KINDS["branches"].get(branch, KINDS["branches"]["executive"])
        name = plain.get("organization") or plain["organization name"]
        key = (plain.get("domain") or plain["domain name"]).lower()
        found.append(
            {
                "key": key,
                "serves": serves,
                "kind": kind,
                "country": "US",
                "name": name,
                "origin": "dotgov",
                "date": date[-1],
            }
        )
    return found


FEDERAL = ("current-federal.csv", "us_dotgov_federal.csv")
TABLES = (
    ("own rows", "project", (), own),
    ("categories of sites", "project", ("domain_categories.csv",), categories),
    ("news outlets", "project", ("news_outlets.csv",), outlets),
    ("government suffixes", "project", ("gov_suffixes.csv",), suffixes),
    ("federal domains", "dotgov", FEDERAL, federal),
)
"""Each table's name, the origin of its rows, its files, and how it is read; an earlier table goes before a later one."""


def made(folder: Path, known: list[Row]) -> tuple[list[Row], list[str]]:
    """Return the rows of the register, by key, and what was read, kept and skipped; *known* are those of before."""
    rows: dict[str, Row] = {}
    told, kept = [], set()
    for title, origin, files, read in TABLES:
        if files and not any((folder / name).is_file() for name in files):
            kept.add(origin)
            told.append(f"{title}: none of {', '.join(files)} is here; its rows stay as they are")
            continue
        found = read(folder)
        told.append(f"{title}: {len(found)} rows, {sum(row['key'] not in rows for row in found)} of them new")
        for row in found:
            rows.setdefault(row["key"], row)
    for row in known:
        if row["origin"] in kept:
            rows.setdefault(row["key"], row)
    lasting = [rows[key] for key in sorted(rows) if rows[key]["serves"]]
    wrong = [row["key"] for row in lasting if not _HOST.fullmatch(row["key"])]
    if wrong:
        raise SystemExit(f"no host or host/path: {', '.join(wrong)}")
    return lasting, told


def written(rows: list[Row]) -> str:
    """Return the register as a file."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return HEAD + out.getvalue()


def _row(row: Row, key: str, kind: tuple[str, str] | list[str]) -> Row:
    seen = [name for name in row.get("seen_in", "").split(";") if name]
    return {
        "key": row[key].lower(),
        "serves": kind[0],
        "kind": kind[1],
        "country": row["country"],
        "name": row.get("name", ""),
        "origin": "project",
        "date": "2026-11",
        "seen": str(len(seen)) if "seen_in" in row else "",
    }


def _table(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(line for line in file if not line.startswith("# "))


def main(folder: Path, output: Path) -> None:
    """Make the register and say what was read."""
    known = list(_table(output)) if output.is_file() else []
    rows, told = made(folder, [row for row in known if "origin" in row])
    print("\n".join(told))
    output.write_text(written(rows), encoding="utf-8", newline="\n")
    print(f"{output.name}: {len(rows)} rows")
