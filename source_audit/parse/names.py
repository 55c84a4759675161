"""What the names of an element (its class and id) say of it."""

import re
from functools import cache, lru_cache
from typing import Any

from lxml.etree import XPath, _Element

from source_audit.resources import data

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SEPARATORS = re.compile(r"[_\s:./-]+")
_LONGEST = 300
_HIDDEN_STYLE = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.IGNORECASE)


def matches(path: XPath, root: _Element) -> list[Any]:
    """Return the strings that a path finds, each of which knows its element."""
    result: Any = path(root)
    return list(result)


def names_of(element: _Element) -> str:
    """Return an element's class and id."""
    named, ident = element.get("class"), element.get("id")
    return f"{named} {ident}" if named and ident else named or ident or ""


@lru_cache(maxsize=8192)
def means(names: str, what: str) -> bool:
    """Tell whether names hold a word of the list *what* ("junk", "posts_on.x") in ``data/pages.toml``."""
    return bool(names) and _pattern(what).search(_normal(names)) is not None


def is_hidden(element: _Element) -> bool:
    """Tell whether the page hides an element from its readers."""
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    style = element.get("style")
    return style is not None and _HIDDEN_STYLE.search(style[:_LONGEST]) is not None


def _normal(names: str) -> str:
    dashed = _SEPARATORS.sub("-", _CAMEL.sub("-", names[:_LONGEST])).lower()
    return f"-{dashed}-"


@cache
def _pattern(what: str) -> re.Pattern[str]:
    listed = data("pages")
    for key in what.split("."):
        listed = listed[key]
    words = sorted({_SEPARATORS.sub("-", word) for word in listed}, key=lambda word: (-len(word), word))
    return re.compile(rf"-(?:{'|'.join(map(re.escape, words))})(?=-|\d)")
