"""One walk over the article's container, from which text, links and posts come together and in order."""

from lxml import etree
from lxml.etree import _Element

from source_audit.document import BlockKind
from source_audit.parse.container import is_box
from source_audit.parse.documents import framed_document
from source_audit.parse.embeds import posts_below, read_embed
from source_audit.parse.names import means, names_of
from source_audit.parse.picture_lines import pictured_line
from source_audit.parse.pieces import Piece, Pieces
from source_audit.parse.shown import is_small, words_of
from source_audit.parse.tags import FRAMES, IN_A_LINE, INLINE, SKIPPED

_KINDS = {
    "li": BlockKind.LIST_ITEM,
    "dd": BlockKind.LIST_ITEM,
    "dt": BlockKind.LIST_ITEM,
    "blockquote": BlockKind.BLOCKQUOTE,
    "figcaption": BlockKind.CAPTION,
    "h1": BlockKind.HEADLINE,
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), BlockKind.HEADING),
}


def walk(container: _Element, kept: frozenset[_Element] = frozenset()) -> list[Piece]:
    """Return the pieces of the container, in order; the elements in *kept* are no chrome, whatever they are called."""
    return _Walk(container, kept).pieces.done


class _Walk:
    """The state of a walk: the pieces so far, and the kinds of block and the drop caps that it stands in.

    A drop cap is a first letter set apart as a block, whose word goes on in the next one.
    """

    def __init__(self, container: _Element, kept: frozenset[_Element]) -> None:
        self.pieces = Pieces()
        self._caps: list[_Element] = []
        self._kinds: list[tuple[_Element | None, BlockKind]] = [(None, BlockKind.PARAGRAPH)]
        self._container = container
        self._kept = kept
        self._events = etree.iterwalk(container, events=("start", "end"))
        for event, element in self._events:
            if event == "start":
                self._enter(element)
            elif element is not container:
                self._leave(element)
        self.pieces.end()

    def _enter(self, element: _Element) -> None:
        tag = element.tag
        if tag == "br":
            self.pieces.line_break()
            return
        names = names_of(element)
        if tag not in INLINE and means(names, "drop_caps"):
            self._caps.append(element)
        elif tag not in IN_A_LINE:
            self.pieces.end()
        if element is not self._container and self._is_apart(element, names):
            self._events.skip_subtree()
            return
        self._note_kind(element, names)
        if tag == "a":
            self.pieces.open_link(element.get("href") or "")
        if element.text:
            self.pieces.add(element.text, self._kinds[-1][1])

    def _leave(self, element: _Element) -> None:
        if self._caps and self._caps[-1] is element:
            self._caps.pop()
            self.pieces.hold()
        elif element.tag not in IN_A_LINE:
            self.pieces.end()
        if self._kinds[-1][0] is element:
            self._kinds.pop()
        if element.tag == "a":
            self.pieces.close_link()
        if element.tail:
            self.pieces.add(element.tail, self._kinds[-1][1])

    def _note_kind(self, element: _Element, names: str) -> None:
        kind = _KINDS.get(element.tag)
        if kind is None and means(names, "captions"):
            kind = BlockKind.CAPTION
        if kind is not None:
            self._kinds.append((element, kind))

    def _is_apart(self, element: _Element, names: str) -> bool:
        """Tell whether an element is no running text: a post or document, kept as one, or a part that is dropped."""
        if (piece := read_embed(element) or (framed_document(element) if element.tag in FRAMES else None)) is not None:
            self.pieces.end()
            self.pieces.done.append(piece)
            return True
        if element.tag in SKIPPED or (element.tag != "a" and is_box(element, names, main=element in self._kept)):
            if not means(names, "replies"):
                self._keep_boxed(element, names)
            if means(names, "popups") and (words := next(element.iterchildren("a"), None)) is not None:
                self.pieces.add("".join(map(str, words.itertext())), self._kinds[-1][1])
            return True
        return False

    def _keep_boxed(self, element: _Element, names: str) -> None:
        """Keep the posts in a part that is dropped, and a credit that says that a picture shows one."""
        if means(names, "picture_credits") and is_small(element) and pictured_line(credit := words_of(element)):
            self.pieces.end()
            self.pieces.done.append(Piece(kind=BlockKind.CAPTION, text=credit))
        for piece in posts_below(element):
            piece.boxed = True
            self.pieces.done.append(piece)
