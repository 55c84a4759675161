"""Which words may carry a weight: words of the language and of our own lists, never the people, parties or topics of the corpus."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from source_audit.extract.cues import particles, prior, verbs
from source_audit.extract.scale import Value
from source_audit.resources import data
from tests.train.gold import Lesson

HELD: dict[str, frozenset[str]] = {
    "begin": frozenset({"word", "word before", "verb,comp", "verb,far"}),
    "end": frozenset({"second", "word after", "word before", "verb,here"}),
    "first": frozenset({"word", "word before"}),
    "accept": frozenset({"word,order", "word,after", "subject word", "word before", "word after", "word after next"}),
    **dict.fromkeys(("right", "left", "both"), frozenset({"word", "word,comp", "first word", "verb"})),
    "rule": frozenset({"rule,cue"}),
    "source": frozenset({"relation,word"}),
    "phrase": frozenset({"last", "word,type"}),
}
"""The features, by decision, whose values hold a word of the text; all others hold classes, sizes and marks."""
SECOND = frozenset({"relation,word", "rule,cue"})
"""Of these the word is the second part of the value; of the others it is the first."""
SIDED = frozenset({"immigrant", "migrant", "refugee"})
"""Words of those lists that are in dispute themselves."""
ROLES = ("heads", "documents", "noun_cues", "noun_calls", "bodies", "source_words", "any_body", "deputies", "kin")
"""The lists of roles whose words say what somebody is, without a side."""
TWINS = {
    "she": "he",
    "herself": "himself",
    "woman": "man",
    "women": "men",
    "wife": "husband",
    "mother": "father",
    "daughter": "son",
    "sister": "brother",
    "widow": "widower",
    "aunt": "uncle",
    "mrs.": "mr.",
    "ms.": "mr.",
    **{
        f"{office}woman": f"{office}man"
        for office in ("spokes", "chair", "congress", "council", "assembly", "business")
    },
}
"""Words that differ in gender only; the second stands for both while learning, so that both get the same weight."""


def small(material: Sequence[Lesson]) -> frozenset[str]:
    """Return the words that are mostly written small inside sentences, as names are not."""
    seen: Counter[str] = Counter()
    capped: Counter[str] = Counter()
    for lesson in material:
        line = lesson.line
        for word, cap, plain in list(zip(line.low, line.caps, line.plain, strict=True))[1:]:
            if plain:
                seen[word] += 1
                capped[word] += cap
    return frozenset(word for word, n in seen.items() if 10 * capped[word] < 3 * n)


@cache
def listed() -> frozenset[str]:
    """Return the words of our own lists: closed classes, reporting verbs with their particles, and roles."""
    return frozenset(_closed()) | frozenset(verbs()) | frozenset(_particles()) | frozenset(_roles()) | frozenset(TWINS)


@cache
def common() -> frozenset[str]:
    """Return the common words that were read through by hand: no name, no side, no topic."""
    lines = Path(__file__).with_name("common_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _closed() -> Iterator[str]:
    table = data("words")
    for words in (*table.values(), *table["tags"].values()):
        if isinstance(words, list):
            yield from words


def _particles() -> Iterator[str]:
    for form, longer in particles().items():
        yield form
        yield from longer
        yield from (verb.lemma for verb in longer.values())


def _roles() -> Iterator[str]:
    roles = data("roles")
    for name in ROLES:
        for word in roles[name]:
            if word not in SIDED:
                yield from (word, f"{word}s")
    yield from TWINS.values()


def may_weigh(decision: str, name: str, value: Value) -> bool:
    """Tell whether a feature's value may carry a weight: it holds no word, or one of our lists, a common one or a cue."""
    if name not in HELD.get(decision, ()):
        return True
    word = held(name, value)
    return word in listed() or word in common() or prior(word) > 0 or not any(c.isalnum() for c in word)


def held(name: str, value: Value) -> str:
    """Return the word that a value holds."""
    return str(value[name in SECOND]) if isinstance(value, tuple) else str(value)
