"""Whether a text is English, told by its function words and the page's own statement."""

import re
from functools import cache

from source_audit.document import Notice, Stated
from source_audit.resources import data

_WORD = re.compile(r"[^\W\d_]+")
_LETTER = re.compile(r"[^\W\d_]")
_SAMPLE = 6_000
_UNDETERMINED = "und"


def language_of(text: str, declared: str | None = None) -> tuple[Stated | None, tuple[Notice, ...]]:
    """Return the language of *text*, with a severe notice when it is not English."""
    tongue = _tongue(text[:_SAMPLE])
    stated = Stated(value=declared, origin="meta") if declared else None
    if tongue is None:
        return stated, ()
    if tongue == "en":
        return (stated if stated and stated.value.lower().startswith("en") else Stated(value="en", origin="text")), ()
    if tongue != _UNDETERMINED or stated is None or stated.value.lower().startswith("en"):
        stated = Stated(value=tongue, origin="text")
    return stated, (_not_english(stated.value),)


def _not_english(tongue: str) -> Notice:
    which = "in another language" if tongue == _UNDETERMINED else f"in another language ({tongue})"
    message = f"The article seems to be {which}; the word lists are English, so no result can be relied on."
    return Notice(code="language", message=message, severe=True)


def _tongue(sample: str) -> str | None:
    """Return the language with the most function words, "und" for an unknown one, None for too few words."""
    table = data("languages")
    words = _WORD.findall(sample.lower())
    if len(words) < table["fewest_words"]:
        return None if sum(1 for _ in _LETTER.finditer(sample)) < 40 or words_are_latin(sample) else _UNDETERMINED
    if _share(words, "en") >= table["english_share"]:
        return "en"
    shares = {code: _share(words, code) for code in _vocabulary() if code != "en"}
    best = max(shares, key=lambda code: (shares[code], code))
    return best if shares[best] >= table["other_share"] else _UNDETERMINED


def words_are_latin(sample: str) -> bool:
    """Tell whether most letters of the sample are of the Latin alphabet."""
    letters = _LETTER.findall(sample)
    return bool(2 * sum(letter < "\u0250" for letter in letters) >= len(letters))


def _share(words: list[str], code: str) -> float:
    vocabulary = _vocabulary()[code]
    return sum(word in vocabulary for word in words) / len(words)


@cache
def _vocabulary() -> dict[str, frozenset[str]]:
    return {code: frozenset(words) for code, words in data("languages")["words"].items()}
