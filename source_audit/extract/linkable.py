"""What in a sentence names a thing that a reader could be led to: a study, a ruling, a post, an interview elsewhere.

A mention is a noun of `data/references.toml` with a word before it that says which one is meant, or with a link on it.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain

from attrs import define, field

from source_audit.document import BODY_KINDS
from source_audit.lexicon import Lexicon, Places
from source_audit.reading import Reading
from source_audit.reference import Reference
from source_audit.resources import data
from source_audit.span import Span

_BEFORE = 80
_SENTENCE = 300
_MOST_WORDS = 5
_BEHIND = 60
_ABBREVIATED = 5
_LABEL = 40
_JUST_BEHIND = 20
_OWNERS = ("'s", "’s", "s'", "s’")
_TOLD = "told "
_OUTLETS = ("outlet", "wire")


@define
class Leaning:
    """Where statements name their source: a thing that stands there is one that the text leans on."""

    reading: Reading
    starts: list[int] = field(factory=list)
    spans: list[Span] = field(factory=list)

    def __attrs_post_init__(self) -> None:
        relays = (a.relay for a in self.reading.attributions if a.relay)
        sources = chain.from_iterable(a.sources for a in self.reading.attributions)
        self.spans = sorted(chain(sources, relays), key=lambda span: span.start)
        self.starts = [span.start for span in self.spans]

    def on(self, span: Span) -> bool:
        """Tell whether a statement leans on what stands at *span*."""
        place = bisect_left(self.starts, span.end)
        return any(own.overlaps(span) for own in self.spans[max(0, place - 3) : place])


def nouns_in(text: str) -> Places:
    """Return where nouns stand that may name a thing."""
    return _nouns().everywhere(text)


def mentions_in(reading: Reading, sentence: Span, nouns: Iterable[Span], leaning: Leaning) -> Iterator[Reference]:
    """Yield the mentions of a sentence of the body, in order."""
    block = reading.document.block_at(sentence.start)
    if block is None or block.kind not in BODY_KINDS:
        return
    site = (reading.document.site.value if reading.document.site else "").lower()
    for noun in nouns:
        if _tells(noun.of(reading.text), site):
            continue
        kind, strength = _kinds()[_folded(noun.of(reading.text))]
        span = noun if strength == "bare" else _phrase(reading, noun, sentence)
        if span is not None and (strength == "bare" or _is_meant(reading, span, noun, sentence, leaning)):
            yield Reference(kind=kind, span=span, access=_access(reading.text, _around(noun, sentence)))


def _tells(words: str, site: str) -> bool:
    """Tell whether words say that something was told to the article's own outlet, which is no interview elsewhere."""
    return words.startswith(_TOLD) and bool(site) and words.removeprefix(_TOLD).removeprefix("the ").lower() in site


def _phrase(reading: Reading, noun: Span, sentence: Span) -> Span | None:
    """Return the phrase of a noun, if it names a thing: a word in it says which one, or a link does."""
    text = reading.text
    if _is_compound(text, noun, sentence) or _is_name_of_other(text, noun, sentence):
        return None
    start = _phrase_start(text, noun, sentence)
    if start is None:
        return noun if _is_linked(reading, noun, _JUST_BEHIND) else None
    span = Span(start, noun.end)
    return None if _folded(span.of(text)) in _words("own") else span


def _is_meant(reading: Reading, span: Span, noun: Span, sentence: Span, leaning: Leaning) -> bool:
    """Tell whether a phrase means a thing that exists; a weak or new one needs a sign of it in its sentence."""
    kind, strength = _kinds()[_folded(noun.of(reading.text))]
    if _is_linked(reading, noun):
        return True
    if _is_to_come(reading.text, span, sentence):
        return False
    if strength == "weak":
        return _is_leaned_on(reading.text, noun, sentence, leaning)
    if kind not in _named() and _first_word(reading.text, span) in _words("indefinite"):
        return leaning.on(span) or _public().first(reading.text, _around(noun, sentence)) is not None
    return True


def _is_to_come(text: str, span: Span, sentence: Span) -> bool:
    """Tell whether a thing does not exist yet: "a report will go to the attorney"."""
    new = _first_word(text, span) in ("a", "an")
    behind = Span(span.end, min(span.end + _BEHIND, sentence.end))
    coming = _coming().first(text, behind) if new else None
    public = _public().first(text, behind) if coming else None
    return coming is not None and (public is None or coming.start < public.start)


def _first_word(text: str, span: Span) -> str:
    return _folded(span.of(text)).lstrip("“‘\"'").partition(" ")[0]


def _is_linked(reading: Reading, noun: Span, reach: int = 0) -> bool:
    """Tell whether a link's words hold the noun, or begin at most *reach* behind it; long ones only by their words."""
    place = reading.links_in(Span(0, noun.end + reach)).stop
    link = reading.document.links[place - 1] if place else None
    return link is not None and link.span.end > noun.start and (reach > 0 or len(link.text) <= _LABEL)


