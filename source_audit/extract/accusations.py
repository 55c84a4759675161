"""Accusations: the words of `data/accusations.toml`, and the party that stands where they put the accused."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from attrs import define, field

from source_audit.attribution import Attribution, Name, Source, SourceKind
from source_audit.claim import Accusation, Party, PartyKind
from source_audit.extract.accused import aside, described, is_called_a_body
from source_audit.extract.cues import words
from source_audit.lexicon import Lexicon
from source_audit.reading import Reading
from source_audit.resources import data
from source_audit.span import Span

_FAR = 90
_NEAR = 60
_BEFORE = 30
_REST = 200
_MOST = 20
_MOST_WORDS = 5
_FEW = 4
_ALIKE = 3
_WORD = re.compile(r"[\w’'\-]+|[^\w\s]")
_POSSESSIVE = re.compile(r"['’]s?\s+(\w+)")
_PRONOUN = re.compile(r"\s(him|her|them)\s")
_BODIES = (SourceKind.ORGANISATION, SourceKind.OUTLET)
_ASIDE = ","
_NOUNS = ("allegation", "accusation", "complaint", "lawsuit", "charges")


@define
class Accusations:
    """The accusations of a reading, found sentence by sentence; what they share is looked up once."""

    reading: Reading
    _starts: list[int] = field(init=False)
    _whole: dict[str, str] = field(factory=dict)
    _shared: set[str] = field(factory=set)

    def __attrs_post_init__(self) -> None:
        self._starts = [name.span.start for name in self.reading.names]
        whole = Counter(n.key for n in self.reading.names if n.kind is SourceKind.PERSON and " " in n.key)
        whole.update(s.name for s in self.reading.sources if s.kind is SourceKind.PERSON and s.named and " " in s.name)
        for name, _ in whole.most_common():
            known = self._whole.setdefault(_last(name), name)
            if known[:_ALIKE] != name[:_ALIKE]:
                self._shared.add(_last(name))

    def within(self, sentence: Span, triggers: Sequence[Span], given: tuple[Attribution, ...]) -> Iterator[Accusation]:
        """Yield the accusations that the words *triggers* of a sentence make, one for each accused.

        *given* are the statements that share words with the sentence.
        """
        text = self.reading.text
        if not triggers or text[sentence.start : sentence.end].rstrip("\"”’'").endswith("?"):
            return
        seen = set()
        for trigger in triggers[:_MOST]:
            frame = frames()[folded(trigger.of(text))]
            party, told = self._party(trigger, sentence, frame), frame["sure"]
            if party is None and frame["place"] == "object":
                party, told = self._meant(trigger, sentence, frame["until"]), False
            if (
                party is None
                or party.name in seen
                or party.name.count(" ") >= _MOST_WORDS
                or _is_unsaid(text, trigger, sentence, frame)
            ):
                continue
            seen.add(party.name)
            accuser = _accuser(trigger, given, noun=trigger.of(text).lower().startswith(_NOUNS))
            told = told or (bool(frame.get("told")) and accuser is not None and accuser.kind is not SourceKind.UNKNOWN)
            if accuser is None or accuser.name != party.name:
                yield Accusation(span=trigger, accused=party, accuser=accuser.id if accuser else None, sure=told)

    def _party(self, trigger: Span, sentence: Span, frame: Mapping[str, Any]) -> Party | None:
        if frame["place"] == "before":
            return self._before(trigger, sentence)
        if frame["place"] == "behind":
            return self._behind(trigger.end, sentence.end)
        until = self._until(trigger, sentence, frame["until"])
        if until is None or _is_aimed(self.reading.text, trigger.end, until):
            return None
        object_ = frame["place"] == "object"
        if object_ and (named := described(self.reading.text, trigger.end, until)):
            return named
        return self._behind(trigger.end, until) if object_ else self._behind(until + len(frame["until"]), sentence.end)

    def _until(self, trigger: Span, sentence: Span, word: str) -> int | None:
        """Return where the word stands that ends the accused's name, if it is near."""
        place = self.reading.text.find(f" {word} ", trigger.end, min(sentence.end, trigger.end + _FAR))
        return place + 1 if place >= 0 else None

    def _before(self, trigger: Span, sentence: Span) -> Party | None:
        """Return the party that stands right before the words."""
        text = self.reading.text
        place = bisect_right(self._starts, trigger.start) - 1
        name = self.reading.names[place] if place >= 0 else None
        earlier = self.reading.names[place - 1] if place > 0 else None
        if (
            earlier
            and earlier.span.start >= sentence.start
            and aside(text, earlier.span.end, trigger.start) > earlier.span.end
        ):
            name = earlier
        if name is None or name.span.start < sentence.start or trigger.start - name.span.end > _NEAR:
            return None
        own = _POSSESSIVE.match(text, name.span.end, trigger.start)
        start = own.end() if own and own.group(1).lower() in _words("between", "own") else name.span.end
        gap = _WORD.findall(text, aside(text, start, trigger.start), trigger.start)
        if any(
            word.lower() not in _words("between", "words") and word != _ASIDE and not word.isdigit() for word in gap
        ):
            return None
        before = text[max(sentence.start, name.span.start - _BEFORE) : name.span.start].split()
        apart = bool(gap) and (gap[0] == _ASIDE or gap[0].lower() == "who")
        if before and not apart and before[-1].lower() in _words("between", "belonging"):
            return None
        return self._as_party(name)

    def _behind(self, start: int, stop: int) -> Party | None:
        """Return the first party between two places, if nothing but titles, roles and sides stands before it."""
        found, place = None, bisect_left(self._starts, start)
        for name in self.reading.names[place : place + 3]:
            if name.span.end > stop or not self._leads_to(start, name.span.start):
                break
            found = self._as_party(name)
            if found is None or found.kind is PartyKind.PERSON:
                break
            start = name.span.end
        return found

    def _leads_to(self, start: int, name: int) -> bool:
        """Tell whether what stands between two places only says what the bearer of the name is."""
        if name - start > _NEAR:
            return False
        between = _WORD.findall(self.reading.text[start:name].rstrip().removesuffix(","))
        role = len(between) <= _FEW and bool(between) and between[-1] in data("roles")["heads"]
        small = [word for word in between if not word[0].isupper() and word not in _leading()]
        return not small or (role and all(word.isalpha() and word not in words("inner_prepositions") for word in small))

    def _meant(self, trigger: Span, sentence: Span, until: str) -> Party | None:
        """Return the one person whom a pronoun behind the words can mean, by the names before them."""
        pronoun = _PRONOUN.match(self.reading.text, trigger.end, sentence.end)
        if pronoun is None or not self.reading.text.startswith(until, pronoun.end()):
            return None
        first, last = bisect_left(self._starts, sentence.start), bisect_left(self._starts, trigger.start)
        people = [name for name in self.reading.names[max(first, last - 8) : last] if name.kind is SourceKind.PERSON]
        parties = {party.name: party for name in people if (party := self._as_party(name))}
        return list(parties.values())[1] if len(parties) == 2 else None

    def _as_party(self, name: Name) -> Party | None:
        """Return whom a name means: its bearer, a group that has the name in its own, or nobody who could do wrong."""
        text, behind = self.reading.text, _POSSESSIVE.match(self.reading.text, name.span.end)
        following = text[name.span.end : name.span.end + 20].split()
        if behind and behind.group(1).lower() not in _words("between", "own"):
            if behind.group(1).lower() not in _words("between", "groups"):
                return None
            return Party(span=name.span, name=name.key, kind=PartyKind.GROUP)
        if following and following[0].strip(",.") in _words("between", "groups"):
            return Party(span=name.span, name=name.key, kind=PartyKind.GROUP)
        if name.kind in _BODIES or is_called_a_body(text, name.span):
            return Party(span=name.span, name=name.key, kind=PartyKind.BODY)
        whole = self._whole.get(_last(name.key)) if name.kind is SourceKind.PERSON else None
        if whole and (" " in name.key or _last(name.key) in self._shared):
            whole = name.key
        kind = PartyKind.PERSON if whole else PartyKind.GROUP
        return Party(span=name.span, name=whole or name.key, kind=kind)


