"""Papers that a text cites: studies, reports, rulings, data, each once, where the text says what stands in it."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from attrs import evolve, frozen

from source_audit.attribution import Source, SourceKind
from source_audit.checks._links import is_front_door, is_one_of
from source_audit.checks._near import first_mention, source_span
from source_audit.document import Link
from source_audit.lexicon import Lexicon
from source_audit.reading import Reading
from source_audit.reference import Reference
from source_audit.resources import data
from source_audit.span import Span

_REACH = 90
_FINDS = re.compile(
    r" (?:found|finds|put the|puts the|showed|shows|said|says|concluded|concludes|warned|warns|estimated|estimates"
    r"|recommended|recommends|recorded|records?|lists|listed|modelled|calls|lets?|requires?|allows?|bars?|bans?|forbids?|obliges?|held|holds|states"
    r"|say|reads|prohibits?|provides|advises|sets out|sets the|asks for|puts)\b"
)
_AFTER_OPENING = re.compile(r"[^,\n]{3,40}, $")
_SAYING = re.compile(
    r"\b(?:said|says|put|puts|rated|wrote|writes|warned|warns|estimated|estimates|found|set out|described)\b"
)
_SAID_IN = re.compile(r"(?:report|study|paper|survey|review|audit|poll|guide)$")
_WHOLE = ("minutes", "egulations", "tandards", "rules", "Rules", "ccounts", "uidelines")
"""So end names of one paper."""
_UNDER = re.compile(r"\b[Uu]nder\s(?:(?:[Ss]ection|[Aa]rticle|[Cc]lause|[Pp]aragraph)\s\d{1,3}\w?\sof\s)?$")
_QUOTES = re.compile(r"[“\"][^“”\"]{8,200}[”\"]")
_LED_TO = re.compile(r"(?:\b(?:in|according to|comes? from|citing|cites|[Ss]o says|made in)|^|,)\s?$")
_BY_WHOM = re.compile(
    r"(?:,? (?:last|this) (?:week|month|year|spring|summer|autumn|winter)| of \d{4})?"
    r",? (?:of \w+ pages, )?"
    r"(?:published |issued |released |put out |put together |written |carried out |conducted |done )?"
    r"(?:by|from) (?:the |an? )?[A-Z]"
)
_PRIVATE = re.compile(r"\b(?:e-?mails?|memos?|memorandum|letters?|messages?)\b", re.IGNORECASE)
_NOTE = re.compile(r"[(\[]\s{0,3}\d{1,3}\s{0,3}(?:,\s{0,3}\d{1,3}\s{0,3}){0,5}[)\]]")
_LOOK = re.compile(r"^an? (?:\w+ )?(?:review of\b|(?:review|assessment|analysis)$)", re.IGNORECASE)
_SEEN = re.compile(
    r"\b(?:which|that)\s(?:[Tt]he\s|this\s)?[A-Z]?[\w’']{2,20}(?:\s[A-Z][\w’']{2,20}){0,3}\s(?:has|have|had)\s(?:seen|read|obtained)\b"
    r"|\b(?:has|have)\sobtained\s"
)
_MAKER = re.compile(
    r"\s(?:carried\sout\s|conducted\s|commissioned\s|done\s)?(?:by|for)\s((?:[Tt]he\s|this\s)[\w’' ]{3,40})"
)
_BEFORE, _GAP, _NEXT = 30, 4, 120
_SHORT = 3
_MOST_AGAIN = 4
_MOST_OTHERS, _FAR = 20, 6_000
_MOST_LINKS = 200
_LONG = 5
_LATEST = 4
"""Documents come in the order of the text, so that only the latest mentions of another can be the same words."""
_MOST = 100
"""So many documents, and mentions of each, are compared with a further one: more than an article has."""
_DEFINITE = frozenset({"the", "this", "that", "its", "their"})
_PART = re.compile(r"^(?:the|this|that|its|their) \w+['’]s \w", re.IGNORECASE)
_ALIKE = frozenset({"study", "report", "survey"})
"""Kinds of paper for which a text has one short word as well as another."""


@frozen(kw_only=True)
class Cited:
    """A document that is cited: where first, and every mention of it."""

    place: Span
    about: tuple[Reference, ...]

    @property
    def kinds(self) -> set[str]:
        """The kinds of paper that its mentions name."""
        return {reference.kind for reference in self.about}


def cited_papers(reading: Reading) -> list[Cited]:
    """Return the documents that say something and that a reader could be led to, each once, in order."""
    found = [one for one in (*_speaking(reading), *_opening(reading), *_led_to(reading)) if _is_paper(reading, one)]
    kept: list[Cited] = []
    for document in sorted(found, key=lambda one: one.place.start):
        same = next((at for at, one in enumerate(kept[:_MOST]) if _is_again(reading, document, one)), None)
        if same is None:
            kept.append(document)
        elif len(kept[same].about) < _MOST:
            kept[same] = evolve(kept[same], about=(*kept[same].about, *document.about))
    open_ones = (document for document in kept if all(one.access == "published" for one in document.about))
    return [document for document in open_ones if not (_has_note(reading, document) or _is_withheld(reading, document))]


def _is_withheld(reading: Reading, document: Cited) -> bool:
    """Tell whether the text says beside a document that readers cannot have it, or that the outlet made it."""
    sentence = reading.sentence_at(document.place.start) or document.place
    after = Span(sentence.start, min(reading.around(sentence, 1).end, sentence.end + _NEXT))
    if _withheld().first(reading.text, after) or _SEEN.search(reading.text, sentence.start, sentence.end):
        return True
    made = _MAKER.search(reading.text, document.place.start, min(sentence.end, document.place.end + _BEFORE))
    site = (reading.document.site.value if reading.document.site else "").lower().removeprefix("the ")
    maker = made[1].lower().removeprefix("the ") if made else ""
    return maker.startswith("this ") or bool(site and maker.startswith(site))


@cache
def _withheld() -> Lexicon:
    return Lexicon(data("references")["words"]["withheld"])


def _has_note(reading: Reading, document: Cited) -> bool:
    """Tell whether a footnote's number, or a link that may be meant for it, stands in the document's sentence."""
    sentence = reading.sentence_at(document.place.start) or document.place
    if _NOTE.search(reading.text, document.place.start, sentence.end + _BEFORE):
        return True
    if any(one.links for one in document.about):
        return False
    words = [reading.document.links[number].text.strip("[]() ") for number in reading.links_in(sentence)]
    return any(word.isdigit() or word.split()[-1:] == ["here"] for word in words)


def _speaking(reading: Reading) -> Iterator[Cited]:
    """Yield the documents that are sources of statements."""
    for source in reading.sources:
        place, about = first_mention(reading, source), _about(reading, source)
        if place and any(reference.kind in data("links")["papers"] for reference in about):
            yield Cited(place=place, about=tuple(about))


def _about(reading: Reading, source: Source) -> list[Reference]:
    """Return the mentions of a document in a source's words; those of an unknown kind must begin with one."""
    sure = source.kind is SourceKind.DOCUMENT
    if not (sure or source.kind is SourceKind.UNKNOWN) or source.collective or not source.attribution_ids:
        return []
    named = (*source.mentions, *(source_span(reading.attribution(name)) for name in source.attribution_ids))
    return [one for span in named for one in reading.references_in(span) if sure or one.span.start == span.start]


