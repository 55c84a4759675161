"""A document goes in, a reading comes out: quotations, attributions, sources, and how many origins they have."""

from collections.abc import Sequence

from source_audit.document import Document
from source_audit.extract.claims import find_claims
from source_audit.extract.cues import verbs
from source_audit.extract.gather import gather
from source_audit.extract.origins import recount
from source_audit.extract.quotations import Pair, pair_quotations
from source_audit.extract.references import find_references
from source_audit.extract.repeats import find_repeats
from source_audit.extract.sentences import split_sentences
from source_audit.extract.sources import resolve
from source_audit.extract.uses import quotations
from source_audit.reading import Reading


def find_statements(document: Document) -> Reading:
    """Find who says what in a document and no more; never raises on what an article contains."""
    return _statements(document)[0]


def extract_reading(document: Document) -> Reading:
    """Find all that a check may look at in a document; never raises on what an article contains."""
    reading, pairs = _statements(document)
    reading = reading.but(
        references=find_references(reading),
        claims=find_claims(reading),
        quotations=quotations(document.text, pairs, reading.attributions),
        repeats=find_repeats(document, reading.attributions),
    )
    return reading.but(origins=recount(reading))


def _statements(document: Document) -> tuple[Reading, Sequence[Pair]]:
    """Return the statements with their sources, and the pairs of quotation marks."""
    pairs = pair_quotations(document.text, document.blocks)
    sentences = split_sentences(document.text, document.blocks, [pair.span for pair in pairs], verbs().keys())
    statements = gather(document, pairs, sentences)
    return resolve(document, statements, tuple(sentences), pairs), pairs
