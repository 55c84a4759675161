"""What one difference between a quotation and another text amounts to: the same word, a small one, or its meaning."""

from functools import cache

from source_audit.checks._align import Alignment, Difference
from source_audit.resources import data

_SAME_ENDING = 3
_REPEATS = 8
_SPELLINGS = (
    ("isation", "ization"),
    ("ising", "izing"),
    ("ise", "ize"),
    ("yse", "yze"),
    ("our", "or"),
    ("tre", "ter"),
    ("ogue", "og"),
    ("ence", "ense"),
    ("ll", "l"),
    ("grey", "gray"),
)
"""British and American ways to write the same word."""


def is_strict(part: Alignment, one: Difference) -> bool:
    """Tell whether numbers or negations differ."""
    ours, theirs = _keys(part, one)
    return sorted(filter(_counts, ours)) != sorted(filter(_counts, theirs))


def is_small(part: Alignment, one: Difference) -> bool:
    """Tell whether the difference holds small words, forms of one word and repeated beginnings only."""
    if _is_repeat(part, one):
        return True
    if is_strict(part, one):
        return False
    ours, theirs = _keys(part, one)
    if _persons(ours) and _persons(theirs) and _persons(ours) != _persons(theirs):
        return False
    ours = [key for key in ours if key not in _set("small")]
    theirs = [key for key in theirs if key not in _set("small")]
    if not ours and theirs:
        near = {word.key for word in part.words[max(one.said[0] - _REPEATS, 0) : one.said[1] + _REPEATS]}
        words = part.transcript.words[one.place[0] : one.place[1]]
        return all(word.broken or word.key in near or word.key in _set("small") for word in words)
    return len(ours) == len(theirs) and all(map(_kin, ours, theirs))


def _is_repeat(part: Alignment, one: Difference) -> bool:
    """Tell whether the other text only says the words before or after once more."""
    first, stop = one.place
    length = stop - first
    if one.said[0] < one.said[1] or not 0 < length <= first:
        return False
    keys = [word.key for word in part.transcript.words[first - length : stop + length]]
    own = keys[length : 2 * length]
    return own in (keys[:length], keys[2 * length :])


def _persons(keys: list[str]) -> frozenset[str]:
    return _set("persons") & set(keys)


def is_same(part: Alignment, one: Difference) -> bool:
    """Tell whether the words are the same in another spelling."""
    ours, theirs = _keys(part, one)
    same = data("verbatim")["same"]
    return len(ours) == len(theirs) and all(
        _spelling(a) == _spelling(b) or b in same.get(a, ()) or a in same.get(b, ())
        for a, b in zip(ours, theirs, strict=True)
    )


def _kin(ours: str, theirs: str) -> bool:
    """Tell whether two words differ in their ending or spelling only."""
    forms = data("verbatim")["forms"]
    if _spelling(ours) == _spelling(theirs) or theirs in forms.get(ours, ()) or ours in forms.get(theirs, ()):
        return True
    shared = next(
        (n for n, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), min(len(ours), len(theirs))
    )
    return shared >= _SAME_ENDING + 1 and max(len(ours), len(theirs)) - shared <= _SAME_ENDING


def _spelling(word: str) -> str:
    if len(word) < 4:
        return word
    for form, other in _SPELLINGS:
        word = word.replace(form, other)
    return word


def _keys(part: Alignment, one: Difference) -> tuple[list[str], list[str]]:
    ours = [word.key for word in part.words[slice(*one.said)]]
    return ours, [word.key for word in part.transcript.words[slice(*one.place)]]


def _counts(key: str) -> bool:
    return (key[0].isdigit() and key != "1") or key in _set("negations") or key in _set("magnitudes")


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(data("verbatim")[name])
