"""What a page says and where: the result of parsing, unchanged ever after."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import Any

from attrs import frozen

from source_audit.lazy import lazy
from source_audit.span import Span

_LETTER = re.compile(r"\w")


class BlockKind(StrEnum):
    """What a block of text is on the page."""

    SECTION = "section"
    HEADLINE = "headline"
    BYLINE = "byline"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list-item"
    BLOCKQUOTE = "blockquote"
    CAPTION = "caption"
    EMBED = "embed"


BODY_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.BLOCKQUOTE})
"""The blocks whose words are counted and whose statements are scored (`checks.md`, ruling 15)."""
FOREIGN = "language"
"""The code of the notice that a text is in another language than the rules read."""


@frozen(kw_only=True)
class Block:
    """A paragraph, heading, list item, caption or embed; blocks stand in order and never overlap."""

    kind: BlockKind
    span: Span


@frozen(kw_only=True)
class Link:
    """A link in the body: the anchor's span, the absolute address, and where it leads.

    ``target`` is the page that the address stands for, ``via`` what was undone to see it: archive, redirect, amp, or
    short-link, which hides its target; None for an address without such a wrapping. ``domain`` is the target's
    registered domain (Public Suffix List), ``owner`` whose that is, seen from the article: own, same-owner, external
    or unknown. ``place`` is home, search, login or page, ``serves`` the kind of page or site it is; ``site`` is the
    site's name in our register, if it is there.
    """

    span: Span
    href: str
    text: str
    domain: str
    serves: str
    target: str = ""
    via: str | None = None
    owner: str = "unknown"
    place: str = "page"
    site: str = ""


@frozen(kw_only=True)
class Embed:
    """A post of another platform shown inside the article, as markup or as pasted text.

    ``span`` is the whole block, ``words`` the post's own words in it and ``signature`` the line that names
    its author; each is None where the page shows none. ``anchor`` is the paragraph before it.
    ``printed_date`` stands as printed; ``computed_date`` is worked out from the post's id (UTC), and ``days_apart`` is
    how many days lie between the two, None where one of them is missing or cannot be read. ``quoted_post`` and
    ``replied_to`` are the post that this one quotes or answers: its address or, where only the account is shown,
    "@handle". ``media_only`` is whether it is a picture or film without words, ``screenshot`` whether only an image
    of it is shown; ``text`` is then what the image's description says it reads.
    """

    platform: str
    handle: str | None = None
    author: str | None = None
    post_id: str | None = None
    permalink: str | None = None
    text: str = ""
    printed_date: str | None = None
    computed_date: date | None = None
    days_apart: int | None = None
    truncated: bool = False
    quoted_post: str | None = None
    replied_to: str | None = None
    media_only: bool = False
    screenshot: bool = False
    span: Span | None = None
    words: Span | None = None
    signature: Span | None = None
    anchor: Span | None = None


@frozen(kw_only=True)
class Stated:
    """A value of the article's metadata with where it was read: json-ld, meta, h1, byline, time, url, text, caller.

    ``span`` is where it stands in ``Document.text``, if it does.
    """

    value: str
    origin: str
    span: Span | None = None


@frozen(kw_only=True)
class Conflict:
    """A thing that the page says in different ways: ``what`` is title, authors or published.

    There is one value for each place where it was read; the first is the one that was taken. Several authors are one
    value, with commas between them.
    """

    what: str
    values: tuple[Stated, ...]


@frozen(kw_only=True)
class Genre:
    """The kind of article, what says it, and how sure that is (0 to 1).

    ``by`` is json-ld, meta, label, headline, section, address, site, text (a wording or the form of the text), manner
    (others' statements told in the third person), caller, or default where nothing says it. ``words`` are the words or
    the value that decided; ``spans`` are where they stand in ``Document.text``, if they do.
    """

    value: str = "unknown"
    by: str = "default"
    confidence: float = 0.0
    words: str = ""
    spans: tuple[Span, ...] = ()


@frozen(kw_only=True)
class Notice:
    """Something a user should know about how the article could be read; a *severe* one withholds the score."""

    code: str
    message: str
    severe: bool = False


@frozen(kw_only=True, slots=False)
class Document:
    """An article: its text, the blocks of it, and what the page shows around it.

    For ``content_type`` "text", ``text`` is the input unchanged. ``sha256`` is the digest of the input as given.
    """

    text: str
    blocks: tuple[Block, ...]
    content_type: str
    sha256: str
    links: tuple[Link, ...] = ()
    embeds: tuple[Embed, ...] = ()
    title: Stated | None = None
    authors: tuple[Stated, ...] = ()
    published: Stated | None = None
    modified: Stated | None = None
    site: Stated | None = None
    url: Stated | None = None
    language: Stated | None = None
    section: Stated | None = None
    genre: Genre = Genre()
    conflicts: tuple[Conflict, ...] = ()
    notices: tuple[Notice, ...] = ()

    def but(self, **changes: Any) -> "Document":
        """Return the document with some changes to other fields than text and blocks; what was worked out is kept."""
        other = object.__new__(Document)
        object.__setattr__(other, "__dict__", self.__dict__ | changes)
        return other

    @lazy
    def body(self) -> tuple[Block, ...]:
        """The blocks of the article itself: no headline, byline, caption or embed."""
        return tuple(block for block in self.blocks if block.kind in BODY_KINDS)

    @lazy
    def words(self) -> int:
        """The number of words in the body; a word is a run without spaces that holds a letter or digit."""
        runs = [run for block in self.body for run in block.span.of(self.text).split()]
        return len(runs) - sum([not _LETTER.search(run) for run in runs if not run[0].isalnum()])

    @property
    def is_html(self) -> bool:
        """Whether the article came as markup, so that links and posts could be seen."""
        return self.content_type == "html"

    @property
    def is_foreign(self) -> bool:
        """Whether the text is in another language than the rules read, so that nothing they find can be relied on."""
        return any(notice.code == FOREIGN for notice in self.notices)

    def block_at(self, offset: int) -> Block | None:
        """Return the block in which *offset* lies, or None between blocks."""
        place = bisect_right(self._starts, offset) - 1
        return self.blocks[place] if place >= 0 and offset < self.blocks[place].span.end else None

    def rooms_of(self, spans: Iterable[Span]) -> list[Span]:
        """Return the spans of the blocks that some spans touch, in order."""
        found: dict[int, Span] = {}
        for span in spans:
            place = max(bisect_right(self._starts, span.start) - 1, 0)
            while place < len(self.blocks) and (room := self.blocks[place].span).start < span.end:
                if span.start < room.end:
                    found[place] = room
                place += 1
        return list(found.values()) if len(found) < 2 else [found[place] for place in sorted(found)]

    def blocks_of(self, *kinds: BlockKind) -> Iterator[Block]:
        """Yield the blocks of these kinds, in order."""
        return (block for block in self.blocks if block.kind in kinds)

    @lazy
    def _starts(self) -> list[int]:
        return [block.span.start for block in self.blocks]
