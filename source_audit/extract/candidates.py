"""Cue candidates of a sentence: words that may be cues, with what stands around them, before anything is decided."""

from collections.abc import Mapping
from functools import lru_cache

from attrs import define, field

from source_audit.extract.cues import SPEECH_KINDS, Verb, particles, verbs, words
from source_audit.extract.line import Line
from source_audit.extract.model import Model, model
from source_audit.extract.phrases import Range, subject_after, subject_before

_UNKNOWN = Verb("", "other", 0.0)


@define(kw_only=True, eq=False)
class Candidate:
    """A cue with its tokens: ``first`` to ``end`` the whole cue, ``head`` its main word, ``subject`` who does it.

    ``order`` is "before" or "after" (where the subject stands), "shared" (with an earlier verb), "participle",
    "passive", "infinitive", "noun" or "bare". ``prior`` is how often the word is a cue (0 to 1). ``start`` is the first
    token of cue and subject together, ``stop`` the token after them.
    """

    first: int
    head: int
    end: int
    verb: Verb
    prior: float
    subject: Range | None
    order: str
    start: int = field(init=False)
    stop: int = field(init=False)

    def __attrs_post_init__(self) -> None:
        subject, order = self.subject, self.order
        self.start = min(self.first, subject[0]) if subject and order in _SUBJECT_FIRST else self.first
        self.stop = max(self.end, subject[1]) if subject and order == "after" else self.end


_SUBJECT_FIRST = ("before", "noun")


def candidates(line: Line, *, headline: bool = False) -> list[Candidate]:
    """Return the cue candidates of a sentence, from left to right; only a headline has cues with a capital inside."""
    longer, priors = particles(), model().priors
    found = []
    low, caps = line.low, line.caps
    heads = _heads(model())
    for head in [head for head, word in enumerate(low) if word in heads]:
        word = low[head]
        if head == 0 or headline or not caps[head]:
            sure = (word in longer and _of_particle(line, head, longer[word])) or priors.get(word, 0.0)
            if sure > 0:
                found.append(_candidate(line, head, sure))
    return found


@lru_cache(maxsize=1)
def _heads(held: Model) -> frozenset[str]:
    """Return the words that may be cues."""
    return frozenset(held.priors) | frozenset(particles())


def _of_particle(line: Line, head: int, longer: Mapping[str, Verb]) -> float:
    """Return how sure a cue is with its particle ("pointed out"), 0 without one."""
    verb = longer.get(line.at(head + 1))
    return verb.reliability if verb else 0.0


def _candidate(line: Line, head: int, sure: float) -> Candidate:
    first = _with_auxiliaries(line, head)
    verb, end = _with_particle(line, head, verbs().get(line.low[head], _UNKNOWN))
    subject, order = _placed(line, first, head, end, verb)
    return Candidate(first=first, head=head, end=end, verb=verb, prior=sure, subject=subject, order=order)


def _placed(line: Line, first: int, head: int, end: int, verb: Verb) -> tuple[Range | None, str]:
    """Return the subject of a cue and where it stands."""
    if line.at(first - 1) == "to":
        return None, "infinitive"
    if first == head and _is_noun(line, head):
        return None, "noun"
    being = first < head and not words("being").isdisjoint(line.low[first:head])
    going = line.low[head].endswith("ing")
    if going and not being:
        return None, "participle"
    if being and not going:
        return subject_before(line, first, 0), "passive"
    return _finite(line, first, end, verb)


def _finite(line: Line, first: int, end: int, verb: Verb) -> tuple[Range | None, str]:
    before = line.at(first - 1)
    quoted = first > 0 and line.quote[first - 1] >= 0
    subject = None if quoted else subject_before(line, first, 0)
    if subject is None and (quoted or before in (",", "—", "–")) and verb.kind in SPEECH_KINDS:
        subject = subject_after(line, end)
        if subject and not _starts_clause(line, subject[1]):
            return subject, "after"
        subject = None
    if subject:
        return subject, "before"
    return None, "shared" if before in ("and", "but", "or", ",") else "bare"


def _starts_clause(line: Line, place: int) -> bool:
    """Tell whether the noun phrase before *place* has a verb of its own, so that it is no inverted subject."""
    word = line.at(place)
    if not word or not line.word(place) or word in words("media") or word in words("times") or word in words("days"):
        return False
    return word in words("auxiliaries") or word.endswith("ed") or word in verbs()


def _with_auxiliaries(line: Line, head: int) -> int:
    first, low, caps = head, line.low, line.caps
    while first > 0 and head - first < 6:
        word = low[first - 1]
        if caps[first - 1] and first > 1:  # "Theresa May said"
            break
        if word not in words("auxiliaries") and not (word.endswith("ly") and len(word) > 4 and not caps[first - 1]):
            break
        first -= 1
    return first


def _with_particle(line: Line, head: int, verb: Verb) -> tuple[Verb, int]:
    longer = particles().get(line.low[head], {}).get(line.at(head + 1))
    return (longer, head + 2) if longer else (verb, head + 1)


def _is_noun(line: Line, head: int) -> bool:
    """Tell whether the form stands where only a noun can ("the report", "his claims")."""
    before = line.at(head - 1)
    if before.endswith(("'s", "’s")) and line.at(head + 1) != "that":
        return line.low[head] not in ("said", "told", "wrote", "asked", "added")
    return head > 0 and before in words("noun_openers")
