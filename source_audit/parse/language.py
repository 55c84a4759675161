"""Whether a text is English, told by its function words and the page's own statement."""

import re
from functools import cache

from source_audit.document import FOREIGN, Notice, Stated
from source_audit.resources import data

_WORD = re.compile(r"[^\W\d_]+")
_LETTER = re.compile(r"[^\W\d_]")
_NOT_LATIN = re.compile(r"[^\W\d_\u0000-\u024f\u1e00-\u1eff]")
_SAMPLE = 6_000
_FIRST = 2_000
"""So much is looked at before the rest of the sample: for most texts it is enough."""
_MOST_WORDS = 300
_LETTERS = 2_000
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
    return Notice(code=FOREIGN, message=message, severe=True)


def _tongue(sample: str) -> str | None:
    """Return the language of a sample: "und" for one that is neither English nor known, None for too few words."""
    table = data("languages")
    if not _is_latin(sample):
        return _UNDETERMINED if len(_LETTER.findall(sample)) >= table["fewest_letters"] else None
    for size, cut in ((_FIRST, str.split), (_FIRST, _WORD.findall), (_SAMPLE, _WORD.findall)):
        words = cut(sample[:size].lower())  # with the marks at them fewer words are known, but they are cut sooner
        if len(words) >= table["fewest_words"] and _share(words, "en") >= table["sure_share"]:
            return "en"
    if len(words) < table["fewest_words"]:
        return None
    words = words[:_MOST_WORDS]
    shares = {code: _share(words, code) for code in _vocabulary()}
    english = shares.pop("en")
    if english >= max(table["english_share"], *shares.values()):
        return "en"
    best, second = sorted(shares, key=lambda code: (-shares[code], code))[:2]
    if shares[best] >= max(table["other_share"], table["fewest_other"] / len(words), english):
        return best if shares[best] >= table["ahead"] * shares[second] else _UNDETERMINED
    return _by_shape(words)


def _by_shape(words: list[str]) -> str | None:
    """Return the same for words among which function words are rare: by their letters and endings."""
    table = data("languages")
    longer = [word for word in words if len(word) > 2] or words
    if sum(not word.isascii() for word in longer) >= table["foreign_letters"] * len(longer):
        return _UNDETERMINED
    if sum(_shape().search(word) is not None for word in longer) >= table["english_shapes"] * len(longer):
        return "en"
    return None if len(words) < table["short"] else _UNDETERMINED


def _share(words: list[str], code: str) -> float:
    vocabulary = _vocabulary()[code]
    return sum(map(vocabulary.__contains__, words)) / len(words)


def _is_latin(sample: str) -> bool:
    """Tell whether most letters of the sample are of the Latin alphabet."""
    if sample.isascii():
        return True
    sample = sample[:_LETTERS]
    if _NOT_LATIN.search(sample) is None:
        return True
    return 2 * len(_NOT_LATIN.findall(sample)) <= len(_LETTER.findall(sample))


@cache
def _shape() -> re.Pattern[str]:
    table = data("languages")
    return re.compile(f"{'|'.join(table['shapes'])}|(?:{'|'.join(table['endings'])})$")


@cache
def _vocabulary() -> dict[str, frozenset[str]]:
    return {code: frozenset(words) for code, words in data("languages")["words"].items()}
