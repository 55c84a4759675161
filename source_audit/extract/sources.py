"""Sources: every mention of one speaker becomes one record."""

import re
from collections import Counter
from collections.abc import Sequence

from attrs import define, evolve, field

from source_audit.attribution import Attribution, Kind, Name, Reading, Source, SourceKind
from source_audit.document import Document
from source_audit.extract.anonymity import ladder, reason_for
from source_audit.extract.cues import table
from source_audit.extract.gather import Statement
from source_audit.extract.mentions import Mention, read_mention
from source_audit.extract.names import Named, find_names
from source_audit.extract.quotations import Pair
from source_audit.extract.wording import kind_of, relay_of
from source_audit.span import Span

_UNNAMED = (SourceKind.UNNAMED_PERSON, SourceKind.UNNAMED_GROUP)
_LONGEST_NAME = 3
"""The most spaces that a person's name has; longer runs of capitals are headlines."""
_PERSONAL = (SourceKind.PERSON, SourceKind.UNNAMED_PERSON)


@define
class Record:
    """A source in the making."""

    kind: SourceKind
    name: str
    role: str | None = None
    affiliation: str | None = None
    gender: str = ""
    collective: bool = False
    mentions: list[Span] = field(factory=list)
    statements: list[int] = field(factory=list)
    last: int = -1

    @property
    def surname(self) -> str:
        """The last part of a person's name, in lower case."""
        return self.name.split()[-1].lower() if self.name else ""


