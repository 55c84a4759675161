"""Names in a text: runs of capitalised words, without the titles before them."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from attrs import define, evolve

from source_audit.attribution import SourceKind
from source_audit.document import Block, BlockKind
from source_audit.extract.cues import table, verbs, words
from source_audit.span import Span

_UPPER = "A-ZÀ-ÖØ-Þ"
_SHORT = (
    r"(?:(?<=M)(?:rs?|s|x|aj)|(?<=D)(?:r|el)|(?<=S)(?:ens?|gt|t|r)|(?<=R)e(?:ps?|v)|(?<=G)(?:ov|en)|(?<=L)t|"
    r"(?<=C)(?:ol|apt|mdr)|(?<=P)rof|(?<=H)on|(?<=A)dm|(?<=J)r)\."
)
_PART = rf"[{_UPPER}](?:{_SHORT}|\.(?:[{_UPPER}]\.)*|\w*(?:['’\-](?!s\b)\w+)*)"
"""A capital and what follows it; that it begins with a set of characters lets a search leap from one to the next."""
_NICK = rf"(?:\s(?:[\"“‘']{{1,2}}[{_UPPER}][\w\-]*[\"”’']{{1,2}}|\([{_UPPER}][a-z]+\))(?=\s[{_UPPER}]))?"
RUN = re.compile(rf"{_PART}(?:{_NICK}\s(?:(?:de|da|van|von|der|bin|al|el|la|of|for)\s)?{_PART})*")
_JOINT = re.compile(r"\s(?:of|for)\s")
_WORD = re.compile(r"\S+")
_LONG = 100_000
"""Of a text from so many letters on each word is looked at once, not the text once for each name."""
_SMALL = re.compile(r"(?<![\w’'-])[a-z]+(?![\w’'-])")
_INSIDE = re.compile(r"[\w,;)] [“\"‘']?([A-Z][a-z]+)")
_SKIPPED = frozenset({BlockKind.SECTION, BlockKind.BYLINE, BlockKind.EMBED})
_ALSO_FIRST_NAMES = frozenset({"will", "may", "jan"})
"""Words for a month or with a verb that are first names before another name ("Jan Quill")."""
_MOST_PARTS = 5
"""The most words of a person's name; longer runs of capitals are headlines."""
GENDERED = {"mr": "m", "sir": "m", "lord": "m", "mrs": "f", "ms": "f", "miss": "f", "dame": "f", "lady": "f"}
"""Titles that say whether their bearer is "he" or "she"."""


@define(kw_only=True)
class Named:
    """A name where it stands, with the title or role words before it; never changed, and not locked for speed."""

    span: Span
    name: str
    title: str
    kind: SourceKind

    def moved(self, offset: int) -> "Named":
        """Return the name as it stands so many signs further on."""
        span = Span(self.span.start + offset, self.span.end + offset)
        return Named(span=span, name=self.name, title=self.title, kind=self.kind)


def find_names(text: str, blocks: Sequence[Block]) -> Iterator[Named]:
    """Yield every name of the blocks, in order."""
    for block in blocks:
        if block.kind not in _SKIPPED:
            for match in RUN.finditer(text, block.span.start, block.span.end):
                offset = match.start()
                for found in _names_of(match.group()):
                    yield found.moved(offset)


def names_in(run: str, offset: int) -> list[Named]:
    """Return the names in a run that begins at *offset*; "of" and "for" hold it together only where a body is meant."""
    return [found.moved(offset) for found in _names_of(run)]


@lru_cache(maxsize=4096)
def _names_of(run: str) -> tuple[Named, ...]:
    """Return the names in a run, with places counted from its start; the same few names fill an article."""
    if verb := _verb_in(run):
        return (*_names_of(run[: verb.start()].rstrip()), *names_in(run[verb.end() + 1 :], verb.end() + 1))
    joint = _JOINT.search(run)
    if not joint or is_body(run):
        found = named(run, 0)
        return (found,) if found else ()
    left = named(run[: joint.start()], 0)
    rest = names_in(run[joint.end() :], joint.end())
    if left is None and rest and rest[0].title and rest[0].span.start == joint.end() + len(rest[0].title) + 1:
        rest[0] = evolve(rest[0], title=run[: joint.end()] + rest[0].title)
    return (left, *rest) if left else tuple(rest)


def _verb_in(run: str) -> re.Match[str] | None:
    """Return the verb between two names of a headline set in capitals ("Ruiz Urges Hill")."""
    inner = list(_WORD.finditer(run))[1:-1]
    return next((word for word in inner if word.group().endswith("s") and word.group().lower() in verbs()), None)


def named(run: str, offset: int) -> Named | None:
    """Return the name in a run of capitalised words that begins at *offset*, or None if none is left."""
    parts = [(match.group(), match.start()) for match in _WORD.finditer(run)]
    while parts and is_opener(parts[0][0]) and not (len(parts) > 1 and parts[0][0].lower() in _ALSO_FIRST_NAMES):
        parts.pop(0)
    lead = _titles_in([part for part, _ in parts])
    if lead >= len(parts):
        return None
    title = " ".join(part for part, _ in parts[:lead])
    last, place = parts[-1]
    first = parts[lead][1]
    end = place + len(last.removesuffix(".") if len(last) > 3 and last != "Inc." else last)
    name = run[first:end]
    if len(name) < 2 or name.lower() in words("days") or name[1] == "-":
        return None
    kind = SourceKind.PERSON if _gender_of(title) and " of " not in name else kind_of_name(name)
    return Named(span=Span(offset + first, offset + end), name=name, title=title, kind=kind)


