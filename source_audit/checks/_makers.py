"""Who counted: the makers of figures that a text names in the sentence, beside it or before it."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from source_audit.attribution import Attribution, SourceKind
from source_audit.checks._figures import NAMELESS, Figure
from source_audit.checks._informants import SURE, topic
from source_audit.checks._near import lexicon
from source_audit.checks._pointing import pointed_at
from source_audit.checks._told import told_by_somebody
from source_audit.lazy import lazy
from source_audit.reading import Reading
from source_audit.reference import Reference
from source_audit.resources import data
from source_audit.span import Span

_FAR, _SOON, _PRESENTED = 3, 400, 1000
_RESULTS = re.compile(r"\b(?:[Tt]h(?:e|ese|ose))\s(?:results|findings|figures|numbers|data|trial|study|count)\b")
_BODIES = (SourceKind.ORGANISATION, SourceKind.DOCUMENT)
_CLAUSE = re.compile(r"[,;]\s(?:and|but|while|though|although)\s")
_SHARE = re.compile(r"[0-9](?:\s?%|\s(?:percent|per\s?cent)\b)|\b[a-z]+\sin\s(?:10|ten|five|four)\b")
_SURVEY = re.compile(r"\b(?:[Pp]olls?|[Ss]urvey(?:ed|s)?|[Ss]tudy|[Rr]espondents|[Rr]esearchers|[Tt]rial)\b")
_STUDY = re.compile(
    r"\b(?:[Tt]he\s(?:study|survey|poll|paper|findings|researchers|authors)|[Rr]esearchers\s(?:at|from)|[Ff]or\s(?:example|instance),\s(?:a|one)\s(?:\w+\s)?(?:study|survey)|[Pp]ublished)\b"
)
_POLL = re.compile(r"[A-Z][A-Za-z]+\s(?:national\s|new\s|state\s)?(?:poll|polls|survey|surveys)\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CAPITAL = re.compile(r"\s[A-Z]")


class Makers:
    """What a text says of those who counted; what all figures share is looked up once."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._text = reading.text
        self._told = told_by_somebody(reading)

    def give(self, figure: Figure) -> bool:
        """Tell whether a source is cited with a figure; one that is cited with a clause behind it is not."""
        return any(self._holds(said, figure) for said in self._told.get(figure.sentence.start, ()))

    def _holds(self, said: Attribution, figure: Figure) -> bool:
        start = min(part.start for part in (*said.contents, *said.cue, *said.sources))
        return _CLAUSE.search(self._text, figure.span.end, max(start, figure.span.end)) is None

    def counted(self, sentence: Span) -> bool:
        """Tell whether a sentence, or the one before it, says in other words who counted."""
        return self._is_counted(Span(self._reading.around(sentence, 1).start, sentence.end))

    def is_dated(self, sentence: Span) -> bool:
        """Tell whether the text says near a sentence from when something is."""
        near = self._reading.around(sentence, 1)
        return _YEAR.search(self._text, near.start, near.end) is not None or self._has("when", near)

    def may_be_meant(self, figure: Figure) -> bool:
        """Tell whether somebody who is named elsewhere may have counted."""
        if figure.sentence in self._later:
            return True
        if self._is_presented(figure.sentence):
            return True
        return not self._is_nobodys(figure.sentence) and (self._is_told(figure) or self._is_carried(figure.sentence))

    def _is_presented(self, sentence: Span) -> bool:
        """Tell whether a figure opens the article, which goes on to tell of "those results" or "the figures"."""
        body = self._reading.document.body
        opening = bool(body) and sentence.start < body[min(1, len(body) - 1)].span.end
        return opening and _RESULTS.search(self._text, sentence.end, sentence.end + _PRESENTED) is not None

    def _is_nobodys(self, sentence: Span) -> bool:
        """Tell whether a sentence says that nobody is named: hearsay, or a study of which the text tells no more."""
        if sentence.start in self._crowds or lexicon("agentless", "phrases").first(self._text, sentence) is not None:
            return True
        if not NAMELESS.search(self._text, sentence.start, sentence.end):
            return False
        around = self._reading.around(sentence, 1)
        soon = _STUDY.search(self._text, sentence.end, sentence.end + _SOON)
        return soon is None and not self._reading.links_in(around) and not self._is_counted(around)

    def _is_told(self, figure: Figure) -> bool:
        """Tell whether a verb of telling stands in the clause of a figure, or the next sentence says who counted."""
        sentence = figure.sentence
        clause = _CLAUSE.search(self._text, figure.span.end, sentence.end)
        if self._has("telling", Span(sentence.start, clause.start() if clause else sentence.end)):
            return True
        after = Span(sentence.end, max(self._reading.around(sentence, 1).end, sentence.end))
        return self._is_counted(after) and bool(self._topic(after) & self._topic(sentence))

    def _is_carried(self, sentence: Span) -> bool:
        """Tell whether a source beside a figure or a count before it may be meant, or it is somebody's own word."""
        beside = list(self._beside(sentence))
        if any(one.start in self._told for one in beside) or self._has("speaking", sentence):
            return True
        result = any(self._has("results", one) for one in (sentence, *beside))
        return result or self._goes_on(sentence) or self._was_counted(sentence)

    def _beside(self, sentence: Span) -> Iterator[Span]:
        """Yield the sentences beside one in its paragraph."""
        block = self._reading.document.block_at(sentence.start)
        near = self._reading.sentences_in(self._reading.around(sentence, 1))
        yield from (one for one in near if one != sentence and block and block.span.contains(one))

    def _was_counted(self, sentence: Span) -> bool:
        """Tell whether the text speaks of a count or a named paper on the same matter not long before."""
        far = Span(self._reading.around(sentence, _FAR).start, sentence.end)
        counted = lexicon("figures", "counting").first(self._text, far)
        if counted is None and not any(map(_is_named(self._text), self._reading.references_in(far))):
            return False
        block = self._reading.document.block_at(sentence.start)
        here = counted is not None and block is not None and block.span.contains(counted)
        return here or bool(self._topic(Span(far.start, sentence.start)) & self._topic(sentence))

    def _goes_on(self, sentence: Span) -> bool:
        """Tell whether a share may be of a poll told before, or figures on the same matter were given to a body."""
        if _SHARE.search(self._text, sentence.start, sentence.end) and self._survey < sentence.start:
            return True
        return any(self._matters.get(word, sentence.start) < sentence.start for word in self._topic(sentence))

    def _is_counted(self, within: Span) -> bool:
        named = any(map(_is_named(self._text), self._reading.references_in(within)))
        polled = _POLL.search(self._text, within.start, within.end)
        return named or polled is not None or self._has("producers", within)

    def _has(self, words: str, within: Span) -> bool:
        return lexicon("figures", words).first(self._text, within) is not None

    def _topic(self, span: Span) -> frozenset[str]:
        return topic(span.of(self._text))

    @lazy
    def _later(self) -> frozenset[Span]:
        """The claims whose source a later sentence gives."""
        return frozenset(one.claim for one in pointed_at(self._reading, self._told.keys()))

    @lazy
    def _crowds(self) -> frozenset[int]:
        """Where the sentences begin whose words are a crowd's."""
        crowds = frozenset(data("vague")["crowds"])
        sure = (one for one in self._reading.attributions if one.source and one.confidence >= SURE)
        said = (one for one in sure if one.source and one.source.collective and one.source.name.lower() in crowds)
        parts = (part for one in said for part in one.contents)
        return frozenset(place.start for part in parts for place in self._reading.sentences_in(part))

    @lazy
    def _survey(self) -> int:
        """Where a poll or study is first spoken of."""
        found = _SURVEY.search(self._text)
        return found.start() if found else len(self._text)

    @lazy
    def _matters(self) -> dict[str, int]:
        """What the sentences with a share of a body or a paper are about, and where each matter is first met."""
        found: dict[str, int] = {}
        for start in sorted(self._told):
            sentence = self._reading.sentence_at(start)
            given = any(said.source and said.source.kind in _BODIES for said in self._told[start])
            if given and sentence and _SHARE.search(self._text, sentence.start, sentence.end):
                for word in self._topic(sentence):
                    found.setdefault(word, sentence.start)
        return found


def _is_named(text: str) -> Callable[[Reference], bool]:
    """Return what tells whether a mention is of a paper that holds counts and that a reader could find."""

    def tell(reference: Reference) -> bool:
        known = reference.kind in _papers()
        return known and (bool(reference.links) or _CAPITAL.search(reference.span.of(text)) is not None)

    return tell


@cache
def _papers() -> frozenset[str]:
    return frozenset(data("figures")["papers"])
