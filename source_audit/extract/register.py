"""The register of an article's sources: every mention of one speaker leads to one record."""

import re
from bisect import bisect_right
from collections import Counter, deque
from collections.abc import Sequence

from attrs import define, field

from source_audit.attribution import SourceKind
from source_audit.extract.cues import table
from source_audit.extract.mentions import Mention
from source_audit.extract.names import Named
from source_audit.span import Span

UNNAMED = (SourceKind.UNNAMED_PERSON, SourceKind.UNNAMED_GROUP)
_PERSONAL = (SourceKind.PERSON, SourceKind.UNNAMED_PERSON)
_LONGEST_NAME = 3
"""The most spaces that a person's name has; longer runs of capitals are headlines."""
_MEMORY = 40
"""How many of the latest sources a pronoun or "the official" may mean."""
_NEAR = 600
"""How many characters back a name may stand that a pronoun means."""


@define(eq=False)
class Record:
    """A source in the making."""

    kind: SourceKind
    name: str
    role: str | None = None
    affiliation: str | None = None
    gender: str = ""
    collective: bool = False
    mentions: list[Span] = field(factory=list)
    last: int = -1

    @property
    def surname(self) -> str:
        """The last part of a person's name, in lower case."""
        return self.name.split()[-1].lower() if self.name else ""

    def fits(self, gender: str) -> bool:
        """Tell whether nothing said so far speaks against a pronoun's gender."""
        return not gender or not self.gender or self.gender == gender


