"""What a page states of its article in JSON-LD."""

import json
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from attrs import frozen

_LONGEST = 500_000
_MOST_NODES = 500
_MOST_OBJECTS = 5_000
_ARTICLES = ("Article", "BlogPosting", "LiveBlogPosting", "Review", "CriticReview", "Report", "Posting")
_AUTHORS = ("author", "creator")
_CREDITED = (*_AUTHORS, "publisher")
_HELD = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement")
"""The keys below which an article may stand."""


@frozen(kw_only=True)
class ArticleData:
    """The values of the first article that the page describes."""

    types: tuple[str, ...] = ()
    headline: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    section: str | None = None
    genre: str | None = None
    site: str | None = None
    language: str | None = None
    url: str | None = None


def read_json_ld(scripts: Iterable[str]) -> ArticleData:
    """Return what the scripts say of the article; what is no JSON, or of another kind, is passed over."""
    loaded = map(_loaded, scripts)
    seen: list[Any] = []
    for found in loaded:
        seen.append(found)
        for node in _objects(found, _MOST_NODES, _HELD):
            if _is_article(node):
                return _article(_completed(node, chain(seen, loaded)))
    return ArticleData()


def _is_article(node: dict[str, Any]) -> bool:
    return any(name.endswith(_ARTICLES) for name in _strings(node.get("@type")))


def _article(node: dict[str, Any]) -> ArticleData:
    return ArticleData(
        types=tuple(_strings(node.get("@type"))),
        headline=_headline(node),
        authors=tuple(dict.fromkeys(name for key in _AUTHORS for name in _names(node.get(key)))),
        published=_first(node.get("datePublished")) or _first(node.get("dateCreated")),
        modified=_first(node.get("dateModified")),
        section=_first(node.get("articleSection")),
        genre=_first(node.get("genre")),
        site=next(_names(node.get("publisher")), None),
        language=_first(node.get("inLanguage")),
        url=_first(node.get("url")) or _first(node.get("mainEntityOfPage")),
    )


def _completed(node: dict[str, Any], loaded: Iterable[Any]) -> dict[str, Any]:
    """Return an article with what else the page's data say of it, and with the names that it refers to by an id."""
    stated = [item for key in _CREDITED for item in _listed(node.get(key))]
    if any(key in node for key in _AUTHORS) and not any(map(_reference, stated)):
        return node
    others = [other for found in loaded for other in _objects(found, _MOST_OBJECTS)]
    same = [other for other in others if other is not node and _is_same(node, other)]
    whole = {key: value for one in (*reversed(same), node) for key, value in one.items()}
    known = {other["@id"]: other for other in reversed(others) if "name" in other and _is_id(other.get("@id"))}
    meant = {key: [known.get(_reference(item), item) for item in _listed(whole.get(key))] for key in _CREDITED}
    return whole | meant


def _is_same(node: dict[str, Any], other: dict[str, Any]) -> bool:
    """Tell whether two objects are the same article: by their id, or by their headline."""
    if _is_id(node.get("@id")) and node["@id"] == other.get("@id"):
        return True
    return _is_article(other) and _headline(node) is not None and _headline(node) == _headline(other)


def _reference(item: Any) -> str:
    """Return the id by which an item refers to an object that stands elsewhere, or nothing."""
    if isinstance(item, dict):
        item = None if "name" in item else item.get("@id")
    return item if _is_id(item) else ""


def _is_id(value: Any) -> bool:
    """Tell whether a value may be the id of an object, which is an address or a part of one."""
    return isinstance(value, str) and any(sign in value for sign in "#/:")


def _loaded(script: str) -> Any:
    if len(script) > _LONGEST:
        return None
    text = script.strip().removeprefix("<!--").removesuffix("-->").removeprefix("//<![CDATA[").removesuffix("//]]>")
    try:
        return json.loads(text.strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(data: Any, most: int, keys: Iterable[str] | None = None) -> Iterator[dict[str, Any]]:
    """Yield the objects of the data, outer ones first, up to a number: those below some *keys*, or all of them."""
    waiting = deque([data])
    for _ in range(most):
        if not waiting:
            return
        node = waiting.popleft()
        if isinstance(node, list):
            waiting.extend(node[:_MOST_NODES])
        elif isinstance(node, dict):
            yield node
            waiting.extend(node[key] for key in (node if keys is None else keys) if key in node)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _headline(node: dict[str, Any]) -> str | None:
    return _first(node.get("headline")) or _first(node.get("name"))


def _strings(value: Any) -> Iterator[str]:
    for item in _listed(value):
        if isinstance(item, str) and item.strip():
            yield " ".join(item.split())


def _first(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("name")
    return next(_strings(value), None)


def _names(value: Any) -> Iterator[str]:
    for item in _listed(value):
        yield from _strings(item.get("name") if isinstance(item, dict) else item)
