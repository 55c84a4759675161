"""Sites of parties, from the register of hosts."""

from collections.abc import Iterator

from source_audit.label import How, Label, What
from source_audit.resources import data
from source_audit.web.hosts import site_of


def site_labels(host: str) -> Iterator[Label]:
    """Yield the party whose site a host is."""
    site = site_of(f"https://{host}/")
    if site and site.kind == "party":
        register = data("registers")["sites"]
        title, day = register["title"], register["date"]
        yield Label(what=What.PARTY, value=site.name, how=How.REGISTER, origin=title, date=day, note=site.name)
