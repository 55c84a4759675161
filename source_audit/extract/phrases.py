"""Noun phrases around a cue: who is the subject, and who is spoken to."""

from functools import cache

from source_audit.extract.cues import table, verbs, words
from source_audit.extract.line import Line

Range = tuple[int, int]

_LONGEST = 16
_APPOSITION = 28


def subject_before(line: Line, stop: int, floor: int) -> Range | None:
    """Return the tokens of the subject that ends right before token *stop*, not reaching below *floor*."""
    last = stop - 1
    if last < floor:
        return None
    word = line.low[last]
    if word in alone():
        return last, stop
    if word in ",)–—":
        return _before_aside(line, last, floor)
    if not line.word(last) or word in words("stops") or word in words("inner_prepositions"):
        return None
    phrase = noun_phrase_before(line, last, floor)
    return _with_relative(line, phrase, floor) if phrase else None


@cache
def alone() -> frozenset[str]:
    """Return the words that are a subject by themselves."""
    return words("pronouns") | words("relatives") | words("loose_subjects")


def _with_relative(line: Line, phrase: Range, floor: int) -> Range:
    """Take in the clause that a phrase is only the end of ("two people who were at the talks")."""
    low, plain = line.low, line.plain
    for place in range(phrase[0] - 1, max(floor, phrase[0] - _LONGEST), -1):
        if not plain[place] or low[place] == "that":
            break
        if low[place] == "who":
            head = noun_phrase_before(line, place - 1, floor) if line.word(place - 1) else None
            return (head[0], phrase[1]) if head else phrase
    return phrase


def _before_aside(line: Line, close: int, floor: int) -> Range | None:
    """Return a subject with the apposition, clause or bracket that stands between it and its verb."""
    mate = "(" if line.at(close) == ")" else line.at(close)
    for opener in range(close - 1, max(floor, close - _APPOSITION), -1):
        if line.quote[opener] >= 0 or line.at(opener) in ";:":
            return None
        if (
            line.at(opener) == mate
            and opener - 1 >= floor
            and line.word(opener - 1)
            and not line.at(opener - 1).isdigit()
        ):
            if line.at(opener + 1) in ("and", "but", "while", "as", "although", "though", "because", "when", "that"):
                return None
            head = noun_phrase_before(line, opener - 1, floor)
            tied = line.at(opener + 1) in ("who", "which") or line.at(opener + 1).endswith("ed") or line.cap(opener + 1)
            if head is None or not (tied or any(line.cap(i) for i in range(*head))):
                return None
            return head[0], close + 1 if mate == "(" else close
    return None


def noun_phrase_before(line: Line, last: int, floor: int) -> Range | None:
    """Return the noun phrase whose last token is *last*, or None if the words do not look like one."""
    low, plain, stops, determiners, verbal = line.low, line.plain, words("stops"), words("determiners"), _verbal()
    first = place = last
    while place >= floor and last - place < _LONGEST and plain[place]:
        word = low[place]
        if word in stops or (word in verbal and place < last and _is_cue(line, place, floor)):
            break
        first = place
        if word in determiners:
            before = place - 1
            goes_on = before - 1 >= floor and low[before] in words("inner_prepositions") and plain[before - 1]
            if not goes_on or low[before - 1] in stops:
                break
            place = first = before
        place -= 1
    while first < last and _leads_nowhere(line, first):
        first += 1
    return (first, last + 1) if _looks_nominal(line, first, last) else None


@cache
def _verbal() -> frozenset[str]:
    return frozenset(verbs()) | words("auxiliaries")


def _is_cue(line: Line, place: int, floor: int) -> bool:
    """Tell whether a word inside what may be a noun phrase is really a verb of its own."""
    if line.caps[place]:
        return False
    word = line.low[place]
    verb = verbs().get(word)
    if verb is None:
        return word in words("auxiliaries") and word not in ("all", "both", "first", "long")
    follows_opener = place > floor and line.low[place - 1] in words("noun_openers")
    return verb.reliability >= 0.5 and not follows_opener


def _leads_nowhere(line: Line, place: int) -> bool:
    word = line.low[place]
    return word in _loose() or (word.endswith("ly") and not line.caps[place])


@cache
def _loose() -> frozenset[str]:
    return words("inner_prepositions") | words("days") | {"yet", "still", "now", "then", "so"}


def _looks_nominal(line: Line, first: int, last: int) -> bool:
    word, caps = line.low[last], line.caps
    if not line.plain[last] or (word in words("auxiliaries") and not caps[last]):
        return False
    opener = line.low[first]
    return (
        True in caps[first : last + 1]
        or opener in words("determiners")
        or opener[0].isdigit()
        or word.endswith("s")
        or is_role(word)
    )


def is_role(word: str) -> bool:
    """Tell whether a word names a role or job."""
    return word in roles()


@cache
def roles() -> frozenset[str]:
    """Return the words that name a role or job."""
    heads = table("roles")["heads"]
    return frozenset(heads) | {f"{head}s" for head in heads}


def subject_after(line: Line, start: int) -> Range | None:
    """Return the tokens of a subject that follows its verb ("said Ana Ruiz, the harbour master")."""
    if start >= len(line) or not line.word(start):
        return None
    opener = line.at(start)
    if opener in words("pronouns") and opener not in ("it", "you"):
        return start, start + 1
    if not (line.cap(start) or opener in words("determiners") or is_role(opener) or opener in ("former", "senior")):
        return None
    if opener in words("days"):
        return None
    place = start
    while place < len(line) and place - start < _LONGEST and _inside_phrase(line, place, start):
        place += 1
    if place == start:
        return None
    return start, _with_apposition(line, place)


def _inside_phrase(line: Line, place: int, start: int) -> bool:
    if not line.word(place):
        return False
    word = line.at(place)
    if word in words("stops") or (word in words("auxiliaries") and not line.cap(place)):
        return False
    if word in ("in", "on", "at", "during", "by", "with", "to", "from"):
        return bool(place > start and line.at(place + 1) not in words("days") and _place_follows(line, place))
    return not (word in words("days") or word in ("earlier", "later"))


def _place_follows(line: Line, place: int) -> bool:
    """Tell whether a preposition ties the next words to the person ("professor at Yale"), not to the act."""
    return place > 0 and is_role(line.at(place - 1)) and line.at(place) in ("at", "with", "from", "in")


def _with_apposition(line: Line, place: int) -> int:
    """Return where a subject ends once an apposition after a comma is taken in."""
    if line.at(place) != "," or place + 1 >= len(line):
        return place
    opener = line.at(place + 1)
    if not (opener in words("determiners") or opener in ("who", "chief", "former", "president") or is_role(opener)):
        return place
    end = place + 1
    while end < len(line) and end - place < _APPOSITION and line.at(end) not in (",", ";", ".", ":"):
        if line.quote[end] >= 0:
            return place
        end += 1
    return end
