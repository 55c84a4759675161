"""Two stretches of words aligned, over marks, ellipses, cuts, brackets, case and links, in n log n time."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import field, frozen

from source_audit.alignment import function_words
from source_audit.span import Span

LEAST_OVERLAP = 0.6
"""The share of content words from which on one stretch is little else than the other."""
LEAST_RUN = 6
"""How many words in a row are more than a phrase that everybody uses."""
_SEED = 3
_MOST_PLACES = 8
"""How many places of one seed are looked at in one stretch."""
_MOST_HOLDERS = 20
"""How many stretches are kept for one seed."""
_MOST_CANDIDATES = 6
"""How many stretches, those with the most seeds, one is aligned with."""
_TOKEN = re.compile(
    r"(?P<skip>https?://\S+|(?:pic\.)?(?:twitter|x)\.com/\S+|(?<!\w)\[[^\[\]\n]{1,80}\](?!\w))"
    r"|(?:\w|\[\w{1,4}\](?=\w)|(?<=\w)\[\w{1,4}\])+(?:['’]\w+)*"
)
_CUT = re.compile(r"…|\.{3}")
_BRACKETS = str.maketrans({"[": None, "]": None, "’": "'"})
Seed = tuple[str, ...]


@frozen
class Stretch:
    """The words of one or more spans, as they are compared, with their places, and whether the last is cut off."""

    words: Sequence[str]
    places: Sequence[Span]
    cut: bool

    def seeds(self) -> Iterator[Seed]:
        """Yield the words with which a shared run may begin at each place."""
        return zip(*(self.words[skip:] for skip in range(_SEED)), strict=False)

    @property
    def long_enough(self) -> bool:
        """Whether it holds a seed at all."""
        return len(self.words) >= _SEED


@frozen(kw_only=True)
class Alignment:
    """What two stretches share: the part of the first, the part of the second, and how much of the second that is."""

    first: Span
    second: Span
    overlap: float
    longest: int


def stretch(text: str, spans: Sequence[Span]) -> Stretch:
    """Return the words of spans; addresses and what stands in an editor's brackets are left out.

    "[W]e" and "know[s]" are words with a letter changed, and are compared without the brackets.
    """
    found = [match for span in spans for match in _TOKEN.finditer(text, span.start, span.end) if not match["skip"]]
    return Stretch(
        words=[match.group().translate(_BRACKETS).lower() for match in found],
        places=[Span(*match.span()) for match in found],
        cut=bool(found and _CUT.match(text, found[-1].end())),
    )


@frozen
class Index:
    """Stretches by the seeds that they hold, so that only what can be alike is compared."""

    _held: list[tuple[Stretch, dict[Seed, list[int]]]] = field(factory=list)
    _holders: dict[Seed, list[int]] = field(factory=dict)

    def add(self, own: Stretch) -> None:
        """Keep a stretch; it gets the next number."""
        places: dict[Seed, list[int]] = {}
        for place, seed in enumerate(own.seeds()):
            known = places.setdefault(seed, [])
            if not known and len(holders := self._holders.setdefault(seed, [])) < _MOST_HOLDERS:
                holders.append(len(self._held))
            if len(known) < _MOST_PLACES:
                known.append(place)
        self._held.append((own, places))

    def alike(self, other: Stretch) -> Iterator[tuple[int, Alignment]]:
        """Yield the stretches that share enough with another, by number and in their order."""
        seeds = list(other.seeds())
        shared = Counter(number for seed in seeds for number in self._holders.get(seed, ()))
        nearest = sorted(shared, key=lambda number: (-shared[number], number))[:_MOST_CANDIDATES]
        for number in sorted(nearest):
            own, places = self._held[number]
            found = _aligned(own, other, _chain(places, seeds))
            if found.overlap >= LEAST_OVERLAP or found.longest >= LEAST_RUN:
                yield number, found


def _chain(places: dict[Seed, list[int]], seeds: Sequence[Seed]) -> list[tuple[int, int]]:
    """Return the longest chain of shared seeds that stand in the same order in both (Hunt and Szymanski)."""
    ends: list[int] = []
    nodes: list[int] = []
    links: list[tuple[int, int, int]] = []
    for here, seed in enumerate(seeds):
        for place in reversed(places.get(seed, ())):
            length = bisect_left(ends, place)
            links.append((place, here, nodes[length - 1] if length else -1))
            ends[length : length + 1] = [place]
            nodes[length : length + 1] = [len(links) - 1]
    chain = []
    node = nodes[-1] if nodes else -1
    while node >= 0:
        place, here, node = links[node]
        chain.append((place, here))
    return chain[::-1]


def _aligned(own: Stretch, other: Stretch, chain: Sequence[tuple[int, int]]) -> Alignment:
    """Return what a chain of at least one seed shares."""
    common = function_words()
    covered = sorted({here + step for _, here in chain for step in range(_SEED)})
    last_word = len(other.words) - 1
    counted = other.words[:last_word] if other.cut and covered[-1] < last_word else other.words
    content = sum(word not in common for word in counted) or 1
    shared = sum(other.words[place] not in common for place in covered)
    (first, here), (last, there) = chain[0], chain[-1]
    return Alignment(
        first=Span(own.places[first].start, own.places[last + _SEED - 1].end),
        second=Span(other.places[here].start, other.places[there + _SEED - 1].end),
        overlap=round(shared / content, 2),
        longest=_longest(chain) + _SEED - 1,
    )


def _longest(chain: Sequence[tuple[int, int]]) -> int:
    """Return the number of seeds in the longest run without a gap."""
    longest = run = 1
    for (place, here), (following, there) in pairwise(chain):
        run = run + 1 if (following, there) == (place + 1, here + 1) else 1
        longest = max(longest, run)
    return longest
