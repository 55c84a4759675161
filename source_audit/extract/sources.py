"""Sources: statements are given to the records of their speakers, and the records become sources."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache
from operator import attrgetter

from attrs import define, evolve

from source_audit.attribution import Attribution, Kind, Name, Source, SourceKind
from source_audit.document import BlockKind, Document
from source_audit.extract.anonymity import called_in, ladder, reason_for, reason_for_all, withheld_in
from source_audit.extract.bodies import span_name
from source_audit.extract.countable import SURE, are_people
from source_audit.extract.cues import words
from source_audit.extract.elsewhere import is_elsewhere, titles_elsewhere
from source_audit.extract.gather import Statement
from source_audit.extract.names import Named, find_names, nobody, only_begins
from source_audit.extract.people import Choice, Record
from source_audit.extract.quotations import Pair
from source_audit.extract.register import UNNAMED, Register, nameless
from source_audit.extract.roles import head_of
from source_audit.extract.speakers import resolve_speakers
from source_audit.extract.wording import kind_of, relay_of, relays_in
from source_audit.reading import Reading
from source_audit.span import Span

_NAMED = (SourceKind.PERSON, SourceKind.ORGANISATION)
_MOST_CANDIDATES = 3
_HEADLINE = 300
"""A longer headline is none."""
_TITLE_CASE = 0.6
_PLACE = attrgetter("start", "end")
"""The order of spans, quicker than by comparing them."""


@define
class _Spoken:
    """A statement with its speaker's record and how sure that is."""

    statement: Statement
    record: Record | None
    confidence: float
    joint: Sequence[Record] = ()


def resolve(
    document: Document, statements: Sequence[Statement], sentences: tuple[Span, ...], pairs: Sequence[Pair]
) -> Reading:
    """Return the reading with every statement's source resolved; titles of other articles are left out."""
    titles = titles_elsewhere(document)
    statements = [statement for statement in statements if not is_elsewhere(statement, titles)]
    capitals = _title_case(document)
    names = tuple(
        name
        for name in find_names(document.text, document.blocks)
        if _is_name(name, titles) and not _is_of_headline(document.text, name, capitals)
    )
    register, choices = resolve_speakers(document, statements, names, sentences, pairs)
    spoken = _speakers(document, statements, register, choices)
    said: dict[int, list[str]] = {}
    surest: dict[int, float] = {}
    records: dict[int, Record] = {}
    for number, each in enumerate(spoken, 1):
        for record in (each.record, *each.joint) if each.record else ():
            key = id(record)
            records[key] = record
            said.setdefault(key, []).append(f"a{number}")
            surest[key] = max(surest.get(key, 0.0), each.confidence)
    drafts = [
        _source(document, f"s{n}", record, said[key], surest[key]) for n, (key, record) in enumerate(records.items(), 1)
    ]
    told = relays_in(document.text)
    relays = [relay_of(document.text, statement, told) for statement in statements]
    drafts = [_with_relays(source, relays) for source in drafts]
    sources = dict(zip(records, _with_reasons(document, drafts, sentences), strict=True))
    return Reading(
        document=document,
        attributions=tuple(
            _attribution(document, f"a{n}", each, sources, pairs, relay)
            for n, (each, relay) in enumerate(zip(spoken, relays, strict=True), 1)
        ),
        sources=tuple(sources.values()),
        sentences=sentences,
        names=tuple(Name(span=n.span, kind=n.kind, key=n.name) for n in names),
    )


def _is_name(name: Named, titles: Sequence[Span]) -> bool:
    """Tell whether a name is more than an initial, and of this article."""
    return _is_long(name.name) and not (titles and any(title.overlaps(name.span) for title in titles))


def _title_case(document: Document) -> Span:
    """Return the headline if most of its words have a capital, which then tells nothing of names; else nothing."""
    headline = next((block.span for block in document.blocks_of(BlockKind.HEADLINE)), Span(0, 0))
    words_ = [word for word in headline.of(document.text)[:_HEADLINE].split() if word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in words_)
    return headline if len(headline) <= _HEADLINE and capitals > _TITLE_CASE * len(words_) else Span(0, 0)


def _is_of_headline(text: str, name: Named, headline: Span) -> bool:
    """Tell whether a name of several words stands in the headline and nowhere else."""
    return " " in name.name and headline.overlaps(name.span) and text.find(name.name, headline.end) < 0


@lru_cache(maxsize=4096)
def _is_long(name: str) -> bool:
    return sum(map(str.isalnum, name)) > 1


def _speakers(
    document: Document, statements: Sequence[Statement], register: Register, choices: dict[Span, Choice]
) -> list[_Spoken]:
    """Return every statement with its speaker, in order of the text."""
    known: dict[int, _Spoken] = {}
    spoken: list[_Spoken] = []
    for statement in statements:
        if statement.same_as is not None:
            before = known.get(id(statement.same_as))
            each = (
                evolve(before, statement=statement, confidence=statement.confidence)
                if before
                else _Spoken(statement, None, statement.confidence)
            )
        else:
            each = _speaker(document, statement, register, choices)
        known[id(statement)] = each
        spoken.append(each)
    return spoken


