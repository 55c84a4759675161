"""Sentences of an article that may rest on a post: those beside it, those that point to it, and the opening."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice

from attrs import field, frozen

from source_audit.attribution import Attribution
from source_audit.checks._near import blocks_after, blocks_before, embed_span, embed_words, lexicon
from source_audit.checks._near import statements_by_sentence as statements
from source_audit.checks._support import about_of, counted
from source_audit.claim import Claim, ClaimKind
from source_audit.document import Embed
from source_audit.lazy import lazy
from source_audit.reading import Reading
from source_audit.resources import data
from source_audit.span import Span

_THING = r"(?:posts?|tweets?|threads?|videos?|clips?|footage)"
_POINTING = re.compile(
    rf"\b(?:according\sto|citing)\s(?:(?:a|the|this|one|several|some)\s)?(?:[\w-]+\s){{0,2}}?{_THING}\b"
    r"|\bas\s(?:this|one|the|a)\s(?:[\w-]+\s){1,5}?show(?:s|ed)\b"
    rf"|^(?:(?:A|The|This|One|Another)\s)?(?:\w+\s)?(?i:{_THING}|pictures?|photos?|photographs?)\s(?:[\w,]+\s){{0,6}}?shows?\s(?!the\smoment)"
    rf"|\bcan\sbe\sseen\sin\sthis\s(?:{_THING}|picture|photo|photograph|image)\b"
)
"""Words by which a sentence gives what it says to a post: "according to a post", "as this footage shows"."""
_MANY = re.compile(r"\b(?:according\sto|citing)\s(?:[\w-]+\s){0,2}?(?:posts|tweets|videos|clips)\b")
_BELIEVING = re.compile(r"\bif\syou\sbelieve\sthis:$")
_NUMBER = re.compile(r"[a-z]+(?:-[a-z]+)?")
_MOST_SENTENCES, _MOST_OPENINGS = 20, 100
_DIGITS = 9
_LEAST_GAPS, _INTRODUCING = 3, 16
_BESIDE, _FURTHER, _OPENING = 1, 2, 3
"""So much a sentence shares with the post beside it, with one further off, and an opening with any post."""
_PART = 3
"""And an opening at least this part (a third) of its own words."""
_TOPIC = 3
"""A word that stands so often belongs to the topic."""
_LARGE = 10
"""A number from here on that two texts share is worth two words."""


@frozen(kw_only=True)
class Post:
    """A post: its place among the posts and in the text, and what it is about."""

    number: int
    embed: Embed
    place: Span
    about: frozenset[str]


@frozen(kw_only=True)
class Fact:
    """A sentence and the posts on which it may rest; it points to them, or only tells the same.

    ``own`` are the words that it does not have from the topic of the whole text, ``shared`` is how much it shares with
    the first post; it is ``far`` where it stands beside none of them and points to none.
    """

    span: Span
    posts: list[Post]
    own: frozenset[str]
    said: list[Attribution] = field(factory=list)
    shared: int = 0
    opening: bool = False
    far: bool = False
    points: bool = False


def posts_of(reading: Reading) -> Iterator[Post]:
    """Yield the posts that have a place, with the words that they are about."""
    for number, embed in enumerate(reading.document.embeds):
        place = embed_span(reading, embed)
        if place:
            yield Post(number=number, embed=embed, place=place, about=_words(embed_words(reading, embed)))


class Facts:
    """The sentences that may rest on posts."""

    def __init__(self, reading: Reading, posts: list[Post]) -> None:
        self._reading, self._posts = reading, posts
        self._known: dict[int, frozenset[str]] = {}
        self._pointing: dict[int, bool] = {}

    def all(self) -> Iterator[Fact]:
        """Yield them, each once: those that stand beside a post, those that point to many, and the opening."""
        if not self._posts:
            return
        found: dict[int, Fact] = {}
        for fact in (*self._pointing_to_many(), *self._beside(), *self._openings()):
            found.setdefault(fact.span.start, fact)
        yield from sorted(found.values(), key=lambda fact: fact.span.start)

    def _beside(self) -> Iterator[Fact]:
        for post in self._posts:
            before = self._before(post)
            for sentence, least in (*before, *self._after(post, introduced=_leads(self._reading, before))):
                if self._points(sentence) or (self._is_open(sentence, post) and self._shared(sentence, post) >= least):
                    yield self._fact(sentence, [post])

    def _is_open(self, sentence: Span, post: Post) -> bool:
        """Tell whether a sentence is of some length and stands for itself, or opens the text."""
        free = sentence.start in self._opening or not statements(self._reading).get(sentence.start)
        return free and bool(post.about) and sentence.of(self._reading.text).count(" ") >= _LEAST_GAPS

    def _before(self, post: Post) -> list[tuple[Span, int]]:
        """Return the sentences of the paragraph before a post and, if that only leads to it, of the one before that."""
        end = post.place.end if post.place == post.embed.anchor else post.place.start
        found: list[tuple[Span, int]] = []
        for block, least in zip(blocks_before(self._reading.document, end, 2), (_BESIDE, _FURTHER), strict=False):
            if not found or _leads(self._reading, found):
                sentences = [*self._reading.sentences_in(block.span)][-_MOST_SENTENCES:]
                found += [(sentence, least) for sentence in sentences]
        return found

    def _after(self, post: Post, *, introduced: bool) -> Iterator[tuple[Span, int]]:
        least = _BESIDE if introduced else _FURTHER
        for block in blocks_after(self._reading.document, post.place.end, 1):
            sentences = islice(self._reading.sentences_in(block.span), _MOST_SENTENCES)
            yield from ((sentence, least) for sentence in sentences)

    def _pointing_to_many(self) -> Iterator[Fact]:
        for match in _MANY.finditer(self._reading.text):
            sentence = self._reading.sentence_at(match.start())
            if sentence:
                behind = [post for post in self._posts if post.place.start > sentence.start]
                yield self._fact(sentence, behind[:1] or self._posts[:1])

    def _openings(self) -> Iterator[Fact]:
        for claim in islice(self._opening.values(), _MOST_OPENINGS):
            words = self._words(claim.span)
            least = max(_OPENING, len(words) / _PART)
            if tied := [post for post in self._posts if len(words & post.about) >= least]:
                yield self._fact(claim.span, tied, far=True)

    def _fact(self, sentence: Span, posts: list[Post], *, far: bool = False) -> Fact:
        return Fact(
            span=sentence,
            posts=posts,
            own=frozenset(word for word in self._words(sentence) if self._often[word] < _TOPIC),
            said=statements(self._reading).get(sentence.start, []),
            shared=self._shared(sentence, posts[0]),
            opening=sentence.start in self._opening,
            far=far,
            points=self._points(sentence),
        )

    def _shared(self, sentence: Span, post: Post) -> int:
        """Return how much a sentence and a post share; a word that stands elsewhere too does not count alone."""
        shared = self._words(sentence) & post.about
        if len(shared) == 1 and not any(map(str.isdecimal, shared)) and self._often[next(iter(shared))] > 1:
            return 0
        return len(shared) + sum(word.isdecimal() and int(word[:_DIGITS]) >= _LARGE for word in shared)

    def _words(self, sentence: Span) -> frozenset[str]:
        if sentence.start not in self._known:
            self._known[sentence.start] = _words(sentence.of(self._reading.text))
        return self._known[sentence.start]

    def _points(self, sentence: Span) -> bool:
        if sentence.start not in self._pointing:
            words = sentence.of(self._reading.text)
            self._pointing[sentence.start] = bool(_POINTING.search(words) or _BELIEVING.search(words))
        return self._pointing[sentence.start]

    @lazy
    def _opening(self) -> dict[int, Claim]:
        claims = self._reading.claims
        return {claim.span.start: claim for claim in claims if ClaimKind.OPENING in claim.kinds}

    @lazy
    def _often(self) -> Counter[str]:
        """How often each word stands in the article."""
        body = self._reading.document.body
        return counted("\n".join([block.span.of(self._reading.text) for block in body]))


def _leads(reading: Reading, before: Iterable[tuple[Span, int]]) -> bool:
    """Tell whether the paragraph before a post is one short sentence that only leads to the post."""
    first = [sentence for sentence, least in before if least == _BESIDE]
    if len(first) != 1 or len(first[0].of(reading.text).split()) > _INTRODUCING:
        return False
    lists = ("posting", "presenting")
    return reading.text[first[0].end - 1] == ":" or any(
        lexicon("frames", one).first(reading.text, first[0]) for one in lists
    )


def _words(text: str) -> frozenset[str]:
    """Return what a text is about, numbers in figures."""
    return about_of(text).union(_numbers(text))


def _numbers(text: str) -> Iterator[str]:
    """Yield in figures the numbers that a text writes out."""
    words, table = set(_NUMBER.findall(text.lower())), _table()
    yield from (str(table[word]) for word in words & table.keys())
    for word in [word for word in words if "-" in word]:
        tens, _, ones = word.partition("-")
        if tens in table and ones in table:
            yield str(table[tens] + table[ones])


@cache
def _table() -> dict[str, int]:
    return {**data("verbatim")["numbers"], "hundred": 100}