def _opening(reading: Reading) -> Iterator[Cited]:
    """Yield the papers that begin a sentence of the text and are said to find or say something in it."""
    for reference in reading.references:
        sentence = reading.sentence_at(reference.span.start)
        if sentence is None or reference.kind not in data("links")["papers"]:
            continue
        if not _opens(reading, sentence, reference):
            continue
        words = reference.span.of(reading.text)
        if words.endswith("s") and reference.kind != "dataset" and not words.endswith(_WHOLE):
            continue
        end = min(sentence.end, reference.span.end + _REACH)
        if _FINDS.search(reading.text, reference.span.end, end):
            yield Cited(place=reference.span, about=(reference,))


def _opens(reading: Reading, sentence: Span, reference: Reference) -> bool:
    """Tell whether a sentence begins with a mention, or with a few words and then the mention."""
    before = Span(sentence.start, reference.span.start)
    return len(before) < _REACH and (not before or _AFTER_OPENING.match(before.of(reading.text)) is not None)


def _led_to(reading: Reading) -> Iterator[Cited]:
    """Yield the papers that the text names with who made them, where it says what stands in them."""
    for reference in reading.references:
        words = reference.span.of(reading.text)
        if reference.kind not in data("links")["papers"] or (words.endswith("s") and not words.endswith(_WHOLE)):
            continue
        sentence = reading.sentence_at(reference.span.start) or reference.span
        before = reading.text[max(sentence.start, reference.span.start - _BEFORE) : reference.span.start]
        told = _LED_TO.search(before) and _BY_WHOM.match(reading.text, reference.span.end, sentence.end)
        within = before.endswith(" in ") and _SAID_IN.search(reference.span.of(reading.text))
        under = _UNDER.search(before) and _QUOTES.search(reading.text, reference.span.end, sentence.end)
        if told or under or (within and _SAYING.search(reading.text, sentence.start, sentence.end)):
            yield Cited(place=reference.span, about=(reference,))


