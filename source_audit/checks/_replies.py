"""What a text says of the other side of an accusation: a reply, silence when asked, or nobody found."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from attrs import define

from source_audit.attribution import Attribution, Source, SourceKind
from source_audit.checks._near import in_body, lexicon, statement_span
from source_audit.claim import Party, PartyKind
from source_audit.finding import Verdict
from source_audit.reading import Reading
from source_audit.span import Span

_WORD = re.compile(r"\w[\w’'\-]*")
_SMALL = frozenset(
    {"the", "of", "for", "and", "a", "an", "de", "al", "inc", "ltd", "co", "corp", "party", "group", "company"}
)
_PEOPLE = (SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.OUTLET)
Reply = tuple[Verdict, Span]
_GRAVITY = {Verdict.HOLDS: 0, Verdict.MILD: 1, Verdict.UNSURE: 2}
_SURE = 0.5
_LEAST_WORDS = 4


@define(slots=False)
class Replies:
    """The replies of a text; what all accused share is looked up once."""

    reading: Reading

    def to(self, party: Party, accusation: Span) -> Reply | None:
        """Return the best reply of an accused, with where it stands.

        HOLDS is an answer or silence when asked, MILD is nobody found, UNSURE words of theirs that may be none.
        """
        answer = self._answer_in(accusation, party.span.end)
        if answer:
            return Verdict.HOLDS, answer
        named = _called(party)
        tied = [w for w in self._wordings if not accusation.contains(w[1]) and self._is_about(w[1], party, named)]
        statements = self._statements(party, accusation)
        return min([*statements, *tied], key=lambda reply: _GRAVITY[reply[0]], default=None)

    def _answer_in(self, sentence: Span, behind: int) -> Span | None:
        """Return the words in an accusation's own sentence that say that it is disputed, or answered behind it."""
        disputed = lexicon("replies", "disputes").first(self.reading.text, sentence)
        return disputed or lexicon("replies", "answers").first(self.reading.text, Span(behind, sentence.end))

    def _statements(self, party: Party, accusation: Span) -> list[Reply]:
        """Return the statements of the accused or of somebody who speaks for them, those that may answer best first."""
        own = {source.id for source in self.reading.sources if _speaks(source, party)}
        for group in self.reading.origins.groups:
            own |= set(group.source_ids) if own & set(group.source_ids) else set()
        found = (a for a in self.reading.attributions if a.source and a.source.id in own and a.contents)
        replies = [
            (self._weight(a), statement_span(a))
            for a in found
            if not Span(accusation.start, party.span.end).overlaps(statement_span(a))
        ]
        return sorted(
            replies, key=lambda reply: (reply[1].start < accusation.start, abs(reply[1].start - accusation.start))
        )

    def _weight(self, attribution: Attribution) -> Verdict:
        """Tell whether a statement is surely in the accused's words: quoted, or reported at some length."""
        span = statement_span(attribution)
        few = len(span.of(self.reading.text).split()) < _LEAST_WORDS
        sure = in_body(self.reading, span) and attribution.confidence >= _SURE and not few
        return Verdict.HOLDS if sure else Verdict.UNSURE

    @cached_property
    def _wordings(self) -> list[Reply]:
        """All words of a reply, of silence and of nobody found, each with its sentence."""
        text = self.reading.text
        kinds = (
            ("disputes", Verdict.HOLDS),
            ("answers", Verdict.HOLDS),
            ("silence", Verdict.HOLDS),
            ("unreached", Verdict.MILD),
        )
        return [
            (verdict, words)
            for key, verdict in kinds
            for block in self.reading.document.body
            for words in lexicon("replies", key).find(text, block.span)
        ]

    def _is_about(self, words: Span, party: Party, named: frozenset[str]) -> bool:
        """Tell whether a wording is tied to an accused: its sentence names them, or nobody else."""
        sentence = self.reading.sentence_at(words.start) or words
        if named & self._words_of(sentence):
            return True
        return not any(True for _ in self._others(sentence))

    def _others(self, sentence: Span) -> Iterator[Span]:
        names, place = self.reading.names, bisect_right(self.reading.names, sentence.start, key=lambda n: n.span.start)
        for name in names[max(0, place - 1) :]:
            if name.span.start >= sentence.end:
                return
            if name.kind in _PEOPLE and name.span.start >= sentence.start:
                yield name.span

    def _words_of(self, sentence: Span) -> frozenset[str]:
        return frozenset(_bare(word) for word in _WORD.findall(sentence.of(self.reading.text)))


def _bare(word: str) -> str:
    return word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")


def _called(party: Party) -> frozenset[str]:
    """Return the words by which a text calls an accused: a person's surname, all words of a body's name that tell."""
    words = [_bare(word) for word in _WORD.findall(party.name)]
    if party.kind is PartyKind.PERSON:
        return frozenset(words[-1:])
    initials = "".join(word[0] for word in words if word not in _SMALL) if len(words) > 1 else ""
    return frozenset(word for word in (*words, initials) if word not in _SMALL and len(word) > 1)


def _speaks(source: Source, party: Party) -> bool:
    """Tell whether a source is the accused or somebody who speaks for them."""
    called = _called(party)
    name = {_bare(word) for word in _WORD.findall(source.name)}
    if called & name and not _is_namesake(source, party):
        return True
    beside = " ".join(filter(None, (source.role, source.affiliation, source.speaks_for, source.name)))
    words = {_bare(word) for word in _WORD.findall(beside)}
    return bool(called & words) and (
        source.speaks_for is not None or lexicon("replies", "voices").first(beside) is not None
    )


def _is_namesake(source: Source, party: Party) -> bool:
    """Tell whether a person only has the surname of the accused."""
    if source.kind is not SourceKind.PERSON or party.kind is not PartyKind.PERSON:
        return False
    first, other = _bare(source.name.split()[0]), _bare(party.name.split()[0])
    return " " in source.name and first[:3] != other[:3]
