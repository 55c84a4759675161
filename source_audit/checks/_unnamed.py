"""Whose names a reader misses: unnamed people who surely tell the reporter something."""

import re
from collections.abc import Iterator

from source_audit.attribution import Attribution, Source, SourceKind
from source_audit.checks._informants import head_of, is_known_by_relation, is_routine
from source_audit.checks._near import blocks_after, first_mention, lexicon, source_span
from source_audit.document import BlockKind
from source_audit.reading import Reading
from source_audit.resources import data
from source_audit.span import Span

_BEHIND = 60
_BEFORE = 60
_OPENING = 2
_ANY = ("a", "an", "the", "another")
_ADDED = 300
_TOLD = re.compile(
    r"(?:[A-Z][\w.’'-]*\s[A-Z][\w’'-]*,|\sof\s(?:the|these|those)|\b(?:is|was|became|as)(?:\s(?:now|then|also))?)\s$"
    r"|\b[Ii]n\sa\s(?:\w+\s)?(?:speech|memo|letter|lecture|hearing|filing|report|book),?\s$"
)
"""What follows says who a name is, is part of people told of before, or speaks or writes in public."""
_PAPERS = frozenset({"reports", "report", "records", "documents", "emails"})
_HEARD = re.compile(r"\b(?:heard|seen)\s$")


def missed(reading: Reading) -> Iterator[tuple[Source, Span]]:
    """Yield each unnamed source whose name a reader misses, with its first mention."""
    unnamed = [*reading.unnamed_sources, *_withheld(reading)]
    overheard = {source.name.lower() for source in unnamed if _is_overheard(reading, source)} if unnamed else set()
    for source in unnamed:
        mention = first_mention(reading, source)
        if mention is None or source.name.lower() in overheard or not _is_somebody(reading, source, mention):
            continue
        if _tells(reading, source) and not _is_named_later(reading, source, mention):
            yield source, mention


def withheld_at(reading: Reading, source: Source) -> Span | None:
    """Return the sentence in which the text says that a source's name is withheld."""
    for mention in source.mentions:
        for sentence in reading.sentences_in(mention):
            if lexicon("anonymity", "signals").first(reading.text, sentence):
                return sentence
    again = re.compile(rf"\bthe {re.escape(head_of(source.name))}\b", re.IGNORECASE)
    signals = lexicon("anonymity", "signals").everywhere(reading.text).spans
    found = (place for place in signals if again.search(reading.text, max(0, place.start - _BEFORE), place.start))
    return next((reading.sentence_at(place.start) for place in found), None)


def confides(reading: Reading, source: Source) -> bool:
    """Tell whether somebody surely tells in confidence: the name is withheld, or "a source has told" the paper."""
    cues = (cue.of(reading.text).lower() for said in _statements(reading, source) for cue in said.cue)
    return _says_why(reading, source) or any(cue in ("has told", "have told") for cue in cues)


def _says_why(reading: Reading, source: Source) -> bool:
    """Tell whether the text speaks of the name that it withholds: so it will not tell it."""
    return source.reason_unnamed is not None or withheld_at(reading, source) is not None


def _withheld(reading: Reading) -> Iterator[Source]:
    """Yield those who are told by a role alone ("the member") and do not want to be named, says the text."""
    for source in reading.sources:
        if source.kind is SourceKind.PERSON and not source.named and source.mentions and _says_why(reading, source):
            yield source


def _statements(reading: Reading, source: Source) -> Iterator[Attribution]:
    return map(reading.attribution, source.attribution_ids)


def _is_overheard(reading: Reading, source: Source) -> bool:
    """Tell whether somebody shouts or writes in public: heard or read there by everybody, told to nobody."""
    heads = {head_of(source.name), *source.name.lower().split()[1:2]}
    if not heads.isdisjoint(data("informants")["online"]):
        return True
    cues = (cue for said in _statements(reading, source) for cue in said.cue)
    return any(lexicon("informants", "public").first(reading.text, cue) for cue in cues)


def _is_somebody(reading: Reading, source: Source, mention: Span) -> bool:
    """Tell whether a description means people whom nothing but a name would tell: no class, no apposition."""
    table, first, head = data("informants"), source.name.lower().split(maxsplit=1)[0], head_of(source.name)
    if is_known_by_relation(source) or not _PAPERS.isdisjoint(source.name.lower().split()):
        return False
    if _TOLD.search(reading.text, max(0, mention.start - _BEFORE), mention.start):
        return False
    informs = head in table["heads"] or head in table["loose"] or is_routine(source)
    if first in table["owners"]:
        return informs and not any(word in table["unique"] for word in source.name.lower().split())
    if first in table["openings"] or first.isdigit() or first in ("someone", "somebody"):
        return True
    return informs and (source.kind is SourceKind.UNNAMED_GROUP or head.endswith("s"))


def _tells(reading: Reading, source: Source) -> bool:
    """Tell whether a statement of the body is one that somebody tells, and not to a court or to every reporter."""
    body = {said.id for said in reading.body_attributions}
    said = [one for one in _statements(reading, source) if one.id in body and one.contents]
    known = head_of(source.name) in data("informants")["never_named"] or "former" in source.name.lower().split()
    verbs = "judging" if known or _says_why(reading, source) else "telling"
    return any(_is_told(reading, one, verbs) for one in said)


def _is_told(reading: Reading, said: Attribution, verbs: str) -> bool:
    text = reading.text
    cue = said.cue[0] if said.cue else None
    if cue is None:
        return True
    if _HEARD.search(text, max(0, cue.start - _BEFORE), cue.start):
        return False
    known = lexicon("informants", "telling").first(text, cue) or lexicon("informants", verbs).first(text, cue)
    audience = lexicon("informants", "audiences").first(text, Span(cue.end, min(cue.end + _BEHIND, len(text))))
    return known is not None and (audience is None or audience.start > cue.end + 1)


def _is_named_later(reading: Reading, source: Source, mention: Span) -> bool:
    """Tell whether the text may go on to name one of several, or whom it tells first by an office or a job alone."""
    plain = " who" not in source.name.lower() and not _says_why(reading, source)
    block, sentence = reading.document.block_at(mention.start), reading.sentence_at(mention.start)
    if not plain or block is None or sentence is None or head_of(source.name) in data("informants")["never_named"]:
        return False
    if source.kind is SourceKind.UNNAMED_GROUP:
        end = min(block.span.end, sentence.end + _ADDED)
        return any(sentence.end <= place < end for place in _named_places(reading))
    if source.name.lower().split(maxsplit=1)[0] not in _ANY:
        return False
    paragraphs = [each.span for each in reading.document.body if each.kind is BlockKind.PARAGRAPH][:_OPENING]
    if paragraphs and mention.start < paragraphs[-1].end:
        return any(place > mention.start for place in _named_places(reading))
    following = blocks_after(reading.document, block.span.end, _OPENING)
    end = following[-1].span.end if following else block.span.end
    office = head_of(source.name) in data("informants")["offices"]
    return office and any(mention.start < place < end for place in _named_places(reading))


def _named_places(reading: Reading) -> Iterator[int]:
    """Yield where people with a name say something in the body."""
    for said in reading.body_attributions:
        if said.source and said.source.named and said.source.kind is SourceKind.PERSON:
            yield source_span(said).start
