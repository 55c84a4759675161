"""Speech that the layout tells: turns of a transcript, questions and answers, account lines, lists under a lead-in."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from attrs import field, frozen

from source_audit.document import BODY_KINDS, Block, BlockKind, Document
from source_audit.resources import data
from source_audit.span import Span

_LONGEST_LABEL = 80
_MOST_WORDS = 5
_SHORTEST_CAPITALS = 3
_NEAR = 3
"""How many paragraphs a single label may stand away from a turn to be taken for one."""
_QUESTION = re.compile(r"(Q|A|Question|Answer)(?:\.|:)\s+(?=\S)")
_ACCOUNT = re.compile(r"(@\w{2,30})\s?(:)\s+(?=\S)")
_BRACKET = re.compile(r"\s?\([^()]{1,60}\)$")
_STOPS = re.compile(r"[?!,;\"“”«»()\[\]/]|\w{6}\.|\d\.")
_SPOKEN = re.compile(r"[.?!…][\"”’')\]]{0,3}$")
_LETTERS = re.compile(r"[a-z]{2}")
_FIRST_PERSON = re.compile(r"(?<!\w)(?:I|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur|[Yy]our)\b")
_BULLET = re.compile(r"(?:[•‣▪◦●*–—-]|\d{1,2}[.)])\s{0,3}(?=\S)")
_SIGNATURE = re.compile(r"(?:—|–|--?)\s?(?=[A-Z@])")
_LONGEST_SIGNATURE = 90


@frozen
class Turn:
    """A paragraph of speech; without a label it goes on with the turn before it."""

    words: Span
    label: Span | None = None
    colon: Span | None = None

    @property
    def marks(self) -> list[Span]:
        """What stands where a cue would."""
        return [self.colon] if self.colon else []


@frozen
class Layout:
    """By number of the block: turns, the items that a block leads in to, signatures; and blocks that hold no speech."""

    turns: Mapping[int, Turn] = field(factory=dict)
    lists: Mapping[int, Sequence[Span]] = field(factory=dict)
    signatures: Mapping[int, Span] = field(factory=dict)
    silent: frozenset[int] = frozenset()


def read_layout(document: Document) -> Layout:
    """Return what the layout of a document tells of who speaks."""
    text, blocks = document.text, document.blocks
    turns = dict(_turns(text, blocks))
    spoken = sorted(turns)
    silent = frozenset(
        place
        for before, after in pairwise(spoken)
        for place in range(before + 1, min(after, before + _NEAR))
        if _stage_direction(text, blocks[place].span)
    )
    for place in _continued(text, blocks, spoken, silent):
        turns[place] = Turn(blocks[place].span)
    return Layout(turns, dict(_lists(text, blocks)), dict(_signatures(text, blocks)), silent)


def _turns(text: str, blocks: Sequence[Block]) -> Iterator[tuple[int, Turn]]:
    questions: dict[int, Turn] = {}
    labelled: dict[int, Turn] = {}
    for place, block in enumerate(blocks):
        if block.kind in BODY_KINDS:
            if match := _ACCOUNT.match(text, block.span.start, block.span.end):
                yield place, _turn(match, block.span)
            elif match := _QUESTION.match(text, block.span.start, block.span.end):
                questions[place] = _turn(match, block.span)
            elif turn := _labelled(text, block.span):
                labelled[place] = turn
    if len({text[turn.label.start] for turn in questions.values() if turn.label}) > 1:
        yield from questions.items()
    yield from _transcript(text, labelled)


def _turn(match: re.Match[str], block: Span) -> Turn:
    colon = Span(*match.span(2)) if match.re is _ACCOUNT else None
    return Turn(Span(match.end(), block.end), Span(*match.span(1)), colon)


def _labelled(text: str, block: Span) -> Turn | None:
    """Return a paragraph that begins like a speaker's turn."""
    colon = text.find(":", block.start, min(block.end, block.start + _LONGEST_LABEL))
    if colon <= block.start or not text[colon + 1 : min(colon + 2, block.end)].isspace():
        return None
    label = text[block.start : colon]
    start = colon + 1 + len(text[colon + 1 : block.end]) - len(text[colon + 1 : block.end].lstrip())
    if start >= block.end or not is_label(label):
        return None
    return Turn(Span(start, block.end), Span(block.start, block.start + len(label.rstrip())), Span(colon, colon + 1))


