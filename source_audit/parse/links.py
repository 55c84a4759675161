"""Where links lead: the page an address stands for, its domain and owner, and what kind of page is served there."""

from functools import lru_cache
from urllib.parse import urlsplit

from attrs import frozen

from source_audit.resources import data
from source_audit.web.addresses import absolute, domain_of, path_of
from source_audit.web.hosts import owner_of, site_of
from source_audit.web.platforms import read_account, read_permalink
from source_audit.web.targets import target_of

DOCUMENTS = (".pdf", ".doc", ".docx", ".ppt", ".pptx", ".odt", ".rtf")
_DATA = (".csv", ".xls", ".xlsx", ".ods", ".json", ".geojson")
_FRONTS = ("", "/", "/index.html", "/index.htm", "/index.php")


@frozen(kw_only=True)
class Destination:
    """Where a link leads, as `document.Link` says it: *address* as written, *target* the page that it stands for."""

    address: str
    target: str
    via: str | None
    domain: str
    owner: str
    place: str
    serves: str
    site: str


@lru_cache(maxsize=4096)
def destination(href: str, base: str, own_domain: str) -> Destination | None:
    """Return where a link leads, or None if no reader could follow it; *own_domain* is that of the article."""
    address = absolute(href, base)
    if address is None:
        return None
    target = target_of(address)
    domain, kind = domain_of(target.address), serves(target.address, own_domain)
    site = site_of(target.address)
    post = read_permalink(target.address) if kind == "social-post" else None
    return Destination(
        address=address,
        target=post.url if post else target.address,
        via=target.via or ("short-link" if kind == "short-link" else None),
        domain=domain,
        owner="unknown" if kind == "short-link" else relation(domain, own_domain),
        place="page" if target.via == "archive" else place(target.address, kind),
        serves=kind,
        site=site.name if site else "",
    )


def relation(domain: str, own_domain: str) -> str:
    """Return whose site a domain is, seen from the article's: own, same-owner, external, or unknown without one."""
    if not own_domain:
        return "unknown"
    if domain == own_domain:
        return "own"
    owner = owner_of(domain)
    return "same-owner" if owner is not None and owner == owner_of(own_domain) else "external"


def serves(address: str, own_domain: str) -> str:
    """Return what kind of page an address leads to: by its form, else by whose site it is."""
    if read_permalink(address):
        return "social-post"
    if read_account(address):
        return "social-account"
    path = path_of(address).lower()
    if path.endswith(DOCUMENTS):
        return "document"
    if path.endswith(_DATA):
        return "data"
    if own_domain and domain_of(address) == own_domain:
        return "own-site"
    site = site_of(address)
    return site.serves if site else "other"


def leads_to_document(href: str) -> bool:
    """Tell whether a link as written leads to a file, or to a site that keeps documents."""
    path = path_of(href).lower()
    if path.endswith(DOCUMENTS + _DATA):
        return True
    site = site_of(href)
    return site is not None and (site.serves, site.kind) == ("document", "document-host") and "/forms/" not in path


def place(address: str, kind: str) -> str:
    """Return where on its site an address leads: home, search, login or a page."""
    parts = urlsplit(address)
    if parts.path.lower() in _FRONTS and not parts.query:
        return "home"
    steps = [step for step in parts.path.lower().split("/")[:5] if step]
    words = data("links")
    if kind == "search" or (steps and (steps[0] in words["searches"] or steps[-1] in words["searches"])):
        return "search"
    return "login" if steps and (steps[0] in words["logins"] or steps[-1] in words["logins"]) else "page"
