"""A text read, and its statements told as a reader would."""

from source_audit.attribution import Attribution
from source_audit.extract import extract_reading
from source_audit.parse import parse_document
from source_audit.reading import Reading


def read(text: str) -> Reading:
    """Return the reading of a plain text; a first line keeps the rest from being taken for a headline."""
    return extract_reading(parse_document(text, content_type="text"))


def told(text: str) -> list[tuple[str, str | None, str]]:
    """Return (kind, words of the source, words of the content) of every statement."""
    reading = read(text)
    return [(a.kind.value, _source(reading, a), _content(reading, a)) for a in reading.attributions]


def _source(reading: Reading, attribution: Attribution) -> str | None:
    return attribution.sources[0].of(reading.text) if attribution.sources else None


def _content(reading: Reading, attribution: Attribution) -> str:
    return " ... ".join(span.of(reading.text) for span in attribution.contents)
