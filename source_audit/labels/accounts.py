"""What the register of accounts says of one, found by its platform and handle and by nothing else."""

from collections.abc import Iterator, Mapping
from functools import cache

from source_audit.label import How, Label, What
from source_audit.resources import data, table


def account_labels(platform: str, handle: str) -> Iterator[Label]:
    """Yield the office and the party of an account; the register is read when the first account is met."""
    found = _register().get((platform, bare(handle)))
    if found is None:
        return
    row = dict(zip(_register()["platform", "handle"], found, strict=True))
    register = data("registers")["accounts"][row["register"]]
    for what, value in ((What.OFFICE, row["office"]), (What.PARTY, row["party"])):
        if value:
            yield Label(
                what=what,
                value=value,
                how=How.REGISTER,
                origin=register["title"],
                date=register["date"],
                note=row["name"],
            )


def bare(handle: str) -> str:
    """Return a handle as registers compare it."""
    return handle.strip().lstrip("@").lower()


@cache
def _register() -> Mapping[tuple[str, str], list[str]]:
    """Return each row by its platform and handle, the header among them."""
    return {(row[0], row[1].lower()): row for row in table("accounts")}
