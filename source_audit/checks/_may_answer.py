"""Words of people who answer for somebody by trade or office, where a text does not say for whom."""

import re
from collections.abc import Iterator

from attrs import define, field

from source_audit.attribution import Attribution, Source, SourceKind
from source_audit.checks._holders import offices
from source_audit.checks._near import in_body, lexicon, source_span, statement_span
from source_audit.claim import Party, PartyKind
from source_audit.lazy import lazy
from source_audit.reading import Reading
from source_audit.span import Span

_NEAR = 3
_DETERMINERS = ("the ", "its ", "their ", "his ", "her ")
_OWNED = re.compile(r"(\w[\w-]{0,40})['’]s?\s")


@define(slots=False)
class MayAnswer:
    """The statements of a reading that may be an answer: of a lawyer, "the firm", a clerk where a town is accused."""

    reading: Reading
    _known: dict[str, list[Attribution]] = field(factory=dict)

    def to(self, party: Party, accusation: Span) -> Span | None:
        """Return the first statement that may be an answer of the accused, and is none of the accusers' own."""
        accusers = self._speakers_in(accusation)
        for said in (*self._behind(party, accusation), *self._statements(party)):
            span = statement_span(said)
            if not span.overlaps(accusation) and not any(speaker.id in accusers for speaker in said.speakers):
                return span
        return None

    def _behind(self, party: Party, accusation: Span) -> Iterator[Attribution]:
        """Yield what is said right behind an accusation by "the bank", "its founder", or whom the body may be."""
        near = Span(accusation.end, max(accusation.end, self.reading.around(accusation, _NEAR).end))
        for said in (one for one in self._body if near.contains(statement_span(one))):
            words = source_span(said).of(self.reading.text).lower()
            if self._is_office(words, party) or _may_be(said.source, party):
                yield said

    def _is_office(self, words: str, party: Party) -> bool:
        """Tell whether a source is described as a body, or by an office in one, that may be the accused's."""
        meant = offices().first(words) or lexicon("responses", "kinds").first(words)
        if meant is None:
            return False
        owner = _OWNED.match(words)
        return words.startswith(_DETERMINERS) or (owner is not None and owner[1] in party.name.lower().split())

    def _statements(self, party: Party) -> list[Attribution]:
        """Return the statements of those who may speak for a body of the public, a described body, or anybody."""
        described = party.name.islower()
        if lexicon("responses", "public").first(party.name):
            return self._of("offices", tied=described)
        return self._of("kinds" if described and party.kind is PartyKind.BODY else "speakers", tied=described)

    def _of(self, words: str, *, tied: bool) -> list[Attribution]:
        """Return the statements of those whom words of a list tell of; *tied* ones belong to a body with a name."""
        if (key := f"{words} {tied}") not in self._known:
            own = lexicon("responses", words)
            meant = {one for one, told in self._told.items() if (tied or one not in self._tied) and own.first(told)}
            self._known[key] = [said for said in self._body if any(speaker.id in meant for speaker in said.speakers)]
        return self._known[key]

    def _speakers_in(self, accusation: Span) -> set[str]:
        said = (one for one in self._body if any(part.overlaps(accusation) for part in (*one.contents, *one.sources)))
        return {speaker.id for one in said for speaker in one.speakers}

    @lazy
    def _body(self) -> list[Attribution]:
        said = (one for one in self.reading.attributions if one.contents)
        return [one for one in said if in_body(self.reading, statement_span(one))]

    @lazy
    def _tied(self) -> frozenset[str]:
        """Those who speak for a body that has a name, by their own words or because they are one voice with it."""
        bodies = {one.id for one in self.reading.sources if one.named and one.kind is not SourceKind.PERSON}
        joined = (join.source_ids for join in self.reading.origins.joins if not bodies.isdisjoint(join.source_ids))
        own = (one.id for one in self.reading.sources if one.affiliation or one.speaks_for)
        return frozenset((*own, *(each for ids in joined for each in ids)))

    @lazy
    def _told(self) -> dict[str, str]:
        """What the text says that each source is, by its id."""
        return {
            one.id: " ".join(filter(None, (one.name, one.role, one.affiliation, one.speaks_for)))
            for one in self.reading.sources
        }


def _may_be(source: Source | None, party: Party) -> bool:
    """Tell whether a name without a role may be that of a body that is only described ("the landlord")."""
    described = party.name.islower() and party.kind is PartyKind.BODY
    public = described and lexicon("responses", "public").first(party.name) is not None
    return described and not public and source is not None and source.named and source.role is None