def _is_paper(reading: Reading, document: Cited) -> bool:
    """Tell whether a document is one that papers are: no letter to somebody, no look at a thing, no news report."""
    words = document.place.of(reading.text)
    return not (
        _PRIVATE.search(words)
        or _LOOK.match(words)
        or words.lower().endswith(tuple(data("references")["words"]["no_papers"]))
        or any(name.kind is SourceKind.OUTLET and name.span.overlaps(document.place) for name in reading.names)
    )


def again(reading: Reading, documents: Sequence[Cited], number: int) -> list[Span]:
    """Return where a document is taken up again: its other mentions, and a definite word for the last of its kind."""
    document, others = documents[number], documents[number + 1 : number + 1 + _MOST_OTHERS]
    starts = (other.place.start for other in others if other.kinds & document.kinds)
    end = next(starts, min(document.place.end + _FAR, len(reading.text)))
    behind = reading.references_in(Span(document.place.end, end)) if end > document.place.end else ()
    own = [one.span for one in document.about]
    own += [one.span for one in behind if one.kind in document.kinds and _begins_definite(reading.text, one.span)]
    return sorted({span for span in own if not span.overlaps(document.place)}, key=lambda span: span.start)[
        :_MOST_AGAIN
    ]


def _begins_definite(text: str, span: Span) -> bool:
    words = span.of(text).lower().partition(",")[0].split()
    return len(words) <= _SHORT and words[0] in _DEFINITE


def may_be_next(reading: Reading, document: Cited) -> bool:
    """Tell whether a link to a page elsewhere stands in the next sentence, or in the last one that it takes up.

    A link anywhere that is called as the document is may be its own, too.
    """
    sentence = reading.sentence_at(document.place.start) or document.place
    near = [Span(sentence.end, sentence.end + _GAP)]
    block = reading.document.block_at(sentence.start)
    definite = document.place.of(reading.text).split()[0].lower() in _DEFINITE
    if definite or (block and block.span.start < sentence.start):
        near.append(Span(max(sentence.start - _GAP, 0), sentence.start))
    places = (place for gap in near for place in reading.sentences_in(gap))
    links = (reading.document.links[number] for place in places for number in reading.links_in(place))
    named = (link for link in reading.document.links[:_MOST_LINKS] if _is_called(link, document.place.of(reading.text)))
    return any(not is_front_door(link) and not is_one_of(link, "accounts", "own") for link in chain(links, named))


def _is_called(link: Link, words: str) -> bool:
    """Tell whether a link's words call what it leads to as the text calls a document ("Download the report")."""
    shown = {word.strip("()[].,:;").lower() for word in link.text.split()}
    return any(len(word) >= _LONG and word in shown for word in words.lower().split())


def _is_again(reading: Reading, document: Cited, before: Cited) -> bool:
    """Tell whether a document is one that was cited before: the same mention, or a short word for one of its kind."""
    if any(one.span.overlaps(other.span) for one in document.about for other in before.about[-_LATEST:]):
        return True
    place = document.place.of(reading.text)
    if (told := _told_more(place)) and told == _told_more(before.place.of(reading.text)):
        return True
    words = place.lower().partition(",")[0].split()
    if not (len(words) <= _SHORT and words[0] in _DEFINITE) and not _PART.match(place):
        return _is_record(document) and _is_record(before)
    kinds = _ALIKE | before.kinds if _ALIKE & before.kinds else before.kinds
    return not document.kinds.isdisjoint(kinds)


def _told_more(words: str) -> str:
    """Return the words for a document that is told of in several ("study of 120 homes"), without "a" or "the"."""
    first, *rest = words.lower().split() or [""]
    own = rest if first in ("a", "an", "the") else [first, *rest]
    return " ".join(own) if len(own) > 1 else ""


def _is_record(document: Cited) -> bool:
    """Tell whether a document is the papers of a case, which go by many names."""
    return document.kinds == {"filing"}
