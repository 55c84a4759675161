"""Whether the name of an account takes a position: the words of the name, and nothing that is known about anybody."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from attrs import frozen

from source_audit.resources import data

_WORD = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+(?:['’][a-z]{1,2})?|[A-Z]+|\d+")
_LONGEST_NAME = 80
_MOST_TARGET_WORDS = 3
_LEAST_UNCASED = 5
_DIGITS = {"4": "for", "2": "to"}
_AFTER = r"(?: (?:now|always|\d{1,4}))*"


@frozen(kw_only=True)
class Stance:
    """A position: for or against a target, and the words of the name that take it."""

    target: str
    direction: str
    matched: str


@frozen(kw_only=True)
class _Word:
    text: str
    start: int
    end: int


@frozen(kw_only=True)
class _Template:
    pattern: re.Pattern[str]
    uncased: re.Pattern[str]
    direction: str
    open: bool


def stance(name: str) -> Stance | None:
    """Return the position that an account's name takes, or None; against goes before for, as in "NeverTrump2020"."""
    plain = _plain(name)
    words = _words(plain)
    if not words or account_kind(name):
        return None
    if slogan := _slogan(plain, words):
        return slogan
    found = list(_uncased(plain) if _is_uncased(words) else _cased(plain, words))
    return next((one for one in found if one.direction == "against"), found[0] if found else None)


def account_kind(name: str) -> str | None:
    """Return the kind of body that a name says it is (party, campaign, government, outlet), or None."""
    words = [word.text for word in _words(_plain(name))]
    if "for" in words[1:-1] and words[-1] in data("stance")["offices"]:
        return "campaign"
    return next((kind for kind, marks in data("stance")["kinds"].items() if any(word in marks for word in words)), None)


def _plain(name: str) -> str:
    """Return a name with its letters in their plain form, without accents."""
    parts = unicodedata.normalize("NFKD", name[:_LONGEST_NAME])
    return "".join(char for char in parts if not unicodedata.combining(char))


def _words(plain: str) -> list[_Word]:
    """Split a name into words at marks, capital letters and digits; a 4 between words is "for"."""
    found = [_Word(text=_folded(match[0]), start=match.start(), end=match.end()) for match in _WORD.finditer(plain)]
    inner = range(1, len(found) - 1)
    return [
        _Word(text=_DIGITS.get(word.text, word.text) if place in inner else word.text, start=word.start, end=word.end)
        for place, word in enumerate(found)
    ]


def _folded(word: str) -> str:
    return word.lower().replace("'", "").replace("’", "")


def _is_uncased(words: list[_Word]) -> bool:
    """Tell whether a name is one run of letters, so that nothing shows where its words begin."""
    letters = [word for word in words if not word.text.isdigit()]
    return len(letters) == 1


def _cased(plain: str, words: list[_Word]) -> Iterator[Stance]:
    """Yield the positions of a name whose words can be told apart."""
    for first in range(len(words)):
        for last in range(first + 1, min(first + _MOST_TARGET_WORDS, len(words)) + 1):
            target = _targets().get("".join(word.text for word in words[first:last]))
            may_be_any = words[first].text not in data("stance")["no_targets"]
            shape = " ".join([*(w.text for w in words[:first]), "X", *(w.text for w in words[last:])])
            for template in _templates():
                if (target or (template.open and may_be_any)) and template.pattern.fullmatch(shape):
                    named = target or plain[words[first].start : words[last - 1].end]
                    yield Stance(target=named, direction=template.direction, matched=_shown(plain, words))


def _uncased(plain: str) -> Iterator[Stance]:
    """Yield the positions of a name without capitals: the target is long, and nothing but a number may be left over."""
    run = re.sub(r"[\W_]", "", plain).lower()
    for key, target in _targets().items():
        if len(key) >= _LEAST_UNCASED and key in run:
            shape = run.replace(key, "X", 1)
            for template in _templates():
                if template.uncased.fullmatch(shape):
                    yield Stance(target=target, direction=template.direction, matched=plain.strip())


def _slogan(plain: str, words: list[_Word]) -> Stance | None:
    shape = f" {' '.join(word.text for word in words)} "
    run = words[0].text if _is_uncased(words) else ""
    for own, row in _slogans():
        if f" {own} " in shape or (len(own) > _LEAST_UNCASED and run == own.replace(" ", "")):
            return Stance(target=row["target"], direction=row["direction"], matched=_shown(plain, words))
    return None


@cache
def _slogans() -> tuple[tuple[str, Mapping[str, str]], ...]:
    """Return the rows of slogans, each with its words as those of a name are read."""
    return tuple((" ".join(word.text for word in _words(row["words"])), row) for row in data("stance")["slogan"])


def _shown(plain: str, words: list[_Word]) -> str:
    return plain[words[0].start : words[-1].end]


@cache
def _targets() -> dict[str, str]:
    """Return each target by its letters alone."""
    names = (name for group in data("stance")["targets"].values() for name in group)
    return {"".join(word.text for word in _words(_plain(name))): name for name in names}


@cache
def _templates() -> tuple[_Template, ...]:
    return tuple(
        _template(row[direction], direction, row)
        for row in data("stance")["template"]
        for direction in ("for", "against")
    )


def _template(pattern: str, direction: str, row: Mapping[str, Any]) -> _Template:
    before = r"(?:\w{1,30} ){0,4}" if row.get("loose") else ""
    return _Template(
        pattern=re.compile(before + pattern + _AFTER),
        uncased=re.compile(pattern.replace(" ", "") + r"\d{0,4}"),
        direction=direction,
        open=row.get("open", False),
    )
