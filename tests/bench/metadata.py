"""How often headline, byline and date are right, on every second news page of the gold data (`metadata_truth.csv`).

The truth is kept as hashes, so that no text is committed. A name or a headline is normalised before it is hashed:
NFKC, case folded, only letters, digits and single spaces; then the first 16 hex digits of the SHA-256 of its UTF-8.
"""

import csv
import hashlib
import unicodedata
from collections.abc import Collection, Mapping
from pathlib import Path

from attrs import frozen

from source_audit.document import Document

_TRUTH = Path(__file__).with_name("metadata_truth.csv")
_DIGITS = 16


@frozen(kw_only=True)
class Row:
    """What a reader would say of a page: the day as ISO, one hash for the title, and one for each author in order."""

    date: str
    title: str
    authors: tuple[str, ...]


def truth() -> dict[str, Row]:
    """Return the hand-made rows by page id."""
    lines = [line for line in _TRUTH.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {
        row["page"]: Row(date=row["date"], title=row["title"], authors=tuple(row["authors"].split()))
        for row in csv.DictReader(lines)
    }


def fingerprint(text: str) -> str:
    """Return the hash that stands for a headline or a name."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    kept = "".join(char if char.isalnum() else " " for char in folded)
    return hashlib.sha256(" ".join(kept.split()).encode()).hexdigest()[:_DIGITS]


def measure(documents: Mapping[str, Document | None], ids: Collection[str]) -> dict[str, float]:
    """Return the shares of the annotated pages among *ids* whose title, authors and date are wholly right."""
    rows = {name: row for name, row in truth().items() if name in ids}
    right = [_right(documents[name], row) for name, row in rows.items()]
    nameless = [documents[name] for name, row in rows.items() if not row.authors]
    return {
        "title": round(sum(title for title, _, _ in right) / len(right), 4),
        "author": round(sum(author for _, author, _ in right) / len(right), 4),
        "date": round(sum(date for _, _, date in right) / len(right), 4),
        "pages": len(right),
        "pages without an author": len(nameless),
        "author given where none": sum(bool(document and document.authors) for document in nameless),
    }


def _right(document: Document | None, row: Row) -> tuple[bool, bool, bool]:
    """Tell of title, authors and date whether each is right; authors are right together and in their order."""
    if document is None:
        return False, False, False
    title = document.title is not None and fingerprint(document.title.value) == row.title
    authors = tuple(fingerprint(author.value) for author in document.authors) == row.authors
    return title, authors, (document.published.value if document.published else "") == row.date
