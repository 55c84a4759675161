"""What a text says of the other side of an accusation: a reply, silence when asked, or nobody found."""

import re
from functools import cache

from attrs import define

from source_audit.attribution import Attribution, Source, SourceKind
from source_audit.checks._near import in_body, lexicon, statement_span
from source_audit.claim import Party, PartyKind
from source_audit.finding import Verdict
from source_audit.lazy import lazy
from source_audit.lexicon import Lexicon
from source_audit.reading import Reading
from source_audit.resources import data
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


@define
class _Wording:
    """Words that say what became of the other side, the words of their sentence, and whether it names nobody."""

    verdict: Verdict
    span: Span
    beside: frozenset[str]
    alone: bool


@define
class _Voice:
    """A source with the words of its name and of all that the text says of it."""

    source: Source
    name: frozenset[str]
    beside: frozenset[str]
    answers_for: bool

    @classmethod
    def of(cls, source: Source) -> "_Voice":
        """Look at a source."""
        beside = " ".join(filter(None, (source.name, source.role, source.affiliation, source.speaks_for)))
        answers = source.speaks_for is not None or lexicon("responses", "voices").first(beside) is not None
        return cls(source, _words(source.name), _words(beside), answers)

    def speaks_for(self, party: Party, called: frozenset[str]) -> bool:
        """Tell whether the source is the accused or somebody who answers for them."""
        if called & self.name and not self._is_namesake(party):
            return True
        return self.answers_for and bool(called & self.beside)

    def _is_namesake(self, party: Party) -> bool:
        """Tell whether a person only has the surname of the accused, as far as the text tells."""
        if " " not in party.name:
            return False
        people = self.source.kind is SourceKind.PERSON and party.kind is PartyKind.PERSON
        first, other = _bare(self.source.name.split()[0]), _bare(party.name.split()[0])
        return people and " " in self.source.name and first[:3] != other[:3]


@define(slots=False)
class Replies:
    """The replies of a text; what all accused share is looked up once."""

    reading: Reading

    def to(self, party: Party, accusation: Span) -> Reply | None:
        """Return the best reply of an accused, with where it stands.

        HOLDS is an answer or silence when asked, MILD is nobody found, UNSURE words of theirs that may be none.
        """
        answer = self._answer_in(accusation, party.span.end) or self._answer_behind(accusation)
        if answer:
            return Verdict.HOLDS, answer
        called = _called(party)
        tied = [
            (wording.verdict, wording.span)
            for wording in self._wordings
            if (wording.alone or called & wording.beside) and not accusation.contains(wording.span)
        ]
        statements = self._statements(party, called, accusation)
        return min([*statements, *tied], key=lambda reply: _GRAVITY[reply[0]], default=None)

    def _answer_in(self, sentence: Span, behind: int) -> Span | None:
        """Return the words in an accusation's own sentence that say that it is disputed, or answered behind it."""
        disputed = lexicon("responses", "disputes").first(self.reading.text, sentence)
        return disputed or lexicon("responses", "answers").first(self.reading.text, Span(behind, sentence.end))

    def _answer_behind(self, sentence: Span) -> Span | None:
        """Return the words right behind an accusation by which somebody answers it or denies it."""
        behind = self.reading.around(sentence, 1)
        after = Span(sentence.end, max(behind.end, sentence.end))
        return lexicon("responses", "disputes").first(self.reading.text, after) or lexicon(
            "responses", "answers"
        ).first(self.reading.text, after)

    def _statements(self, party: Party, called: frozenset[str], accusation: Span) -> list[Reply]:
        """Return the statements of the accused or of somebody who speaks for them, those that may answer best first."""
        own = {voice.source.id for voice in self._voices if voice.speaks_for(party, called)}
        for group in self.reading.origins.groups:
            own |= set(group.source_ids) if own & set(group.source_ids) else set()
        found = (
            a for a in self.reading.attributions if a.contents and any(speaker.id in own for speaker in a.speakers)
        )
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

    @lazy
    def _voices(self) -> list[_Voice]:
        return [_Voice.of(source) for source in self.reading.sources]

    @lazy
    def _wordings(self) -> list[_Wording]:
        """The first words of a reply, of silence and of nobody found in each sentence."""
        text = self.reading.text
        found: dict[tuple[Verdict, Span], _Wording] = {}
        for block in self.reading.document.body:
            for words in _all_wordings().find(text, block.span):
                verdict = _verdicts()[" ".join(words.of(text).lower().replace("’", "'").split())]
                sentence = self.reading.sentence_at(words.start) or words
                if (verdict, sentence) not in found:
                    alone = sentence.start not in self._peopled
                    found[verdict, sentence] = _Wording(verdict, words, _words(sentence.of(text)), alone)
        return list(found.values())

    @lazy
    def _peopled(self) -> set[int]:
        """Where the sentences begin that name a person or a body."""
        named = (name.span for name in self.reading.names if name.kind in _PEOPLE)
        return {sentence.start for span in named if (sentence := self.reading.sentence_at(span.start))}


@cache
def _verdicts() -> dict[str, Verdict]:
    own = data("responses")
    replied = dict.fromkeys((*own["disputes"], *own["answers"], *own["silence"]), Verdict.HOLDS)
    return {**dict.fromkeys(own["unreached"], Verdict.MILD), **replied}


@cache
def _all_wordings() -> Lexicon:
    return Lexicon(_verdicts())


def _bare(word: str) -> str:
    return word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")


def _words(text: str) -> frozenset[str]:
    return frozenset(_bare(word) for word in _WORD.findall(text))


def _called(party: Party) -> frozenset[str]:
    """Return the words by which a text calls an accused: a person's surname, all words of a body's name that tell."""
    words = [_bare(word) for word in _WORD.findall(party.name)]
    if party.kind is PartyKind.PERSON:
        return frozenset(words[-1:])
    initials = "".join(word[0] for word in words if word not in _SMALL) if len(words) > 1 else ""
    return frozenset(word for word in (*words, initials) if word not in _SMALL and len(word) > 1)
