"""Posts of other platforms that a page shows as markup, in the forms that pages give them."""

from collections import deque
from collections.abc import Iterator
from functools import cache
from urllib.parse import unquote

from attrs import evolve
from lxml.etree import _Element

from source_audit.document import BlockKind
from source_audit.parse.copied import copied_post
from source_audit.parse.dates import is_printed_date
from source_audit.parse.kept import kept_markup, kept_post, tree_of
from source_audit.parse.names import means, names_of
from source_audit.parse.pieces import Piece
from source_audit.parse.quoted import signed_quotation
from source_audit.parse.screenshots import pictured_post
from source_audit.parse.shown import bare_post, filled, is_small, post_of_lines, shown_lines, words_of
from source_audit.parse.tags import FRAMES
from source_audit.parse.unlinked import may_mean_post, unlinked_post
from source_audit.resources import data
from source_audit.web.platforms import Permalink, post_of, read_permalink

_WRAPPERS = frozenset(["div", "figure", "section", "span", "p", "a", "article", "center", "script", "li", "aside"])
_COPIES = frozenset(["div", "figure", "section", "article", "li", "aside"])
_PICTURES = frozenset(["img", "picture"])
_PLAYERS = FRAMES | {"video"}
_MOST_WORDING = 3_000


def read_embed(element: _Element) -> Piece | None:
    """Return the post that an element shows, with spans that count from the piece's start, or None."""
    tag = element.tag
    if tag == "blockquote":
        return _quotation(element) or signed_quotation(element, _holds_markup) or unlinked_post(element, _holds_markup)
    if tag in _PLAYERS:
        return _framed(element)
    if tag in _PICTURES:
        return _pictured(element)
    if tag in _WRAPPERS and element.attrib:
        return _wrapped(element)
    return None


def posts_below(element: _Element) -> Iterator[Piece]:
    """Yield the posts inside a part of a page that is not walked."""
    for inner in element.iter("blockquote", "div", "script", "img", *_PLAYERS):
        if (piece := read_embed(inner)) is not None:
            yield piece


def posts_in(markup: str) -> Iterator[Piece]:
    """Yield the posts in markup that stands in a page as text."""
    tree = tree_of(markup)
    return iter(()) if tree is None else posts_below(tree)


def _quotation(element: _Element) -> Piece | None:
    platform = _platform_by_class(element)
    permalink = _by_address(element) or _by_id(element) or _by_link(element)
    if platform is None and (permalink is None or not is_small(element)):
        return None
    lines = shown_lines(element)
    sure = platform or (permalink and (_is_telling(element) or _ends_with_link(element, permalink)))
    piece = post_of_lines(platform, permalink, lines, signature_needed=not sure)
    if piece is not None and piece.embed and (quoted := _quoted(element, permalink)):
        piece.embed = evolve(piece.embed, quoted_post=quoted)
    return piece


def _is_telling(element: _Element) -> bool:
    """Tell whether a quotation's class or its tag around it says that it is a post."""
    return _is_card(element) or means(names_of(element), "posts")


def _ends_with_link(element: _Element, permalink: Permalink) -> bool:
    """Tell whether a quotation closes with a link to the post that says when it was posted or where it is."""
    last = next(iter(deque(element.iter("a"), maxlen=1)), None)
    if last is None or read_permalink((last.get("href") or "").strip()) != permalink:
        return False
    words = words_of(last)
    return words_of(element).endswith(words) and (is_printed_date(words) or words.startswith("http") or not words)


def _quoted(element: _Element, own: Permalink | None) -> str | None:
    """Return the address of another post to which a post's own words link."""
    for link in element.iter("a"):
        found = read_permalink((link.get("href") or "").strip())
        if found and own and found.platform == own.platform and found.url not in (own.url, own.replied_to):
            return found.url
    return None


def _framed(element: _Element) -> Piece | None:
    inner = element.find(".//blockquote")
    permalink = _by_address(element) or _by_id(element)
    for tag in ("embed", "source") if permalink is None else ():
        below = element.find(f".//{tag}")
        permalink = permalink or (_by_address(below) if below is not None else None)
    if inner is not None and (piece := _quotation(inner)) is not None:
        return filled(piece, permalink)
    if permalink is None:
        return _by_markup(element)
    return bare_post(permalink, title=title_of(element) if permalink.film else "")


def _pictured(element: _Element) -> Piece | None:
    """Return the post that an image's description says it shows, or None."""
    image = element if element.tag == "img" else element.find(".//img")
    told = [image.get("alt"), image.get("title")] if image is not None else []
    found = next(filter(None, (pictured_post(words, described=True) for words in told if words)), None)
    return Piece(kind=BlockKind.EMBED, text="", embed=found) if found else None


def _wrapped(element: _Element) -> Piece | None:
    """Return the post of an element that stands in for one, by its attributes; one with much text is none."""
    if element.tag == "script":
        permalink = _by_id(element)
        return bare_post(permalink) if permalink else _by_markup(element)
    if _may_hold_post(element) and (piece := _by_data(element)) is not None:
        return piece
    if element.tag in _COPIES and element.get("class") and may_mean_post(names := names_of(element)):
        copied = copied_post(element, _holds_markup) if means(names, "posts") else None
        return copied or unlinked_post(element, _holds_markup)
    if element.tag == "a" and _is_card(element) and (permalink := read_permalink(element.get("href") or "")):
        return post_of_lines(None, permalink, shown_lines(element))
    return None


