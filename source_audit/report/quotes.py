"""Words of the article quoted as evidence, with what stands around them."""

from attrs import frozen

from source_audit.document import Document
from source_audit.finding import Evidence, Finding, Passage
from source_audit.report.wording import sentence_case

_AROUND = 160
_LEAST = 40
_MOST_BESIDE = 2


@frozen(kw_only=True)
class Quote:
    """Words that a finding rests on, with the words before and after them and what they are."""

    note: str
    before: str
    words: str
    after: str


def quotes_of(document: Document, finding: Finding, most: int = 2) -> tuple[Quote, ...]:
    """Return the first pieces of a finding's evidence as quotations; two of them are cut shorter than one.

    Where words of a supplied text belong to them, the first piece and those words stand side by side.
    """
    beside = finding.aligned[:_MOST_BESIDE]
    shown = finding.evidence[: 1 if beside else most]
    room = _AROUND if len(shown) == 1 else _AROUND * 2 // 3
    return (*(_quote(document, evidence, room) for evidence in shown), *map(_passage, beside))


def _passage(passage: Passage) -> Quote:
    """Return words of a supplied text."""
    return Quote(note=f"In {passage.name}", before="", words=_cut_end(passage.words, _AROUND), after="")


def _quote(document: Document, evidence: Evidence, most: int) -> Quote:
    span, text = evidence.span, document.text
    block = document.block_at(span.start)
    room = block.span if block else span
    words = _cut_end(span.of(text), most)
    around = max(most - len(words), _LEAST) // 2
    whole = len(words) == len(span)
    return Quote(
        note=sentence_case(evidence.note),
        before=_cut_start(text[max(room.start, span.start - 2 * around) : span.start], around),
        words=words,
        after=_cut_end(text[span.end : min(max(room.end, span.end), span.end + 2 * around)], around) if whole else "",
    )


def _cut_end(text: str, most: int) -> str:
    """Cut a text behind a whole word, and say so by dots."""
    if len(text) <= most:
        return text
    kept = text[:most]
    return (kept[: kept.rfind(" ")] if " " in kept[most // 2 :] else kept).rstrip() + " …"


def _cut_start(text: str, most: int) -> str:
    """Cut a text before a whole word, and say so by dots."""
    if len(text) <= most:
        return text
    kept = text[-most:]
    return "… " + (kept[kept.find(" ") + 1 :] if " " in kept[: most // 2] else kept).lstrip()
