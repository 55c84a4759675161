"""Where the content of an attribution begins and ends within its sentence."""

from source_audit.extract.cues import verbs, words
from source_audit.extract.line import Line
from source_audit.extract.phrases import Range, addressee_after, subject_before

_WINDOW = 14
_TAIL = 14
_JOINERS = frozenset({"and", "but", "while", "though", "although", "as"})
_CLOSERS = frozenset(".,;:!?—–-…)")


def content_start(line: Line, stop: int, lemma: str) -> tuple[int, bool, int | None]:
    """Return the first token of forward content, whether "that" leads it, and the colon before it, if any."""
    place = addressee_after(line, stop) if lemma in words("addressees") else stop
    for ahead in range(place, min(len(line), place + _WINDOW)):
        word = line.at(ahead)
        if word == "that" and (ahead == place or _adverbial(line, place, ahead)):
            return ahead, True, None
        if word == ":":
            return ahead + 1, False, ahead
        if line.quote[ahead] >= 0:
            lead = ahead > place and (line.at(ahead - 1) in (",", ":") or _adverbial(line, place, ahead))
            return (ahead if lead else _after_time(line, place)), False, None
        if word == "," and not _adverbial(line, place, ahead):
            break
        if ahead > place and word in verbs() and verbs()[word].reliability > 0.6:
            break
    return _after_time(line, place), False, None


def _adverbial(line: Line, first: int, stop: int) -> bool:
    """Tell whether the words between a cue and its content only say when, where or to whom."""
    if first >= stop:
        return True
    opener = line.at(first)
    timed = opener in words("media") or opener in words("times") or opener in words("days")
    return opener == "," or (timed and opener != "as")


def _after_time(line: Line, place: int) -> int:
    """Skip a day between the cue and its content ("said on Monday the bridge …")."""
    if line.at(place) == "on" and line.at(place + 1) in words("days"):
        place += 2
    elif line.at(place) in words("times") and line.at(place) not in ("here", "there"):
        place += 1
    if line.at(place) in ("morning", "afternoon", "evening", "night"):
        place += 1
    return place + 1 if line.at(place) == "," and place + 1 < len(line) else place


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


def is_tail(line: Line, place: int, *, quoted: bool) -> bool:
    """Tell whether nothing but a time, a place or an occasion follows the cue."""
    rest = [i for i in range(place, len(line)) if line.at(i) not in _CLOSERS]
    if not rest:
        return True
    if len(rest) > _TAIL + 10 * quoted or any(line.quote[i] >= 0 for i in rest):
        return False
    opener = line.at(place)
    if opener == ",":
        opener = line.at(place + 1)
        return quoted and (opener in words("participles_of_source") or opener in words("media") or opener == "who")
    return (
        opener in words("media")
        or opener in words("times")
        or opener in words("days")
        or (quoted and opener in ("him", "her", "them", "us", "me", "reporters", "and", "but"))
    )


def left_start(line: Line, stop: int, *, quoted: bool) -> int:
    """Return the first token of the content that stands before a cue."""
    if quoted:
        place = stop - 1
        while place >= 0 and line.quote[place] < 0:
            place -= 1
        lead = 0
        for i in range(place - 1, -1, -1):
            if line.at(i) in (";", ":") or (line.at(i) in ("and", "but") and _own_cue(line, 0) and i > 2):
                lead = i + 1
                break
        return lead
    for i in range(stop - 2, 0, -1):
        if line.at(i) == ";":
            return i + 1
    return 1 if line.at(0) in ("but", "and", "so", "yet") else 0


def trimmed(line: Line, first: int, stop: int) -> Range | None:
    """Return the tokens without the marks at either end, or None if no word is left."""
    while first < stop and line.at(first) in _CLOSERS:
        first += 1
    while stop > first and line.at(stop - 1) in _CLOSERS:
        stop -= 1
    return (first, stop) if stop > first else None
