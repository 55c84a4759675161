"""Texts as words that can be compared: one way of writing stands for all, and each word keeps its place."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from source_audit.resources import data
from source_audit.span import Span

SEED = 3
"""How many words in a row lead from one text to the other."""
_MOST_PLACES = 64
_WORD = re.compile(r"\d[\d,.]*\d|\d|(?:[A-Z]\.){2,}|['’]em\b|[^\W\d_]+(?:['’‘][^\W\d_]+)*|%")
_ENDINGS = {"'re": "are", "'ll": "will", "'ve": "have", "'m": "am", "'s": "'s", "'d": "'d"}
_STRAIGHT = str.maketrans("’‘", "''")
_TEN = 10
_MULTIPLES = ("hundred", "thousand")


class Word(NamedTuple):
    """A word as it is compared, and where it stands; a broken one was begun and not ended ("clo- we will close")."""

    key: str
    start: int
    end: int
    broken: bool = False


def words_of(text: str, spans: Sequence[Span]) -> list[Word]:
    """Return the words in these stretches of a text, in order."""
    return list(_numbered([word for span in spans for word in _spelt(text, span)]))


def seeds_of(words: Sequence[Word]) -> Iterator[tuple[str, ...]]:
    """Yield the keys with which a run may begin at each place."""
    keys = [word.key for word in words]
    return zip(*(keys[shift:] for shift in range(SEED)), strict=False)


def places_of(words: Sequence[Word], wanted: set[tuple[str, ...]]) -> dict[tuple[str, ...], list[int]]:
    """Return where the wanted seeds stand; of a phrase that fills a text only its first places are kept."""
    places: dict[tuple[str, ...], list[int]] = {}
    for place, seed in enumerate(seeds_of(words)):
        if seed in wanted:
            known = places.setdefault(seed, [])
            if len(known) < _MOST_PLACES:
                known.append(place)
    return places


def _spelt(text: str, span: Span) -> Iterator[Word]:
    written = data("verbatim")["written"]
    for match in _WORD.finditer(text, span.start, span.end):
        start, end = match.span()
        form = match.group().lower().translate(_STRAIGHT)
        broken = text[end : end + 1] == "-" and (end + 1 >= len(text) or text[end + 1].isspace())
        keys = written[form].split() if form in written else _parts(form)
        if keys[-1] == "'s":
            yield Word(keys[0], start, end - 2, broken)
            start, keys = end - 2, keys[1:]
        for key in keys:
            yield Word(key, start, end, broken)


@lru_cache(maxsize=4096)
def _parts(form: str) -> tuple[str, ...]:
    """Return the words that a written one stands for: "isn't" is two."""
    if form[0].isdigit():
        return (_figure(form),)
    if "." in form:
        return (form.replace(".", ""),)
    if form.endswith("n't") and len(form) > 3 and form != "ain't":
        return form[:-3], "not"
    stem, mark, ending = form.rpartition("'")
    if stem and mark + ending in _ENDINGS:
        return stem, _ENDINGS[mark + ending]
    return (form,)


def _figure(form: str) -> str:
    """Return a number in one way of writing."""
    whole = form.replace(",", "")
    return whole.rstrip("0").rstrip(".") if whole.count(".") == 1 else whole


def _numbered(words: Sequence[Word]) -> Iterator[Word]:
    """Yield the words with numbers in figures, "two hundred and five" as "205"."""
    place = 0
    while place < len(words):
        value, used = _number(words, place)
        if used:
            yield Word(value, words[place].start, words[place + used - 1].end)
        else:
            yield words[place]
        place += used or 1


def _number(words: Sequence[Word], place: int) -> tuple[str, int]:
    """Return the number that begins here and how many words it takes, or none of them."""
    value, used = _below_hundred(words, place)
    if value >= _TEN:
        rest, more = _below_hundred(words, place + used)
        if rest >= _TEN:  # nineteen eighty-four
            return f"{value}{rest}", used + more
    value, used = _below_thousand(words, place)
    if used and _key(words, place + used) == "thousand":
        value, used = value * 1000, used + 1
        joined = _key(words, place + used) == "and"
        rest, more = _below_thousand(words, place + used + joined)
        if more and _key(words, place + used + joined + more) != "thousand":
            return str(value + rest), used + joined + more
    return (str(value), used) if used else ("", 0)


def _below_thousand(words: Sequence[Word], place: int) -> tuple[int, int]:
    """Return what is counted up to a thousand here: "two hundred and five", "ninety", or "a" before a hundred."""
    value, used = _opening(words, place)
    if not used or _key(words, place + used) != "hundred":
        return value, used
    value, used = value * 100, used + 1
    joined = _key(words, place + used) == "and"
    rest, more = _below_hundred(words, place + used + joined)
    return (value + rest, used + joined + more) if more else (value, used)


def _opening(words: Sequence[Word], place: int) -> tuple[int, int]:
    value, used = _below_hundred(words, place)
    if used or _key(words, place + 1) not in _MULTIPLES:
        return value, used
    first = _key(words, place)
    if first == "a":
        return 1, 1
    return (int(first), 1) if first.isascii() and first.isdigit() and len(first) <= 3 else (0, 0)


def _below_hundred(words: Sequence[Word], place: int) -> tuple[int, int]:
    numbers = data("verbatim")["numbers"]
    value = numbers.get(_key(words, place))
    if value is None:
        return 0, 0
    unit = numbers.get(_key(words, place + 1), _TEN)
    return (value + unit, 2) if value > _TEN and value % _TEN == 0 and unit < _TEN else (value, 1)


def _key(words: Sequence[Word], place: int) -> str:
    return words[place].key if place < len(words) else ""
