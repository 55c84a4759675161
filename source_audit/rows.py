"""What a row of the rubric may hold: asked of the rows of plug-ins, and of what a caller changes in one."""

from collections.abc import Iterator, Mapping
from math import isfinite
from typing import Any

from source_audit.errors import nearest
from source_audit.rules import FALLING, RISING, RULES, SHARES

Row = Mapping[str, Any]

BANDED = frozenset({"at-least", "at-most"})
DEEP = "in-depth"
"""The rule that asks more of long texts; ``depth`` is the number of words from which it does."""
MOST_WEIGHT = 100
_LIMITS = ("pass", "partial")
_TEXTS = {"usual": str, "any_genre": bool}
_LARGEST = 1_000_000


def settable(row: Row) -> tuple[str, ...]:
    """Return the keys of a row that a caller may change."""
    limits = _LIMITS if row["rule"] in RISING | FALLING else ()
    depth = ("depth",) if row["rule"] == DEEP else ()
    return ("weight", *limits, *depth, "least_words", "least_cases", "weigh_from")


def mistakes(row: Row) -> Iterator[str]:
    """Yield what is wrong with a row, each as "weight must be ...", in the order of its keys."""
    rule = row.get("rule")
    if not isinstance(rule, str) or rule not in RULES:
        yield f"rule must be one of {', '.join(RULES)}, not {rule!r}"
        return
    known = (*settable(row), "rule", *(("bands",) if rule in BANDED else ()), *_TEXTS)
    limits = (
        ("bands",) if rule in BANDED else _LIMITS if rule in RISING | FALLING else ("depth",) if rule == DEEP else ()
    )
    needed = ("weight", *limits)
    for key in needed:
        if key not in row:
            yield f"{key} is missing, and the rule {rule!r} needs it"
    for key, value in row.items():
        if key not in known:
            yield f"there is no {key!r} with the rule {rule!r}{nearest(key, known)}; there are {', '.join(known)}"
        elif expected := _expected(row, key, value):
            yield f"{key} must be {expected}, not {value!r}"
    if all(_number(row.get(key), _LARGEST) for key in _LIMITS):
        yield from _crossed(row)


def weight_mistake(value: object) -> str:
    """Return what a weight must be if this is none, else nothing."""
    return "" if _number(value, MOST_WEIGHT) else f"a number from 0 to {MOST_WEIGHT}"


def _expected(row: Row, key: str, value: object) -> str:
    """Return what a value of the row must be if this is none, else nothing."""
    if key == "weight":
        only_shown = row["rule"] == "inform" and value != 0
        return "0, because the check is shown for information only" if only_shown else weight_mistake(value)
    if key in _LIMITS:
        top = 1 if _is_share(row) else _LARGEST
        return "" if _number(value, top) else f"a number from 0 {'to 1' if top == 1 else 'up'}"
    if key in ("least_words", "least_cases", "weigh_from", "depth"):
        return "" if type(value) is int and 0 <= value <= _LARGEST else "a whole number from 0 up"
    if key == "bands":
        return "" if _are_bands(value) else "a list of [words, lower, higher] that begins with the shortest length"
    fits = key == "rule" or isinstance(value, _TEXTS[key])
    return "" if fits else "a text" if _TEXTS[key] is str else "true or false"


def _number(value: object, most: float) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value) and 0 <= value <= most


def _is_share(row: Row) -> bool:
    """Tell whether a row compares a share: by its rule, or because no limit of its bands is above 1."""
    bands = row.get("bands", ())
    return row["rule"] in SHARES or (_are_bands(bands) and all(limit <= 1 for band in bands for limit in band[1:]))


def _are_bands(value: object) -> bool:
    if not isinstance(value, list | tuple) or not value or not all(map(_is_band, value)):
        return False
    lengths = [band[0] for band in value]
    return lengths == sorted(set(lengths))


def _is_band(value: object) -> bool:
    return (
        isinstance(value, list | tuple)
        and len(value) == 3
        and all(_number(one, _LARGEST) for one in value)
        and value[1] <= value[2]
    )


def _crossed(row: Row) -> Iterator[str]:
    if row["rule"] in RISING and row["pass"] < row["partial"]:
        yield f"pass must not be below partial, and {row['pass']!r} is below {row['partial']!r}"
    if row["rule"] in FALLING and row["pass"] > row["partial"]:
        yield f"pass must not be above partial, and {row['pass']!r} is above {row['partial']!r}"
