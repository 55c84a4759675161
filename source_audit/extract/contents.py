"""The named features by which an option is accepted or not: of its content, and of its rule."""

from source_audit.extract.model import SIZES
from source_audit.extract.places import complement, tone
from source_audit.extract.proposal import Proposal
from source_audit.extract.scale import NOTHING, Scale, Shared, Sum
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
_ALONE = [
    len(SIDED) + len(MARGINS) + CONTENT.index(name)
    for name in ("other quotes", "first word", "last", "before content,opening")
]
"""Where the features stand that are looked up by themselves."""


_SIDES = ("right", "left", "both")
_BY_ORDER = {
    side: Shared(
        side,
        (
            {"size": -1, "size,order": 1},
            {"quoted,order": 1},
            {"gap,order": 1},
            {"inner cue,order": 1},
            {"behind,order": 1},
            {"first,order": 1},
        ),
    )
    for side in _SIDES
}
_BY_PRIOR = {side: Shared(side, ({"size,prior": 1}, {"comp,prior": 1}, {"quoted,prior": 1})) for side in _SIDES}
_BY_COMP = {
    side: Shared(side, ({"comp,kind": 0}, {"word,comp": 1}, {"gap,comp": 1}, {"verbal,comp": 1})) for side in _SIDES
}


def weigh_content(view: View, cue: Cue, option: Proposal, scale: Scale[Sum]) -> Sum:
    """Add up the features of what would be the content, and of how clear its bounds are."""
    zero, rows, side, (begin, end, left) = scale.zero, scale.rows, option.side, option.margins
    shapes, low = view.shapes, view.line.low
    opening, (first, stop) = option.contents[0][0], option.contents[-1]
    size = SIZES[_length(option)]
    quoted = _quoted(view, option)
    comp = complement(view, first)
    gap = SIZES[first - cue.stop] if side != "left" else "left"
    verbs = sum([view.verbs[b] - view.verbs[a] for a, b in option.contents])
    by_size, by_quoted, by_gap, by_inner_cue, by_behind, by_first = rows[_BY_ORDER[side]][cue.order]
    sure_size, sure_comp, sure_quoted = rows[_BY_PRIOR[side]][cue.sure]
    comp_kind, comp_word, comp_gap, comp_verbal = rows[_BY_COMP[side]][comp]
    tables = scale.tables[side]
    by_begin, by_end, by_left = tables[len(SIDED) : len(SIDED) + len(MARGINS)]
    by_other_quotes, by_first_word, by_last, by_before = map(tables.__getitem__, _ALONE)
    total: Sum = (
        by_begin.get(begin, zero)
        + by_end.get(end, zero)
        + by_left.get(left, zero)
        + by_size.get(size, zero)
        + sure_size.get(size, zero)
        + comp_kind.get(cue.kind, zero)
        + sure_comp.get(comp, zero)
        + comp_word.get(cue.word, zero)
        + by_quoted.get(quoted, zero)
        + sure_quoted.get(quoted, zero)
        + by_other_quotes.get(bool(view.quotes) and not quoted, zero)
        + by_gap.get(gap, zero)
        + comp_gap.get(gap, zero)
        + by_inner_cue.get(tone(_inner_cue(view, option)), zero)
        + by_behind.get(shapes[stop] if stop < len(low) else "END", zero)
        + comp_verbal.get(SIZES[min(verbs, 3)], zero)
        + by_first.get(shapes[opening], zero)
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
