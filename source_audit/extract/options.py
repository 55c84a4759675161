"""What could be an attribution in a sentence, and the named features by which it is accepted or not."""

from collections.abc import Iterator

from source_audit.extract.bounds import (
    choose_begin,
    choose_end,
    choose_left,
    complement,
    left_stop,
    tone,
)
from source_audit.extract.candidates import Candidate
from source_audit.extract.cues import words
from source_audit.extract.line import Line
from source_audit.extract.model import Value, bucket, model
from source_audit.extract.phrases import Range, alone, is_role
from source_audit.extract.prepositions import prepositional
from source_audit.extract.proposal import Proposal
from source_audit.extract.view import SETTING, View

RULES = {"participle": "participle-of-source", "shared": "second-cue", "passive": "passive", "noun": "noun-cue"}


def options(view: View) -> list[Proposal]:
    """Return everything in a sentence that could be an attribution, with its features and log-odds."""
    found = [option for candidate in view.candidates for option in _around(view, candidate)]
    found += [_by_rule(view, each) for each in prepositional(view.line)]
    score = model().score
    common: dict[int, float] = {}
    for option in found:
        for decision, values in option.votes:
            if decision != "accept":
                option.log_odds += score(decision, values)
                continue
            if id(values) not in common:  # what is alike for all sides is scored once
                common[id(values)] = score(decision, values)
            option.log_odds += common[id(values)]
    second_look([option for option in found if option.contents])
    return found


def _by_rule(view: View, proposal: Proposal) -> Proposal:
    if proposal.contents:
        proposal.votes = [("rule", _rule_features(view, proposal))]
    return proposal


def _around(view: View, candidate: Candidate) -> Iterator[Proposal]:
    """Yield content after a cue, before it, and on both sides of it."""
    general = _general(view, candidate)
    right: Range | None = None
    margins: list[Value] = []
    begun = choose_begin(view, candidate)
    if begun:
        end, margin = choose_end(view, candidate, begun[0])
        right = (begun[0], end)
        margins = [_lead(begun[1]), _lead(margin)]
        yield _option(view, candidate, "right", [right], general, [*margins, ""])
    elif candidate.subject and view.line.low[-1] == ":":
        yield _leading_in(view.line, candidate)
    stop = left_stop(view, candidate)
    if stop > 0 and _content_may_precede(view, candidate):
        start, margin = choose_left(view, candidate, stop)
        left = (start, stop)
        lead = _lead(margin)
        yield _option(view, candidate, "left", [left], general, ["", "", lead])
        if right:
            yield _option(view, candidate, "both", [left, right], general, [*margins, lead])


def _leading_in(line: Line, candidate: Candidate) -> Proposal:
    """Return a cue whose content stands in the next paragraph: `Ruiz declared:`."""
    cue = [(candidate.first, candidate.end), (len(line) - 1, len(line))]
    return Proposal("colon-lead-in", cue, candidate.subject, [], candidate=candidate, lead_in=True, log_odds=2.2)


def _content_may_precede(view: View, candidate: Candidate) -> bool:
    if candidate.order == "passive":
        return candidate.subject is not None
    before = candidate.start - 1
    return before >= 0 and (view.line.quote[before] >= 0 or view.line.low[before] in (",", "—", "–", "-", "?", "!"))


def _lead(margin: float) -> str:
    return "clear" if margin > 3 else "fair" if margin > 1.2 else "slim" if margin > 0.4 else "none"


def _option(  # noqa: PLR0913, PLR0917 - the parts of an option
    view: View,
    candidate: Candidate,
    side: str,
    contents: list[Range],
    general: tuple[list[Value], list[Value]],
    margins: list[Value],
) -> Proposal:
    common, sided = general
    rule = "content-before-cue" if side == "left" else RULES.get(candidate.order, "cue-before-content")
    option = Proposal(rule, [(candidate.first, candidate.end)], candidate.subject, contents, side, candidate)
    if side != "left":
        between = contents[-1][0] - 1
        if between >= candidate.end and view.line.low[between] == ":":
            option.cue.append((between, between + 1))
            option.lead_in = True
    option.votes = [("accept", common), (side, [*sided, *margins, *_content_features(view, candidate, option)])]
    return option


_SIDED = (
    "bias",
    "prior",
    "prior,order",
    "word",
    "kind,order",
    "who",
    "who,prior",
    "after",
    "following",
    "before",
    "before,order",
    "helped",
    "helped,prior",
    "cap",
    "ending",
    "verb",
    "after,prior",
)
_COMMON = (
    "word,order",
    "word,after",
    "after,far",
    "subject word",
    "word before",
    "word after",
    "word after next",
    "before subject",
    "two before",
    "place",
    "left cue",
    "right cue",
)


