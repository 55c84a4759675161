"""Wordings that promise something to follow, and whether it follows."""

from collections.abc import Iterator, Sequence
from functools import cache

from attrs import frozen

from source_audit.checks._near import QUOTATION_MARKS, next_block
from source_audit.document import Block, BlockKind
from source_audit.lexicon import Lexicon, Places
from source_audit.reading import Reading
from source_audit.resources import data
from source_audit.span import Span

_LABEL_ROOM = 3
_WINDOW = 160
"""How much of what follows is looked at, so that many promises in one paragraph cost no more than its length."""
_STOPS = ".!?:;,—–-(|>»›→" + QUOTATION_MARKS


@frozen(kw_only=True)
class Promise:
    """The words of a promise, the block that holds it, and what is promised: link, recording, picture, words, rest."""

    span: Span
    block: Block
    thing: str


def promises(reading: Reading) -> Iterator[Promise]:
    """Yield the promises of the body, one for each stretch of text, in order."""
    places = [known for words in _lexicons() if (known := words.everywhere(reading.text)).spans]
    if not places:
        return
    for block in reading.document.body:
        end = block.span.start
        found = _wordings(reading.text, block, places)
        for promise in sorted(found, key=lambda one: (one.span.start, -one.span.end)):
            if promise.span.start >= end:
                yield promise
                end = promise.span.end


def following(reading: Reading, promise: Promise) -> Span | None:
    """Return the first words after a promise: in its block, else in the next."""
    rest = _window(Span(promise.span.end, promise.block.span.end))
    if rest.of(reading.text).strip(" .:\n"):
        return rest
    follower = next_block(reading.document, promise.block.span.start)
    return _window(follower.span) if follower else None


def is_kept(reading: Reading, promise: Promise, shown_at: set[int]) -> bool:
    """Tell whether what is promised follows in the same block or the next; at *shown_at* posts follow a block."""
    follower = next_block(reading.document, promise.block.span.start)
    if promise.thing == "rest":
        return follower is not None
    if promise.thing == "words":
        return _words_follow(reading, promise, follower)
    if follower and follower.kind is BlockKind.CAPTION:
        return True
    reach = Span(promise.span.start, follower.span.end if follower else promise.block.span.end)
    if _leads_on(reading, reach) or (promise.thing == "link" and _address_follows(reading, promise)):
        return True
    shown = (follower is not None and follower.kind is BlockKind.EMBED) or promise.block.span.start in shown_at
    return reading.document.is_html and shown


def _leads_on(reading: Reading, reach: Span) -> bool:
    """Tell whether a link or the post of something that is mentioned stands in a stretch of text."""
    return bool(reading.links_in(reach)) or any(one.how == "next-block" for one in reading.references_in(reach))


def _wordings(text: str, block: Block, places: Sequence[Places]) -> Iterator[Promise]:
    for found in places:
        for span in found.within(block.span):
            thing, place = _things()[_folded(span.of(text))]
            if _stands(text, block.span.start, span.start, place):
                yield Promise(span=span, block=block, thing=thing)


def _stands(text: str, block: int, start: int, place: str) -> bool:
    """Tell whether a wording stands where it is a promise: a label opens its block, an order its sentence."""
    if place == "labels":
        return start - block <= _LABEL_ROOM
    before = text[max(block, start - 3) : start].rstrip()
    return place == "phrases" or not before or before[-1] in _STOPS


@cache
def _lexicons() -> tuple[Lexicon, Lexicon]:
    """Return the wordings that need their place and those that do not; the second may stand inside one of the first."""
    placed = Lexicon(words for words, (_, place) in _things().items() if place != "phrases")
    return placed, Lexicon(words for words, (_, place) in _things().items() if place == "phrases")


@cache
def _things() -> dict[str, tuple[str, str]]:
    """Return what each wording promises and where it counts: labels, orders or phrases."""
    return {
        words: (row["thing"], place)
        for row in data("promises")["promise"]
        for place in ("labels", "orders", "phrases")
        for words in row[place]
    }


def _folded(words: str) -> str:
    return " ".join(words.lower().split())


def _words_follow(reading: Reading, promise: Promise, follower: Block | None) -> bool:
    """Tell whether words follow the promise, or a block that shows somebody's words."""
    if _window(Span(promise.span.end, promise.block.span.end)).of(reading.text).strip(" .:\n"):
        return True
    if follower is None:
        return False
    opens = _window(follower.span).of(reading.text).lstrip()[:1]
    return follower.kind in {BlockKind.EMBED, BlockKind.BLOCKQUOTE} or (opens != "" and opens in QUOTATION_MARKS)


def _address_follows(reading: Reading, promise: Promise) -> bool:
    place = following(reading, promise)
    return place is not None and any(mark in place.of(reading.text) for mark in ("://", "www."))


def _window(span: Span) -> Span:
    return Span(span.start, min(span.end, span.start + _WINDOW))