def is_label(label: str) -> bool:
    """Tell whether words before a colon could name a speaker: few, with capitals, and no heading of another kind."""
    bare = _BRACKET.sub("", label).strip()
    words = bare.split()
    if not 0 < len(words) <= _MOST_WORDS or _STOPS.search(bare) or not bare[0].isalpha():
        return False
    if any(not (word[0].isupper() or word[0].isdigit() or word in _particles()) for word in words):
        return False
    return not names_no_speaker(bare)


def names_no_speaker(label: str) -> bool:
    """Tell whether a label is a heading like "Update", "RESULT" or "Tip 3"."""
    words = label.lower().rstrip(" 0123456789").split()
    whole = " ".join(words)
    return not words or any(each in _no_speakers() for each in (whole, whole.removesuffix("s"), words[0]))


@cache
def _no_speakers() -> frozenset[str]:
    return frozenset(data("layout")["no_speakers"])


@cache
def _particles() -> frozenset[str]:
    return frozenset(data("layout")["particles"])


def _transcript(text: str, found: Mapping[int, Turn]) -> Iterator[tuple[int, Turn]]:
    """Yield the turns whose labels recur, stand in capitals or name a party, and what stands with them."""
    if not found:
        return
    labels = {place: turn.label.of(text) for place, turn in found.items() if turn.label}
    counts = Counter(labels.values())
    spoken = {place for place, turn in found.items() if _is_sentence(text, turn.words)}
    recurring = {place for place in labels if counts[labels[place]] > 1}
    telling = {place for place in spoken if _tells(labels[place])}
    if len(counts) > 1 and len(recurring) > 1 and len(recurring & spoken) * 2 > len(recurring):
        telling |= recurring
    lone = [place for place in telling if not labels[place].isupper()]
    if len(lone) == 1 and len(telling) == 1:
        return
    for place, turn in found.items():
        if place in telling or any(abs(place - other) < _NEAR for other in telling):
            yield place, turn


def _is_sentence(text: str, words: Span) -> bool:
    return _LETTERS.search(text, words.start, words.end) is not None and bool(
        _SPOKEN.search(text, words.end - 4, words.end)
    )


def _tells(label: str) -> bool:
    letters = [letter for letter in label if letter.isalpha()]
    return label.endswith(")") or (label.isupper() and len(letters) >= _SHORTEST_CAPITALS)


def _stage_direction(text: str, span: Span) -> bool:
    return (text[span.start], text[span.end - 1]) in {("(", ")"), ("[", "]")}


def _continued(text: str, blocks: Sequence[Block], spoken: Sequence[int], silent: frozenset[int]) -> Iterator[int]:
    """Yield the paragraphs between two turns that go on with the first: who speaks says "I", "we" or "you" in them."""
    for before, after in pairwise(spoken):
        for place in range(before + 1, after if after - before <= _NEAR + 1 else before):
            body = blocks[place].kind in BODY_KINDS and place not in silent
            span = blocks[place].span
            if body and text[span.start] not in "\"“'‘«" and _FIRST_PERSON.search(text, span.start, span.end):
                yield place


def _lists(text: str, blocks: Sequence[Block]) -> Iterator[tuple[int, Sequence[Span]]]:
    """Yield each block that ends in a colon before list items, with the words of the items."""
    place = 0
    while place < len(blocks):
        stop = place + 1
        if blocks[place].kind in BODY_KINDS and text[blocks[place].span.end - 1 : blocks[place].span.end] == ":":
            while stop < len(blocks) and blocks[stop].kind is BlockKind.LIST_ITEM:
                stop += 1
            if stop > place + 1:
                yield place, [_item(text, block.span) for block in blocks[place + 1 : stop]]
        place = stop


def _item(text: str, span: Span) -> Span:
    match = _BULLET.match(text, span.start, span.end)
    return Span(match.end(), span.end) if match else span


def _signatures(text: str, blocks: Sequence[Block]) -> Iterator[tuple[int, Span]]:
    """Yield the paragraphs that are nothing but a dash and a name, with the name."""
    for place, block in enumerate(blocks):
        span = block.span
        match = _SIGNATURE.match(text, span.start, span.end) if place and len(span) <= _LONGEST_SIGNATURE else None
        if match and not _SPOKEN.search(text, span.end - 4, span.end):
            yield place, Span(match.end(), span.end)
