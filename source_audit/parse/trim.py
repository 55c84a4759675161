"""Which pieces of a container are the article: link lists, prompts and what stands above the headline go."""

from functools import cache
from itertools import groupby

from source_audit.document import BODY_KINDS, BlockKind
from source_audit.parse.documents import without_doubles
from source_audit.parse.head import Shown
from source_audit.parse.links import leads_to_document
from source_audit.parse.picture_lines import pictured_line
from source_audit.parse.pieces import Piece
from source_audit.parse.signed import is_signed, signs_below
from source_audit.resources import data

_MOST_LINKED = 0.8
_SHORT_LINE = 120
_HEAD = 5
_ROW = 3
_FOOT = 4
_LONGEST_FOOT = 400


def trimmed(pieces: list[Piece], address: str, shown: Shown) -> list[Piece]:
    """Return the pieces of the article; *address* is the page's, *shown* what stands above the article."""
    host = address.partition("//")[2].partition("/")[0].lower().removeprefix("www.")
    pieces = _below_headline(pieces, shown.headline)
    pieces = [piece for run in _runs(pieces, host) for piece in run if not _is_chrome(piece, host)]
    pieces = _without_head(_without_orphans(pieces), shown)
    return _with_foot(_without_tail(_between(without_doubles(pieces))), shown)


def _below_headline(pieces: list[Piece], headline: str | None) -> list[Piece]:
    """Return the pieces below the headline, but for posts; any other h1 is a heading."""
    for number, piece in enumerate(pieces):
        if piece.kind is BlockKind.HEADLINE and piece.text == headline:
            above = sum(len(piece.text) for piece in pieces[:number])
            if above <= sum(len(piece.text) for piece in pieces[number:]):
                pieces = [piece for piece in pieces[:number] if piece.embed] + pieces[number + 1 :]
            break
    for piece in pieces:
        if piece.kind is BlockKind.HEADLINE:
            piece.kind = BlockKind.HEADING
    return pieces


def _without_head(pieces: list[Piece], shown: Shown) -> list[Piece]:
    """Return the pieces without what the head shows already; a byline among the first of them is one."""
    lines = {shown.section, shown.headline, shown.byline, shown.date}
    kept = [piece for number, piece in enumerate(pieces) if number >= _HEAD or piece.text not in lines]
    for piece in kept[:_HEAD]:
        if piece.kind is BlockKind.PARAGRAPH and is_signed(piece.text):
            piece.kind = BlockKind.BYLINE
    return kept


def _runs(pieces: list[Piece], host: str) -> list[list[Piece]]:
    """Return the pieces in runs of list items and others, without the lists that are mostly links."""
    runs = [list(run) for _, run in groupby(pieces, key=lambda piece: piece.kind is BlockKind.LIST_ITEM)]
    above = [None, *(run[-1] for run in runs)]
    return [run for run, line in zip(runs, above, strict=False) if not _is_elsewhere(run, line, host)]


def _is_elsewhere(run: list[Piece], line: Piece | None, host: str) -> bool:
    """Tell whether a run is a list of other articles: mostly links, or below a line that announces such a list."""
    if run[0].kind is not BlockKind.LIST_ITEM:
        return False
    announced = line is not None and line.text.lower().startswith(_words("list_starts"))
    return _is_link_list(run, host) or (announced and all(_leads_on(piece, host) for piece in run))


def _leads_on(piece: Piece, host: str) -> bool:
    return any(_is_own(anchor.href, host) for anchor in piece.anchors)


def _is_link_list(run: list[Piece], host: str) -> bool:
    size = sum(len(piece.text) for piece in run)
    if sum(piece.linked for piece in run) <= _MOST_LINKED * size:
        return False
    own = sum(_is_own(anchor.href, host) for piece in run for anchor in piece.anchors)
    return 2 * own > sum(len(piece.anchors) for piece in run)


def _is_chrome(piece: Piece, host: str) -> bool:
    """Tell whether a piece is a prompt or a pointer to another article, not a sentence of this one."""
    if piece.embed is not None or piece.framed or piece.kind is BlockKind.CAPTION:
        return False
    size = len(piece.text)
    line = piece.text.lower().strip("[]()>»-…. ")
    if size <= _SHORT_LINE and _is_prompt(line):
        return not (_offers_document(piece) if piece.anchors else _promises(line) or pictured_line(piece.text))
    if piece.linked <= _MOST_LINKED * size or piece.kind is BlockKind.LIST_ITEM:
        return False
    return (piece.kind is BlockKind.HEADING or _is_own(piece.anchors[0].href, host)) and not _offers_document(piece)


def _offers_document(piece: Piece) -> bool:
    """Tell whether a line hands its readers a document: "Download the report (PDF)" with a link to one."""
    line = piece.text.lower()
    offers = line.startswith(_words("document_starts")) or any(sign in line for sign in _words("document_signs"))
    return offers and any(leads_to_document(anchor.href) for anchor in piece.anchors)


def _is_prompt(line: str) -> bool:
    return line.rstrip(":!?") in data("pages")["chrome_lines"] or line.startswith(_words("chrome_starts"))


def _promises(line: str) -> bool:
    """Tell whether a line names what it points to, so that without a link it is a promise that the page breaks."""
    start, _, title = line.partition(":")
    return start in data("pages")["pointers"] and len(title.split()) > 1


def _is_own(href: str, host: str) -> bool:
    """Tell whether an address leads to the page's own site."""
    if not href.startswith(("http:", "https:", "//")):
        return True
    there = href.partition("//")[2].partition("/")[0].lower().removeprefix("www.")
    return bool(host) and (there.endswith(host) or host.endswith(there))


def _without_orphans(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces without the headings that nothing follows."""
    kept: list[Piece] = []
    below = False
    for piece in reversed(pieces):
        if piece.kind is BlockKind.HEADING and not below:
            continue
        below = below or piece.kind is not BlockKind.HEADING
        kept.append(piece)
    return kept[::-1]


def _without_tail(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces without the last ones that only lead away: prompts with a link, and rows of bare links."""
    end = len(pieces)
    while end and _is_last_prompt(pieces[end - 1]):
        end -= 1
    bare = end
    while bare and _is_bare_link(pieces[bare - 1]):
        bare -= 1
    return pieces[: bare if end - bare >= _ROW else end]


def _with_foot(pieces: list[Piece], shown: Shown) -> list[Piece]:
    """Return the pieces, of which the last ones that sign the article are bylines; of a signed one none that links."""
    first = max(len(pieces) - _FOOT, 1)
    for before, piece in zip(pieces[first - 1 :], pieces[first:], strict=False):
        own = (
            piece.kind is BlockKind.PARAGRAPH
            and len(piece.text) <= _LONGEST_FOOT
            and not (piece.anchors and shown.byline)
        )
        if own and signs_below(piece.text, before.text, last=piece is pieces[-1]):
            piece.kind = BlockKind.BYLINE
    return pieces


def _is_last_prompt(piece: Piece) -> bool:
    return bool(piece.anchors) and piece.text.lower().startswith(_words("last_starts"))


def _is_bare_link(piece: Piece) -> bool:
    bare = (
        bool(piece.anchors)
        and not piece.framed
        and piece.embed is None
        and piece.linked > _MOST_LINKED * len(piece.text)
    )
    return bare and not _offers_document(piece)


def _between(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces without the boxed posts that stand before or after the body."""
    body = [number for number, piece in enumerate(pieces) if piece.kind in BODY_KINDS]
    first, last = (body[0], body[-1]) if body else (0, -1)
    return [piece for number, piece in enumerate(pieces) if not piece.boxed or first < number < last]


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(data("pages")[name])