def _accuser(trigger: Span, given: tuple[Attribution, ...], *, noun: bool) -> Source | None:
    """Return whose statement the accusation is; one that is only spoken about ("allegations") need not be theirs."""
    for attribution in given[:_MOST]:
        spans = attribution.cue if noun else (*attribution.cue, *attribution.contents)
        if attribution.source and any(span.overlaps(trigger) for span in spans):
            return attribution.source
    return None


def _is_aimed(text: str, start: int, stop: int) -> bool:
    """Tell whether the word before a place means something done against others ("bias against")."""
    words = text[start:stop].split()
    return bool(words) and words[-1].lower() in _words("between", "aimed")


def _is_unsaid(text: str, trigger: Span, sentence: Span, frame: Mapping[str, Any]) -> bool:
    """Tell whether the words around say that nobody is accused, or only that somebody might be."""
    before = Span(max(sentence.start, trigger.start - _BEFORE), trigger.start)
    if _negations().first(text, before) is not None:
        return True
    behind = Span(trigger.end, min(sentence.end, trigger.end + _REST))
    return "needs" in frame and _needed(tuple(frame["needs"])).first(text, behind) is None


def _last(name: str) -> str:
    return name.rsplit(" ", 1)[-1].lower()


def folded(words: str) -> str:
    """Return words as they stand in a data file."""
    return " ".join(words.lower().replace("’", "'").split())


@cache
def _leading() -> frozenset[str]:
    """Return what may stand before a party that stands behind the words: articles, roles and sides."""
    roles = data("roles")
    return frozenset((*_words("between", "leading"), *roles["heads"], *roles["bodies"], *roles["callings"]))


@cache
def frames() -> dict[str, dict[str, Any]]:
    """Return the words that may make an accusation, each with where it puts the accused."""
    return {phrase: frame for frame in data("accusations")["frame"] for phrase in frame["words"]}


@cache
def _needed(words: tuple[str, ...]) -> Lexicon:
    return Lexicon(words)


@cache
def _negations() -> Lexicon:
    return Lexicon(data("accusations")["unsaid"]["words"])


@cache
def _words(table: str, key: str) -> frozenset[str]:
    return frozenset(data("accusations")[table][key])
