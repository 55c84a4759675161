"""The bodies, documents and classes of an article: by name, by acronym, or by the word that takes them up."""

import re
from collections import deque
from collections.abc import Sequence

from source_audit.attribution import SourceKind
from source_audit.extract.cues import table
from source_audit.extract.names import Named
from source_audit.extract.people import Record
from source_audit.span import Span

_ARTICLE = re.compile(r"^(?:the|a|an|his|her|their|its|this|that)\s+")
_CAPITAL = re.compile(r"\b[A-Z]")
_BRACKETED = re.compile(r"\s\(([A-Z][A-Za-z.]{1,7})\)")
_BODILY = (SourceKind.ORGANISATION, SourceKind.OUTLET)
_MEMORY = 12


class Bodies:
    """The records of all that is no person, looked up by what it is called."""

    def __init__(self, text: str, names: Sequence[Named]) -> None:
        self._records: dict[tuple[SourceKind, str], Record] = {}
        self._longer: dict[str, str] = {}
        self._recent: deque[Record] = deque(maxlen=_MEMORY)
        for name in names:
            if name.kind in _BODILY and " " in name.name:
                self._shorten(text, name)

    def _shorten(self, text: str, name: Named) -> None:
        """Keep the short forms of a name: its acronym, in brackets behind it or made of its initials."""
        bracketed = _BRACKETED.match(text, name.span.end)
        for short in filter(None, (bracketed and bracketed.group(1), "".join(_CAPITAL.findall(name.name)))):
            if len(short) > 1:
                self._longer.setdefault(short.lower().replace(".", ""), name.name)
        if name.kind is SourceKind.OUTLET:
            self._longer.setdefault(name.name.lower().split()[-1], name.name)

    def find(self, kind: SourceKind, name: str, *, definite: bool) -> Record | None:
        """Return what is called so, or what a definite short form takes up."""
        key = key_of(name)
        found = self._records.get((kind, key)) or self._by_kin_kind(kind, key)
        longer = self._longer.get(key.replace(".", ""))
        if found is None and longer:
            found = self._records.get((SourceKind.ORGANISATION, key_of(longer))) or self._records.get(
                (SourceKind.OUTLET, key_of(longer))
            )
        if found or not definite:
            return found
        return self._taken_up(kind, key)

    def full_name(self, name: str) -> str:
        """Return the long form of a body's name."""
        return self._longer.get(key_of(name).replace(".", ""), name)

    def add(self, record: Record) -> Record:
        """Keep a record under its name."""
        self._records[record.kind, key_of(record.name)] = record
        return record

    def met(self, record: Record) -> None:
        """Keep in mind that something was mentioned."""
        self._recent.append(record)

    def _by_kin_kind(self, kind: SourceKind, key: str) -> Record | None:
        return next((r for k in _BODILY if kind in _BODILY and (r := self._records.get((k, key)))), None)

    def _taken_up(self, kind: SourceKind, key: str) -> Record | None:
        """Return the one thing met lately whose name ends in a short form, or the one that "the company" can be."""
        if key in table("roles")["outlet_epithets"] and (outlet := self._latest_outlet(kind)):
            return outlet
        near = {id(r): r for r in self._recent if (r.kind is kind or {r.kind, kind} <= set(_BODILY))}
        ending = [r for r in near.values() if key.split()[-1:] in _ends(r) and _shorter(key, r)]
        if len(ending) == 1 and (key not in table("roles")["any_body"] or ending[0] is self._recent[-1]):
            return ending[0]
        if ending or key not in table("roles")["any_body"] or kind is not SourceKind.ORGANISATION:
            return None
        named = [r for r in near.values() if r.name[:1].isupper() and key_of(r.name) not in table("roles")["any_body"]]
        return named[0] if len(named) == 1 else None

    def _latest_outlet(self, kind: SourceKind) -> Record | None:
        """Return the outlet that was met last, unless "the paper" may be a study of which the text told."""
        if kind is SourceKind.DOCUMENT and any(record.kind is kind for record in self._recent):
            return None
        return next((record for record in reversed(self._recent) if record.kind is SourceKind.OUTLET), None)


def _ends(record: Record) -> tuple[list[str], list[str]]:
    """Return the last word of a name and its head: "the committee" is the Committee on Foreign Relations."""
    return key_of(record.name).split()[-1:], [head_word(record.name)]


def _shorter(key: str, record: Record) -> bool:
    words_ = key_of(record.name).split()
    return all(word in words_ for word in key.split())


def key_of(name: str) -> str:
    """Return a name as it is compared: in lower case, without article and possessive, a state by its long name."""
    low = _ARTICLE.sub("", " ".join(name.lower().split()).rstrip(".,"))
    states: dict[str, str] = table("roles")["states"]
    return states.get(low, low)


def head_word(name: str) -> str:
    """Return the noun that a description is about."""
    first = re.split(
        r"\s(?:who|whose|close|familiar|briefed|with|from|in|of|at|for|on|near|outside|inside|behind|by|to)\b",
        key_of(name),
    )[0]
    return first.split()[-1] if first.split() else ""


def same_head(record: Record, name: str) -> bool:
    """Tell whether two descriptions are about the same noun ("a port official", "the official")."""
    return head_word(record.name) == head_word(name) != ""


def span_name(text: str, span: Span | None) -> str:
    """Return the words of a span on one line."""
    return " ".join(span.of(text).split()) if span else ""
