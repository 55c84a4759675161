"""The register of an article's sources: every mention of one speaker leads to one record."""

import re
from collections.abc import Sequence

from attrs import evolve

from source_audit.attribution import SourceKind
from source_audit.extract.attention import NAMED, OWNER, PRONOUN, SPEAKER, SUBJECT, Attention
from source_audit.extract.bodies import Bodies, head_word, key_of, same_head, span_name
from source_audit.extract.cues import table
from source_audit.extract.mentions import Mention
from source_audit.extract.names import Named
from source_audit.extract.people import Choice, People, Record, long_form
from source_audit.extract.roles import is_person_role, speaks
from source_audit.narrator import READERS, WRITERS
from source_audit.span import Span

UNNAMED = (SourceKind.UNNAMED_PERSON, SourceKind.UNNAMED_GROUP)
_PERSONAL = (SourceKind.PERSON, SourceKind.UNNAMED_PERSON)
SOMEBODY = "he or she"
"""Stands for a pronoun that takes up a person of either gender ("Ruiz, 24, from Ambry, who")."""
_SAME = re.compile(r"the same (?:person|source|official|man|woman|aide)\b", re.IGNORECASE)
_PART = re.compile(r"(?:one|another|both|two|three|some) of (?:the|them|these|those)\b\s?", re.IGNORECASE)
_PLURAL = frozenset({"they", "their", "them"})
_THING = 0.75
_PRESENT = 1.0
"""How present a body or group must be for "it" or "they": a speaker or subject of this sentence or the one before."""
_TRUST = ((0.3, 0.92), (0.1, 0.75), (0.0, 0.6))
"""How far "he" or "she" can be trusted at a distance to the second; read off articles outside the sample."""
_DOUBTFUL, _FAINT = 0.05, 0.35
"""Below this distance to the second, or this presence, nobody is chosen for "he" or "she": the candidates are told."""
_PLAIN = 0.5
"""From this distance on another word for somebody ("the candidate") is taken for who is spoken of."""
_CLEAR = 0.2
"""From this distance to the second on, the one whom a pronoun means is told by its gender as well."""


