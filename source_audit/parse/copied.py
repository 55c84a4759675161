"""Posts that a site shows in markup of its own: name, account, words and a link to the post, in whatever order."""

from collections.abc import Callable

from attrs import evolve
from lxml.etree import _Element

from source_audit.parse.dates import is_printed_date
from source_audit.parse.names import means, names_of
from source_audit.parse.pieces import Piece
from source_audit.parse.shown import Said, is_small, post_piece, shown_lines, without_notes, words_of
from source_audit.parse.signature import Signature
from source_audit.web.platforms import Permalink, read_account, read_permalink

_MOST_WORDING = 3_000
_PARTS = ("div", "blockquote", "section", "a")
_SHORT = 80


def copied_post(element: _Element, holds_markup: Callable[[_Element], bool]) -> Piece | None:
    """Return the post that an element with a telling name shows, if it links to exactly one, or None.

    *holds_markup* tells whether a platform's own markup stands in it, which says more.
    """
    if not is_small(element):
        return None
    quoted = [part for part in element.iter(*_PARTS) if part is not element and means(names_of(part), "quoted_posts")][
        :1
    ]
    apart = {link for part in quoted for link in part.iter("a")}
    links = [link for link in element.iter("a") if link not in apart]
    posts = {found.url: found for link in links if (found := read_permalink((link.get("href") or "").strip()))}
    if len(posts) != 1 or sum(map(len, element.itertext())) > _MOST_WORDING or holds_markup(element):
        return None
    (permalink,) = posts.values()
    lines, media, answered = without_notes(shown_lines(element, quoted), permalink)
    author = _author(links, permalink)
    day = _day(element, links)
    words = "\n".join(line for line in lines if not _is_frame(line, author, permalink, day))
    signed = " ".join(filter(None, [author, f"@{permalink.handle}" if permalink.handle else "", day]))
    if not words and not author:
        return None
    signature = Signature(at=0, handle=permalink.handle, author=author, platform=permalink.platform, date=day)
    piece = post_piece(
        permalink.platform,
        permalink,
        Said(words=words, signature=signature, signed=signed, media=media, answered=answered),
    )
    if quoted and piece.embed:
        piece.embed = evolve(piece.embed, quoted_post=_quoted(quoted[0]))
    return piece


def _quoted(element: _Element) -> str | None:
    """Return the address of a quoted post, or the account that its lines name."""
    for link in element.iter("a"):
        if found := read_permalink((link.get("href") or "").strip()):
            return found.url
    names = (word.strip("()") for line in shown_lines(element) for word in line.split())
    return next((name for name in names if name.startswith("@") and len(name) > 1), None)


def _author(links: list[_Element], permalink: Permalink) -> str | None:
    """Return the words of the link to the author's page, but for those that are the account's name."""
    for link in links:
        account = read_account((link.get("href") or "").strip())
        words = words_of(link)
        same = account and (permalink.handle is None or account[1].lower() == _short(permalink.handle))
        name = words.partition(" @")[0].partition(" (@")[0]
        if same and name and not name.startswith("@") and len(name) <= _SHORT:
            return name
    return None


def _day(element: _Element, links: list[_Element]) -> str | None:
    places = [*element.iter("time"), *(link for link in links if read_permalink((link.get("href") or "").strip()))]
    words = (words_of(place) for place in places)
    return next((text for text in words if text and is_printed_date(text)), None)


def _is_frame(line: str, author: str | None, permalink: Permalink, day: str | None) -> bool:
    """Tell whether a line says only who posted and when."""
    rest = line.replace(day, "") if day else line
    rest = rest.replace(author, "") if author else rest
    words = [word.strip("()·•,.-–—|:") for word in rest.split()]
    own = ("", f"@{permalink.handle}".lower(), f"@{_short(permalink.handle)}") if permalink.handle else ("",)
    return all(word.lower() in own or word.isdigit() for word in words)


def _short(handle: str) -> str:
    """Return a handle in small letters, without its server."""
    return handle.lower().partition("@")[0]
