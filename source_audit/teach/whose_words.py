"""Exercise: whose words are these, somebody's own, retold, or the reporter's."""

from collections.abc import Iterator
from itertools import islice

from source_audit.attribution import Attribution, Kind
from source_audit.document import BlockKind
from source_audit.span import Span
from source_audit.teach.material import Draft, Material, band_of, exercise, limit, options, texts
from source_audit.teach.model import Band, Exercise, Key

NAME = "whose-words"
_ANSWERS = {
    frozenset({Kind.DIRECT}): "quotation",
    frozenset({Kind.INDIRECT}): "paraphrase",
}
_MARKS = frozenset('"“”„«»‘')
_DOUBTFUL = (
    "agentless-attribution",
    "dangling-reference",
    "unidentified-speakers",
    "vague-collective-sources",
)
"""Checks whose findings make it doubtful that a sentence is simply the reporter's."""


def compose(material: Material, used: frozenset[int]) -> Exercise:
    """Make the exercise of one article."""
    drafts = [*_said(material), *_own(material)]
    return exercise(material, NAME, drafts, tuple(options(NAME).values()), used)


def _said(material: Material) -> Iterator[Draft]:
    """Yield one draft per stretch of sentences that is attributed to somebody."""
    seen: list[Span] = []
    for attribution in material.statements:
        span = _excerpt(material, attribution)
        if span and material.fits(span) and not any(span.overlaps(earlier) for earlier in seen):
            seen.append(span)
            yield Draft(span=span, key=_key(material, span))


def _excerpt(material: Material, attribution: Attribution) -> Span | None:
    """Return the sentence of the cue, or of the content, with the quotations that reach into it."""
    first = (attribution.cue or attribution.contents)[0]
    span = material.sentences(first)
    if span is None:
        return None
    parts = [part for part in attribution.contents if part.overlaps(span)]
    return material.sentences(
        Span(min([span.start, *(p.start for p in parts)]), max([span.end, *(p.end for p in parts)]))
    )


def _key(material: Material, span: Span) -> Key:
    """Return the answer for a stretch of text, from every statement in it; the least sure one decides the band."""
    inside = [a for a in material.statements if any(content.overlaps(span) for content in a.contents)]
    name = _ANSWERS.get(frozenset(a.kind for a in inside), "both")
    band = band_of(min(a.confidence for a in inside))
    words, why = options(NAME), texts(NAME)["why"]
    if band is Band.OPEN:
        return Key(answer=None, band=band, why=why["open"], rule_id=inside[0].rule)
    mixed = name == "both"
    return Key(
        answer=words[name],
        accept=(words["quotation"], words["paraphrase"]) if mixed else (),
        band=Band.LIKELY if mixed else band,
        why=why[name],
        rule_id=inside[0].rule,
        words=tuple(material.quote(part) for part in (inside[0].sources + inside[0].cue)),
    )


def _own(material: Material) -> Iterator[Draft]:
    """Yield a draft for each plain sentence of the article itself."""
    why = texts(NAME)["why"]["reporter"]
    answer = options(NAME)["reporter"]
    for sentence in islice(material.reading.sentences, limit("considered")):
        span = material.sentences(sentence)
        if span and material.fits(span) and _is_plain(material, span):
            yield Draft(span=span, key=Key(answer=answer, band=Band.LIKELY, why=why, rule_id="no-attribution"))


def _is_plain(material: Material, span: Span) -> bool:
    """Tell whether nothing in a sentence is attributed, quoted, promised or doubtful."""
    words, block = span.of(material.text), material.block(span.start)
    if block is None or block.kind is not BlockKind.PARAGRAPH or not words.endswith("."):
        return False
    if _MARKS & set(words) or material.attributed.touches(span):
        return False
    return not any(finding.span.overlaps(span) for _, finding in material.findings(*_DOUBTFUL))
