"""Where content begins and ends around a cue: the named features of each possible place, added up."""

from source_audit.extract.candidates import Candidate
from source_audit.extract.model import SIZES
from source_audit.extract.places import COMPLEMENTS, MARKS, complement, tone
from source_audit.extract.scale import NOTHING, Scale, Shared, Sum
from source_audit.extract.view import View

_FEW = SIZES[:3]
_BEGIN = (
    "far",
    "far,order",
    "here,far",
    "before",
    "before,here",
    "comp,kind",
    "verb,comp",
    "verb,far",
    "at,next",
    "word",
    "word before",
    "cap",
)


_BEGIN_BY_ORDER = Shared("begin", ({"far": -1, "far,order": 1},))
_BEGIN_BY_KIND = Shared("begin", ({"comp,kind": 1},))
_BEGIN_BY_VERB = Shared("begin", ({"verb,comp": 0}, {"verb,far": 0}))
_BEGIN_BY_HERE = Shared("begin", ({"here,far": 0}, {"before": -1, "before,here": 1}))


def weigh_begins(view: View, candidate: Candidate, places: list[int], scale: Scale[Sum]) -> list[Sum]:
    """Return the features of each possible beginning, added up."""
    shapes, low, caps, zero, rows = view.shapes, view.line.low, view.line.caps, scale.zero, scale.rows
    stop = candidate.stop
    (by_far,) = rows[_BEGIN_BY_ORDER][candidate.order]
    (by_comp,) = rows[_BEGIN_BY_KIND][candidate.verb.kind]
    of_verb_comp, of_verb_far = rows[_BEGIN_BY_VERB][candidate.verb.lemma or low[candidate.head]]
    of_here = rows[_BEGIN_BY_HERE]
    *_, by_at_next, by_word, by_word_before, by_cap = scale.tables["begin"]
    of_next = by_at_next.get(shapes[stop], NOTHING)
    found: list[Sum] = []
    for place in places:
        here, far = shapes[place], SIZES[place - stop]
        comp = COMPLEMENTS.get(here, "other")
        by_here_far, by_before = of_here[here]
        found.append(
            by_far.get(far, zero)
            + by_here_far.get(far, zero)
            + by_before.get(shapes[place - 1], zero)
            + by_comp.get(comp, zero)
            + of_verb_comp.get(comp, zero)
            + of_verb_far.get(far, zero)
            + of_next.get(far, zero)
            + by_word.get(low[place], zero)
            + by_word_before.get(low[place - 1], zero)
            + by_cap.get(caps[place], NOTHING).get(far, zero)
        )
    return found


_END = (
    "here,after",
    "here,length",
    "here,comp",
    "here,kind",
    "here,order",
    "after,cue",
    "here,after,comp",
    "before,here",
    "length,comp",
    "length,kind",
    "rest",
    "quote",
    "commas,here",
    "own cue",
    "verb,here",
    "second",
    "word after",
    "word before",
)


_END_BY_HERE = Shared("end", ({"here,length": 0}, {"before,here": 1}, {"commas,here": 1}, {"own cue": 1}))
_END_BY_COMP = Shared("end", ({"here,comp": 1}, {"here,after": -1, "here,after,comp": 2}, {"length,comp": 1}))
_END_BY_KIND = Shared("end", ({"here,kind": 1}, {"length,kind": 1}))
_END_BY_ORDER = Shared("end", ({"here,order": 1},))
_END_BY_MARK = Shared("end", ({"rest": 1}, {"second": 1}, {"word after": 1}))


