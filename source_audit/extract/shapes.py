"""What kind of word each token of a sentence is, as far as closed lists and its form tell."""

from functools import cache

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
    low = line.low
    found = list(map(_SHAPES.__getitem__, low))
    for i in [i for i, cap in enumerate(line.caps) if cap and i]:
        found[i] = _inside(low[i])
    for i in line.quotes:
        found[i] = "QUOTE"
    return [*found, "END", "END", "END", "START", "START", "START"]


def _inside(word: str) -> str:
    """Return the shape of a word with a capital inside a sentence."""
    return tags().get(word) or ("day" if word in words("days") else "Cap")


class _Shapes(dict[str, str]):
    """The shape of each word, worked out when it is first met; it forgets them all when they are too many."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_KEPT:
            self.clear()
        self[word] = _shape(word)
        return self[word]


_MOST_KEPT = 20_000
_SHAPES = _Shapes()


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
