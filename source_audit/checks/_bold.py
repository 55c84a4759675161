"""Sentences that judge, rank, foretell or accuse in the article's own voice, by what their main verb says."""

from collections.abc import Mapping, Sequence

from source_audit.attribution import Attribution
from source_audit.checks._bold_forms import CAUSES, FORETELLS, RANKS
from source_audit.checks._informants import topic
from source_audit.checks._near import lexicon, paragraphs, spoken
from source_audit.document import BODY_KINDS
from source_audit.reading import Reading
from source_audit.span import Span

_SURE, _BEFORE, _BEHIND = 0.6, 90, 300
_FORMS = (RANKS, CAUSES, FORETELLS)


def bold_claims(reading: Reading, told: Mapping[int, Sequence[Attribution]]) -> dict[Span, Span]:
    """Return the sentences of the body that rank, foretell or give a cause, each with the words that do.

    They are nobody's: no word in them gives the claim to anybody, nor does a source beside them on the same matter.
    *told* are the statements of sources that could be found, by where the sentences begin.
    """
    text, found = reading.text, dict[Span, Span]()
    quoted, lead = None, 0
    for place in lexicon("claims", "bold").everywhere(text).spans:
        sentence, block = reading.sentence_at(place.start), reading.document.block_at(place.start)
        if sentence is None or sentence in found or block is None or block.kind not in BODY_KINDS:
            continue
        lead = lead or _lead(reading)
        if sentence.start < lead or _is_told(sentence, told):
            continue
        start, end = max(sentence.start, place.start - _BEFORE), min(sentence.end, place.end + _BEHIND)
        match = next(filter(None, (form.search(text, start, end) for form in _FORMS)), None)
        if match is None:
            continue
        quoted = quoted or spoken(reading)
        words = Span(*match.span())
        if quoted.touches(words) or _is_given(reading, sentence):
            continue
        if not _is_carried(reading, block.span, sentence, told):
            found[sentence] = words
    return found


def _lead(reading: Reading) -> int:
    """Return where the first sentence of the article ends, which the rest may bear out."""
    told = paragraphs(reading)
    first = reading.sentence_at(told[0].start) if told else None
    return first.end if first else 0


def _is_given(reading: Reading, sentence: Span) -> bool:
    words = lexicon("claims", "given").first(reading.text, sentence) or lexicon("claims", "witnessed").first(
        reading.text, sentence
    )
    return words is not None or bool(reading.links_in(sentence))


def _is_told(sentence: Span, told: Mapping[int, Sequence[Attribution]]) -> bool:
    """Tell whether a sentence surely has a source."""
    return any(said.confidence >= _SURE for said in told.get(sentence.start, ()))


def _is_carried(reading: Reading, block: Span, sentence: Span, told: Mapping[int, Sequence[Attribution]]) -> bool:
    """Tell whether the sentence before has a source, in the same paragraph, or the next one on the same matter."""
    beside = (
        one for one in reading.sentences_in(reading.around(sentence, 1)) if one != sentence and block.contains(one)
    )
    about = topic(sentence.of(reading.text))
    return any(
        near.start in told and (near.start < sentence.start or about & topic(near.of(reading.text))) for near in beside
    )
