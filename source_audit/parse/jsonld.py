"""What a page states of its article in JSON-LD."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import frozen

_LONGEST = 500_000
_MOST_NODES = 500
_ARTICLES = ("Article", "BlogPosting", "LiveBlogPosting", "Review", "CriticReview", "Report", "Posting")


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
    for script in scripts:
        for node in _nodes(_loaded(script)):
            types = tuple(_strings(node.get("@type")))
            if any(name.endswith(_ARTICLES) for name in types):
                return _article(types, node)
    return ArticleData()


def _article(types: tuple[str, ...], node: dict[str, Any]) -> ArticleData:
    return ArticleData(
        types=types,
        headline=_first(node.get("headline")) or _first(node.get("name")),
        authors=tuple(dict.fromkeys([*_names(node.get("author")), *_names(node.get("creator"))])),
        published=_first(node.get("datePublished")) or _first(node.get("dateCreated")),
        modified=_first(node.get("dateModified")),
        section=_first(node.get("articleSection")),
        genre=_first(node.get("genre")),
        site=next(_names(node.get("publisher")), None),
        language=_first(node.get("inLanguage")),
        url=_first(node.get("url")) or _first(node.get("mainEntityOfPage")),
    )


def _loaded(script: str) -> Any:
    if len(script) > _LONGEST:
        return None
    text = script.strip().removeprefix("<!--").removesuffix("-->").removeprefix("//<![CDATA[").removesuffix("//]]>")
    try:
        return json.loads(text.strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    """Yield the objects of the data, outer ones first; an article may stand in a list, a graph or a page."""
    waiting = [data]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting.extend(node[:_MOST_NODES])
        elif isinstance(node, dict):
            yield node
            waiting.extend(
                node[key] for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement") if key in node
            )


def _strings(value: Any) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str) and item.strip():
            yield " ".join(item.split())


def _first(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("name")
    return next(_strings(value), None)


def _names(value: Any) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        yield from _strings(item.get("name") if isinstance(item, dict) else item)
