"""Which part of a page holds the article."""

from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element

from source_audit.parse.names import is_hidden, means, names_of

_PROSE = etree.XPath(
    "//text()[string-length(.) > 40]"
    "[not(parent::script or parent::style or parent::noscript or parent::title or parent::a or parent::textarea)]"
)
_CHROME = frozenset({"nav", "footer", "aside", "form", "button", "select", "svg", "template", "noscript", "option", "figcaption"})
_WHOLE = frozenset({"html", "body", "main", "article"})
_SHARE = 0.6
_LEAST_COVER = 0.3


def pick_container(root: _Element) -> _Element:
    """Return the smallest element that holds most of the page's prose outside menus, lists and boxes."""
    own = _prose(root)
    family = _ancestors(own)
    junk = _junk(family)
    clean = {element: size for element, size in own.items() if element not in junk}
    if sum(clean.values()) < _LEAST_COVER * sum(own.values()):
        clean = own
    return _smallest(root, clean)


def _prose(root: _Element) -> dict[_Element, int]:
    """Return the elements that hold long stretches of text themselves, with how much."""
    own: dict[_Element, int] = {}
    for text in _PROSE(root):
        parent = text.getparent()
        parent = parent.getparent() if text.is_tail else parent
        size = len(text.strip())
        if parent is not None and size > 40:
            own[parent] = own.get(parent, 0) + size
    return own


def _ancestors(own: dict[_Element, int]) -> dict[_Element, _Element | None]:
    """Return each element and its ancestors with their parents, a parent always before its children."""
    family: dict[_Element, _Element | None] = {}
    for element in own:
        chain: list[_Element] = []
        at: _Element | None = element
        while at is not None and at not in family:
            chain.append(at)
            at = at.getparent()
        for link in reversed(chain):
            family[link] = at
            at = link
    return family


def _junk(family: dict[_Element, _Element | None]) -> set[_Element]:
    junk: set[_Element] = set()
    for element, parent in family.items():
        if parent in junk or _is_junk(element):
            junk.add(element)
    return junk


def _is_junk(element: _Element) -> bool:
    tag = element.tag
    if tag in _WHOLE:
        return False
    return tag in _CHROME or means(names_of(element), "junk") or is_hidden(element)


def _smallest(root: _Element, own: dict[_Element, int]) -> _Element:
    family = _ancestors(own)
    total = dict.fromkeys(family, 0)
    best: dict[_Element, _Element] = {}
    for element in reversed(list(family)):
        total[element] += own.get(element, 0)
        parent = family[element]
        if parent is not None:
            total[parent] += total[element]
            if parent not in best or total[best[parent]] <= total[element]:
                best[parent] = element
    return _descend(root, total, best)


def _descend(root: _Element, total: dict[_Element, int], best: dict[_Element, _Element]) -> _Element:
    at = root
    while at in best and total[best[at]] >= _SHARE * total[at] and best[at].tag not in ("p", "span", "li"):
        at = best[at]
    return at
