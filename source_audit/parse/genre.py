"""Section labels and the genre that they, or a page's own data, state."""

from collections.abc import Iterable
from functools import cache

from source_audit.document import Genre
from source_audit.resources import data

_LONGEST_LABEL = 30
_SURE_OF_JSON_LD = 0.95


def is_label(line: str) -> bool:
    """Tell whether a line is a section's name or a label such as "Opinion"."""
    key = _key(line)
    return len(line) <= _LONGEST_LABEL and (key in _sections() or key in data("labels")["genres"])


def genre_of_label(label: str, by: str) -> Genre | None:
    """Return the genre that a label states, or None."""
    entry = data("labels")["genres"].get(_key(label))
    return Genre(value=entry[0], by=by, confidence=entry[1]) if entry else None


def genre_of_types(types: Iterable[str]) -> Genre | None:
    """Return the genre that schema.org types state, or None; the plain NewsArticle states none."""
    table = data("labels")["json_ld"]
    found = next((table[name] for name in types if name in table), None)
    return Genre(value=found, by="json-ld", confidence=_SURE_OF_JSON_LD) if found else None


def _key(label: str) -> str:
    return " ".join(label.lower().strip(" \t:|/»›[]()").split())


@cache
def _sections() -> frozenset[str]:
    return frozenset(data("labels")["sections"])
