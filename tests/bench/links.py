"""Which links of the gold data stand in boxes: posts, related lists, tags and shops, which are no links of the article."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any
from urllib.parse import urljoin

from lxml import html
from lxml.etree import _Element

from source_audit.document import Document
from source_audit.parse.container import is_box
from source_audit.parse.embeds import read_embed
from source_audit.parse.names import names_of
from source_audit.parse.tags import SKIPPED

MOST_LINKED = 0.8
Truth = Mapping[str, Any]
_WORD = re.compile(r"\w+")


def accuracy(documents: Mapping[str, Document | None], truth: Truth, names: Iterable[str]) -> dict[str, float]:
    """Return recall and precision of the links of these pages."""
    right = found = wanted = 0
    for name in names:
        given, seen = given_links(truth[name]), seen_links(documents[name], truth[name]["url"])
        right, found, wanted = right + (given & seen).total(), found + seen.total(), wanted + given.total()
    return {"recall": round(right / wanted, 4), "precision": round(right / found, 4), "found": found, "wanted": wanted}


def in_boxes(
    documents: Mapping[str, Document | None], truth: Truth, pages: Mapping[str, bytes]
) -> list[tuple[str, str, int]]:
    """Return page, kind of box and number of the links that the gold data has, that stand in a box, and were left out."""
    found: Counter[tuple[str, str]] = Counter()
    for name in truth:
        missed = given_links(truth[name]) - seen_links(documents[name], truth[name]["url"])
        kinds = dict(_boxed(pages[name], truth[name]["url"])) if missed else {}
        for key, count in missed.items():
            if key in kinds:
                found[name, kinds[key]] += count
    return [(name, kind, count) for (name, kind), count in sorted(found.items())]


def without(figures: Mapping[str, float], boxed: Iterable[tuple[str, str, int]]) -> dict[str, float]:
    """Return recall over the links outside boxes; precision is the same, as no link in a box was given."""
    left = figures["wanted"] - sum(count for _, _, count in boxed)
    recall = figures["recall"] * figures["wanted"] / left
    return {"recall": round(recall, 4), "precision": figures["precision"], "found": figures["found"], "wanted": left}


def link_key(href: str, text: str, base: str) -> tuple[str, str]:
    """Return the absolute address without fragment, and the letters of the link's words."""
    with suppress(ValueError):
        href = urljoin(base, href.strip())
    return href.split("#")[0].rstrip("/"), "".join(_WORD.findall(text))


def given_links(page: Mapping[str, Any]) -> Counter[tuple[str, str]]:
    """Return the links that the gold data has for a page."""
    return Counter(link_key(link["href"], link["text"], page["url"]) for link in page["links"])


def seen_links(document: Document | None, base: str) -> Counter[tuple[str, str]]:
    """Return the links of a document."""
    return Counter(link_key(link.href, link.text, base) for link in (document.links if document else ()))


def _boxed(page: bytes, base: str) -> Iterator[tuple[tuple[str, str], str]]:
    for anchor in html.fromstring(page).iter("a"):
        kind = _kind_of_box(anchor)
        if kind:
            yield link_key(urljoin(base, anchor.get("href") or ""), _text(anchor), base), kind


def _kind_of_box(anchor: _Element) -> str | None:
    """Return in what an anchor stands that is no running text: a post, a part that its names call a box, a list of links."""
    for element in anchor.iterancestors():
        if element.tag in ("article", "main", "body"):
            return None
        if element.tag == "blockquote" and read_embed(element) is not None:
            return "post"
        if element.tag in SKIPPED or is_box(element, names_of(element)):
            return "box"
        if element.tag in ("p", "li", "h2", "h3", "h4") and _is_all_link(element, anchor):
            return "line that is only a link"
    return None


def _is_all_link(element: _Element, anchor: _Element) -> bool:
    return _size(anchor) > MOST_LINKED * _size(element)


def _size(element: _Element) -> int:
    return len(_text(element).strip())


def _text(element: _Element) -> str:
    return "".join(str(text) for text in element.itertext())
