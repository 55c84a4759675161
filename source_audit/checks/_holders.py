"""Which name an article gives to an office or a kind of body: "the mayor, Ana Ruiz", "Norsound, the ferry firm"."""

import re
from bisect import bisect_left
from collections.abc import Mapping
from functools import cache

from attrs import define

from source_audit.attribution import Name, SourceKind
from source_audit.claim import Party, PartyKind
from source_audit.lazy import lazy
from source_audit.lexicon import Lexicon
from source_audit.reading import Reading
from source_audit.resources import data
from source_audit.span import Span

_NEAR = 40
_TITLED = re.compile(r",? (?:(?:Dr|Mr|Mrs|Ms|Prof|Sir|Dame)\.? )?")
_ASIDE = re.compile(r", (?:the|its|their|a|an) (?:[\w’'-]{1,30} ){0,2}")


@define(slots=False)
class Holders:
    """The parties of a reading by their names and by what the text says that they are."""

    reading: Reading

    def of(self, office: str) -> Mapping[str, Name]:
        """Return the names that the text gives with a word for an office or a body, by their last words."""
        return self._holders.get(office, {})

    def described(self, found: Span) -> Party:
        """Return whom a description means: the one name that has it, else only its words."""
        word = found.of(self.reading.text).lower()
        holders = self.of(word)
        if len(holders) == 1:
            return self.party(found, next(iter(holders.values())))
        kind = PartyKind.PERSON if word in party_words("people") else PartyKind.BODY
        return Party(span=found, name=word, kind=kind)

    def party(self, span: Span, name: Name) -> Party:
        """Return the party that bears a name: a person where the text shows one, many people, else a body."""
        if name.key.lower() in data("roles")["classes"]:
            return Party(span=span, name=name.key, kind=PartyKind.GROUP)
        if name.kind is SourceKind.PERSON and self._is_person(last_word(name.key)):
            return Party(span=span, name=self._whole.get(last_word(name.key), name.key), kind=PartyKind.PERSON)
        return Party(span=span, name=name.key, kind=PartyKind.BODY)

    @lazy
    def _holders(self) -> Mapping[str, Mapping[str, Name]]:
        """The names that stand beside each word for an office or a body, or have it in them."""
        text, names = self.reading.text, self.reading.names
        starts = [name.span.start for name in names]
        found: dict[str, dict[str, Name]] = {}
        for office in offices().everywhere(text).spans:
            place = bisect_left(starts, office.end)
            for name in names[max(0, place - 1) : place + 1]:
                if _stands_with(text, office, name.span):
                    found.setdefault(office.of(text).lower(), {})[last_word(name.key)] = name
        return found

    def _is_person(self, last: str) -> bool:
        """Tell whether a name is a person's: it stands alone too, belongs to a source, or comes with an office."""
        if last not in self._full:
            return False
        return last in self._known or any(last in self.of(office) for office in party_words("people"))

    @lazy
    def _full(self) -> frozenset[str]:
        names = (name.key for name in self.reading.names if name.kind is SourceKind.PERSON)
        return frozenset(last_word(name) for name in names if " " in name)

    @lazy
    def _known(self) -> frozenset[str]:
        """The last words of names that stand alone too, and of people who are sources."""
        alone = (name.key.lower() for name in self.reading.names if " " not in name.key)
        sources = (one.name for one in self.reading.sources if one.kind is SourceKind.PERSON and one.named)
        return frozenset((*alone, *(last_word(name) for name in sources if " " in name)))

    @lazy
    def _whole(self) -> Mapping[str, str]:
        return {last_word(name.key): name.key for name in reversed(self.reading.names) if " " in name.key}


def _stands_with(text: str, office: Span, name: Span) -> bool:
    """Tell whether an office is in a name, right before it ("mayor Ana Ruiz") or behind ("Ana Ruiz, the mayor")."""
    if name.start >= office.end:
        return name.start - office.end < _NEAR and _TITLED.fullmatch(text, office.end, name.start) is not None
    if name.end > office.start:
        return True
    aside = office.start - name.end < _NEAR and _ASIDE.fullmatch(text, name.end, office.start) is not None
    return aside and text[office.end : office.end + 1] not in ("'", "’")


def last_word(name: str) -> str:
    """Return the last word of a name, by which people and bodies are told apart."""
    return name.rsplit(" ", 1)[-1].lower()


@cache
def offices() -> Lexicon:
    """Return the words for offices and bodies that may be accused by them."""
    return Lexicon((*party_words("people"), *party_words("bodies")))


@cache
def party_words(key: str) -> frozenset[str]:
    """Return a list of words that tell of parties."""
    return frozenset(data("wrongs")["parties"][key])