class Register:
    """The records of one article, looked up by what is said of a speaker."""

    def __init__(self, names: Sequence[Named]) -> None:
        self.names = names
        self.records: list[Record] = []
        self._ends = [name.span.end for name in names]
        self._recent: deque[Record] = deque(maxlen=_MEMORY)
        self._by_name: dict[tuple[SourceKind, str], Record] = {}
        self._people: dict[str, list[Record]] = {}
        self._full: dict[str, Counter[str]] = {}
        self._titled: dict[str, set[str]] = {}
        for name in names:
            if name.kind is SourceKind.PERSON:
                self._note(name)

    def find(self, mention: Mention, place: int) -> Record | None:
        """Return the record of a mention, made if it is new; None for a pronoun that fits nobody."""
        record = self._by_pronoun(mention, place) if mention.pronoun else self._known(mention) or self._new(mention)
        if record is None:
            return None
        if mention.span not in record.mentions[-2:]:
            record.mentions.append(mention.span)
        record.role = record.role or mention.role
        record.affiliation = record.affiliation or mention.affiliation
        record.gender = record.gender or mention.gender
        record.last = place
        if self._recent and self._recent[-1] is record:
            return record
        self._recent.append(record)
        return record

    def account(self, handle: str, author: str | None, span: Span | None) -> Record:
        """Return the record of an account."""
        name = handle if handle.startswith("@") else f"@{handle}"
        found = self._by_name.get((SourceKind.ACCOUNT, name.lower()))
        if found is None:
            found = Record(SourceKind.ACCOUNT, name, affiliation=author if author and author != handle else None)
            self._add(found)
        found.mentions += [span] if span else []
        return found

    def _note(self, name: Named) -> None:
        if 1 <= name.name.count(" ") <= _LONGEST_NAME:
            self._full.setdefault(name.name.split()[-1].lower(), Counter())[name.name] += 2 if name.title else 1
        for word in name.title.lower().split():
            self._titled.setdefault(word, set()).add(name.name)

    def _add(self, record: Record) -> Record:
        self.records.append(record)
        self._by_name[record.kind, _key(record.name)] = record
        if record.kind is SourceKind.PERSON and not nameless(record.name):
            for part in {record.surname, record.name.lower().split()[0]}:
                self._people.setdefault(part, []).append(record)
        return record

    def _new(self, mention: Mention) -> Record:
        name = mention.name
        if mention.kind is SourceKind.PERSON and name and " " not in name:
            name = self._full_name(name) or name
        return self._add(
            Record(mention.kind, name, mention.role, mention.affiliation, mention.gender, mention.collective)
        )

    def _known(self, mention: Mention) -> Record | None:
        if mention.kind in UNNAMED and not mention.collective:
            return self._taken_up(mention)
        if mention.kind is SourceKind.PERSON and not nameless(mention.name):
            return self._person(mention)
        return (self._by_role(mention) if mention.kind is SourceKind.PERSON else None) or self._same(mention)

    def _same(self, mention: Mention) -> Record | None:
        """Return the body, document or class of this name, or the one that a short form takes up."""
        key = _key(mention.name)
        found = self._by_name.get((mention.kind, key))
        if found or not mention.definite:
            return found
        near = [r for r in self._recent if r.kind is mention.kind and _key(r.name).endswith(f" {key}")]
        return near[-1] if near and len({id(record) for record in near}) == 1 else None

    def _taken_up(self, mention: Mention) -> Record | None:
        """Return the unnamed source that "the official" takes up; "an official" twice may be two people."""
        if not mention.definite:
            return None
        same = [r for r in self._recent if r.kind is mention.kind and not r.collective]
        return next((r for r in reversed(same) if _head(r.name) == _key(mention.name).split()[-1:]), None)

    def _person(self, mention: Mention) -> Record | None:
        """Return the person of this name; a bare surname fits only whoever has it and was met last."""
        parts = mention.name.lower().split()
        known = self._people.get(parts[-1], []) if parts else []
        if len(parts) > 1:
            fitting = [r for r in known if r.name.lower() == mention.name.lower() or " " not in r.name]
            fitting += [r for r in known if r.surname == parts[-1] and r.name.lower().split()[0] == parts[0]]
        else:
            fitting = [r for r in known if r.fits(mention.gender)] or known
        return max(fitting, key=lambda record: record.last, default=None)

    def _by_role(self, mention: Mention) -> Record | None:
        """Return the one person whose role has the word ("the mayor" after "Mayor Hanne Brockway")."""
        role = (mention.role or "").lower()
        held = {
            id(r): r for r in self._recent if r.kind is SourceKind.PERSON and role in (r.role or "").lower().split()
        }
        if len(held) == 1:
            return next(iter(held.values()))
        titled = self._titled.get(role, set())
        if held or len({name.split()[-1] for name in titled}) != 1:
            return None
        name = max(titled, key=lambda each: (len(each), each))
        full = Mention(span=mention.span, kind=SourceKind.PERSON, name=self._full_name(name.split()[-1]) or name)
        return self._person(full) or self._new(full)

    def _full_name(self, surname: str) -> str | None:
        """Return the full name that the text uses for a surname, if one stands out."""
        ranked = self._full.get(surname.lower(), Counter()).most_common(2)
        clear = len(ranked) == 1 or (len(ranked) == 2 and ranked[0][1] > ranked[1][1])
        return ranked[0][0] if clear else None

    def _by_pronoun(self, mention: Mention, place: int) -> Record | None:
        start = mention.span.start
        if mention.pronoun in ("who", "which"):
            return self._nearest_name(mention, start, 60, place)
        if mention.pronoun in ("i", "we", "you", "my", "our"):
            return None
        if mention.pronoun in ("they", "their"):
            return self._latest((SourceKind.UNNAMED_GROUP, SourceKind.ORGANISATION), "")
        if not mention.gender:
            return self._latest((SourceKind.ORGANISATION, SourceKind.DOCUMENT, SourceKind.OUTLET), "")
        return self._latest(_PERSONAL, mention.gender) or self._nearest_name(mention, start, _NEAR, place)

    def _latest(self, kinds: tuple[SourceKind, ...], gender: str) -> Record | None:
        """Return the last speaker of these kinds whom a pronoun of this gender fits."""
        spokespeople = table("roles")["spokespeople"]
        fitting = (
            r
            for r in reversed(self._recent)
            if not r.collective and r.fits(gender) and (r.kind in kinds or (gender and r.role in spokespeople))
        )
        return next(fitting, None)

    def _nearest_name(self, mention: Mention, start: int, reach: int, place: int) -> Record | None:
        """Return the person or body named last before a place, if that is near."""
        index = bisect_right(self._ends, start) - 1
        personal = bool(mention.gender)
        while index >= 0 and start - self._ends[index] < reach:
            name = self.names[index]
            if not personal or name.kind is SourceKind.PERSON:
                named = Mention(span=name.span, kind=name.kind, name=name.name, gender=mention.gender, definite=True)
                return self._known(named) or self._new(named)
            index -= 1
        return None


def nameless(name: str) -> bool:
    """Tell whether what a person is called is only a role ("the mayor")."""
    return not name or name.rsplit(maxsplit=1)[-1][:1].islower()


def _head(name: str) -> list[str]:
    """Return the head noun of a description, as a list of one word."""
    return re.split(r"\s(?:who|close|familiar|briefed|with|from|in|of|at|for)\b", _key(name))[0].split()[-1:]


def _key(name: str) -> str:
    low = name.lower().strip().rstrip(".,")
    for opener in ("the ", "a ", "an ", "his ", "her ", "their ", "its "):
        low = low.removeprefix(opener)
    return low