def _is_name_of_other(text: str, noun: Span, sentence: Span) -> bool:
    """Tell whether a noun belongs to the name of a paper or is what its bearer does ("Reuters reports")."""
    before = text[max(sentence.start, noun.start - _BEFORE) : noun.start].split()
    if not before or not before[-1][0].isupper() or before[-1].lower() in _words("determiners"):
        return False
    word = noun.of(text)
    return word.endswith("s") or (word[0].isupper() and _kinds()[_folded(word)][0] not in _named())


def told_in(reading: Reading, sentence: Span) -> Iterator[Reference]:
    """Yield the outlets that something was told to, where their names are links."""
    for number in reading.links_in(sentence):
        link, text = reading.document.links[number], reading.text
        if link.serves in _OUTLETS and text.endswith(_TOLD, sentence.start, link.span.start):
            yield Reference(kind="interview", span=Span(link.span.start - len(_TOLD), link.span.end))


def _phrase_start(text: str, noun: Span, sentence: Span) -> int | None:
    """Return where the phrase of a noun begins, if a word in it says which thing is meant."""
    start = max(sentence.start, noun.start - _BEFORE)
    before = text[start : noun.start]
    place = len(before.rstrip())
    named = None
    for _ in range(_MOST_WORDS):
        begin = before.rfind(" ", 0, place) + 1
        word = before[begin:place].strip("“‘\"'(\n")
        if _ends_phrase(word):
            break
        if word == "That" and start + begin == sentence.start:
            return sentence.start
        if word.lower() in _words("determiners"):
            return start + begin
        if word.endswith(_OWNERS) or (word[0].isupper() and start + begin > sentence.start):
            named = begin
        place = len(before[:begin].rstrip())
        if place == 0:
            break
    if named is not None:
        return start + named
    return noun.start if before.rstrip().lower().endswith(_leads()) and not noun.of(text).endswith("s") else None


def _ends_phrase(word: str) -> bool:
    """Tell whether a word cannot stand between a noun and the word that says which one is meant."""
    if word.endswith(".") and word[0].isupper() and len(word) <= _ABBREVIATED:
        return False
    return not word or word[-1] in ",.;:!?—–”)" or word.lower() in _words("stops")


def _is_compound(text: str, noun: Span, sentence: Span) -> bool:
    """Tell whether a noun only names the kind of what follows it."""
    words = text[noun.end : min(noun.end + 20, sentence.end)].split()
    return bool(words) and words[0].strip(".,;:!?”\"’'").lower() in _words("compounds")


def _is_leaned_on(text: str, noun: Span, sentence: Span, leaning: Leaning) -> bool:
    behind = Span(noun.end, min(noun.end + _BEHIND, sentence.end))
    before = text[max(sentence.start, noun.start - _BEFORE) : noun.start].lower()
    return leaning.on(noun) or _verbs().first(text, behind) is not None or any(lead in before for lead in _leads())


def _around(noun: Span, sentence: Span) -> Span:
    """Return the sentence of a noun, but no more of it than a sentence has."""
    return Span(max(sentence.start, noun.start - _SENTENCE), min(sentence.end, noun.end + _SENTENCE))


def _access(text: str, sentence: Span) -> str:
    """Return whether a reader could be led there: published, or leaked, unpublished or offline as its sentence says."""
    for way, words in _hidden().items():
        if words.may_stand(text, sentence.start, sentence.end) and words.first(text, sentence):
            return way
    return "published"


@cache
def _nouns() -> Lexicon:
    return Lexicon(_kinds())


@cache
def _kinds() -> dict[str, tuple[str, str]]:
    """Return the kind of thing that each noun names, and how strongly."""
    table = data("references")["reference"]
    told = {words.lower(): ("interview", "bare") for words in data("relays")["phrases"] if words.startswith(_TOLD)}
    return told | {noun: (row["kind"], how) for how in ("weak", "nouns", "bare") for row in table for noun in row[how]}


@cache
def _coming() -> Lexicon:
    return Lexicon(_words("to_come"))


@cache
def _public() -> Lexicon:
    return Lexicon(_words("public"))


@cache
def _named() -> frozenset[str]:
    """Return the kinds of which a thing may have a name of its own ("the Clean Air Act")."""
    return frozenset(row["kind"] for row in data("references")["reference"] if row["document"])


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(data("references")["words"][name])


@cache
def _leads() -> tuple[str, ...]:
    return tuple(data("references")["words"]["leaning"])


@cache
def _verbs() -> Lexicon:
    return Lexicon(_words("speaking"))


@cache
def _hidden() -> dict[str, Lexicon]:
    return {way: Lexicon(words) for way, words in data("references")["access"].items()}


def _folded(words: str) -> str:
    return " ".join(words.lower().split())