def _speaker(document: Document, statement: Statement, register: Register, choices: dict[Span, Choice]) -> _Spoken:
    if statement.embed is not None:
        embed = document.embeds[statement.embed]
        handle = embed.handle or embed.author
        record = register.account(handle, embed.author, embed.signature) if handle else None
        return _Spoken(statement, record, statement.confidence)
    if not statement.sources:
        return _Spoken(statement, None, statement.confidence)
    span = statement.sources[0]
    choice = choices[span]
    record = choice.best or _untold(document.text, span, choice)
    return _Spoken(statement, record, statement.confidence * choice.trust, choice.joint)


def _untold(text: str, span: Span, choice: Choice) -> Record | None:
    """Return a record for a pronoun that may mean several, with those whom it may mean."""
    names = [each.name for each in choice.others if each.mentions or each.gender]
    return (
        Record(SourceKind.UNKNOWN, span_name(text, span), mentions=[span], candidates=names[:_MOST_CANDIDATES])
        if names
        else None
    )


def _source(document: Document, source_id: str, record: Record, said: list[str], surest: float) -> Source:
    text = document.text
    kind = record.kind if _is_told(text, record, surest) else SourceKind.UNKNOWN
    unnamed = kind in UNNAMED
    told = kind is not SourceKind.UNKNOWN and not (kind is SourceKind.PERSON and nameless(record.name))
    return Source(
        id=source_id,
        name=record.name,
        kind=kind,
        named=told and not unnamed,
        role=span_name(text, record.role) or None,
        role_span=record.role,
        affiliation=record.affiliation or span_name(text, record.affiliation_span) or None,
        affiliation_span=record.affiliation_span,
        speaks_for=span_name(text, record.speaks_for) or None,
        candidates=tuple(record.candidates),
        anonymity=ladder(text, record.mentions) if unnamed else None,
        collective=record.collective,
        mentions=tuple(sorted(set(record.mentions), key=_PLACE)),
        attribution_ids=tuple(said),
    )


def _is_told(text: str, record: Record, surest: float) -> bool:
    """Tell whether the words for a source say who it is.

    A country or a people speaks only in a statement that is sure: of 127 others in the training part 49 did.
    """
    if record.collective:
        return True
    if record.kind is SourceKind.PERSON and only_begins(text, record.name):
        return False
    if surest < SURE and record.kind in _NAMED and record.name.lower() in nobody():
        return False
    return _is_somebody(text, record, surest)


def _is_somebody(text: str, record: Record, surest: float) -> bool:
    """Tell whether a record without a name is of people who could be counted, and more than "who"."""
    if record.kind not in UNNAMED:
        return True
    told = any(mention.of(text).lower() not in words("relatives") for mention in record.mentions)
    return told and are_people(record.name, surest)


def _with_relays(source: Source, relays: Sequence[Span | None]) -> Source:
    """Say of a source where its statements were made, if not to this reporter."""
    own = [relays[int(said.removeprefix("a")) - 1] for said in source.attribution_ids]
    told = tuple(relay for relay in own if relay)
    return evolve(source, relays=told, first_hand=len(told) < len(own)) if told else source


def _with_reasons(document: Document, sources: Sequence[Source], sentences: Sequence[Span]) -> list[Source]:
    """Say of each source without a name why it is withheld, if the text does: of it, or of all that are unnamed."""
    unnamed = [source for source in sources if source.unnamed]
    nameless = [source for source in sources if source.kind is SourceKind.PERSON and not source.named]
    if not unnamed and not nameless:
        return list(sources)
    text, starts = document.text, [sentence.start for sentence in sentences]

    again: dict[str, int] = {}
    withheld = dict.fromkeys(withheld_in(text, sentences))
    for place in withheld:
        for called in called_in(text, sentences[place]):
            again.setdefault(called, place)

    def places(source: Source) -> list[int]:
        own = sorted({bisect_right(starts, mention.start) - 1 for mention in source.mentions})
        said = again.get(head_of(source.name))
        return own if said is None or said in own else [*own, said]

    own = {source.id: reason_for(text, places(source), sentences) for source in unnamed}
    of_them = {source.id: [place for place in places(source) if place in withheld] for source in nameless}
    own |= {name: reason_for(text, where, sentences) for name, where in of_them.items()}
    told = [reason for reason in own.values() if reason]
    shared = reason_for_all(text, sentences, withheld, told, alone=len(unnamed) == 1)
    return [
        evolve(s, reason_unnamed=own[s.id] or (shared if s.mentions and s.unnamed else None)) if s.id in own else s
        for s in sources
    ]


def _attribution(  # noqa: PLR0913, PLR0917 - all that was found of a statement
    document: Document,
    attribution_id: str,
    spoken: _Spoken,
    sources: Mapping[int, Source],
    pairs: Sequence[Pair],
    relay: Span | None,
) -> Attribution:
    statement = spoken.statement
    contents = _in_order(statement.contents)
    spoken_words = statement.embed is not None or statement.rule == "transcript"
    return Attribution(
        id=attribution_id,
        kind=Kind.DIRECT if spoken_words else kind_of(document.text, contents, statement.pairs, pairs),
        contents=contents,
        cue=_in_order(statement.cue),
        sources=tuple(statement.speaker.sources),
        source=sources.get(id(spoken.record)),
        joint=tuple(sources[id(record)] for record in spoken.joint),
        confidence=round(spoken.confidence, 2),
        rule=statement.rule,
        relay=relay,
        reasons=statement.reasons,
    )


def _in_order(spans: Sequence[Span]) -> tuple[Span, ...]:
    return tuple(spans if len(spans) < 2 else sorted(spans, key=_PLACE))
