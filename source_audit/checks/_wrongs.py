"""Wrongs that a text tells of somebody: the deed, who is said to have done it, and the statement that tells it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from attrs import define, frozen

from source_audit.attribution import Attribution
from source_audit.checks._doers import Doers, may_follow_doer
from source_audit.checks._holders import last_word
from source_audit.checks._near import in_body, once, statements_by_sentence
from source_audit.claim import Party
from source_audit.lazy import lazy
from source_audit.lexicon import Lexicon
from source_audit.reading import Reading
from source_audit.resources import data
from source_audit.span import Span

_MOST = 120
_REACH = 90
_LATELY = 30
_CLAUSE = 300
_BEING = frozenset({"been", "was", "were", "is", "are", "a", "had", "has", "have"})
_PRONOUNS = frozenset({"he", "she", "they"})
_PASSIVE = re.compile(r"\b(?:been|be|being|was|were|is|are|get|got)\s(?:\w+ly\s)?$")
_UNSAID = re.compile(
    r"\b(?:not|never|nobody|no one|without|would|could|might|may|should|will|\w{2,7}n['’]t|deny|denied|denies|nor"
    r"|stopped short of)\s(?:\w+\s){0,2}$"
)
_NOTHING = re.compile(r"\s(?:neither|nothing|nobody|none|no one)\b")
_OPEN = re.compile(r"\b(?:whether|if)\b")
_APOSTROPHES = ("'", "’")
_MARKS = " “\"‘'"


@frozen(slots=False)
class _Deed:
    """A row of the data file: words for a wrong, and what must or must not follow them."""

    row: Mapping[str, Any]

    @property
    def is_charge(self) -> bool:
        """Whether somebody accuses whoever stands behind the words."""
        return self.row.get("place") == "behind"

    @property
    def is_name(self) -> bool:
        """Whether it is only what somebody is called."""
        return bool(self.row.get("name"))

    @property
    def is_suffered(self) -> bool:
        """Whether a body answers for it where its people suffer it."""
        return bool(self.row.get("suffered"))

    def stands(self, text: str, behind: Span) -> bool:
        """Tell whether what follows the words makes them a deed."""
        if _NOTHING.match(text, behind.start):
            return False
        if self._needed is None:
            return True
        needed = self._needed.everywhere(text).within(behind)
        found = any(text[one.end : one.end + 1] not in _APOSTROPHES for one in needed)
        return found or (bool(self.row.get("kin")) and _kin().search(text, behind.start, behind.end) is not None)

    @lazy
    def _needed(self) -> Lexicon | None:
        return Lexicon(self.row["with"]) if "with" in self.row else None


@frozen(kw_only=True)
class Wrong:
    """A wrong that is told: the words for the deed, who did it, the sentence, and the statement that tells it.

    It is ``charged`` where somebody is said to accuse somebody, and ``vague`` where it is no more than a name that
    somebody is called.
    """

    deed: Span
    accused: Party
    sentence: Span
    said: Attribution | None
    by_pronoun: bool
    charged: bool
    vague: bool


@once
def wrongs(reading: Reading) -> list[Wrong]:
    """Return the wrongs that are told of somebody certain, in the order of the text."""
    return list(_Wrongs(reading, Doers(reading)).found())


@define
class _Wrongs:
    """Looks through the text of a reading for words of a wrong."""

    reading: Reading
    _doers: Doers

    def found(self) -> Iterator[Wrong]:
        """Yield each wrong that somebody certain is said to have done."""
        for place, sentence, deed in self._deeds():
            start, said = self._clause(sentence, place)
            party = None if self._is_unsaid(start, place.start) else self._done_by(start, place, sentence, deed, said)
            if party and not self._is_own(party, said):
                yield Wrong(
                    deed=place,
                    accused=party,
                    sentence=sentence,
                    said=None if said and _is_of(party, said) else said,
                    by_pronoun=self._is_pronoun(party),
                    charged=deed.is_charge,
                    vague=deed.is_name,
                )

    def _deeds(self) -> Iterator[tuple[Span, Span, _Deed]]:
        """Yield the words for a wrong in the body with their sentence, where what makes them one follows in it."""
        text = self.reading.text
        for place in _words().everywhere(text).spans[:_MOST]:
            if not may_follow_doer(text, place.start):
                continue
            sentence = self.reading.sentence_at(place.start)
            if sentence is None or place.end > sentence.end or not in_body(self.reading, place):
                continue
            behind = Span(place.end, min(sentence.end, place.end + _REACH))
            deeds = _deeds_by_words()[_folded(place.of(text))]
            deed = next((one for one in deeds if one.stands(text, behind)), None)
            if deed and not sentence.of(text).rstrip("\"”’'").endswith("?"):
                yield place, sentence, deed

    def _clause(self, sentence: Span, deed: Span) -> tuple[int, Attribution | None]:
        """Return where the clause begins that tells of a deed, and the statement of the sentence that tells it."""
        given = statements_by_sentence(self.reading).get(sentence.start, ())
        for said in given:
            for part in said.contents:
                start = max(part.start, sentence.start)
                if part.start <= deed.start < part.end and self.reading.text[start : deed.start].strip(_MARKS):
                    return start, said
        return sentence.start, next((one for one in given if any(map(sentence.contains, one.cue))), None)

    def _is_unsaid(self, start: int, place: int) -> bool:
        """Tell whether the words before a deed say that it was not done, or only ask."""
        text = self.reading.text
        near = _UNSAID.search(text, max(start, place - _LATELY), place)
        return near is not None or _OPEN.search(text, max(start, place - _CLAUSE), place) is not None

    def _done_by(self, start: int, place: Span, sentence: Span, deed: _Deed, said: Attribution | None) -> Party | None:
        text = self.reading.text
        if deed.is_charge:
            return self._doers.behind(place.end, sentence.end)
        first = place.of(text).split()[0].lower()
        own = first in _BEING or first.endswith("ing")
        passive = _PASSIVE.search(text, max(start, place.start - _LATELY), place.start) is not None and not own
        if deed.is_suffered and (passive or first in _BEING):
            return self._doers.body_before(start, place.start, said)
        return None if passive else self._doers.before(start, place.start, said)

    def _is_own(self, party: Party, said: Attribution | None) -> bool:
        """Tell whether somebody tells a wrong of themselves; who has a name in it ("Holm's office") is told of."""
        if said is None or not any(last_word(speaker.name) == last_word(party.name) for speaker in said.speakers):
            return False
        named = party.span.of(self.reading.text)[:1].isupper() and not self._is_pronoun(party)
        return not named and not _is_of(party, said)

    def _is_pronoun(self, party: Party) -> bool:
        return party.span.of(self.reading.text).lower() in _PRONOUNS


def _is_of(party: Party, said: Attribution) -> bool:
    """Tell whether a statement is taken for that of the one whom it accuses."""
    same = any(last_word(speaker.name) == last_word(party.name) for speaker in said.speakers)
    return same or any(part.overlaps(party.span) for part in said.sources)


def _folded(words: str) -> str:
    return " ".join(words.lower().replace("’", "'").split())


@cache
def _deeds_by_words() -> Mapping[str, Sequence[_Deed]]:
    found: dict[str, list[_Deed]] = {}
    for table in data("wrongs")["deed"]:
        deed = _Deed(table)
        for words in table["words"]:
            found.setdefault(words, []).append(deed)
    return found


@cache
def _words() -> Lexicon:
    return Lexicon(_deeds_by_words())


@cache
def _kin() -> re.Pattern[str]:
    """Return the pattern of one's own people behind a preposition ("to his cousin")."""
    table = data("wrongs")["kin"]
    before, whose, people = ("|".join(map(re.escape, table[key])) for key in ("before", "whose", "people"))
    return re.compile(rf"\b(?:{before})\s(?:{whose})\s(?:{people})(?![\w'’-])")