def weigh_ends(view: View, candidate: Candidate, begin: int, places: list[int], scale: Scale[Sum]) -> list[Sum]:
    """Return the features of each possible end, the last of which is the sentence's, added up."""
    size, final, zero, rows = len(view.line.low), places[-1], scale.zero, scale.rows
    low, shapes, soon, commas, last = [*view.line.low, "", ""], view.shapes, view.soon, 0, begin
    quotes = bool(view.quotes)
    of_here, of_mark = rows[_END_BY_HERE], rows[_END_BY_MARK]
    comp_here, by_here_after, comp_length = rows[_END_BY_COMP][complement(view, begin)]
    kind_here, kind_length = rows[_END_BY_KIND][candidate.verb.kind]
    (order_here,) = rows[_END_BY_ORDER][candidate.order]
    *_, by_after_cue, _, _, _, _, _, by_quote, _, _, by_verb, _, _, by_word_before = scale.tables["end"]
    of_verb = by_verb.get(candidate.verb.lemma or low[candidate.head], NOTHING)
    found: list[Sum] = []
    for place, sure in zip(places, view.surest(begin, places), strict=True):
        if place == final:
            here, after, ahead, next_, second, mark = "FINAL", "FINAL", "none", "", "", False
        else:
            here, after, next_, second = shapes[place], shapes[place + 1], low[place + 1], low[place + 2]
            mark = here in MARKS
            ahead = tone(soon[place + mark])
        before, length = shapes[place - 1], SIZES[place - begin]
        within, behind = (view.quoted(begin, place), view.quoted(place, size)) if quotes else (False, False)
        commas += low[last:place].count(",")
        last = place
        by_length, by_before, by_commas, by_own_cue = of_here[here]
        by_rest, by_second, by_word_after = of_mark[mark]
        found.append(
            by_here_after.get(here, NOTHING).get(after, zero)
            + by_length.get(length, zero)
            + comp_here.get(here, zero)
            + kind_here.get(here, zero)
            + order_here.get(here, zero)
            + by_after_cue.get(after, NOTHING).get(ahead, zero)
            + by_before.get(before, zero)
            + comp_length.get(length, zero)
            + kind_length.get(length, zero)
            + by_rest.get(SIZES[size - place], zero)
            + by_quote.get(within, NOTHING).get(behind, NOTHING).get(before == "QUOTE", NOTHING).get(mark, zero)
            + by_commas.get(_FEW[commas] if commas < 3 else "3", zero)
            + by_own_cue.get(tone(sure), zero)
            + of_verb.get(here, zero)
            + by_second.get(second, zero)
            + by_word_after.get(next_, zero)
            + by_word_before.get(low[place - 1], zero)
        )
    return found


_FIRST = (
    "here",
    "before",
    "before,order",
    "before,here",
    "here,order",
    "length,order",
    "first",
    "first,here",
    "near,before",
    "quoted",
    "quoted,before",
    "cue left",
    "cue in",
    "subject",
    "kind",
    "word",
    "word before",
)


_FIRST_BY_ORDER = Shared(
    "first",
    (
        {"here": -1, "here,order": 1},
        {"before": -1, "before,order": 1},
        {"length,order": 1},
        {"first": 1},
        {"subject": 1},
    ),
)
_FIRST_BY_HERE = Shared("first", ({"before,here": 1}, {"first,here": 1}))


def weigh_lefts(view: View, candidate: Candidate, stop: int, places: list[int], scale: Scale[Sum]) -> list[Sum]:
    """Return the features of each possible beginning of content before the cue, added up."""
    shapes, low, zero, rows = view.shapes, view.line.low, scale.zero, scale.rows
    own = candidate.subject[0] if candidate.subject else -1
    by_here, by_before, by_length, by_opens, by_subject = rows[_FIRST_BY_ORDER][candidate.order]
    of_here = rows[_FIRST_BY_HERE]
    *_, by_near, by_quoted, by_quoted_before, by_cue_left, by_cue_in, _, by_kind, by_word, by_word_before = (
        scale.tables["first"]
    )
    of_near, of_kind = by_near.get(shapes[stop - 1], NOTHING), by_kind.get(candidate.verb.kind, NOTHING)
    found: list[Sum] = []
    for place, sure in zip(places, view.surest(0, places), strict=True):
        here, before, opens = shapes[place], shapes[place - 1], place == 0
        quoted = view.quoted(place, stop)
        by_before_here, by_opens_here = of_here[here]
        found.append(
            by_here.get(here, zero)
            + by_before.get(before, zero)
            + by_before_here.get(before, zero)
            + by_length.get(SIZES[stop - place], zero)
            + by_opens.get(opens, zero)
            + by_opens_here.get(opens, zero)
            + of_near.get(before, zero)
            + by_quoted.get(quoted, NOTHING).get(view.quoted(0, place), NOTHING).get(here == "QUOTE", zero)
            + by_quoted_before.get(quoted, NOTHING).get(before, zero)
            + by_cue_left.get(tone(sure), NOTHING).get(before, zero)
            + by_cue_in.get(tone(view.best_cue(place, stop)), NOTHING).get(before, zero)
            + by_subject.get(place == own, zero)
            + of_kind.get(opens, zero)
            + by_word.get(low[place], zero)
            + by_word_before.get("" if opens else low[place - 1], zero)
        )
    return found


TEMPLATES = {"begin": _BEGIN, "end": _END, "first": _FIRST}
"""The features of the decisions about bounds, in the order of their values."""
