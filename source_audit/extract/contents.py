"""The named features by which an option is accepted or not: of its content, and of its rule."""

from source_audit.extract.model import SIZES
from source_audit.extract.places import complement, tone
from source_audit.extract.proposal import Proposal
from source_audit.extract.scale import NOTHING, Scale, Sum
from source_audit.extract.traits import COMMON, SIDED, Cue, who_in
from source_audit.extract.view import SETTING, View

CONTENT = (
    "size",
    "size,order",
    "size,prior",
    "comp,kind",
    "comp,prior",
    "word,comp",
    "quoted,order",
    "quoted,prior",
    "other quotes",
    "gap,order",
    "gap,comp",
    "inner cue,order",
    "behind,order",
    "verbal,comp",
    "first,order",
    "first word",
    "last",
    "before content,opening",
)


MARGINS = ("begin", "end", "left")


def weigh_content(view: View, cue: Cue, option: Proposal, scale: Scale[Sum]) -> Sum:
    """Add up the features of what would be the content, and of how clear its bounds are."""
    zero, (begin, end, left) = scale.zero, option.margins
    shapes, low, order, sure = view.shapes, view.line.low, cue.order, cue.sure
    opening, (first, stop) = option.contents[0][0], option.contents[-1]
    size = SIZES[_length(option)]
    quoted = _quoted(view, option)
    comp = complement(view, first)
    gap = SIZES[first - cue.stop] if option.side != "left" else "left"
    verbs = sum([view.verbs[b] - view.verbs[a] for a, b in option.contents])
    (
        by_begin,
        by_end,
        by_left,
        by_size,
        by_size_order,
        by_size_prior,
        by_comp_kind,
        by_comp_prior,
        by_word_comp,
        by_quoted_order,
        by_quoted_prior,
        by_other_quotes,
        by_gap_order,
        by_gap_comp,
        by_inner_cue,
        by_behind,
        by_verbal,
        by_first,
        by_first_word,
        by_last,
        by_before,
    ) = scale.tables[option.side][len(SIDED) :]
    of_size, of_comp = by_size_order.get(size, NOTHING), by_comp_kind.get(comp, NOTHING)
    total: Sum = (
        by_begin.get(begin, zero)
        + by_end.get(end, zero)
        + by_left.get(left, zero)
        + by_size.get(size, zero)
        + of_size.get(order, zero)
        + by_size_prior.get(size, NOTHING).get(sure, zero)
        + of_comp.get(cue.kind, zero)
        + by_comp_prior.get(comp, NOTHING).get(sure, zero)
        + by_word_comp.get(cue.word, NOTHING).get(comp, zero)
        + by_quoted_order.get(quoted, NOTHING).get(order, zero)
        + by_quoted_prior.get(quoted, NOTHING).get(sure, zero)
        + by_other_quotes.get(bool(view.quotes) and not quoted, zero)
        + by_gap_order.get(gap, NOTHING).get(order, zero)
        + by_gap_comp.get(gap, NOTHING).get(comp, zero)
        + by_inner_cue.get(tone(_inner_cue(view, option)), NOTHING).get(order, zero)
        + by_behind.get(shapes[stop] if stop < len(low) else "END", NOTHING).get(order, zero)
        + by_verbal.get(SIZES[min(verbs, 3)], NOTHING).get(comp, zero)
        + by_first.get(shapes[opening], NOTHING).get(order, zero)
        + by_first_word.get(low[first], zero)
        + by_last.get(shapes[stop - 1], zero)
        + by_before.get(shapes[opening - 1] if opening else "START", NOTHING).get(opening == 0, zero)
    )
    return total


def _length(option: Proposal) -> int:
    return sum([b - a for a, b in option.contents])


def _quoted(view: View, option: Proposal) -> bool:
    return bool(view.quotes) and any(view.quoted(a, b) for a, b in option.contents)


def _inner_cue(view: View, option: Proposal) -> float:
    return max([view.best_cue(a, b) for a, b in option.contents])


RULE = (
    "rule",
    "rule,cue",
    "rule,length",
    "rule,quoted",
    "rule,first",
    "rule,comp",
    "rule,who",
    "rule,inner",
    "rule,cue before",
)


def weigh_rule(view: View, option: Proposal, scale: Scale[Sum]) -> Sum:
    """Add up the features of what a rule without a verb proposes."""
    line, cue, zero = view.line, option.cue[0][0], scale.zero
    headline, titled, *others = view.setting
    seen = (
        line.low[cue],
        SIZES[_length(option)],
        _quoted(view, option),
        option.contents[0][0] == 0,
        complement(view, option.contents[-1][0]),
        who_in(line, option.source),
        tone(_inner_cue(view, option)),
        tone(view.best_cue(0, cue)),
    )
    by_rule, *tables = scale.tables["rule"]
    of_rule = [table.get(option.rule, NOTHING) for table in tables]
    total: Sum = by_rule.get(option.rule, zero)
    for table, value in zip(of_rule, seen, strict=False):
        total += table.get(value, zero)
    by_headline, *rest = of_rule[len(seen) :]
    total += by_headline.get(headline, NOTHING).get(titled, zero)
    for table, value in zip(rest, others, strict=True):
        total += table.get(value, zero)
    return total


TEMPLATES = {
    "accept": (*COMMON, *SETTING),
    **dict.fromkeys(("right", "left", "both"), (*SIDED, *MARGINS, *CONTENT)),
    "rule": (*RULE, *(f"rule,{name}" for name in SETTING)),
}
"""The features of the first decision about an option, in the order of their values."""
