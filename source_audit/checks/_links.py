"""What a link leads to."""

from urllib.parse import urlsplit

from source_audit.document import Link
from source_audit.resources import data


def is_one_of(link: Link, *groups: str) -> bool:
    """Tell whether a link serves a kind of page that belongs to one of these groups of ``data/links.toml``."""
    return any(link.serves in data("links")[group] for group in groups)


def is_front_door(link: Link) -> bool:
    """Tell whether a link leads to a home page, a search or a login, also on the article's own site."""
    return link.place in data("links")["front_doors"]


def is_name(words: str) -> bool:
    """Tell whether a link's words are only a name or the address of a site, so that the link tells about its bearer."""
    if " " not in words and "." in words:
        return True
    joining = data("references")["words"]["joining"]
    return all(word[0].isupper() or word in joining for word in words.split() if word[0].isalpha())


def is_aside(link: Link) -> bool:
    """Tell whether a link leads to a list, a person's page, an account or a shop."""
    return is_one_of(link, "accounts") or any(step in data("links")["asides"] for step in _steps(link)[:-1])


def _steps(link: Link) -> list[str]:
    """Return the parts of the path to the page; a query counts as one."""
    parts = urlsplit(link.target)
    return [step for step in parts.path.lower().split("/") if step] + ([parts.query] if parts.query else [])
