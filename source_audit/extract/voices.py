"""Who speaks: the words in and around a sentence that may be a cue's source, each with its named features."""

from collections.abc import Sequence
from functools import cache
from math import exp

from attrs import define

from source_audit.extract.cues import words
from source_audit.extract.line import Line
from source_audit.extract.model import SIZES, log_odds, model
from source_audit.extract.phrases import Range, alone, is_role, noun_phrase_before, roles, subject_after
from source_audit.extract.proposal import Proposal
from source_audit.extract.scale import NOTHING, Scale, Sum
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


def choose_source(view: View, proposal: Proposal, previous: Range | None) -> tuple[Voice, float]:
    """Return who most likely speaks in a proposal, and how likely that is; *previous* spoke last in the sentence."""
    found = voices(view, proposal, previous)
    scores = [log_odds(each) for each in weigh_voices(view, proposal, found, model().weights)]
    top = max(range(len(found)), key=scores.__getitem__)
    return found[top], 1.0 / sum([exp(max(-30.0, each - scores[top])) for each in scores])


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
    if left:
        add(left[0], "opening")
    right = [phrase for phrase in around if phrase[0] >= proposal.cue[0][1]]
    if right:
        add(right[0], "right")
    return [*found.values(), Voice(None, "nobody"), Voice(None, "carried")]


def beside(view: View, place: int) -> Range | None:
    """Return who seems to speak in a quotation at *place* that no cue leads to: the nearest who does something."""
    found = phrases(view)
    acting = [phrase for phrase in found if view.shapes[phrase[1]] in _VERBS]
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


_VOICE = (
    "relation",
    "relation,order",
    "relation,order,side",
    "relation,kind",
    "relation,word",
    "relation,before cue",
    "relation,after cue",
    "relation,subject",
    "relation,quotes",
    "again",
    "again,relation",
)


@define
class _Said:
    """What is to be seen of a proposal, whoever speaks in it."""

    order: str
    side: str
    kind: str
    head: str
    before: str
    after: str
    subject: bool
    quotes: bool


def _said(view: View, proposal: Proposal) -> _Said:
    candidate, (first, stop) = proposal.candidate, proposal.cue[0]
    return _Said(
        candidate.order if candidate else proposal.rule,
        proposal.side,
        candidate.verb.kind if candidate else "",
        view.line.low[stop - 1],
        view.shapes[first - 1],
        view.shapes[stop],
        bool(candidate and candidate.subject),
        bool(view.quotes),
    )


def weigh_voices(view: View, proposal: Proposal, found: Sequence[Voice], scale: Scale[Sum]) -> list[Sum]:
    """Return the features of each possible source, added up."""
    said = _said(view, proposal)
    size = SIZES[len(view.line)]
    by_tokens, by_cue = scale.tables["nobody"]
    sums: list[Sum] = []
    for voice in found:
        total = _weigh_relation(said, voice, scale)
        if voice.words is not None:
            total += _weigh_phrase(view, proposal, voice.words, voice.relation, said, scale)
        else:
            total += by_tokens.get(voice.relation, NOTHING).get(size, scale.zero)
            total += by_cue.get(voice.relation, NOTHING).get(said.order, NOTHING).get(said.before, scale.zero)
        sums.append(total)
    return sums


def _weigh_relation(said: _Said, voice: Voice, scale: Scale[Sum]) -> Sum:
    """Add up the features of how a possible source stands to the cue."""
    relation, again, order, zero = voice.relation, voice.again, said.order, scale.zero
    by_relation, *_, by_again, by_again_relation = scale.tables["source"]
    by_order, by_order_side, by_kind, by_word, by_before, by_after, by_subject, by_quotes = scale.rows[
        "source", "relation"
    ][relation]
    total: Sum = (
        by_relation.get(relation, zero)
        + by_order.get(order, zero)
        + by_order_side.get(order, NOTHING).get(said.side, zero)
        + by_kind.get(said.kind, zero)
        + by_word.get(said.head, zero)
        + by_before.get(said.before, zero)
        + by_after.get(said.after, zero)
        + by_subject.get(order, NOTHING).get(said.subject, zero)
        + by_quotes.get(said.quotes, zero)
        + by_again.get(again, NOTHING).get(order, NOTHING).get(voice.words is None, zero)
        + by_again_relation.get(again, NOTHING).get(relation, zero)
    )
    return total


_PHRASE = (
    "type",
    "type,order",
    "gap",
    "gap,order",
    "before",
    "before,order",
    "after",
    "after,order",
    "inside",
    "acts,first",
    "acts,type",
    "acts,before",
    "commas",
    "last",
    "word,type",
    "length",
)


def _weigh_phrase(  # noqa: PLR0913, PLR0917 - a phrase, what it is to the cue, and what is seen of that
    view: View, proposal: Proposal, phrase: Range, relation: str, said: _Said, scale: Scale[Sum]
) -> Sum:
    """Add up the features of the words of a possible source."""
    shapes, low, zero, order = view.shapes, view.line.low, scale.zero, said.order
    (first, stop), cue = phrase, proposal.cue[0]
    left = stop <= cue[0]
    gap = SIZES[cue[0] - stop if left else max(0, first - cue[1])]
    side = "L" if left else "R"
    type_ = type_of(view.line, phrase)
    before, after = shapes[first - 1], shapes[stop]
    acts = _acts(after)
    commas = low[stop : cue[0]].count(",") if left else 0
    (
        by_type,
        by_type_order,
        by_gap,
        by_gap_order,
        by_before,
        by_before_order,
        by_after,
        by_after_order,
        by_inside,
        by_acts_first,
        by_acts_type,
        by_acts_before,
        by_commas,
        by_last,
        by_word,
        by_length,
    ) = scale.tables["phrase"]
    inside = any(a <= first < b for a, b in proposal.contents)
    of_gap, of_acts = by_gap_order.get(gap, NOTHING), by_acts_first.get(acts, NOTHING)
    total: Sum = (
        by_type.get(type_, NOTHING).get(relation, zero)
        + by_type_order.get(type_, NOTHING).get(order, zero)
        + by_gap.get(gap, NOTHING).get(side, zero)
        + of_gap.get(side, NOTHING).get(order, zero)
        + by_before.get(before, zero)
        + by_before_order.get(before, NOTHING).get(order, zero)
        + by_after.get(after, zero)
        + by_after_order.get(after, NOTHING).get(order, NOTHING).get(side, zero)
        + by_inside.get(inside, NOTHING).get(side, NOTHING).get(order, zero)
        + of_acts.get(first == 0, NOTHING).get(order, zero)
        + by_acts_type.get(acts, NOTHING).get(type_, zero)
        + by_acts_before.get(acts, NOTHING).get(before, zero)
        + by_commas.get(SIZES[min(commas, 3)], NOTHING).get(side, NOTHING).get(order, zero)
        + by_last.get(low[stop - 1], zero)
        + by_word.get(said.head, NOTHING).get(type_, zero)
        + by_length.get(SIZES[stop - first], NOTHING).get(relation, zero)
    )
    return total


def _acts(after: str) -> bool:
    """Tell whether a verb seems to follow."""
    return after in _VERBS


_VERBS = frozenset(("has", "is", "does", "will", "also", "-ed", "cue+", "cue++", "cue+++"))


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


TEMPLATES = {"source": _VOICE, "phrase": _PHRASE, "nobody": ("tokens", "cue")}
"""The features of the decision who speaks, in the order of their values."""