class Register:
    """The records of one article; mentions come in the order of the text."""

    def __init__(self, text: str, names: Sequence[Named]) -> None:
        self.text = text
        self.people = People(text, names)
        self.bodies = Bodies(text, names)
        self.accounts: dict[str, Record] = {}
        self._account_before: Record | None = None
        self._persons = Attention()
        self._things = Attention()
        self._owned: dict[tuple[int | str, str], Record] = {}

    def knows(self, name: str) -> bool:
        """Tell whether the text gives the rest of a single name, or a title to it, in any place."""
        return self.people.find(name, "", 0).best is not None

    def find(self, mention: Mention, sentence: int) -> Choice:
        """Return whose record a source span belongs to, made if it is new; nobody for a pronoun that fits nobody."""
        choice = self._by_pronoun(mention, sentence) if mention.pronoun else self._by_words(mention, sentence)
        record = choice.best
        if record is None:
            return choice
        _mention(record, mention.span)
        _fill(record, mention)
        if not mention.pronoun or choice.sure >= _CLEAR:
            record.gender = record.gender or mention.gender
        self._attend(record, sentence, SPEAKER)
        return choice

    def meet(self, name: Named, sentence: int, weight: float) -> None:
        """Take note of a name in the narration."""
        if name.kind is SourceKind.PERSON:
            record = self._person(name.name, name.title, name.span.start).best
            record = record or self.bodies.find(SourceKind.ORGANISATION, name.name, definite=False)
            record = record or self.people.add(name.name, name.title, name.span.start)
        else:
            known = None if " " in name.name else self._person(name.name, name.title, name.span.start).best
            if known is None and name.kind is SourceKind.UNKNOWN:
                return
            record = known or self._body(name.kind, name.name, definite=False)
        self._attend(record, sentence, weight)

    def refer(self, gender: str, sentence: int, *, first: bool, owner: bool) -> None:
        """Take note of a pronoun in the narration: whoever it takes up is still spoken of."""
        found = self._persons.choose(gender, sentence)
        record = found.best
        if record is not None:
            clear = found.sure >= _PLAIN and found.score >= _PRESENT
            record.gender = record.gender or (gender if clear else "")
            self._persons.note(record, sentence, OWNER if owner else PRONOUN if first else NAMED)

    def account(self, handle: str, author: str | None, span: Span | None) -> Record:
        """Return the record of an account."""
        name = handle if handle.startswith("@") else f"@{handle}"
        found = self.accounts.get(name.lower())
        if found is None:
            found = Record(SourceKind.ACCOUNT, name, affiliation=author if author and author != handle else None)
            self.accounts[name.lower()] = found
        found.mentions += [span] if span else []
        self._account_before = found
        return found

    def introduce(self, mention: Mention, sentence: int) -> None:
        """Take note of somebody without a name in the narration ("My neighbour, who is 81, put it better")."""
        record = self._taken_up(mention) or _new(mention)
        record.mentions.append(mention.span)
        _fill(record, mention)
        self._attend(record, sentence, SUBJECT)

    def _attend(self, record: Record, sentence: int, weight: float) -> None:
        if record.collective:
            self._things.note(record, sentence, weight)
            return
        spoken = record.role is not None and record.kind is SourceKind.ORGANISATION and speaks(self.text, record.role)
        if record.kind in _PERSONAL or spoken:
            self._persons.note(record, sentence, weight)
        if record.kind not in _PERSONAL:
            self._things.note(record, sentence, weight)
            self.bodies.met(record)

    def _by_words(self, mention: Mention, sentence: int) -> Choice:
        kind = mention.kind
        if kind is SourceKind.PERSON and not nameless(mention.name):
            found = self._person(mention.name, mention.title, mention.span.start)
            return found if found.best else Choice([self._new_person(mention)])
        if mention.name[:1].isupper() and " " not in mention.name:
            found = self.people.find(mention.name, "", mention.span.start)
            if found.best and kind not in UNNAMED:
                return found
        if mention.owner is not None:
            return Choice([self._of_owner(mention, sentence)])
        if kind is SourceKind.PERSON:
            return self._by_role(mention, sentence)
        if kind in UNNAMED and not mention.collective:
            return self._unnamed(mention)
        return Choice([self._thing(mention)])

    def _unnamed(self, mention: Mention) -> Choice:
        """Return somebody without a name: named in another place, or met before, or new."""
        if mention.kind is SourceKind.UNNAMED_PERSON and (bearer := self._named_elsewhere(mention)):
            return Choice([bearer], 0.8)
        return Choice([self._taken_up(mention) or _new(mention)])

    def _named_elsewhere(self, mention: Mention) -> Record | None:
        """Return who the text names in another place: by a headline's bare role, or as "the rival" after "a rival"."""
        head = long_form(head_word(mention.name))
        found = self.people.titled(head) if mention.bare else self.people.taking_up(head, mention.span.end)
        return found[0] if len(found) == 1 else None

    def _thing(self, mention: Mention) -> Record:
        """Return a body, document, class or account, or whoever "the firefighter" takes up."""
        if mention.kind is SourceKind.ACCOUNT:
            return self._account_before or self._thing(evolve(mention, kind=SourceKind.UNKNOWN))
        unknown = mention.kind is SourceKind.UNKNOWN
        if unknown and (person := self._taken_up(evolve(mention, kind=SourceKind.UNNAMED_PERSON))):
            return person
        name = self.bodies.full_name(mention.name)
        known = self.bodies.find(mention.kind, name, definite=mention.definite)
        return known or self._new_body(mention, name)

    def _new_body(self, mention: Mention, name: str) -> Record:
        """Return a new body; of one that is only "the company", the words for who speaks say more."""
        record = self.bodies.add(_new(mention, name))
        if mention.speaks_for and key_of(name) in table("roles")["any_body"]:
            record.name = key_of(span_name(self.text, mention.span))
        return record

    def _person(self, name: str, title: str, at: int) -> Choice:
        return self.people.find(name, title, at)

    def _new_person(self, mention: Mention) -> Record:
        known = self.bodies.find(SourceKind.ORGANISATION, mention.name, definite=False)
        return known or self.people.add(mention.name, mention.title, mention.span.start)

    def _body(self, kind: SourceKind, name: str, *, definite: bool) -> Record:
        full = self.bodies.full_name(name)
        return self.bodies.find(kind, full, definite=definite) or self.bodies.add(Record(kind, full))

    def _taken_up(self, mention: Mention) -> Record | None:
        """Return the unnamed source that "the official" takes up; "an official" twice may be two people.

        The same words, of which one statement has the whole and another only "an official who", are one.
        """
        memory = self._things if mention.kind is SourceKind.UNNAMED_GROUP else self._persons
        same = memory.latest(lambda r: any(place.overlaps(mention.span) for place in r.mentions[-1:]))
        if same is not None:
            return same
        if _SAME.match(mention.name):
            return self._persons.latest(lambda r: r.kind in UNNAMED and bool(r.mentions))
        if part := _PART.match(mention.name):
            mention = evolve(mention, kind=SourceKind.UNNAMED_GROUP, name=mention.name[part.end() :], definite=True)
        if not mention.definite:
            return None
        return memory.latest(
            lambda r: r.kind is mention.kind and not r.collective and bool(r.mentions) and same_head(r, mention.name)
        )

    def _of_owner(self, mention: Mention, sentence: int) -> Record:
        """Return "his lawyer": another person than he, and the same one each time."""
        words = span_name(self.text, mention.owner)
        owner: Record | None = None
        if words.lower() in ("his", "her"):
            owner = self._persons.choose("m" if words.lower() == "his" else "f", sentence).best
        elif words[:1].isupper():
            owner = self.people.find(words, "", mention.span.start).best
        key = (id(owner) if owner else words.lower(), head_word(mention.name))
        return self._owned.setdefault(key, _new(mention))

    def _by_role(self, mention: Mention, sentence: int) -> Choice:
        """Return the one person before whose name the role stands, or of whom it was said ("the mayor")."""
        wanted = [long_form(w) for w in mention.name.lower().removeprefix("the ").split()]
        head = wanted[-1] if wanted else ""
        holders = [r for r in self.people.titled(head) if not mention.gender or r.fits(mention.gender)]
        if len(holders) > 1:
            closer = [r for r in holders if all(w in r.titles for w in wanted)] if len(wanted) > 1 else []
            holders = closer or holders
        if len(holders) == 1:
            present = self._persons.latest(lambda r: r is holders[0])
            return (None if present else self._by_epithet(mention, head, sentence)) or Choice(holders, 0.9)
        told = self._persons.latest(lambda r: r.kind is SourceKind.PERSON and head in self._role_words(r))
        if told and (not holders or told in holders):
            return Choice([told, *(r for r in holders if r is not told)], 0.8)
        if holders:
            recent = self._persons.latest(lambda r: r in holders)
            ranked = [recent, *(r for r in holders if r is not recent)] if recent else holders
            return Choice(ranked, 0.6)
        unnamed = self._taken_up(evolve(mention, kind=SourceKind.UNNAMED_PERSON))
        return self._by_epithet(mention, head, sentence) or Choice(
            [unnamed or self.bodies.find(mention.kind, mention.name, definite=True) or self.bodies.add(_new(mention))]
        )

    def _by_epithet(self, mention: Mention, head: str, sentence: int) -> Choice | None:
        """Return whom "the candidate" calls by another word: who clearly is being spoken of."""
        if head not in table("roles")["epithets"]:
            return None
        found = self._persons.choose(
            mention.gender, sentence, lambda r: r.kind is SourceKind.PERSON and not nameless(r.name)
        )
        clear = found.sure >= _PLAIN and found.score >= _PRESENT
        return Choice(found.ranked, 0.6) if clear else None

    def _role_words(self, record: Record) -> list[str]:
        return record.role.of(self.text).lower().replace(",", " ").split() if record.role else []

    def _by_pronoun(self, mention: Mention, sentence: int) -> Choice:
        if mention.pronoun in WRITERS or mention.pronoun in READERS:
            return Choice([])
        if mention.gender or mention.pronoun == SOMEBODY:
            found = self._persons.choose(mention.gender, sentence)
            told = found.sure >= _DOUBTFUL and found.score >= _FAINT
            found.trust = next(trust for least, trust in _TRUST if found.sure >= least)
            return found if told else Choice([], 0.0, found.ranked)
        kinds = (SourceKind.UNNAMED_GROUP if mention.pronoun in _PLURAL else SourceKind.DOCUMENT, *_BODIES)
        found = self._things.choose("", sentence, lambda r: r.kind in kinds and bool(r.mentions))
        found.trust = _THING
        return found if found.score >= _PRESENT else Choice([], 0.0, found.ranked)


_BODIES = (SourceKind.ORGANISATION, SourceKind.OUTLET)


def _mention(record: Record, span: Span) -> None:
    """Note where a record is mentioned; of two such places that overlap the longer one is kept."""
    near = next((place for place in record.mentions[-2:] if place.overlaps(span)), None)
    if near is None:
        record.mentions.append(span)
    elif len(span) > len(near):
        record.mentions[record.mentions.index(near)] = span


def _new(mention: Mention, name: str = "") -> Record:
    return Record(
        mention.kind,
        name or mention.name,
        gender=mention.gender,
        collective=mention.collective,
        first_at=mention.span.start,
    )


def _fill(record: Record, mention: Mention) -> None:
    """Keep the first role, affiliation and "speaks for" that a mention tells."""
    if record.role is None:
        record.role = mention.role
        record.affiliation_span = mention.affiliation
    record.speaks_for = record.speaks_for or mention.speaks_for


def nameless(name: str) -> bool:
    """Tell whether what a person is called is only a role ("the mayor")."""
    return not name or name.rsplit(maxsplit=1)[-1][:1].islower() or is_person_role(name.lower())