def _titles_in(parts: Sequence[str]) -> int:
    """Return how many words of a run are titles and roles before a name; all of them if nothing else stands there."""
    if not parts or _bare(parts[-1]) in _markers():
        return 0
    last = max((i for i, part in enumerate(parts) if is_title(part, alone=len(parts) == 1)), default=-1)
    if last == len(parts) - 1 and last and not _stands_before_titles(parts[last - 1]):
        last = max((i for i, part in enumerate(parts[:-1]) if is_title(part, alone=False)), default=-1)
    if last == 0 and len(parts) == 2 and _bare(parts[0]) in first_names():
        return 0
    last += 1
    if _bare(parts[-1]) in nobody():
        return last
    while last < len(parts) - 1 and _only_whence(_bare(parts[last]), len(parts) - last):
        last += 1
    return last


def _stands_before_titles(word: str) -> bool:
    """Tell whether a title after this word is a title ("Press Secretary"), not a surname ("Martin Baron")."""
    low = _bare(word)
    return low in _titles() or low in _roles() or low in nobody() or low in _markers() or low in _sides()


def _only_whence(word: str, left: int) -> bool:
    """Tell whether a word before a name only says where its bearer is from or on whose side."""
    return (left > 2 and word in _sides()) or (word in nobody() and not _is_first_name(word) and left < 4)


def _is_first_name(word: str) -> bool:
    return word in first_names() or word in _ALSO_FIRST_NAMES


def _gender_of(title: str) -> str:
    return next((GENDERED[word] for word in map(_bare, title.split()) if word in GENDERED), "")


def is_opener(word: str) -> bool:
    """Tell whether a capitalised word only begins a sentence."""
    low = word.lower()
    return low in words("common_starts") or low in words("days") or low in _openers()


def only_begins(text: str, name: str) -> bool:
    """Tell whether a word has a capital only where it begins a sentence and stands in small letters elsewhere.

    Such a word names nobody ("Applicants", "Having"); a first name may.
    """
    low = name.lower()
    if not name.istitle() or low in first_names() or low in _roles():
        return False
    if len(text) < _LONG and low not in text:
        return False  # what most names are, seen without a look at each word
    small, inside = _words_of(text)
    return low in small and name not in inside


@lru_cache(maxsize=1)
def _words_of(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of a text in small letters, and those with a capital in the midst of a sentence."""
    return frozenset(_SMALL.findall(text)), frozenset(_INSIDE.findall(text))


def _bare(word: str) -> str:
    return word.rstrip(".").lower()


@cache
def _openers() -> frozenset[str]:
    return frozenset(table("names")["openers"])


@cache
def _sides() -> frozenset[str]:
    return frozenset(table("names")["sides"])


@cache
def first_names() -> dict[str, str]:
    """Return "m" or "f" for each first name that tells."""
    own = table("names")
    return {**dict.fromkeys(own["male"], "m"), **dict.fromkeys(own["female"], "f")}


@cache
def nobody() -> frozenset[str]:
    """Return the capitalised words that are no person's name."""
    return frozenset(table("names")["not_people"])


@cache
def _titles() -> frozenset[str]:
    """Return the last words of titles: what stands before one in a name belongs to it ("Home Secretary")."""
    return frozenset(_bare(title.split()[-1]) for title in table("roles")["titles"])


@cache
def _roles() -> frozenset[str]:
    roles = table("roles")
    callings = frozenset(roles["heads"]) - frozenset(roles["bodies"]) | frozenset(roles["callings"])
    return callings - {"local", "marine", "head", "general"}


@cache
def _alone() -> frozenset[str]:
    """Return the words that name nobody when they stand alone with a capital ("Senator", "Daughter", "Prosecutors")."""
    roles = table("roles")
    plain = _titles() | _roles() | frozenset(roles["kin"]) | frozenset(roles["classes"])
    return plain | frozenset(f"{word}s" for word in _roles())


def is_title(word: str, *, alone: bool = False) -> bool:
    """Tell whether a word is a title or a role before a name, or names nobody where it stands alone."""
    low = _bare(word)
    return low in _alone() if alone else low in _titles() or low in _roles()


@cache
def _markers() -> frozenset[str]:
    return frozenset(marker.lower() for marker in table("roles")["organisations"])


def is_body(name: str) -> bool:
    """Tell whether a word of a name is one by which bodies are known."""
    low = name.lower()
    return low in _markers() or any(part in _markers() for part in low.split())


def kind_of_name(name: str) -> SourceKind:
    """Tell what a name is likely to be the name of; a place, a people or a heading in itself is of no kind."""
    parts = name.lower().split()
    if parts[-1] in table("roles")["outlet_words"] or name.lower() in table("roles")["outlets"]:
        return SourceKind.OUTLET
    known = parts[0] in first_names() and len(parts) > 1
    if is_body(name):
        return SourceKind.ORGANISATION
    if _bare(parts[-1]) in nobody() and not known:
        return SourceKind.UNKNOWN
    if name.isupper() and len(name) > 1 and "." not in name:
        return SourceKind.ORGANISATION
    title_case = len(parts) > _MOST_PARTS or (not known and any(map(is_opener, parts[1:])))
    return SourceKind.UNKNOWN if title_case else SourceKind.PERSON
