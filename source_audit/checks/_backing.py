"""What else in an article stands for a statement: another origin on the same thing, a document, words that say so."""

from collections import Counter
from collections.abc import Collection

from attrs import frozen

from source_audit.attribution import Attribution, Source
from source_audit.checks._near import Cover, lexicon, once, source_span
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
        self._abouts: dict[str, frozenset[str]] = {}
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
        if said.id not in self._abouts:
            self._abouts[said.id] = about_of(" ".join(part.of(self._reading.text) for part in said.contents))
        return self._abouts[said.id]

    def behind(self, wanted: frozenset[str], but: Collection[str] = ()) -> Backing:
        """Return which origins say something on the same thing; a joint statement counts once."""
        rare = wanted - self._usual
        homes: dict[str, Span] = {}
        perhaps = False
        for said, own, about in self._given:
            shared = len(wanted & about)
            home = next((each for each in own if each not in but), None) if shared else None
            if home is None:
                continue
            if home not in homes and (shared >= max(_SHARED, len(wanted) / _PART) or self._confirms(said)):
                homes[home] = source_span(said)
            perhaps = perhaps or shared >= _SHARED or len(rare & about) >= _PERHAPS
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

    def _confirms(self, said: Attribution) -> bool:
        """Tell whether somebody confirms something, so that one word is enough to know what."""
        cue = " ".join(part.of(self._reading.text) for part in said.cue)
        return lexicon("informants", "confirming").first(cue) is not None

    @lazy
    def _usual(self) -> frozenset[str]:
        """The words that stand in so many statements that they are only what the whole article is about."""
        many = max(_FEW, len(self._given) // _EVERY)
        counted = Counter(word for _, _, about in self._given for word in about)
        return frozenset([word for word, times in counted.items() if times > many])

    @lazy
    def _named(self) -> frozenset[str]:
        return frozenset(source.id for source in self._reading.sources if source.named)

    @lazy
    def _given(self) -> list[tuple[Attribution, tuple[str, ...], frozenset[str]]]:
        """The statements of those who tell something, with their origins and what they are about."""
        likely = [said for said in self._reading.attributions if said.contents and said.confidence >= _LIKELY]
        given = [(said, home) for said in likely[:_MOST] if (home := self.homes(said))]
        declined, text = lexicon("informants", "declined"), self._reading.text
        return [
            (said, home, self.about(said))
            for said, home in given
            if not any(declined.first(text, part) for part in said.cue)
        ]


@once
def statements_of(reading: Reading) -> Statements:
    """Return the statements of an article."""
    return Statements(reading)


def tells_of_a_wrong(reading: Reading, said: Attribution) -> bool:
    """Tell whether a statement says that somebody did a wrong, was dismissed or let a danger be."""
    return says(reading, said, "wrongs")


def says(reading: Reading, said: Attribution, words: str) -> bool:
    """Tell whether words of one of the lists stand in what is said."""
    return any(lexicon("corroboration", words).first(reading.text, part) for part in said.contents)
