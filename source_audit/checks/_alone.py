"""Statements that nobody else in a text stands for: of one unnamed person, or of what something will bring."""

import re
from functools import cache
from itertools import islice

from attrs import define

from source_audit.attribution import Attribution, Kind, Source, SourceKind
from source_audit.checks._backing import Statements, says, statements_of
from source_audit.checks._informants import head_of
from source_audit.checks._near import Cover, in_body, lexicon, paragraphs, source_span, statement_span
from source_audit.checks._stakes import weigh
from source_audit.checks._voices import Stake
from source_audit.checks._wrongs import Wrong, wrongs
from source_audit.claim import ClaimKind
from source_audit.document import BlockKind
from source_audit.lazy import lazy
from source_audit.reading import Reading
from source_audit.resources import data
from source_audit.span import Span

_UNNAMED = (SourceKind.UNNAMED_PERSON, SourceKind.UNNAMED_GROUP)
_ONES = (SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.UNNAMED_PERSON)
_LIKELY = 0.33
_AGAIN = 2
_FEW = 3
_REACH = 60
_KNOWN = ("its ", "their ", "his ", "her ")
_NO_PERSON = ("ion", "ison", "ment", "sis", "age", "ing")
_MOST_FIGURES = 4
_NUMBER = re.compile(r"\d(?:[\d.,]*\d)?[a-z]{0,2}\b")
_FIGURE = re.compile(r"\d|\b(?:half|third|quarter|fifth|tenth)\b")


