"""Who speaks: the words in and around a sentence that may be a cue's source."""

from functools import cache

from attrs import define

from source_audit.extract.cues import words
from source_audit.extract.line import Line
from source_audit.extract.phrases import Range, alone, is_role, noun_phrase_before, roles, subject_after
from source_audit.extract.proposal import Proposal
from source_audit.extract.view import View

_POSSESSIVES = frozenset({"his", "her", "their", "its", "my", "our", "your"})
_LINKS = frozenset({"of", "from", "by", "among", "in", "to", "with"})
_BEFORE = 5
"""How many phrases to the left of a cue are looked at."""
_RANKS = tuple(f"left{rank}" for rank in range(_BEFORE))


@define
class Voice:
    """A possible source: its tokens, or None for nobody in this sentence, and how it relates to the cue."""

    words: Range | None
    relation: str
    again: bool = False


def voices(view: View, proposal: Proposal, previous: Range | None) -> list[Voice]:
    """Return the possible sources of a proposal that has a cue; *previous* spoke last in the sentence."""
    candidate = proposal.candidate
    found: dict[int, Voice] = {}

    def add(phrase: Range | None, relation: str) -> None:
        if phrase and phrase[1] - 1 not in found:
            found[phrase[1] - 1] = Voice(phrase, relation, previous is not None and _same(phrase, previous))

    line = view.line
    if candidate is not None:
        add(candidate.subject, "subject")
        add(_owner(line, candidate.first - 1), "owner")
        add(_linked(line, candidate.end), "linked")
        before = candidate.first - 1
        if before >= 0 and (line.quote[before] >= 0 or line.low[before] in ",—–-?!"):
            add(subject_after(line, candidate.end), "after")
    else:
        add(proposal.source, "rule")
    add(previous, "previous")
    start = proposal.cue[0][0]
    around = phrases(view)
    left = [phrase for phrase in around if phrase[1] <= start]
    for phrase, relation in zip(left[: -_BEFORE - 1 : -1], _RANKS, strict=False):
        add(phrase, relation)
    if not found:
        right = [phrase for phrase in around if phrase[0] >= proposal.cue[0][1]]
        add(right[0] if right else None, "right")
    return [*found.values(), Voice(None, "nobody")]


def beside(view: View, place: int) -> Range | None:
    """Return who seems to speak in a quotation at *place* that no cue leads to: the nearest who does something."""
    found = phrases(view)
    acting = [phrase for phrase in found if view.shapes[phrase[1]] in ACTING]
    left = [phrase for phrase in acting if phrase[1] <= place]
    right = [phrase for phrase in acting or found if phrase[0] > place]
    return left[-1] if left else right[0] if right else found[-1] if found and found[-1][1] <= place else None


def _same(phrase: Range, other: Range) -> bool:
    return phrase[0] < other[1] and other[0] < phrase[1]


def phrases(view: View) -> list[Range]:
    """Return the phrases of a sentence that could name somebody, in order; worked out once."""
    if view.phrases is None:
        view.phrases = _phrases(view)
    return view.phrases


def _phrases(view: View) -> list[Range]:
    line, plain, short = view.line, view.line.plain, alone()
    found: list[Range] = []
    nouns = _nouns()
    likely = zip(line.low, line.caps, view.shapes, strict=False)
    for i in [i for i, (word, cap, shape) in enumerate(likely) if cap or shape == "-s" or word in nouns]:
        word = line.low[i]
        if word in short:
            found.append((i, i + 1))
        elif plain[i] and _ends_phrase(view, i, word):
            phrase = noun_phrase_before(line, i, 0)
            if phrase:
                if found and found[-1][0] >= phrase[0]:
                    found.pop()
                found.append(phrase)
    return found


@cache
def _nouns() -> frozenset[str]:
    """Return the words that may end a phrase, however they are written."""
    return alone() | roles()


def _ends_phrase(view: View, i: int, word: str) -> bool:
    """Tell whether a phrase that could name somebody seems to end in a word."""
    line, shape = view.line, view.shapes[i]
    if line.caps[i] and shape not in ("day", "number") and (i > 0 or shape in ("word", "-s")):
        return not (_word_at(line, i + 1) and (line.caps[i + 1] or is_role(line.low[i + 1])))
    if is_role(word) and shape not in ("day", "number"):
        return not (_word_at(line, i + 1) and line.caps[i + 1])
    return shape == "-s" and view.shapes[i + 1] not in ("word", "-s", "Cap")


def _word_at(line: Line, i: int) -> bool:
    return i < len(line.low) and line.plain[i]


def _owner(line: Line, at: int) -> Range | None:
    """Return whose claim it is: `her claim`, `the mayor's claim`, with an adjective between at the most."""
    for place in (at, at - 1):
        if place < 0 or line.quote[place] >= 0:
            return None
        word = line.low[place]
        if word in _POSSESSIVES:
            return place, place + 1
        if word.endswith(("'s", "’s", "s’", "s'")):
            return noun_phrase_before(line, place, 0) or (place, place + 1)
    return None


def _linked(line: Line, end: int) -> Range | None:
    """Return who stands behind "by", "of" or "from" after a cue."""
    for place in range(end, min(len(line), end + 3)):
        if line.low[place] in _LINKS:
            return subject_after(line, place + 1)
    return None


ACTING = frozenset(("has", "is", "does", "will", "also", "-ed", "cue+", "cue++", "cue+++"))


def type_of(line: Line, phrase: Range) -> str:
    """Return what kind of words a phrase ends in."""
    last = line.low[phrase[1] - 1]
    if last in words("pronouns") or last in words("relatives") or last in _POSSESSIVES:
        return last
    if last in words("loose_subjects"):
        return "loose"
    if True in line.caps[phrase[0] or (phrase[1] > 1) : phrase[1]]:
        return "name"
    if is_role(last):
        return "role"
    return "plural" if last.endswith("s") else "other"
