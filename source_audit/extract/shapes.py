"""What kind of word each token of a sentence is, as far as closed lists and its form tell."""

from functools import cache, lru_cache

from source_audit.extract.cues import prior, table, words
from source_audit.extract.line import Line

_SURE = ((0.7, "cue+++"), (0.4, "cue++"), (0.15, "cue+"))
_MARKS = {"–": "—", "-": "—", "’": "'", "‘": "'"}


@cache
def tags() -> dict[str, str]:
    """Return the grammatical class of every word of the closed classes."""
    return {word: tag for tag, members in table("words")["tags"].items() for word in members}


def shapes(line: Line) -> list[str]:
    """Return the shape of each token: QUOTE, the mark itself, a closed class, how sure a cue it is, or its form."""
    found = [
        "QUOTE" if quote >= 0 else _inside(word) if cap else _shape(word)
        for word, quote, cap in zip(line.low, line.quote, line.caps, strict=True)
    ]
    if found and line.caps[0]:
        found[0] = _shape(line.low[0])
    return [*found, "END", "END", "END", "START", "START", "START"]


def _inside(word: str) -> str:
    """Return the shape of a word with a capital inside a sentence."""
    return tags().get(word) or ("day" if word in words("days") else "Cap")


@lru_cache(maxsize=20_000)
def _shape(word: str) -> str:
    if tag := tags().get(word):
        return tag
    if not word[0].isalnum():
        return _MARKS.get(word, word)
    if word in words("days"):
        return "day"
    sure = prior(word)
    for limit, name in _SURE:
        if sure >= limit:
            return name
    return _by_ending(word)


def _by_ending(word: str) -> str:
    if word[0].isdigit():
        return "number"
    for ending in ("ing", "ed", "ly"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return "-" + ending
    return "-s" if word.endswith("s") and not word.endswith("ss") else "word"
