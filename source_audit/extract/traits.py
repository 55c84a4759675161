"""The named features by which an option is accepted or not: of its cue, of its content, of its rule."""

from source_audit.extract.candidates import Candidate
from source_audit.extract.cues import words
from source_audit.extract.line import Line
from source_audit.extract.model import Value, bucket
from source_audit.extract.phrases import Range, alone, is_role
from source_audit.extract.places import complement, tone
from source_audit.extract.proposal import Proposal
from source_audit.extract.view import SETTING, View

SIDED = (
    "bias",
    "prior",
    "prior,order",
    "word",
    "kind,order",
    "who,order",
    "who,prior",
    "after",
    "following,order",
    "before",
    "before,order",
    "helped,order",
    "helped,prior",
    "cap,order",
    "ending,order",
    "verb",
    "after,prior",
)
COMMON = (
    "word,order",
    "word,after",
    "after,far",
    "subject word",
    "word before",
    "word after",
    "word after next",
    "before subject",
    "two before",
    "place,order",
    "left cue,order",
    "right cue,order",
)


def sided_features(view: View, candidate: Candidate) -> list[Value]:
    """Return the features of a cue that matter for each side of it apart."""
    line, shapes, low = view.line, view.shapes, view.line.low
    word, order = low[candidate.head], candidate.order
    helped = _help(low[candidate.first : candidate.head])
    who = _who(line, candidate.subject)
    sure = str(int(candidate.prior * 10))
    before, after = shapes[candidate.first - 1], shapes[candidate.end]
    return [
        True,
        sure,
        (sure, order),
        word,
        (candidate.verb.kind, order),
        (who, order),
        (who, sure),
        after,
        (shapes[candidate.stop] if candidate.stop <= len(line) else "END", order),
        before,
        (before, order),
        (helped, order),
        (helped, sure),
        (line.cap(candidate.head) and candidate.head > 0, order),
        (word[-2:], order),
        candidate.verb.lemma,
        (after, sure),
    ]


def common_features(view: View, candidate: Candidate) -> list[Value]:
    """Return the features of a cue that matter alike on every side."""
    line, shapes, low = view.line, view.shapes, view.line.low
    word, order, after = low[candidate.head], candidate.order, shapes[candidate.end]
    return [
        (word, order),
        (word, after),
        (after, shapes[candidate.end + 1] if candidate.end < len(line) else "END"),
        low[candidate.subject[1] - 1] if candidate.subject else "",
        low[candidate.first - 1] if candidate.first else "",
        low[candidate.end] if candidate.end < len(low) else "",
        low[candidate.end + 1] if candidate.end + 1 < len(low) else "",
        shapes[candidate.start - 1],
        (shapes[candidate.first - 2] if candidate.first > 1 else "START", shapes[candidate.first - 1]),
        (bucket(candidate.start), order),
        (tone(view.best_cue(0, candidate.first)), order),
        (tone(view.best_cue(candidate.end, len(line))), order),
        *view.setting,
    ]


def _help(helpers: list[str]) -> str:
    """Return what the words before a verb make of it."""
    if not helpers:
        return "plain"
    if any(word in ("not", "never", "n't", "cannot") or word.endswith(("n't", "n’t")) for word in helpers):
        return "negated"
    if any(word in words("modals") for word in helpers):
        return "modal"
    if any(word in words("being") for word in helpers):
        return "being"
    return "having" if any(word in ("has", "have", "had") for word in helpers) else "plain"


def _who(line: Line, subject: Range | None) -> str:
    """Return what kind of words a subject is."""
    if subject is None:
        return "none"
    last = line.low[subject[1] - 1]
    if last in alone():
        return last
    if True in line.caps[max(1, subject[0]) : subject[1]]:
        return "name"
    if is_role(last):
        return "role"
    return "plural" if last.endswith("s") else "other"


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


def content_features(view: View, candidate: Candidate, option: Proposal) -> list[Value]:
    """Return the features of what would be the content."""
    line, shapes = view.line, view.shapes
    first, stop = option.contents[-1][0], option.contents[-1][1]
    size = bucket(_length(option))
    quoted = _quoted(view, option)
    comp = complement(view, first)
    kind, order = candidate.verb.kind, candidate.order
    gap = bucket(first - candidate.stop) if option.side != "left" else "left"
    inner = tone(_inner_cue(view, option))
    end = shapes[stop] if stop < len(line) else "END"
    verbs = sum([sum(map(_VERBAL.__contains__, shapes[a:b])) for a, b in option.contents])
    sure = str(int(candidate.prior * 10))
    return [
        size,
        (size, order),
        (size, sure),
        (comp, kind),
        (comp, sure),
        (line.low[candidate.head], comp),
        (quoted, order),
        (quoted, sure),
        bool(view.quotes) and not quoted,
        (gap, order),
        (gap, comp),
        (inner, order),
        (end, order),
        (bucket(min(verbs, 3)), comp),
        (shapes[option.contents[0][0]], order),
        line.low[first],
        shapes[stop - 1],
        (shapes[option.contents[0][0] - 1] if option.contents[0][0] else "START", option.contents[0][0] == 0),
    ]


def _length(option: Proposal) -> int:
    return sum([b - a for a, b in option.contents])


def _quoted(view: View, option: Proposal) -> bool:
    return bool(view.quotes) and any(view.quoted(a, b) for a, b in option.contents)


def _inner_cue(view: View, option: Proposal) -> float:
    return max([view.best_cue(a, b) for a, b in option.contents])


_VERBAL = frozenset(["is", "be", "has", "will", "does", "-ed"]) | {"cue+", "cue++", "cue+++"}


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


def rule_features(view: View, option: Proposal) -> list[Value]:
    """Return the features of what a rule without a verb proposes."""
    line = view.line
    length = bucket(_length(option))
    first = option.contents[0][0]
    quoted = _quoted(view, option)
    cue = line.low[option.cue[0][0]]
    comp = complement(view, option.contents[-1][0])
    return [
        option.rule,
        (option.rule, cue),
        (option.rule, length),
        (option.rule, quoted),
        (option.rule, first == 0),
        (option.rule, comp),
        (option.rule, _who(line, option.source)),
        (option.rule, tone(_inner_cue(view, option))),
        (option.rule, tone(view.best_cue(0, option.cue[0][0]))),
        *((option.rule, *(each if isinstance(each, tuple) else (each,))) for each in view.setting),
    ]


TEMPLATES = {
    "accept": (*COMMON, *SETTING),
    **dict.fromkeys(("right", "left", "both"), (*SIDED, "begin", "end", "left", *CONTENT)),
    "rule": (*RULE, *(f"rule,{name}" for name in SETTING)),
}
"""The features of the first decision about an option, in the order of their values."""