def _may_hold_post(element: _Element) -> bool:
    """Tell whether an element has data or an id of which something can tell of a post."""
    keys = [*map(str, element.keys())]
    if (element.get("id") or "").startswith(_prefixes()):
        return True
    told = not _telling().isdisjoint(keys) or _platform_by_class(element) is not None
    return told and any(name.startswith("data-") for name in keys)


def _holds_markup(element: _Element) -> bool:
    """Tell whether a platform's own markup of a post stands inside an element."""
    return any(
        _platform_by_class(inner) or _by_id(inner) or _by_address(inner)
        for inner in element.iter("blockquote", "div", *_PLAYERS)
        if inner is not element and inner.attrib
    )


def _by_data(element: _Element) -> Piece | None:
    permalink = _by_address(element) or _by_id(element)
    if permalink is None and _platform_by_class(element):
        permalink = _by_link(element)
    if permalink is None:
        return kept_post(element) or _by_markup(element)
    if sum(map(len, element.itertext())) > _MOST_WORDING:
        return None
    if (inner := element.find(".//blockquote")) is not None and (piece := _quotation(inner)) is not None:
        return filled(piece, permalink)
    if (platform := _platform_by_class(element)) is not None and (lines := shown_lines(element)):
        return post_of_lines(platform, permalink, lines)
    return _described(element, permalink)


def _described(element: _Element, permalink: Permalink) -> Piece:
    """Return a post with the words of a description, which readers do not see on the page."""
    described = next((text for name in data("embeds")["descriptions"] if (text := element.get(name))), "")
    start, colon, words = described.partition(": ")
    title = words.strip() if colon and " post by @" in start else ""
    return bare_post(permalink, title=title or (title_of(element) if permalink.film else ""))


def title_of(element: _Element) -> str:
    """Return what a frame says that its film or document is called, if it says more than its own name."""
    names = data("embeds")
    for name in names["titles"]:
        title = " ".join((element.get(name) or "")[:_MOST_WORDING].split()).removeprefix("Play: ")
        if title and title.lower() not in names["no_titles"]:
            return title
    return ""


def _by_markup(element: _Element) -> Piece | None:
    """Return the post in markup that waits in an attribute or script for the reader's consent."""
    found = (next(posts_in(markup), None) for markup in kept_markup(element))
    return next(filter(None, found), None)


def _by_id(element: _Element) -> Permalink | None:
    for row in _ids():
        value = (element.get(row["attribute"]) or "").strip()
        prefix = row.get("prefix", "")
        if not value or row.get("tag", element.tag) != element.tag or not value.startswith(prefix):
            continue
        if "//" in value:
            return read_permalink(value)
        handle, _, post_id = value.removeprefix(prefix).rpartition("/")
        if post_id.replace("-", "").replace("_", "").isalnum():
            return post_of(row["platform"], post_id, handle or None)
    return None


def _by_address(element: _Element) -> Permalink | None:
    for value in addresses_of(element):
        if ("//" in value or "%2F" in value) and (permalink := read_permalink(_address(value))):
            return permalink
    if ":" in str(element.tag) or element.get("data-iframely-url") is not None:
        return read_permalink((element.get("href") or "").strip())
    return None


def addresses_of(element: _Element) -> Iterator[str]:
    """Yield what stands in the attributes that may hold the address of what an element shows."""
    return filter(None, map(element.get, _addresses()))


def _address(value: str) -> str:
    """Return the address in an attribute, also where a service's own address goes before it."""
    value = value.strip()
    if read_permalink(value):
        return value
    value = unquote(value)
    return value[max(value.rfind("https://"), value.rfind("http://"), 0) :]


def _by_link(element: _Element) -> Permalink | None:
    """Return the last permalink among an element's links: a quoted post's stands before the post's own.

    The post that a comment answers stands after it.
    """
    found = None
    for link in element.iter("a"):
        permalink = read_permalink((link.get("href") or "").strip())
        if permalink and not (found and found.replied_to == permalink.url):
            found = permalink
    return found


def _platform_by_class(element: _Element) -> str | None:
    named = (element.get("class") or "").split()
    return next((platform for name in named if (platform := data("embeds")["quotations"].get(name))), None)


def _is_card(element: _Element) -> bool:
    named = (element.get("class") or "").split()
    return any(name in data("embeds")["cards"] for name in named)


@cache
def _addresses() -> tuple[str, ...]:
    return tuple(data("embeds")["addresses"])


@cache
def _telling() -> frozenset[str]:
    """Return the attributes in which `_by_data` looks for a post."""
    names = data("embeds")
    listed = (names["addresses"], names["markup"], names["json_markup"], names["coded"])
    return frozenset(name for each in listed for name in each) | {row["attribute"] for row in _ids()} - {"id"}


@cache
def _prefixes() -> tuple[str, ...]:
    return tuple(row["prefix"] for row in _ids() if "prefix" in row)


@cache
def _ids() -> tuple[dict[str, str], ...]:
    return tuple(data("embeds")["ids"])
