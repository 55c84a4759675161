"""Running text made into pieces: white space closed up, links and line breaks kept at their places."""

import re

from attrs import define, field

from source_audit.document import BlockKind, Embed

_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]"
)


def visible(text: str) -> str:
    """Return a text without signs that turn or hide what stands around them."""
    return text if text.isascii() else _INVISIBLE.sub("", text)


@define(kw_only=True)
class Anchor:
    """A link's address and where its words stand in the piece."""

    href: str
    start: int = -1
    end: int = -1


@define(kw_only=True)
class Piece:
    """A block to be: its kind and text, its links, and the post it shows, if it is one.

    ``boxed`` marks a post that stands in a part that is dropped: it counts only between two pieces of the body.
    ``told`` marks a line that says whose the post above it is: it is no post itself.
    ``framed`` marks the link that a document's frame stands for: it counts where the article does not link there.
    """

    kind: BlockKind
    text: str
    anchors: list[Anchor] = field(factory=list)
    embed: Embed | None = None
    boxed: bool = False
    told: bool = False
    framed: bool = False

    @property
    def linked(self) -> int:
        """The number of characters that are links."""
        return sum(anchor.end - anchor.start for anchor in self.anchors)


@define
class Pieces:
    """Collects text as a page is walked; a piece ends at each block's border and at two line breaks in a row."""

    done: list[Piece] = field(factory=list)
    _parts: list[str] = field(factory=list)
    _size: int = 0
    _space: bool = False
    _breaks: int = 0
    _kind: BlockKind = BlockKind.PARAGRAPH
    _held: bool = False
    _open: list[Anchor] = field(factory=list)
    _anchors: list[Anchor] = field(factory=list)

    def add(self, text: str, kind: BlockKind) -> None:
        """Add running text; *kind* is what a piece that begins here is."""
        words = text.split()
        if not words:
            self._space = not self._held
            return
        if not text.isascii() and _INVISIBLE.search(text):
            text = _INVISIBLE.sub("", text)
            if not (words := text.split()):
                return
        lead = "" if self._held else self._lead(text[0].isspace())
        self._held = False
        if not self._size:
            self._kind = kind
        start = self._size + len(lead)
        self._parts.append(lead + " ".join(words))
        self._size += len(self._parts[-1])
        for anchor in self._open:
            anchor.start, anchor.end = (start if anchor.start < 0 else anchor.start), self._size
        self._space, self._breaks = text[-1].isspace(), 0

    def _lead(self, space: bool) -> str:
        if self._size and self._breaks > 1:
            self.end()
        if not self._size:
            return ""
        return "\n" if self._breaks else " " if space or self._space else ""

    def line_break(self) -> None:
        """Add a line break."""
        self._breaks += 1

    def open_link(self, href: str) -> None:
        """Begin a link."""
        self._open.append(Anchor(href=href))

    def close_link(self) -> None:
        """End the link that was begun last."""
        if self._open:
            self._keep(self._open.pop())

    def end(self) -> None:
        """End the piece; a link that is still open goes on in the next one."""
        if self._held:
            return
        if not self._size:
            self._space, self._breaks = False, 0
            return
        for number, anchor in enumerate(self._open):
            self._keep(anchor)
            self._open[number] = Anchor(href=anchor.href)
        self.done.append(Piece(kind=self._kind, text="".join(self._parts), anchors=self._anchors))
        self._parts, self._anchors = [], []
        self._size, self._space, self._breaks = 0, False, 0

    def _keep(self, anchor: Anchor) -> None:
        if anchor.start >= 0:
            self._anchors.append(anchor)

    def hold(self) -> None:
        """Join what comes next to the single letter that was collected: it is the rest of its word."""
        self._held = self._size == 1
        self._space = self._space and not self._held
