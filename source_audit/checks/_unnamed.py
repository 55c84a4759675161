"""Whose names a reader misses: unnamed people who surely tell the reporter something."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from source_audit.attribution import Attribution, Kind, Source, SourceKind
from source_audit.checks._informants import head_of, is_known_by_relation, is_routine
from source_audit.checks._mistaken import (
    is_another_thing,
    is_anybody,
    is_for_others,
    is_named_again,
    is_named_behind,
    is_thing,
)
from source_audit.checks._near import blocks_after, first_mention, lexicon, once, source_span
from source_audit.document import BlockKind
from source_audit.lazy import lazy
from source_audit.reading import Reading
from source_audit.resources import data
from source_audit.span import Span

_BEHIND = 60
_BEFORE = 60
_OPENING = 2
_LEADS_ON = 6
_ANY = ("a", "an", "the", "another")
_ADDED = 300
_APPOSED = re.compile(r"[A-Z][\w.’'-]*\s[A-Z][\w’'-]*,\s$")
"""What follows may say who a name is."""
_TOLD = re.compile(
    r"(?:\sof\s(?:the|these|those)|\b(?:is|was|became|as)(?:\s(?:now|then|also))?)\s$"
    r"|\b[Ii]n\sa\s(?:\w+\s)?(?:speech|memo|letter|lecture|hearing|filing|report|book),?\s$"
)
"""What follows says what a name is now, is part of people told of before, or speaks or writes in public."""
_PARTLY = re.compile(
    r"\b(?:is|are|be|will)\s(?:call|calling|called|naming|named)\s(?:him\s|her\s)?[A-Z][a-z]+\b|\b(?:gave|giving|gives|used|using)\s(?:[\w’']{1,12}\s){0,4}?(?:first\s)?name\b|\b(?:first|last)\sname\sonly\b|\bknown\sas\b|\b(?:called|calls|calling)\s(?:himself|herself)\b|\b(?:identified|introduced)\s(?:himself|herself)\s(?:simply\s|only\s|just\s)?as\b"
)
"""A part of the name is told, or another one."""
_BARE = re.compile(
    r"(?:one|another|(?:a|the) (?:second|third|fourth|fifth|other))(?: of (?:them|the [\w ]+))?(?:$|,)", re.IGNORECASE
)
"""One of those told of before."""
_ASKS_FOR = re.compile(r"\s(?:for|to|about|after|him|her|them)\b")
_SPOKES = re.compile(r"(?:an?|the|its|one|another)\s(?:[\w’'&.-]+\s){0,5}?spokes(?:man|woman|person)\b", re.IGNORECASE)
"""Somebody speaks for a body and has no name."""
_SPOKESPERSON = re.compile(r"spokes(?:man|woman|person)", re.IGNORECASE)
_PAPERS = frozenset({"reports", "report", "records", "documents", "emails", "voice-over", "voiceover", "narrator"})
_THE = re.compile(r"\b[Tt]he\s(\w+)\b")
_MOST = 20
_AGAIN = re.compile(r"(?:The\s(?:pair|two|trio|duo)|Both)\b(?!\s(?:other|new|more))")
"""Those of whom the text told before are told of again."""
_HEARD = re.compile(r"\b(?:heard|seen)\s$")


def no_name_missed(reading: Reading) -> str:
    """Return why nothing is asked of an article in which nobody's name is missed."""
    if any(source.unnamed and source.attribution_ids for source in reading.sources):
        return "No unnamed person tells the reporter something for which a reader would expect a name."
    return "Every source is named."


