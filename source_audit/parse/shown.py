"""A post as its markup shows it: the author's words, the line that says whose they are, what the platform added."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import islice

from attrs import evolve, frozen
from lxml import etree
from lxml.etree import _Element

from source_audit.document import BlockKind, Embed
from source_audit.parse.apart import days_apart
from source_audit.parse.pieces import Piece, Pieces
from source_audit.parse.signature import Signature, cut_off, signature_in, written_by
from source_audit.parse.signing import loose_signature
from source_audit.resources import data
from source_audit.span import Span
from source_audit.web.platforms import Permalink, permalink_of

_LINES = frozenset(
    ["p", "div", "section", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "footer", "header"]
)
_NO_TEXT = frozenset(["script", "style", "noscript", "svg", "iframe", "img", "template", "button"])
_MEDIA = re.compile(
    r"(?:https?://)?(?:pic\.(?:twitter|x)\.com|(?:www\.)?(?:twitter|x)\.com/\w{1,15}/status/\d{1,20}/(?:photo|video))/\w{1,20}"
)
_ANSWERED = re.compile(r"@(\w{1,30})\s")
_SIGNED_LINES = 4
_MOST_ELEMENTS = 150


def bare_post(permalink: Permalink, text: str = "", title: str = "") -> Piece:
    """Return a post of which the page shows no words but, perhaps, its address; *title* is that of a film."""
    embed = evolve(_embed(permalink.platform, permalink, title, None), words=None)
    return Piece(kind=BlockKind.EMBED, text=text, embed=embed)


@frozen(kw_only=True)
class Said:
    """What a post's markup shows: its words, its signature as read and as it stands, a picture, whom it answers."""

    words: str
    signature: Signature | None = None
    signed: str = ""
    media: bool = False
    answered: str | None = None


def post_of_lines(
    platform: str | None, permalink: Permalink | None, lines: Sequence[str], *, signature_needed: bool = False
) -> Piece | None:
    """Return the post that lines show, or None where a signature is needed and none stands there."""
    known = platform or (permalink.platform if permalink else None)
    lines, media, answered = without_notes(lines, permalink)
    number, signature = _signed(lines, known)
    if signature is None and known and (loose := loose_signature(lines, known)):
        number, signature = loose
        lines = [*lines[:number], " ".join(lines[number:])]
    if signature is None and (signature_needed or known is None):
        return None
    glued = lines[number][: signature.at].rstrip() if signature else ""
    glued = "" if glued.lower() in _whole_notes() else glued
    said = Said(
        words="\n".join([*lines[:number], *filter(None, [glued])]),
        signature=signature,
        signed=lines[number][signature.at :] if signature else "",
        media=media,
        answered=answered,
    )
    return post_piece(known or "x", permalink, said)


def post_piece(platform: str, permalink: Permalink | None, said: Said) -> Piece:
    """Return a post with its words and, after them, the line that says whose they are."""
    text = "\n".join(filter(None, [said.words, said.signed]))
    embed = _embed(platform, permalink, said.words, said.signature)
    return Piece(
        kind=BlockKind.EMBED,
        text=text,
        embed=evolve(
            embed,
            media_only=embed.media_only or _is_media(said),
            replied_to=embed.replied_to or _answered(platform, said),
            signature=Span(len(text) - len(said.signed), len(text)) if said.signed else None,
        ),
    )


def _answered(platform: str, said: Said) -> str | None:
    """Return the account that a post answers: the page says so, or the post begins with it."""
    begins = _ANSWERED.match(said.words) if platform in _answering() else None
    handle = said.answered or (begins[1] if begins else None)
    return f"@{handle}" if handle else None


def filled(piece: Piece, permalink: Permalink | None) -> Piece:
    """Return a post with what its address says, where its markup does not say it."""
    embed = piece.embed
    if permalink is None or embed is None or embed.permalink:
        return piece
    piece.embed = evolve(
        embed,
        platform=permalink.platform,
        handle=embed.handle or permalink.handle,
        post_id=permalink.post_id,
        permalink=permalink.url,
        computed_date=permalink.computed_date,
        replied_to=embed.replied_to or permalink.replied_to,
        days_apart=days_apart(embed.printed_date, permalink.computed_date),
    )
    return piece