def _general(view: View, candidate: Candidate) -> tuple[list[Value], list[Value]]:
    """Return the features of a cue that matter alike on every side, and those that matter for each side apart."""
    line, shapes, low = view.line, view.shapes, view.line.low
    word = low[candidate.head]
    kind, order = candidate.verb.kind, candidate.order
    helpers = low[candidate.first : candidate.head]
    helped = _help(helpers)
    who = _who(line, candidate.subject)
    sure = str(int(candidate.prior * 10))
    before, after = shapes[candidate.first - 1], shapes[candidate.end]
    following = shapes[candidate.stop] if candidate.stop <= len(line) else "END"
    far = shapes[candidate.end + 1] if candidate.end < len(line) else "END"
    subject_word = low[candidate.subject[1] - 1] if candidate.subject else ""
    sided: list[Value] = [
        True,
        sure,
        (sure, order),
        word,
        (kind, order),
        (who, order),
        (who, sure),
        after,
        (following, order),
        before,
        (before, order),
        (helped, order),
        (helped, sure),
        (line.cap(candidate.head) and candidate.head > 0, order),
        (word[-2:], order),
        candidate.verb.lemma,
        (after, sure),
    ]
    common: list[Value] = [
        (word, order),
        (word, after),
        (after, far),
        subject_word,
        low[candidate.first - 1] if candidate.first else "",
        low[candidate.end] if candidate.end < len(low) else "",
        low[candidate.end + 1] if candidate.end + 1 < len(low) else "",
        shapes[candidate.start - 1],
        (shapes[candidate.first - 2] if candidate.first > 1 else "START", before),
        (bucket(candidate.start), order),
        (tone(view.best_cue(0, candidate.first)), order),
        (tone(view.best_cue(candidate.end, len(line))), order),
        *view.setting,
    ]
    return common, sided


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


_CONTENT = (
    "size",
    "size,order",
    "size,prior",
    "comp,kind",
    "comp,prior",
    "word,comp",
    "quoted",
    "quoted,prior",
    "other quotes",
    "gap",
    "gap,comp",
    "inner cue",
    "end,order",
    "verbal,comp",
    "first",
    "first word",
    "last",
    "before content",
)


def _content_features(view: View, candidate: Candidate, option: Proposal) -> list[Value]:
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


_RULE = (
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


def _rule_features(view: View, option: Proposal) -> list[Value]:
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


# the second look: what stands beside an option


def second_look(found: list[Proposal]) -> None:
    """Weigh every option again in the light of the others in its sentence."""
    before = [(option, option.cue[0], option.log_odds) for option in found]
    score = model().score
    for option, cue, own in before:
        around, inside, rival = [-9.0], [-9.0], [-9.0]
        for other, head, odds in before:
            if head == cue:
                if other is not option:
                    rival.append(odds)
                continue
            if _covers(other, cue):
                around.append(odds)
            if _covers(option, head):
                inside.append(odds)
        values = _beside(option, own, max(around), max(inside), max(rival))
        option.votes.append(("again", values))
        option.log_odds = own + score("again", values)


def _covers(outer: Proposal, cue: Range) -> bool:
    """Tell whether a cue begins in an option's content."""
    place = cue[0]
    for first, stop in outer.contents:  # noqa: SIM110 - much called
        if first <= place < stop:
            return True
    return False


_BESIDE = (
    "own",
    "around",
    "around,own",
    "around,rule",
    "inside",
    "inside,own",
    "rival",
    "rival,own",
    "rival,side",
    "all",
)


def _beside(option: Proposal, own: float, around: float, inside: float, rival: float) -> list[Value]:
    own_, a, i, r = _odds(own), _odds(around), _odds(inside), _odds(rival)
    rule = option.candidate.order if option.candidate else option.rule
    return [
        own_,
        a,
        (a, own_),
        (a, rule),
        i,
        (i, own_),
        r,
        (r, own_),
        (r, option.side),
        (a, i, r),
    ]


def _odds(value: float) -> str:
    if value <= -8:
        return "none"
    return str(max(-4, min(4, round(value))))


TEMPLATES = {
    "accept": (*_COMMON, *SETTING),
    **dict.fromkeys(("right", "left", "both"), (*_SIDED, "begin", "end", "left", *_CONTENT)),
    "rule": (*_RULE, *SETTING),
    "again": _BESIDE,
}
"""The features of each decision about an option, in the order of their values."""