@define(slots=False)
class Alone:
    """The statements of a reading of which the text shows one origin that a reader cannot weigh."""

    reading: Reading

    def leads(self, said: Attribution) -> bool:
        """Tell whether the first paragraph rests on a statement of somebody without a name."""
        first = next(iter(paragraphs(self.reading)), None)
        place = statement_span(said)
        opens = first is not None and first.contains(place) and said.kind is not Kind.DIRECT
        return opens and len(place.of(self.reading.text).split(None, _FEW)) > _FEW and self.is_nameless(said)

    def wrong(self, said: Attribution) -> Wrong | None:
        """Return the wrong that somebody without a name tells, or anybody in the opening; criticism is none."""
        wrong = self._wrongs.get(said.id)
        if wrong is None or (wrong.charged and not says(self.reading, said, "charges")):
            return None
        return wrong if (said.id in self.opening if said.named else self.is_nameless(said)) else None

    def promises(self, said: Attribution) -> bool:
        """Tell whether somebody with a part in a matter says, in the opening, what it will bring or has brought."""
        source, text = said.source, self.reading.text
        if source is None or source.id not in self._partial or said.kind is Kind.DIRECT or said.id not in self.opening:
            return False
        effects = (one for part in said.contents for one in lexicon("corroboration", "effects").find(text, part))
        figures = (_FIGURE.search(text, one.start, min(said.contents[-1].end, one.end + _REACH)) for one in effects)
        behind = self.reading.around(statement_span(said), 1)
        return any(figures) and lexicon("corroboration", "counter").first(text, behind) is None

    def is_nameless(self, said: Attribution) -> bool:
        """Tell whether one or two people whom the text does not name say something, and speak for no office."""
        source = said.source
        if source is None or source.kind not in _UNNAMED or source.collective or not _is_somebody(source):
            return False
        words = source_span(said).of(self.reading.text)
        known = words.lower().startswith(_KNOWN) or lexicon("corroboration", "offices").first(words)
        several = source.kind is SourceKind.UNNAMED_GROUP and lexicon("corroboration", "many").first(words)
        return not known and not several

    def has_support(self, said: Attribution) -> bool:
        """Tell whether another origin, a document or somebody else without a name may stand for a statement."""
        about = self._statements.about(said)
        backing = self._statements.behind(about, but=self._statements.homes(said))
        paper, _ = self._statements.paper(said)
        if paper is not None or any(map(self._is_another, backing.homes.values())):
            return True
        if said.named:
            return self._stands_again(said)
        return self._is_seconded(said, about) or self._is_shared(said, about)

    def _stands_again(self, said: Attribution) -> bool:
        """Tell whether a figure of a statement stands in the body where its source does not speak."""
        text, own = self.reading.text, {speaker.id for speaker in said.speakers}
        places = [part for one in self.reading.attributions for part in one.contents if self._is_by(one, own)]
        mine = Cover([*places, *(self.reading.around(part, 0) for part in said.contents)])
        figures = (one[0] for part in said.contents for one in _NUMBER.finditer(text, part.start, part.end))
        for figure in islice(figures, _MOST_FIGURES):
            again = (Span(*one.span()) for one in re.finditer(rf"(?<![\w.,]){re.escape(figure)}\b", text))
            if any(in_body(self.reading, one) and not mine.touches(one) for one in again):
                return True
        return False

    @staticmethod
    def _is_by(said: Attribution, own: set[str]) -> bool:
        return any(speaker.id in own for speaker in said.speakers)

    def _is_shared(self, said: Attribution, about: frozenset[str]) -> bool:
        """Tell whether somebody with a name says half of a short statement."""
        named = (one for one in self.reading.body_attributions if one.named and one.contents)
        shared = (len(about & self._statements.about(one)) for one in named)
        return any(each >= max(_AGAIN, len(about) / 2) for each in shared)

    def headline(self, said: Attribution) -> Span | None:
        """Return the headline if it makes the same claim as a statement."""
        heads = self.reading.document.blocks_of(BlockKind.HEADLINE)
        about = self._statements.about(said)
        words = ((block.span, self._statements.words(block.span)) for block in heads)
        return next((span for span, own in words if len(own & about) >= _AGAIN), None)

    def _is_another(self, source: Span) -> bool:
        """Tell whether a source is somebody else: not the headline, nor "the nurse" of whom the text told before."""
        words = source.of(self.reading.text)
        return in_body(self.reading, source) and not (words.lower().startswith("the ") and words[1:].islower())

    def _is_seconded(self, said: Attribution, about: frozenset[str]) -> bool:
        """Tell whether more people without a name speak of the same."""
        own = said.source.id if said.source else None
        others = [one for one in self._nameless if one.source and one.source.id != own]
        second = tuple(data("corroboration")["second"])
        new = (self._source(one).startswith(second) for one in others)
        return any(new) or any(about & self._statements.about(one) for one in others)

    @lazy
    def _nameless(self) -> list[Attribution]:
        new = tuple(data("corroboration")["new"])
        unnamed = (one for one in self.reading.body_attributions if one.source and one.source.unnamed)
        said = (one for one in unnamed if one.confidence >= _LIKELY)
        return [one for one in said if self._source(one).startswith(new)]

    def _source(self, said: Attribution) -> str:
        return " ".join(source_span(said).of(self.reading.text).lower().split())

    @lazy
    def _statements(self) -> Statements:
        return statements_of(self.reading)

    @lazy
    def _wrongs(self) -> dict[str, Wrong]:
        """The first wrong that each statement tells, where it tells what somebody with a name or an office did."""
        told = (wrong for wrong in reversed(wrongs(self.reading)) if not wrong.vague and not wrong.by_pronoun)
        return {wrong.said.id: wrong for wrong in told if wrong.said}

    @lazy
    def opening(self) -> frozenset[str]:
        """The statements of the headline and the first paragraphs."""
        opening = ClaimKind.OPENING
        claims = (claim for claim in self.reading.claims if any(sign.kind is opening for sign in claim.signs))
        return frozenset(name for claim in claims for name in claim.attribution_ids)

    @lazy
    def _partial(self) -> frozenset[str]:
        """Those who may have a part in a matter: all but experts, witnesses and others of whom nothing is known."""
        stakes = (Stake.INTEREST, Stake.OFFICE, Stake.UNKNOWN)
        heard = (voice for voice in weigh(self.reading) if voice.source.kind in _ONES)
        return frozenset(voice.source.id for voice in heard if voice.stake in stakes)


def _is_somebody(source: Source) -> bool:
    head = head_of(source.name)
    return head not in _papers() and not head.endswith(_NO_PERSON)


@cache
def _papers() -> frozenset[str]:
    """Return the words for documents, pictures and posts."""
    posts = (words.rsplit(" ", 1)[-1] for words in data("corroboration")["posts"])
    return frozenset((*data("roles")["documents"], *data("corroboration")["papers"], *posts))
