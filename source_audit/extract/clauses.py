"""Where the content of an attribution without a verb ends within its sentence."""

from source_audit.extract.cues import verbs, words
from source_audit.extract.line import Line
from source_audit.extract.phrases import Range, subject_before

_JOINERS = frozenset({"and", "but", "while", "though", "although", "as"})
_CLOSERS = frozenset(".,;:!?—–-…)")


def clause_end(line: Line, begin: int) -> int:
    """Return the token where the content that starts at *begin* ends."""
    for place in range(begin + 1, len(line)):
        word = line.at(place)
        if word == ";" or (word == "," and _starts_anew(line, place + 1)):
            return place
        if word in ("and", "but") and _second_cue(line, place + 1):
            return place
        if word == "according" and line.at(place + 1) == "to":
            return place
        if (
            word in ("which", "whom")
            and (line.at(place - 1) == "," or line.quote[place - 1] >= 0)
            and _own_cue(line, place + 1)
        ):
            return place
    return len(line)


def _starts_anew(line: Line, place: int) -> bool:
    """Tell whether what follows a comma leaves the content: a participle of the source, or a clause with a cue."""
    word = line.at(place)
    if word in words("participles_of_source") or (word == "according" and line.at(place + 1) == "to"):
        return True
    if word in _JOINERS:
        return _own_cue(line, place + 1) or _second_cue(line, place + 1)
    return False


def _own_cue(line: Line, place: int) -> bool:
    """Tell whether a clause with a subject and a reliable cue starts here."""
    for ahead in range(place, min(len(line), place + 7)):
        verb = verbs().get(line.at(ahead))
        quoted = ahead + 1 < len(line) and line.quote[ahead + 1] >= 0
        if verb and ahead > place and verb.reliability >= 0.7 - 0.2 * quoted and subject_before(line, ahead, place):
            return True
    return False


def _second_cue(line: Line, place: int) -> bool:
    """Tell whether a further verb of the same source stands here ("admitted delays and said …")."""
    while line.at(place) in words("auxiliaries") or line.at(place).endswith("ly"):
        place += 1
    verb = verbs().get(line.at(place))
    past = verb is not None and line.at(place) != verb.lemma
    return verb is not None and past and verb.reliability >= 0.6 and line.quote[place] < 0


def trimmed(line: Line, first: int, stop: int) -> Range | None:
    """Return the tokens without the marks at either end, or None if no word is left."""
    while first < stop and line.at(first) in _CLOSERS:
        first += 1
    while stop > first and line.at(stop - 1) in _CLOSERS:
        stop -= 1
    return (first, stop) if stop > first else None
