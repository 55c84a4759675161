"""Which part of a page holds the article."""

from lxml.etree import _Element

from source_audit.parse.names import is_hidden, means, names_of
from source_audit.parse.tags import CHROME, PARAGRAPHS, WHOLE

_NO_PROSE = frozenset(["script", "style", "noscript", "title", "a", "textarea"])
_SHORT = 40
_BODY_BONUS = 1.5
_BIG_SHARE = 0.15
_MORE = 1.2
_MOST_LEVELS = 4
_SHORT_PAGE = 400
_MAIN_SHARE = 0.3
_LEAST_COVER = 0.3

Family = dict[_Element, _Element | None]
"""Elements with their parents; a parent stands before its children."""


def pick_container(root: _Element) -> tuple[_Element, frozenset[_Element], int]:
    """Return the smallest element that holds the largest group of prose and the groups beside it.

    A page of a few lines is taken whole. With the element come those that hold too much prose to be chrome, whatever
    they are called, and how much prose the page holds, but for what readers wrote (characters).
    """
    own = _prose(root)
    family = _family(own)
    totals = _totals(family, own)
    junk, replies = _junk(family, totals)
    clean = {element: size for element, size in own.items() if element not in junk}
    said = {element: size for element, size in own.items() if element not in replies}
    if sum(clean.values()) < _LEAST_COVER * sum(said.values()):
        clean = said
    groups = _groups(family, clean)
    if not groups:
        return root, frozenset(), 0
    best = max(groups, key=lambda element: groups[element] * _bonus(element))
    big = {element: size for element, size in groups.items() if size >= _BIG_SHARE * groups[best]}
    container = _climb(best, _totals(family, big)) if sum(groups.values()) > _SHORT_PAGE else root
    most = _MAIN_SHARE * totals[container]
    kept = frozenset(element for element in family if totals[element] >= most)
    return container, kept, sum(said.values())


def is_box(element: _Element, names: str, *, main: bool = False) -> bool:
    """Tell whether an element is chrome by its *names*; the *main* part may have any name but that of replies."""
    if not element.attrib or element.tag in WHOLE:
        return False
    return means(names, "replies") or (not main and means(names, "junk")) or is_hidden(element)


def _prose(root: _Element) -> dict[_Element, int]:
    """Return the elements that hold long stretches of text themselves, with how much."""
    own: dict[_Element, int] = {}
    for element in root.iter():  # half the time of a path that finds texts by their length
        if (text := element.text) and len(text) > _SHORT:
            _count(own, element, text)
        if (tail := element.tail) and len(tail) > _SHORT and (parent := element.getparent()) is not None:
            _count(own, parent, tail)
    return own


def _count(own: dict[_Element, int], element: _Element, text: str) -> None:
    size = len(text.strip())
    if size > _SHORT and element.tag not in _NO_PROSE:
        own[element] = own.get(element, 0) + size


def _family(own: dict[_Element, int]) -> Family:
    family: Family = {}
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


def _totals(family: Family, own: dict[_Element, int]) -> dict[_Element, int]:
    totals = {element: own.get(element, 0) for element in family}
    for element in reversed(family):
        parent = family[element]
        if parent is not None:
            totals[parent] += totals[element]
    return totals


def _junk(family: Family, totals: dict[_Element, int]) -> tuple[set[_Element], set[_Element]]:
    """Return the elements that are chrome, and those of them that readers wrote."""
    junk: set[_Element] = set()
    replies: set[_Element] = set()
    most = _MAIN_SHARE * max(totals.values(), default=0)
    for element, parent in family.items():
        names = names_of(element)
        if parent in junk or element.tag in CHROME or is_box(element, names, main=totals[element] >= most):
            junk.add(element)
        if parent in replies or means(names, "replies"):
            replies.add(element)
    return junk, replies


def _groups(family: Family, own: dict[_Element, int]) -> dict[_Element, int]:
    """Return the elements whose children are paragraphs, with how much prose is in these."""
    groups: dict[_Element, int] = {}
    for element, size in own.items():
        at: _Element | None = element
        while at is not None and at.tag in PARAGRAPHS:
            at = family[at]
        if at is not None:
            groups[at] = groups.get(at, 0) + size
    return groups


def _bonus(element: _Element) -> float:
    return _BODY_BONUS if element.tag == "article" or means(names_of(element), "body") else 1.0


def _climb(best: _Element, totals: dict[_Element, int]) -> _Element:
    """Return the ancestor that holds clearly more of the big groups, or the element itself."""
    chosen = at = best
    for _ in range(_MOST_LEVELS):
        parent = at.getparent()
        if at.tag in ("article", "main", "body") or parent is None:
            break
        at = parent
        if totals[at] >= _MORE * totals[chosen]:
            chosen = at
    return chosen
