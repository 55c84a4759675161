"""What else in an article stands for a statement: another origin on the same thing, a document, words that say so."""

from collections import Counter, defaultdict
from collections.abc import Collection

from attrs import frozen

from source_audit.attribution import Attribution, Source
from source_audit.checks._near import Cover, lexicon, source_span
from source_audit.checks._support import about_of
from source_audit.lazy import lazy
from source_audit.origin import JoinKind
from source_audit.reading import Reading
from source_audit.resources import data
from source_audit.span import Span

_LIKELY = 0.33
_SHARED, _PART, _PERHAPS = 3, 3, 2
"""A statement is on the same thing if it shares `_SHARED` words and a third of them; with two it perhaps is, unless
they are words that many of the article's statements have."""
_FEW, _EVERY = 3, 6
_MOST = 300
_ONE = (JoinKind.ONE_BODY, JoinKind.ACCOUNT)


@frozen
class Backing:
    """What stands for a claim: the origins on the same thing with the place of each, and whether more may."""

    homes: dict[str, Span]
    perhaps: bool


class Statements:
    """The statements of an article by what they are about and by the origin that they come from."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._homes = {own: f"o{n}" for n, group in enumerate(reading.origins.groups) for own in group.source_ids}

    def homes(self, said: Attribution) -> tuple[str, ...]:
        """Return the origins of those who make a statement; nothing where nobody certain does."""
        return tuple(self._homes.get(source.id, source.id) for source in said.speakers if not source.collective)

    def is_of_named_body(self, source: Source) -> bool:
        """Tell whether a source is one voice with somebody who has a name, so that a body answers for its words."""
        joined = (join.source_ids for join in self._reading.origins.joins if join.kind in _ONE)
        return any(source.id in pair and not self._named.isdisjoint(pair) for pair in joined)

    def about(self, said: Attribution) -> frozenset[str]:
        """Return what a statement is about."""
        return about_of(" ".join(part.of(self._reading.text) for part in said.contents))

    def behind(self, wanted: frozenset[str], but: Collection[str] = ()) -> Backing:
        """Return which origins say something on the same thing; a joint statement counts once."""
        shared = Counter(number for word in wanted for number in self._by_word.get(word, ()))
        rare = [word for word in wanted if len(self._by_word.get(word, ())) <= self._usual]
        special = Counter(number for word in rare for number in self._by_word.get(word, ()))
        homes: dict[str, Span] = {}
        perhaps = False
        for number in sorted(shared):
            said, own = self._given[number]
            home = next((each for each in own if each not in but), None)
            if home is None:
                continue
            if shared[number] >= self._least(said, wanted):
                homes.setdefault(home, source_span(said))
            perhaps = perhaps or shared[number] >= _SHARED or special[number] >= _PERHAPS
        return Backing(homes, perhaps)

    def paper(self, said: Attribution) -> tuple[Span | None, bool]:
        """Return a document, or words that tell of other support, beside a statement, and whether there may be one.

        What stands in the statement may be no more than what it is about, and a document in the next sentence may
        be another matter. The words for the source show nothing.
        """
        place = said.contents[0]
        near = self._reading.around(place, 1)
        kinds = data("corroboration")["papers"]
        papers = [one.span for one in self._reading.references_in(near) if one.kind in kinds]
        own = self._reading.around(place, 0)
        found = [one for one in papers if one.overlaps(own)]
        found += lexicon("corroboration", "beside").find(self._reading.text, near)
        source, told = Cover(said.sources), Cover(said.contents)
        outside = (one for one in found if not (source.touches(one) or told.touches(one)))
        perhaps = any(not source.touches(one) for one in (*papers, *found))
        return next(outside, None), perhaps

    def _least(self, said: Attribution, wanted: frozenset[str]) -> float:
        cue = " ".join(part.of(self._reading.text) for part in said.cue)
        confirms = lexicon("informants", "confirming").first(cue) is not None
        return 1 if confirms else max(_SHARED, len(wanted) / _PART)

    @property
    def _usual(self) -> int:
        """In how many statements a word may stand before it is only what the whole article is about."""
        return max(_FEW, len(self._given) // _EVERY)

    @lazy
    def _named(self) -> frozenset[str]:
        return frozenset(source.id for source in self._reading.sources if source.named)

    @lazy
    def _given(self) -> list[tuple[Attribution, tuple[str, ...]]]:
        likely = [said for said in self._reading.attributions if said.contents and said.confidence >= _LIKELY]
        given = [(said, home) for said in likely[:_MOST] if (home := self.homes(said))]
        declined, text = lexicon("informants", "declined"), self._reading.text
        return [pair for pair in given if not any(declined.first(text, part) for part in pair[0].cue)]

    @lazy
    def _by_word(self) -> dict[str, list[int]]:
        found: defaultdict[str, list[int]] = defaultdict(list)
        for number, (said, _) in enumerate(self._given):
            for word in self.about(said):
                found[word].append(number)
        return dict(found)


def tells_of_a_wrong(reading: Reading, said: Attribution) -> bool:
    """Tell whether a statement says that somebody did a wrong, was dismissed or let a danger be."""
    return says(reading, said, "wrongs")


def says(reading: Reading, said: Attribution, words: str) -> bool:
    """Tell whether words of one of the lists stand in what is said."""
    return any(lexicon("corroboration", words).first(reading.text, part) for part in said.contents)
