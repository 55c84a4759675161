"""Why a text reads as it does: for each sentence what was found, and what was tried and let go."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from source_audit.attribution import Attribution, Reason
from source_audit.document import Document
from source_audit.extract import extract_reading
from source_audit.extract.line import Line, fold
from source_audit.extract.options import options
from source_audit.extract.proposal import Proposal
from source_audit.extract.propose import LEAST, LEAST_FOR_QUOTE, propose
from source_audit.extract.quotations import Pair, pair_quotations
from source_audit.extract.reasons import reasons_of
from source_audit.extract.view import View
from source_audit.reading import Reading
from source_audit.span import Span


@frozen
class Tried:
    """A candidate that is no attribution: its words and rule, how likely it was, and why it was let go."""

    rule: str
    cue: str
    source: str
    content: str
    confidence: float
    why: str
    reasons: tuple[Reason, ...]


@frozen
class Explained:
    """A sentence with the attributions that begin in it and the candidates that were let go, the likeliest first."""

    sentence: str
    found: tuple[Attribution, ...]
    tried: tuple[Tried, ...]


def explain_document(document: Document) -> tuple[Reading, tuple[Explained, ...]]:
    """Read a document and say, sentence by sentence, what was found and what was not."""
    reading = extract_reading(document)
    pairs = pair_quotations(document.text, document.blocks)
    return reading, tuple(_explained(reading, sentence, pairs) for sentence in reading.sentences)


def _explained(reading: Reading, sentence: Span, pairs: Sequence[Pair]) -> Explained:
    line = fold(reading.text, sentence, pairs, 0)
    block = reading.document.block_at(sentence.start)
    opens = block is not None and block.span.start == sentence.start
    view = View.of(line, headline=block == reading.document.blocks[0], opens=opens)
    found = tuple(each for each in reading.attributions if sentence.contains(Span(each.start, each.start)))
    return Explained(sentence.of(reading.text), found, tuple(_tried(view)))


def _tried(view: View) -> Iterator[Tried]:
    """Yield the options that were not kept, one for each cue, the likeliest first."""
    kept = propose(view)
    seen = {option.cue[0] for option in kept}
    for option in sorted(options(view, every=True), key=lambda each: (-each.log_odds, each.whole)):
        if option.contents and option.cue[0] not in seen:
            seen.add(option.cue[0])
            yield _told(view, option)


def _told(view: View, option: Proposal) -> Tried:
    line = view.line
    quoted = any(view.line.long(i) for a, b in option.contents for i in range(a, b))
    least = LEAST_FOR_QUOTE if quoted else LEAST
    likely = option.chance >= least
    why = "a better one holds these words" if likely else f"less likely than {least:.0%}"
    against = reasons_of(view, option, 200)
    reasons = tuple(each for each in against if each.weight < 0)[:5]
    return Tried(
        option.rule,
        _words(line, option.cue),
        _words(line, [option.source] if option.source else []),
        _words(line, option.contents),
        round(option.chance, 2),
        why,
        reasons,
    )


def _words(line: Line, parts: Sequence[tuple[int, int]]) -> str:
    return " … ".join(line.stretch(*part).of(line.text) for part in parts)
