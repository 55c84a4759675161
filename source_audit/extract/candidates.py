"""Cue candidates of a sentence: verbs with their auxiliaries, and what is known of each before anything is decided."""

from collections.abc import Iterator

from attrs import frozen

from source_audit.extract.cues import SPEECH_KINDS, Verb, particles, verbs, words
from source_audit.extract.line import Line
from source_audit.extract.phrases import Range, subject_after, subject_before


@frozen(kw_only=True)
class Candidate:
    """A cue with its tokens: ``first`` to ``end`` the whole cue, ``head`` its verb, ``subject`` who does it.

    ``order`` is "before" or "after" (where the subject stands), "shared" (with an earlier verb), "participle",
    "passive" or "none".
    """

    first: int
    head: int
    end: int
    verb: Verb
    subject: Range | None
    order: str

    @property
    def start(self) -> int:
        """The first token of cue and subject together."""
        return min(self.first, self.subject[0]) if self.subject and self.order == "before" else self.first

    @property
    def stop(self) -> int:
        """The token after cue and subject."""
        return max(self.end, self.subject[1]) if self.subject and self.order == "after" else self.end


def candidates(line: Line) -> Iterator[Candidate]:
    """Yield the cue candidates of a sentence, from left to right."""
    table = verbs()
    for head in range(len(line)):
        if line.quote[head] < 0 and line.low[head] in table:
            found = _candidate(line, head, table[line.low[head]])
            if found:
                yield found


def _candidate(line: Line, head: int, verb: Verb) -> Candidate | None:
    first = _with_auxiliaries(line, head)
    verb, end = _with_particle(line, head, verb)
    if line.at(first - 1) == "to" or (line.cap(head) and head > 0 and verb.lemma != "say"):
        return None
    if first == head and _is_noun(line, head):
        return None
    helpers = set(line.low[first:head])
    being = bool(helpers & words("being"))
    if line.low[head].endswith("ing") and not being:
        return _participle(line, first, head, end, verb)
    if being and not line.low[head].endswith("ing"):
        subject = subject_before(line, first, 0)
        return Candidate(first=first, head=head, end=end, verb=verb, subject=subject, order="passive")
    return _finite(line, first, head, end, verb)


def _finite(line: Line, first: int, head: int, end: int, verb: Verb) -> Candidate | None:
    before = line.at(first - 1)
    quoted = first > 0 and line.quote[first - 1] >= 0
    subject = None if quoted else subject_before(line, first, 0)
    if subject is None and (quoted or before in (",", "—", "–")) and verb.kind in SPEECH_KINDS:
        subject = subject_after(line, end)
        if subject and not _starts_clause(line, subject[1]):
            return Candidate(first=first, head=head, end=end, verb=verb, subject=subject, order="after")
        subject = None
    if subject and (line.at(subject[1] - 1) == "you" or (verb.lemma == "call" and line.at(subject[0]) in ("a", "an"))):
        return None
    if subject and not _is_base_form_noun(line, first, head, verb, subject):
        return Candidate(first=first, head=head, end=end, verb=verb, subject=subject, order="before")
    if before in ("and", "but", "or"):
        return Candidate(first=first, head=head, end=end, verb=verb, subject=None, order="shared")
    return None


def _starts_clause(line: Line, place: int) -> bool:
    """Tell whether the noun phrase before *place* has a verb of its own, so that it is no inverted subject."""
    word = line.at(place)
    if not word or not line.word(place) or word in words("media") or word in words("times") or word in words("days"):
        return False
    return word in words("auxiliaries") or word.endswith("ed") or word in verbs()


def _participle(line: Line, first: int, head: int, end: int, verb: Verb) -> Candidate | None:
    known = line.low[head] in words("participles_of_source")
    if first == 0 or line.at(first - 1) in (",", "while", "by", "and", "–", "—") or line.quote[first - 1] >= 0:
        return (
            Candidate(first=first, head=head, end=end, verb=verb, subject=None, order="participle") if known else None
        )
    return None


def _with_auxiliaries(line: Line, head: int) -> int:
    first = head
    while first > 0 and head - first < 6 and line.quote[first - 1] < 0:
        if line.cap(first - 1) and first > 1:  # "Theresa May said"
            break
        word = line.low[first - 1]
        if word not in words("auxiliaries") and not (word.endswith("ly") and len(word) > 4 and not line.cap(first - 1)):
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


def _is_base_form_noun(line: Line, first: int, head: int, verb: Verb, subject: Range) -> bool:
    """Tell whether a bare form after a singular noun is part of that noun phrase ("state report")."""
    if first != head or line.low[head] != verb.lemma.split()[0]:
        return False
    last = line.at(subject[1] - 1)
    plural = (
        last.endswith("s")
        or last in words("pronouns")
        or last in words("loose_subjects")
        or last in ("people", "who", "police")
    )
    joint = "and" in line.low[subject[0] : subject[1]]
    past = line.low[head] in ("read", "put", "bet")
    return not (plural or joint or past)
