"""accounts.csv: accounts of politicians, parties, governments and international bodies, by platform and handle."""

from collections import Counter
from pathlib import Path

from tests.registers.dumps import read, written

NAME = "accounts.csv"
DUMPS = ("politician_handles_us_congress.csv", "politician_handles_us_state.csv", "politician_handles_world.csv")
COLUMNS = ("platform", "handle", "name", "office", "party", "country", "register")
CONFIRMED = Path(__file__).with_name("confirmed_accounts.csv")
HEAD = (
    "Accounts of politicians, parties, governments and international bodies. An account is found by platform and handle, never by a name.",
    "A row says what its register says, in its words and at its date (registers.toml); it says nothing about anybody's honesty.",
    "Origin: unitedstates/congress-legislators, commit dfa9622 of 2026-06-15 (register congress); openstates/people, commit 934bf09a94 of",
    "2026-08-05 (register openstates): governors, mayors, state officers and the state legislators whose handle it holds, which are few and",
    "uneven; and accounts listed by hand for this project (register own). {own}",
    "Date: 2026-11. Licence: CC0-1.0. Written by `make registers`; change tests/registers instead.",
)
_PLATFORMS = {"youtube_channel": "youtube"}
_REMARK = "check "


def build(folder: Path) -> tuple[str, str]:
    """Return the table, and what to say about it."""
    congress, states, world = (read(folder / name) for name in DUMPS)
    kept = _in_company([row for row in world if _supported(row)])
    rows: dict[tuple[str, str], tuple[str, ...]] = {}
    for register, part in (("congress", congress), ("openstates", states)):
        for row in part:
            _add(rows, row, row["person"], f"{row['office']}, {row['seat']}".rstrip(", "), register)
    for row in kept:
        _add(rows, row, *_by_hand(row), "own")
    own = sum(row[-1] == "own" for row in rows.values())
    told = (
        f"Of {len(world)} rows drafted by hand {len(kept)} are kept: an independent public list names the same owner."
    )
    head = [line.format(own=told) for line in HEAD]
    table = written(head, COLUMNS, (rows[key] for key in sorted(rows)))
    return table, f"{len(rows)} accounts, {own} of them of our own list; {told}"


def _add(
    rows: dict[tuple[str, str], tuple[str, ...]], row: dict[str, str], name: str, office: str, register: str
) -> None:
    """Add an account unless an earlier register has it."""
    platform = _PLATFORMS.get(row["platform"], row["platform"])
    handle = row["handle"].strip().lstrip("@")
    rows.setdefault(
        (platform, handle.lower()), (platform, handle, name, office, row["party"], row["country"], register)
    )


def _supported(row: dict[str, str]) -> bool:
    """Tell whether somebody else lists the account under the same owner, and its office needs no second look."""
    return (bool(row["checked"]) or (row["platform"], row["handle"].lower()) in _confirmed()) and _REMARK not in row[
        "role"
    ]


def _in_company(kept: list[dict[str, str]]) -> list[dict[str, str]]:
    """Leave out the party that would stand alone for its country, so that no side is shown without another."""
    parties = Counter(row["country"] for row in kept if row["kind"] == "party")
    return [row for row in kept if row["kind"] != "party" or parties[row["country"]] > 1]


def _by_hand(row: dict[str, str]) -> tuple[str, str]:
    """Return the name and office of a row of our own list; a party's account has no office."""
    name = row["name"].removesuffix(" (personal)")
    if row["kind"] == "party":
        row["party"] = name
        return name, ""
    return name, row["role"] + (", personal account" if name != row["name"] else "")


def _confirmed() -> set[tuple[str, str]]:
    return {(row["platform"], row["handle"].lower()) for row in read(CONFIRMED)}