class Register:
    """The records of one article, looked up by what is said of a speaker."""

    def __init__(self, text: str, names: Sequence[Named]) -> None:
        self.text = text
        self.names = names
        self.records: list[Record] = []
        self._full: dict[str, Counter[str]] = {}
        for name in names:
            if name.kind is SourceKind.PERSON and 1 <= name.name.count(" ") <= _LONGEST_NAME:
                self._full.setdefault(name.name.split()[-1].lower(), Counter())[name.name] += 2 if name.title else 1

    def find(self, mention: Mention, place: int) -> Record | None:
        """Return the record of a mention, made if it is new; None for a pronoun that fits nobody."""
        if mention.pronoun:
            return self._by_pronoun(mention, place)
        record = self._known(mention) or self._new(mention)
        record.mentions.append(mention.span)
        record.role = record.role or mention.role
        record.affiliation = record.affiliation or mention.affiliation
        record.gender = record.gender or mention.gender
        record.last = place
        return record

    def account(self, handle: str, author: str | None, span: Span | None) -> Record:
        """Return the record of an account."""
        name = handle if handle.startswith("@") else f"@{handle}"
        found = next((r for r in self.records if r.kind is SourceKind.ACCOUNT and r.name.lower() == name.lower()), None)
        if found is None:
            found = Record(SourceKind.ACCOUNT, name, affiliation=author if author and author != handle else None)
            self.records.append(found)
        found.mentions += [span] if span else []
        return found

    def _new(self, mention: Mention) -> Record:
        name = mention.name
        if mention.kind is SourceKind.PERSON and name and " " not in name:
            name = self._full_name(name) or name
        record = Record(mention.kind, name, mention.role, mention.affiliation, mention.gender, mention.collective)
        self.records.append(record)
        return record

    def _known(self, mention: Mention) -> Record | None:
        low = _key(mention.name)
        if (
            mention.kind is SourceKind.PERSON
            and mention.definite
            and not low[:1].isupper()
            and mention.name[:1].islower()
        ):
            return self._by_role(mention) or self._same(mention, low)
        if mention.kind is SourceKind.PERSON:
            return self._person(mention)
        return self._same(mention, low)

    def _same(self, mention: Mention, low: str) -> Record | None:
        if mention.kind in _UNNAMED and not mention.collective:
            return self._taken_up(mention, low)
        same = [r for r in self.records if r.kind is mention.kind and _key(r.name) == low]
        if same:
            return same[-1]
        if mention.definite and mention.kind is not SourceKind.PERSON:
            last = low.split()[-1:]
            near = [
                r
                for r in self.records
                if r.kind is mention.kind and _key(r.name).split()[-1:] == last and low in _key(r.name)
            ]
            return near[-1] if len(near) == 1 else None
        return None

    def _taken_up(self, mention: Mention, low: str) -> Record | None:
        """Return the unnamed source that "the official" takes up; "an official" twice may be two people."""
        if not mention.definite:
            return None
        same = [r for r in self.records if r.kind is mention.kind and not r.collective and low.split()[-1:] == _head(r.name)]
        return same[-1] if same else None

    def _person(self, mention: Mention) -> Record | None:
        """Return the person of this name; a bare surname fits only if one person has it."""
        parts = mention.name.lower().split()
        people = [r for r in self.records if r.kind is SourceKind.PERSON and r.name[:1].isupper()]
        if len(parts) > 1:
            exact = [r for r in people if r.name.lower() == mention.name.lower()]
            bare = [r for r in people if r.surname == parts[-1] and " " not in r.name]
            middle = [r for r in people if r.surname == parts[-1] and r.name.lower().split()[0] == parts[0]]
            return (exact or middle or bare or [None])[-1]  # type: ignore[list-item]
        same = [r for r in people if r.surname == parts[0] or r.name.lower().split()[0] == parts[0]] if parts else []
        if len(same) > 1:
            fitting = [r for r in same if not mention.gender or not r.gender or r.gender == mention.gender]
            return max(fitting or same, key=lambda record: record.last)
        return same[0] if same else None

    def _by_role(self, mention: Mention) -> Record | None:
        """Return the one person whose role has the word ("the mayor" after "Mayor Hanne Brockway")."""
        role = (mention.role or "").lower()
        people = [r for r in self.records if r.kind is SourceKind.PERSON and r.role and role in r.role.lower().split()]
        if len(people) == 1:
            return people[0]
        titled = {name.name for name in self.names if role and role in name.title.lower().split()}
        if len(titled) == 1 and not people:
            name = titled.pop()
            full = self._full_name(name.split()[-1]) or name
            found = self._person(Mention(span=mention.span, kind=SourceKind.PERSON, name=full))
            if found is None:
                found = Record(SourceKind.PERSON, full, role=mention.role)
                self.records.append(found)
            return found
        return None

    def _full_name(self, surname: str) -> str | None:
        """Return the full name that the text uses for a surname, if one stands out."""
        ranked = self._full.get(surname.lower(), Counter()).most_common(2)
        clear = len(ranked) == 1 or (len(ranked) == 2 and ranked[0][1] > ranked[1][1])
        return ranked[0][0] if clear else None

    def _by_pronoun(self, mention: Mention, place: int) -> Record | None:
        start = mention.span.start
        if mention.pronoun in ("who", "which"):
            before = [name for name in self.names if name.span.end <= start and start - name.span.end < 60]
            if before:
                nearest = before[-1]
                return self.find(Mention(span=nearest.span, kind=nearest.kind, name=nearest.name, definite=True), place)
            return None
        if mention.pronoun in ("i", "we", "you", "my", "our"):
            return None
        kinds = _PERSONAL if mention.gender else (SourceKind.ORGANISATION, SourceKind.DOCUMENT, SourceKind.OUTLET)
        if mention.pronoun in ("they", "their"):
            kinds = (SourceKind.UNNAMED_GROUP, SourceKind.ORGANISATION)
        found = self._latest(kinds, mention.gender, start)
        if found is None and mention.gender:
            found = self._latest_name(mention, place)
        if found is not None:
            found.mentions.append(mention.span)
            found.gender = found.gender or mention.gender
            found.last = place
        return found

    def _latest(self, kinds: tuple[SourceKind, ...], gender: str, start: int) -> Record | None:
        fitting = [
            r
            for r in self.records
            if (r.kind in kinds or (gender and r.role in table("roles")["spokespeople"]))
            and r.statements
            and (not gender or not r.gender or r.gender == gender)
            and (not r.collective)
        ]
        return max(
            fitting,
            key=lambda record: max((m.start for m in record.mentions if m.start < start), default=-1),
            default=None,
        )

    def _latest_name(self, mention: Mention, place: int) -> Record | None:
        before = [
            n
            for n in self.names
            if n.kind is SourceKind.PERSON and mention.span.start - 600 < n.span.end <= mention.span.start
        ]
        if not before:
            return None
        found = self.find(
            Mention(
                span=before[-1].span, kind=SourceKind.PERSON, name=before[-1].name, gender=mention.gender, definite=True
            ),
            place,
        )
        if found is not None:
            found.gender = found.gender or mention.gender
        return found


def _head(name: str) -> list[str]:
    """Return the head noun of a description, as a list of one word."""
    return re.split(r"\s(?:who|close|familiar|briefed|with|from|in|of|at|for)\b", _key(name))[0].split()[-1:]