def shown_lines(element: _Element, skipped: Sequence[_Element] = ()) -> list[str]:
    """Return the lines of text that an element shows, but for some parts of it."""
    pieces = Pieces()
    events = etree.iterwalk(element, events=("start", "end"))
    for event, at in events:
        hidden = at.tag in _NO_TEXT or at in skipped
        if event == "start" and hidden:
            events.skip_subtree()
        elif at.tag in _LINES:
            pieces.end()
        if at.tag == "br" and event == "start":
            pieces.line_break()
        text = _text_at(event, at, hidden=hidden, last=at is element)
        if text:
            pieces.add(text, BlockKind.EMBED)
    pieces.end()
    return [line for piece in pieces.done for line in piece.text.split("\n")]


def _text_at(event: str, at: _Element, *, hidden: bool, last: bool) -> str | None:
    if event == "end":
        return None if last else at.tail
    return None if hidden else at.text


def without_notes(lines: Sequence[str], permalink: Permalink | None) -> tuple[list[str], bool, str | None]:
    """Return the author's lines, whether a note says that the post shows a picture or film, and whom it answers."""
    notes = data("embeds")["notes"]
    handle = f"@{permalink.handle}".lower() if permalink and permalink.handle else "@"
    kept: list[str] = []
    media, answered = False, None
    for line in lines:
        small = line.lower()
        start = next((start for start in notes["replying"] if line.startswith(start)), None)
        if start:
            answered = line[len(start) :].split()[0].rstrip(".,:") if line[len(start) :].strip() else None
        elif small in notes["media"]:
            media = True
        elif not (small in _whole_notes() or small == handle or line.startswith(tuple(notes["starts"]))):
            kept += [] if permalink and permalink_of(line) == permalink else [line]
    return kept, media, answered


@cache
def _whole_notes() -> frozenset[str]:
    return frozenset(data("embeds")["notes"]["whole"])


def _signed(lines: Sequence[str], platform: str | None) -> tuple[int, Signature | None]:
    for number in range(len(lines) - 1, max(-1, len(lines) - _SIGNED_LINES), -1):
        if signature := written_by(lines[number], platform) or signature_in(lines[number]):
            return number, signature
    return len(lines), None


@cache
def _answering() -> frozenset[str]:
    """Return the platforms on which a post that begins with an account answers it."""
    return frozenset(entry["id"] for entry in data("permalinks")["platform"] if entry.get("answers"))


def _is_media(said: Said) -> bool:
    """Tell whether a post's words are at most the address of its picture or film."""
    rest, found = _MEDIA.subn("", said.words)
    return not rest.strip() and (said.media or found > 0)


def _embed(platform: str, permalink: Permalink | None, words: str, signature: Signature | None) -> Embed:
    printed = signature.date if signature else None
    computed = permalink.computed_date if permalink else None
    return Embed(
        platform=platform,
        handle=(signature.handle if signature else None) or (permalink.handle if permalink else None),
        author=signature.author if signature else None,
        post_id=permalink.post_id if permalink else None,
        permalink=permalink.url if permalink else None,
        text=words,
        printed_date=printed,
        computed_date=computed,
        days_apart=days_apart(printed, computed),
        truncated=cut_off(words),
        replied_to=permalink.replied_to if permalink else None,
        media_only=permalink is not None and permalink.film,
        words=Span(0, len(words)) if words else None,
    )


def is_small(element: _Element) -> bool:
    """Tell whether an element may be one post by the number of elements in it."""
    return next(islice(element.iter(), _MOST_ELEMENTS, None), None) is None


def words_of(element: _Element) -> str:
    """Return all the words in an element, in one line."""
    return " ".join("".join(map(str, element.itertext())).split())
