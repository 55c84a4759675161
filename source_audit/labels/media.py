"""What public registers say of media that a state controls: by host, account or name, the same for every state."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from source_audit.label import How, Label, What
from source_audit.labels.accounts import bare
from source_audit.resources import data, rows
from source_audit.web.hosts import suffixes

_ADDED = re.compile(r"\s*\([^)]*\)$")


def host_labels(host: str) -> Iterator[Label]:
    """Yield what is said of a host; the longest of its endings that a row names counts."""
    row = next((_hosts()[ending] for ending in suffixes(host) if ending in _hosts()), None)
    if row:
        yield from _labels(row)


def media_account_labels(platform: str, handle: str) -> Iterator[Label]:
    """Yield what is said of the outlet whose account it is."""
    if row := _accounts().get((platform, bare(handle))):
        yield from _labels(row)


def name_labels(name: str) -> Iterator[Label]:
    """Yield what is said of an outlet of this name; part of a name is not enough."""
    if row := _names().get(name_key(name)):
        yield from _labels(row)


def name_key(name: str) -> str:
    """Return an outlet's name as it is compared: small letters, without "the"."""
    return " ".join(name.lower().removeprefix("the ").split())


def _labels(row: Mapping[str, str]) -> Iterator[Label]:
    """Yield the code of the matrix first, then each legal act with its month."""
    codes, acts = data("registers")["codes"], data("registers")["acts"]
    said = [(codes["values"][row["code"]], codes["title"], codes["date"])] if row["code"] else []
    for act, _, month in (one.partition(":") for one in row["acts"].split()):
        said.append((acts[act]["value"], acts[act]["title"], month))
    for value, title, day in said:
        yield Label(
            what=What.STATE_CONTROL,
            value=f"{value} ({row['state']})",
            how=How.REGISTER,
            origin=title,
            date=day,
            note=row["name"],
        )


@cache
def _hosts() -> Mapping[str, dict[str, str]]:
    return {row["host"]: row for row in rows("state_media")}


@cache
def _accounts() -> Mapping[tuple[str, str], dict[str, str]]:
    found = ((row, account.partition(":")) for row in rows("state_media") for account in row["accounts"].split())
    return {(platform, handle.lower()): row for row, (platform, _, handle) in found}


@cache
def _names() -> Mapping[str, dict[str, str]]:
    return {name_key(_ADDED.sub("", row["name"])): row for row in reversed(rows("state_media"))}
