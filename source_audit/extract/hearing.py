"""Who speaks: the named features of each possible source, added up."""

from collections.abc import Sequence
from math import exp

from attrs import define

from source_audit.extract.model import SIZES, UNIT, model
from source_audit.extract.phrases import Range
from source_audit.extract.proposal import Proposal
from source_audit.extract.scale import NOTHING, Scale, Shared, Sum
from source_audit.extract.view import View
from source_audit.extract.voices import ACTING, Voice, type_of, voices


def choose_source(view: View, proposal: Proposal, previous: Range | None) -> tuple[Voice, float]:
    """Return who most likely speaks in a proposal, and how likely that is; *previous* spoke last in the sentence."""
    found = voices(view, proposal, previous)
    scores = [each / UNIT for each in weigh_voices(view, proposal, found, model().weights)]
    top = max(range(len(found)), key=scores.__getitem__)
    return found[top], 1.0 / sum([exp(max(-30.0, each - scores[top])) for each in scores])


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
            total += by_tokens.get(size, scale.zero)
            total += by_cue.get(said.order, NOTHING).get(said.before, scale.zero)
        sums.append(total)
    return sums


_BY_RELATION = Shared(
    "source",
    (
        {"relation,order": 0},
        {"relation,order,side": 0},
        {"relation,kind": 0},
        {"relation,word": 0},
        {"relation,before cue": 0},
        {"relation,after cue": 0},
        {"relation,subject": 0},
        {"relation,quotes": 0},
        {"again,relation": 1},
    ),
)


def _weigh_relation(said: _Said, voice: Voice, scale: Scale[Sum]) -> Sum:
    """Add up the features of how a possible source stands to the cue."""
    relation, again, order, zero = voice.relation, voice.again, said.order, scale.zero
    by_relation, *_, by_again, _ = scale.tables["source"]
    by_order, by_order_side, by_kind, by_word, by_before, by_after, by_subject, by_quotes, by_again_relation = (
        scale.rows[_BY_RELATION][relation]
    )
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
        + by_again_relation.get(again, zero)
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


_PHRASE_BY_ORDER = Shared(
    "phrase",
    (
        {"type,order": 1},
        {"gap": -1, "gap,order": 2},
        {"before": -1, "before,order": 1},
        {"after,order": 1},
        {"inside": 2},
        {"acts,first": 2},
        {"commas": 2},
    ),
)
_PHRASE_BY_TYPE = Shared("phrase", ({"type": 0}, {"acts,type": 1}, {"word,type": 1}))


def _weigh_phrase(  # noqa: PLR0913, PLR0917 - a phrase, what it is to the cue, and what is seen of that
    view: View, proposal: Proposal, phrase: Range, relation: str, said: _Said, scale: Scale[Sum]
) -> Sum:
    """Add up the features of the words of a possible source."""
    shapes, low, zero = view.shapes, view.line.low, scale.zero
    (first, stop), cue = phrase, proposal.cue[0]
    left = stop <= cue[0]
    gap = SIZES[cue[0] - stop if left else max(0, first - cue[1])]
    side = "L" if left else "R"
    type_ = type_of(view.line, phrase)
    before, after = shapes[first - 1], shapes[stop]
    acts = after in ACTING
    commas = low[stop : cue[0]].count(",") if left else 0
    inside = any(a <= first < b for a, b in proposal.contents)
    by_type, by_gap, by_before, by_after_side, by_inside, by_acts, by_commas = scale.rows[_PHRASE_BY_ORDER][said.order]
    of_relation, by_acts_type, by_word = scale.rows[_PHRASE_BY_TYPE][type_]
    *_, by_after, _, _, _, _, by_acts_before, _, by_last, _, by_length = scale.tables["phrase"]
    total: Sum = (
        of_relation.get(relation, zero)
        + by_type.get(type_, zero)
        + by_gap.get(gap, NOTHING).get(side, zero)
        + by_before.get(before, zero)
        + by_after.get(after, zero)
        + by_after_side.get(after, NOTHING).get(side, zero)
        + by_inside.get(inside, NOTHING).get(side, zero)
        + by_acts.get(acts, NOTHING).get(first == 0, zero)
        + by_acts_type.get(acts, zero)
        + by_acts_before.get(acts, NOTHING).get(before, zero)
        + by_commas.get(SIZES[min(commas, 3)], NOTHING).get(side, zero)
        + by_last.get(low[stop - 1], zero)
        + by_word.get(said.head, zero)
        + by_length.get(SIZES[stop - first], NOTHING).get(relation, zero)
    )
    return total


TEMPLATES = {"source": _VOICE, "phrase": _PHRASE, "nobody": ("tokens", "cue")}
"""The features of the decision who speaks, in the order of their values."""