class Unnamed:
    """The unnamed sources of an article, with what is looked up for all of them once."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._places: dict[str, Span | None] = {}

    @lazy
    def _withheld_heads(self) -> dict[str, Span]:
        """Where the text says first of "the engineer" that the name is withheld, by the noun."""
        text, found = self.reading.text, dict[str, Span]()
        for place in lexicon("anonymity", "signals").everywhere(text).spans:
            sentence = self.reading.sentence_at(place.start)
            for the in _THE.finditer(text, max(0, place.start - _BEFORE), place.start):
                found.setdefault(the[1].lower(), sentence or place)
        return found

    @lazy
    def _body(self) -> frozenset[str]:
        return frozenset(said.id for said in self.reading.body_attributions)

    @lazy
    def _openings(self) -> list[Span]:
        return [each.span for each in self.reading.document.body if each.kind is BlockKind.PARAGRAPH][:_OPENING]

    @lazy
    def _named_places(self) -> list[tuple[int, str]]:
        """Where people with a name say something in the body, in order, with the role that the text gives them."""
        return sorted(
            (source_span(one).start, (speaker.role or "").lower())
            for one in self.reading.body_attributions
            for speaker in one.speakers
            if speaker.named and speaker.kind is SourceKind.PERSON
        )

    @lazy
    def missed(self) -> tuple[tuple[Source, Span], ...]:
        """The unnamed sources whose names a reader misses, each with its first mention."""
        return tuple(self._each_missed())

    def _each_missed(self) -> Iterator[tuple[Source, Span]]:
        """Yield each unnamed source whose name a reader misses, with its first mention."""
        unnamed = [*self.reading.unnamed_sources, *self._withheld()]
        overheard = {source.name.lower() for source in unnamed if self._is_overheard(source)} if unnamed else set()
        for source in unnamed:
            mention = first_mention(self.reading, source)
            if mention is None or source.name.lower() in overheard or not self._is_somebody(source, mention):
                continue
            if self._is_member(source) or _PARTLY.search(source.name) or _PARTLY.search(mention.of(self.reading.text)):
                continue
            if self._tells(source) and not self._is_named_later(source, mention):
                yield source, mention
        yield from self._speak_for_bodies()

    def _speak_for_bodies(self) -> Iterator[tuple[Source, Span]]:
        """Yield each body for which somebody without a name speaks ("a spokesman for the ministry"), with the words."""
        for source in self.reading.sources:
            if source.kind is SourceKind.ORGANISATION and self._tells(source):
                own = {part for said in self._statements(source) if said.id in self._body for part in said.sources}
                spoken = (
                    part for part in sorted(own, key=_start) if _SPOKES.match(self.reading.text, part.start, part.end)
                )
                place = next(spoken, None)
                again = place and is_named_again(self.reading, place, _spoken_by(place.of(self.reading.text)))
                if place and not again and not is_named_behind(self.reading, place):
                    yield source, place

    def _is_member(self, source: Source) -> bool:
        """Tell whether somebody is only "one" or "another" of a group asked about, or of those who tell others."""
        if not _BARE.match(source.name) or not source.mentions:
            return False
        place = bisect_left(self._described, source.mentions[0].start, key=_first)
        if place == 0:
            return source.name.lower().endswith(" them")
        before = self._described[place - 1][1]
        return before.kind is SourceKind.UNNAMED_GROUP or not self._tells(before)

    @lazy
    def _described(self) -> list[tuple[int, Source]]:
        """Where the unnamed sources that are more than "one" are mentioned, in order."""
        told = (source for source in self.reading.unnamed_sources if not _BARE.match(source.name))
        places = ((mention.start, source) for source in told for mention in source.mentions[:_MOST])
        return sorted(places, key=_first)

    def withheld_at(self, source: Source) -> Span | None:
        """Return the sentence in which the text says that a source's name is withheld."""
        if not lexicon("anonymity", "signals").everywhere(self.reading.text).spans:
            return None
        if source.id not in self._places:
            mentions = source.mentions[:_MOST]
            sentences = [each for mention in mentions for each in self.reading.sentences_in(mention)]
            if source.kind is SourceKind.UNNAMED_GROUP:
                sentences += [after for each in sentences[:_MOST] if (after := self._again(each))]
            said = (each for each in sentences if lexicon("anonymity", "signals").first(self.reading.text, each))
            self._places[source.id] = next(said, None) or self._withheld_heads.get(head_of(source.name))
        return self._places[source.id]

    def confides(self, source: Source) -> bool:
        """Tell whether somebody surely tells in confidence: the name is withheld, or "a source has told" the paper."""
        cues = (cue.of(self.reading.text).lower() for said in self._statements(source) for cue in said.cue)
        return self._says_why(source) or any(cue in ("has told", "have told") for cue in cues)

    def _says_why(self, source: Source) -> bool:
        """Tell whether the text speaks of the name that it withholds: so it will not tell it."""
        return source.reason_unnamed is not None or self.withheld_at(source) is not None

    def _withheld(self) -> Iterator[Source]:
        """Yield those who are told by a role alone ("the member") and do not want to be named, says the text."""
        for source in self.reading.sources:
            role = source.kind is SourceKind.PERSON and not source.named and source.mentions
            if role and not self._is_again(source) and self._says_why(source):
                yield source

    def _is_again(self, source: Source) -> bool:
        """Tell whether somebody is "the pair" that is a source already under another description."""
        groups = (each for each in self.reading.unnamed_sources if each.kind is SourceKind.UNNAMED_GROUP)
        before = any(mention.start < source.mentions[0].start for each in groups for mention in each.mentions[:1])
        return before and _AGAIN.match(source.name) is not None

    def _again(self, sentence: Span) -> Span | None:
        """Return the sentence behind one if it tells of the same people again ("The pair, who ...")."""
        text = self.reading.text
        following = blocks_after(self.reading.document, sentence.end, 1)
        near = (one.start for one in self.reading.sentences_in(self.reading.around(sentence, 1)))
        places = [*(start for start in near if start >= sentence.end), *(block.span.start for block in following)]
        return next((self.reading.sentence_at(place) for place in places if _AGAIN.match(text, place)), None)

    def _statements(self, source: Source) -> Iterator[Attribution]:
        return map(self.reading.attribution, source.attribution_ids)

    def _is_overheard(self, source: Source) -> bool:
        """Tell whether somebody shouts or writes in public: heard or read there by everybody, told to nobody."""
        heads = {head_of(source.name), *source.name.lower().split()[1:2]}
        if not heads.isdisjoint(data("informants")["online"]):
            return True
        cues = (cue for said in self._statements(source) for cue in said.cue)
        return any(lexicon("informants", "public").first(self.reading.text, cue) for cue in cues)

    def _is_somebody(self, source: Source, mention: Span) -> bool:
        """Tell whether a description means people whom nothing but a name would tell: no class, no apposition."""
        table, first, head = data("informants"), source.name.lower().split(maxsplit=1)[0], head_of(source.name)
        if is_known_by_relation(source) or not _PAPERS.isdisjoint(source.name.lower().split()):
            return False
        if is_thing(source.name) or self._is_nobody(source, mention):
            return False
        around = self.reading.text, max(0, mention.start - _BEFORE), mention.start
        if _TOLD.search(*around) or (_APPOSED.search(*around) and not self._is_subject(source, mention)):
            return False
        informs = head in table["heads"] or head in table["loose"] or is_routine(source)
        if first in table["owners"]:
            return informs and not any(word in table["unique"] for word in source.name.lower().split())
        if first in table["openings"] or first.isdigit() or first in ("someone", "somebody"):
            return True
        return informs and (source.kind is SourceKind.UNNAMED_GROUP or head.endswith("s"))

    def _is_nobody(self, source: Source, mention: Span) -> bool:
        """Tell whether a mention is of everybody, of a thing, or of somebody who is named right behind it."""
        text = self.reading.text
        if is_anybody(text, mention) or is_named_behind(self.reading, mention):
            return True
        if source.kind is SourceKind.UNNAMED_PERSON and is_named_again(self.reading, mention, head_of(source.name)):
            return True
        return _BARE.match(source.name) is not None and is_another_thing(text, mention)

    def _is_subject(self, source: Source, mention: Span) -> bool:
        """Tell whether the verb of saying follows a mention at once: it is a sentence's subject, no apposition."""
        return any(mention.end < cue.start <= mention.end + 1 for said in self._statements(source) for cue in said.cue)

    def _tells(self, source: Source) -> bool:
        """Tell whether a statement of the body is one that somebody tells, and not to a court or to every reporter."""
        said = [one for one in self._statements(source) if one.id in self._body and one.contents]
        known = head_of(source.name) in data("informants")["never_named"] or "former" in source.name.lower().split()
        verbs = "judging" if known or self._says_why(source) else "telling"
        return any(self._is_told(one, verbs) for one in said)

    def _is_told(self, said: Attribution, verbs: str) -> bool:
        text = self.reading.text
        cue = said.cue[0] if said.cue else None
        if cue is None:
            return True
        if _HEARD.search(text, max(0, cue.start - _BEFORE), cue.start):
            return False
        if cue.of(text).lower().endswith("asked") and _ASKS_FOR.match(text, cue.end):
            return False
        if is_for_others(self.reading, cue):
            return False
        known = said.kind is not Kind.INDIRECT and lexicon("informants", "judging").first(text, cue)
        known = (
            known or lexicon("informants", "telling").first(text, cue) or lexicon("informants", verbs).first(text, cue)
        )
        audience = lexicon("informants", "audiences").first(text, Span(cue.end, min(cue.end + _BEHIND, len(text))))
        return known is not None and (audience is None or audience.start > cue.end + 1)

    def _is_named_later(self, source: Source, mention: Span) -> bool:
        """Tell whether the text may go on to name one of several, or whom it first tells by an office alone."""
        plain = " who" not in source.name.lower() and not self._says_why(source)
        block, sentence = self.reading.document.block_at(mention.start), self.reading.sentence_at(mention.start)
        if not plain or block is None or sentence is None or head_of(source.name) in data("informants")["never_named"]:
            return False
        head = "" if _may_be_any(source) else head_of(source.name)
        if source.kind is SourceKind.UNNAMED_GROUP:
            return self._names_between(sentence.end, min(block.span.end, sentence.end + _ADDED), head)
        if source.name.lower().split(maxsplit=1)[0] not in _ANY:
            return False
        if self._openings and mention.start < self._openings[-1].end:
            after = blocks_after(self.reading.document, block.span.end, _LEADS_ON)
            return self._names_between(mention.end, after[-1].span.end if after else block.span.end, head)
        following = blocks_after(self.reading.document, block.span.end, _OPENING)
        end = following[-1].span.end if following else block.span.end
        return head_of(source.name) in data("informants")["offices"] and self._names_between(mention.end, end, head)

    def _names_between(self, start: int, end: int, head: str) -> bool:
        """Tell whether somebody is named in a stretch who may be the one: no other role is given than *head*.

        A title of learning or courtesy ("Dr") is no role.
        """
        first, stop = (bisect_left(self._named_places, (place, "")) for place in (start, end))
        roles = (role for _, role in self._named_places[first:stop])
        plain = ("", *data("informants")["titles"])
        return any(not head or head in role or role.rstrip(".") in plain for role in roles)


@once
def unnamed_of(reading: Reading) -> Unnamed:
    """Return the unnamed sources of an article."""
    return Unnamed(reading)


def _may_be_any(source: Source) -> bool:
    """Tell whether a description is so wide that somebody with any role may be meant ("a woman", "a resident")."""
    heads = {head_of(source.name), head_of(source.name).removesuffix("s")}
    wide = {*data("informants")["loose"], *data("opinions")["bystanders"], *data("informants")["offices"]}
    return not heads.isdisjoint(wide - {"minister", "member"})


def _spoken_by(words: str) -> str:
    """Return the word for who speaks ("spokesman" of "a spokesman for the ministry")."""
    found = _SPOKESPERSON.search(words)
    return found[0].lower() if found else ""


def _first(place: tuple[int, Source]) -> int:
    return place[0]


def _start(span: Span) -> int:
    return span.start
