"""Posts in a site's own markup, with one link to them or none: a card with words and, mostly, a name."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import islice

from attrs import frozen
from lxml.etree import _Element

from source_audit.parse.dates import is_printed_date
from source_audit.parse.names import means, names_of
from source_audit.parse.pieces import Piece
from source_audit.parse.shown import Said, is_small, post_piece, shown_lines, without_notes, words_of
from source_audit.parse.signature import Signature
from source_audit.parse.signing import is_author, is_day, signing_line
from source_audit.resources import data
from source_audit.web.platforms import platform_of_handle, read_permalink

_MOST_WORDING = 900
_LEAST_WORDS = 3
_MOST_LINKS = 6
_NO_POSTS = ("iframe", "form", "input", "button", "video", "audio", "table", "h1", "h2", "article")
_APART = (
    "b",
    "strong",
    "cite",
    "footer",
    "header",
    "figcaption",
    "span",
    "small",
    "em",
    "i",
    "h3",
    "h4",
    "h5",
    "h6",
    "time",
    "a",
)
_TAGGED = re.compile(r"(?:^|\s)[#@]\w{2,}")


@frozen(kw_only=True)
class _Signed:
    """Which lines sign a post, and what they say."""

    numbers: frozenset[int] = frozenset()
    author: str | None = None
    handle: str | None = None
    day: str | None = None


def unlinked_post(element: _Element, holds_markup: Callable[[_Element], bool]) -> Piece | None:
    """Return the post that an element shows whose names say that it is one, or None.

    An element whose name may mean other things is a post where an account stands in it.
    """
    names = names_of(element)
    sure = means(names, "post_cards")
    if not may_mean_post(names) or means(names, "not_posts"):
        return None
    if not _may_be_post(element) or holds_markup(element):
        return None
    links = [found for link in element.iter("a") if (found := read_permalink((link.get("href") or "").strip()))]
    permalink = links[0] if links else None
    lines, media, answered = without_notes(shown_lines(element), permalink)
    signed = _signed(element, lines)
    words = "\n".join(line for number, line in enumerate(lines) if number not in signed.numbers)
    if len(words.split()) < _LEAST_WORDS or _is_invitation(words) or not _says_more_than_links(element):
        return None
    if not (sure or signed.handle or (means(names, "perhaps_posts") and _TAGGED.search(words))):
        return None
    if permalink and not (signed.day and (signed.author or signed.handle)):
        return None
    own = permalink.platform if permalink else platform_named(names)
    platform = own or (platform_of_handle(signed.handle) if signed.handle else "x")
    signature = Signature(at=0, handle=signed.handle, author=signed.author, platform=platform, date=signed.day)
    line = " ".join(lines[number] for number in sorted(signed.numbers))
    said = Said(words=words, signature=signature, signed=line, media=media, answered=answered)
    return post_piece(platform, permalink, said)


@lru_cache(maxsize=8192)
def may_mean_post(names: str) -> bool:
    """Tell whether names say, or may say, that an element is a post."""
    return any(means(names, what) for what in ("post_cards", "posts", "perhaps_posts"))


def platform_named(names: str) -> str | None:
    """Return the platform that the names of an element tell of ("tg-card", "tweet")."""
    listed = data("embeds")["platform_words"]
    return next((platform for platform in listed if means(names, f"posts_on.{platform}")), None)


def _may_be_post(element: _Element) -> bool:
    size = sum(map(len, element.itertext()))
    if not is_small(element) or size > _MOST_WORDING or next(element.iter(*_NO_POSTS), element) is not element:
        return False
    links = [link.get("href") or "" for link in islice(element.iter("a"), _MOST_LINKS + 1)]
    posts = {found.url for link in links if (found := read_permalink(link.strip()))}
    return len(links) <= _MOST_LINKS and len(posts) <= 1


def _says_more_than_links(element: _Element) -> bool:
    linked = sum(len(words_of(link).split()) for link in element.iter("a"))
    return len(words_of(element).split()) >= linked + _LEAST_WORDS


def _is_invitation(words: str) -> bool:
    return words.lower().startswith(tuple(data("embeds")["invitations"]))


def _signed(element: _Element, lines: Sequence[str]) -> _Signed:
    """Return what the first and last lines say of the author, the account and the day."""
    apart = {words_of(part) for part in element.iter(*_APART)}
    numbers: set[int] = set()
    author = handle = day = None
    for number in dict.fromkeys((0, 1, *range(max(0, len(lines) - 3), len(lines)))):
        if number >= len(lines):
            continue
        line = lines[number]
        if found := signing_line(line):
            author, handle, day = author or found.author, handle or found.handle, day or found.date
        elif is_day(line) or is_printed_date(line):
            day = day or line
        elif author is None and len(lines) > 1 and is_author(line, apart=line in apart, last=number == len(lines) - 1):
            author = line
        else:
            continue
        numbers.add(number)
    return _Signed(numbers=frozenset(numbers), author=author, handle=handle, day=day)