def _key(name: str) -> str:
    low = name.lower().strip().rstrip(".,")
    for opener in ("the ", "a ", "an ", "his ", "her ", "their ", "its "):
        low = low.removeprefix(opener)
    return low


def resolve(
    document: Document, statements: Sequence[Statement], sentences: tuple[Span, ...], pairs: Sequence[Pair]
) -> Reading:
    """Return the reading with every statement's source resolved."""
    names = tuple(find_names(document.text, document.blocks))
    register = Register(document.text, names)
    spoken: dict[int, Record | None] = {}
    sure: dict[int, float] = {}
    for place, statement in enumerate(statements):
        spoken[place], sure[place] = _speaker(document, statement, statements, register, spoken, place)
        record = spoken[place]
        if record is not None:
            record.statements.append(place)
    order = [r for r in register.records if r.statements]
    sources = {id(record): _source(document, f"s{n}", record) for n, record in enumerate(order, 1)}
    attributions = tuple(
        _attribution(document, f"a{n}", s, sources.get(id(spoken[n - 1])), sure[n - 1], pairs)
        for n, s in enumerate(statements, 1)
    )
    final = {
        s.id: evolve(s, attribution_ids=tuple(a.id for a in attributions if a.source is s)) for s in sources.values()
    }
    bound = tuple(evolve(a, source=final[a.source.id]) if a.source else a for a in attributions)
    return Reading(
        document=document,
        attributions=bound,
        sources=_with_reasons(document, tuple(final.values()), sentences),
        sentences=sentences,
        names=tuple(Name(span=n.span, kind=n.kind, key=n.name) for n in names),
    )


def _speaker(  # noqa: PLR0913 - resolving a speaker needs all that is known so far
    document: Document,
    statement: Statement,
    statements: Sequence[Statement],
    register: Register,
    spoken: dict[int, Record | None],
    place: int,
) -> tuple[Record | None, float]:
    """Return who makes a statement, and how sure that is."""
    if statement.embed is not None:
        embed = document.embeds[statement.embed]
        handle = embed.handle or embed.author
        return (register.account(handle, embed.author, embed.signature), 0.95) if handle else (None, 0.5)
    if statement.same_as is not None:
        origin = next((n for n, other in enumerate(statements[:place]) if other is statement.same_as), None)
        return (spoken[origin] if origin is not None else None), statement.confidence
    if not statement.sources:
        return None, statement.confidence
    mention = read_mention(document.text, statement.sources[0])
    record = register.find(mention, place)
    doubt = 0.92 if mention.pronoun and mention.pronoun not in ("who", "which") else 1.0
    return record, statement.confidence * doubt


def _source(document: Document, source_id: str, record: Record) -> Source:
    unnamed = record.kind in _UNNAMED
    named = (
        not unnamed
        and record.kind is not SourceKind.UNKNOWN
        and (record.kind is not SourceKind.PERSON or record.name[:1].isupper())
    )
    return Source(
        id=source_id,
        name=record.name,
        kind=record.kind,
        named=named,
        role=record.role,
        affiliation=record.affiliation,
        anonymity=ladder(document.text, record.mentions) if unnamed else None,
        collective=record.collective,
        mentions=tuple(sorted(set(record.mentions))),
    )


def _with_reasons(document: Document, sources: tuple[Source, ...], sentences: tuple[Span, ...]) -> tuple[Source, ...]:
    unnamed = [source for source in sources if source.unnamed]
    return tuple(
        evolve(s, reason_unnamed=reason_for(document.text, s, sentences, alone=len(unnamed) == 1)) if s.unnamed else s
        for s in sources
    )


def _attribution(  # noqa: PLR0913 - the parts of an attribution
    document: Document,
    attribution_id: str,
    statement: Statement,
    source: Source | None,
    confidence: float,
    pairs: Sequence[Pair],
) -> Attribution:
    contents = tuple(sorted(statement.contents))
    return Attribution(
        id=attribution_id,
        kind=Kind.DIRECT if statement.embed is not None else kind_of(document.text, contents, statement.pairs, pairs),
        contents=contents,
        cue=tuple(sorted(statement.cue)),
        sources=tuple(statement.sources),
        source=source,
        confidence=round(confidence, 2),
        rule=statement.rule,
        relay=relay_of(document.text, statement),
    )
