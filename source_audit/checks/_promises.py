"""Wordings that promise something to follow, and whether it follows."""

import re
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
_SIGNS = ("below", "Watch ", "Listen to ", "Our ", "here:")
_MOST_LETTERS = 140
_SEEN = "photographs?|photos?|pictures?|images?|charts?|graphs?|maps?|tables?"
_HEARD = "films?|videos?|clips?|recordings?|footage"
_READ = "report|survey|paper|study|letter|text|documents?|list|statement|ruling|transcript|checklist"
_SHAPES = (
    (
        "recording",
        re.compile(
            r"(?:Watch|Listen to) (?:[\w’'-]+ ){1,6}?"
            r"(?:video|film|clip|speech|interview|conversation|footage|recording)\b"
        ),
    ),
    ("recording", re.compile(rf"(?:The|Our|This|These) (?:{_HEARD}) below\b")),
    ("picture", re.compile(rf"(?:The|Our|This|These) (?:{_SEEN}) below\b|Our (?:graph|chart|map|table) shows\b")),
    (
        "picture",
        re.compile(rf"[^.!?]{{0,60}}\b(?:{_SEEN})\b[^.!?]{{0,40}}\b(?:shown|printed|seen|found|listed) below[.:]?$"),
    ),
    (
        "link",
        re.compile(
            r"(?:Read|See|Find|Download|You can (?:read|see|find|download)) "
            rf"[^.!?]{{0,60}}\b(?:{_READ})\b[^.!?]{{0,20}} below[.:]?$"
        ),
    ),
    (
        "link",
        re.compile(rf"[^.!?]{{0,40}}\b(?:{_READ})\b[^.!?]{{0,40}}\b(?:read|found|seen|downloaded|printed) below[.:]?$"),
    ),
    ("post", re.compile(r"[^.!?]{0,60}\b(?:appeared|posted|shared|published|said so|is) here:$")),
)
"""Sentences that promise something by their shape, each tried at its beginning."""
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
    shaped = any(map(reading.text.__contains__, _SIGNS))
    for block in reading.document.body if places or shaped else ():
        end = block.span.start
        found = list(_wordings(reading.text, block, places))
        if shaped:
            found += [one for one in _shaped(reading, block) if not any(one.span.overlaps(own.span) for own in found)]
        for promise in sorted(found, key=lambda one: (one.span.start, -one.span.end)):
            if promise.span.start >= end:
                yield promise
                end = promise.span.end


def _shaped(reading: Reading, block: Block) -> Iterator[Promise]:
    """Yield the short sentences of a block that promise something by their shape."""
    words = block.span.of(reading.text)
    for sentence in reading.sentences_in(block.span) if any(map(words.__contains__, _SIGNS)) else ():
        if len(sentence) > _MOST_LETTERS:
            continue
        said = sentence.of(reading.text).rstrip()
        thing = next((thing for thing, shape in _SHAPES if shape.match(said)), None)
        if thing:
            yield Promise(span=Span(sentence.start, sentence.start + len(said)), block=block, thing=thing)


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
    shown = promise.block.span.start in shown_at
    if follower is not None and follower.kind is BlockKind.EMBED:
        shown = shown or not _is_address(follower.span.of(reading.text))
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
    return place == "phrases" or not before or before[-1] in _STOPS or start - block < _LABEL_ROOM


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


def _is_address(words: str) -> bool:
    """Tell whether a line is nothing but an address."""
    return words.startswith(("http://", "https://", "www.")) and len(words.split()) == 1


def _window(span: Span) -> Span:
    return Span(span.start, min(span.end, span.start + _WINDOW))
