"""Exercise: whose words are these, somebody's own, retold, or the reporter's."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

from source_audit.attribution import Attribution, Kind
from source_audit.document import BlockKind
from source_audit.resources import data, rows
from source_audit.span import Span
from source_audit.teach.material import Draft, Material, band_of, limit, options, texts
from source_audit.teach.model import Band, Key

NAME = "whose-words"
_ANSWERS = {
    frozenset({Kind.DIRECT}): "quotation",
    frozenset({Kind.INDIRECT}): "paraphrase",
}
_ACCEPTED = {"both": ("quotation", "paraphrase"), "quotation": ("both",), "paraphrase": ()}
"""What else a student may answer where a quotation is no whole sentence."""

_MARKS = frozenset('"“”„«»‘')
_DOUBTFUL = (
    "agentless-attribution",
    "dangling-reference",
    "unidentified-speakers",
    "vague-collective-sources",
)
"""Checks whose findings make it doubtful that a sentence is simply the reporter's."""


def drafts(material: Material) -> list[Draft]:
    """Return what could be asked about an article."""
    return [*_said(material), *_own(material)]


def choices(_: Material, __: Sequence[Draft]) -> tuple[str, ...]:
    """Return the answers to choose from."""
    return tuple(options(NAME).values())


def _said(material: Material) -> Iterator[Draft]:
    """Yield one draft per stretch of sentences that is attributed to somebody."""
    seen: list[Span] = []
    for attribution in material.statements:
        span = _excerpt(material, attribution)
        if span and material.fits(span) and not any(span.overlaps(earlier) for earlier in seen):
            seen.append(span)
            yield Draft(span=span, key=_key(material, span))


def _excerpt(material: Material, attribution: Attribution) -> Span | None:
    """Return the sentence of the cue with the quotations that reach into it, or else that of the content."""
    for anchor in (*attribution.cue[:1], attribution.contents[0]):
        span = material.sentences(anchor)
        parts = [part for part in attribution.contents if span and part.overlaps(span)]
        if span and parts:
            hull = Span(min(span.start, parts[0].start), max(span.end, *(part.end for part in parts)))
            return material.sentences(hull)
    return None


def _key(material: Material, span: Span) -> Key:
    """Return the answer for a stretch of text, from every statement in it; the least sure one decides the band."""
    inside = [a for a in material.statements if any(content.overlaps(span) for content in a.contents)]
    words, why = options(NAME), texts(NAME)["why"]
    name = _ANSWERS.get(frozenset(a.kind for a in inside), "both")
    band = band_of(min(a.confidence for a in inside))
    if band is Band.OPEN:
        return Key(answer=None, band=band, why=why["open"], rule_id=inside[0].rule)
    accept = _ACCEPTED[name] if name == "both" or any(_is_fragment(material, a) for a in inside) else ()
    return Key(
        answer=words[name],
        accept=tuple(words[other] for other in accept),
        band=Band.LIKELY if accept else band,
        why=why[name],
        rule_id=inside[0].rule,
        words=tuple(material.quote(part) for part in sorted((*inside[0].sources, *inside[0].cue))),
    )


def _is_fragment(material: Material, attribution: Attribution) -> bool:
    """Tell whether only a piece of a sentence is quoted, which could be called a paraphrase with quoted words too."""
    letters = next((char for char in attribution.contents[0].of(material.text) if char.isalnum()), "")
    return attribution.kind is Kind.DIRECT and not letters.isupper()


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
    if _cues() & {word.casefold() for word in words.split()}:
        return False
    return not any(finding.span.overlaps(span) for _, finding in material.findings(*_DOUBTFUL))


@cache
def _cues() -> frozenset[str]:
    """Return the words that nearly always report: where one stands, a statement may have been overlooked."""
    verbs = (row for row in rows("reporting_verbs") if float(row["reliability"]) >= data("lesson")["limits"]["cue"])
    forms = (form for row in verbs for form in (row["lemma"], *row["forms"].split()))
    return frozenset(forms) | {"according"}
