"""Sites of parties, from the register of hosts."""

from collections.abc import Iterator, Mapping
from functools import cache

from source_audit.label import How, Label, What
from source_audit.resources import data, rows


def site_labels(host: str) -> Iterator[Label]:
    """Yield the party whose site a host is, by the longest of its endings that the register names."""
    parts = host.lower().removeprefix("www.").split(".")
    endings = (".".join(parts[first:]) for first in range(len(parts) - 1))
    name = next((_parties()[ending] for ending in endings if ending in _parties()), None)
    if name:
        register = data("registers")["sites"]
        yield Label(
            what=What.PARTY, value=name, how=How.REGISTER, origin=register["title"], date=register["date"], note=name
        )


@cache
def _parties() -> Mapping[str, str]:
    return {row["key"]: row["name"] for row in rows("hosts") if row["kind"] == "party"}
