"""Where content begins and ends around a cue: the named features of each possible place, added up."""

from source_audit.extract.candidates import Candidate
from source_audit.extract.model import SIZES
from source_audit.extract.places import COMPLEMENTS, MARKS, complement, tone
from source_audit.extract.scale import NOTHING, Scale, Sum
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


def weigh_begins(view: View, candidate: Candidate, places: list[int], scale: Scale[Sum]) -> list[Sum]:
    """Return the features of each possible beginning, added up."""
    shapes, low, caps, zero = view.shapes, view.line.low, view.line.caps, scale.zero
    order, kind, stop = candidate.order, candidate.verb.kind, candidate.stop
    verb = candidate.verb.lemma or low[candidate.head]
    (
        by_far,
        by_far_order,
        by_here_far,
        by_before,
        by_before_here,
        by_comp_kind,
        by_verb_comp,
        by_verb_far,
        by_at_next,
        by_word,
        by_word_before,
        by_cap,
    ) = scale.tables["begin"]
    of_verb_comp, of_verb_far = by_verb_comp.get(verb, NOTHING), by_verb_far.get(verb, NOTHING)
    of_next = by_at_next.get(shapes[stop], NOTHING)
    found: list[Sum] = []
    for place in places:
        here, before, far = shapes[place], shapes[place - 1], SIZES[place - stop]
        comp = COMPLEMENTS.get(here, "other")
        found.append(
            by_far.get(far, zero)
            + by_far_order.get(far, NOTHING).get(order, zero)
            + by_here_far.get(here, NOTHING).get(far, zero)
            + by_before.get(before, zero)
            + by_before_here.get(before, NOTHING).get(here, zero)
            + by_comp_kind.get(comp, NOTHING).get(kind, zero)
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


def weigh_ends(view: View, candidate: Candidate, begin: int, places: list[int], scale: Scale[Sum]) -> list[Sum]:
    """Return the features of each possible end, the last of which is the sentence's, added up."""
    size, final, zero = len(view.line.low), places[-1], scale.zero
    low, shapes, soon, commas, last = [*view.line.low, "", ""], view.shapes, view.soon, 0, begin
    quotes = bool(view.quotes)
    order, kind, comp = candidate.order, candidate.verb.kind, complement(view, begin)
    (
        *_,
        by_after_cue,
        _,
        by_before_here,
        _,
        _,
        by_rest,
        by_quote,
        by_commas,
        by_own_cue,
        by_verb,
        by_second,
        by_word_after,
        by_word_before,
    ) = scale.tables["end"]
    of_here, of_length = scale.rows["end", "here"], scale.rows["end", "length"]
    of_verb = by_verb.get(candidate.verb.lemma or low[candidate.head], NOTHING)
    found: list[Sum] = []
    for place, sure in zip(places, view.surest(begin, places), strict=True):
        if place == final:
            here, after, ahead, next_, second, mark = "FINAL", "FINAL", "none", "", "", False
        else:
            here, after, next_, second = shapes[place], shapes[place + 1], low[place + 1], low[place + 2]
            mark = here in MARKS
            ahead = tone(soon[place + mark])
        before = shapes[place - 1]
        within, behind = (view.quoted(begin, place), view.quoted(place, size)) if quotes else (False, False)
        commas += low[last:place].count(",")
        last = place
        by_after, by_length, by_comp, by_kind, by_order, by_after_comp = of_here[here]
        by_length_comp, by_length_kind = of_length[SIZES[place - begin]]
        found.append(
            by_after.get(after, zero)
            + by_length.get(SIZES[place - begin], zero)
            + by_comp.get(comp, zero)
            + by_kind.get(kind, zero)
            + by_order.get(order, zero)
            + by_after_cue.get(after, NOTHING).get(ahead, zero)
            + by_after_comp.get(after, NOTHING).get(comp, zero)
            + by_before_here.get(before, NOTHING).get(here, zero)
            + by_length_comp.get(comp, zero)
            + by_length_kind.get(kind, zero)
            + by_rest.get(SIZES[size - place], NOTHING).get(mark, zero)
            + by_quote.get(within, NOTHING).get(behind, NOTHING).get(before == "QUOTE", NOTHING).get(mark, zero)
            + by_commas.get(_FEW[commas] if commas < 3 else "3", NOTHING).get(here, zero)
            + by_own_cue.get(tone(sure), NOTHING).get(here, zero)
            + of_verb.get(here, zero)
            + by_second.get(second, NOTHING).get(mark, zero)
            + by_word_after.get(next_, NOTHING).get(mark, zero)
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


def weigh_lefts(view: View, candidate: Candidate, stop: int, places: list[int], scale: Scale[Sum]) -> list[Sum]:
    """Return the features of each possible beginning of content before the cue, added up."""
    shapes, low, zero = view.shapes, view.line.low, scale.zero
    order, kind, near = candidate.order, candidate.verb.kind, shapes[stop - 1]
    own = candidate.subject[0] if candidate.subject else -1
    (
        by_here,
        by_before,
        by_before_order,
        by_before_here,
        by_here_order,
        by_length_order,
        by_first,
        by_first_here,
        by_near,
        by_quoted,
        by_quoted_before,
        by_cue_left,
        by_cue_in,
        by_subject,
        by_kind,
        by_word,
        by_word_before,
    ) = scale.tables["first"]
    of_near, of_kind = by_near.get(near, NOTHING), by_kind.get(kind, NOTHING)
    found: list[Sum] = []
    for place, sure in zip(places, view.surest(0, places), strict=True):
        here, before, opens = shapes[place], shapes[place - 1], place == 0
        quoted = view.quoted(place, stop)
        found.append(
            by_here.get(here, zero)
            + by_before.get(before, zero)
            + by_before_order.get(before, NOTHING).get(order, zero)
            + by_before_here.get(before, NOTHING).get(here, zero)
            + by_here_order.get(here, NOTHING).get(order, zero)
            + by_length_order.get(SIZES[stop - place], NOTHING).get(order, zero)
            + by_first.get(opens, NOTHING).get(order, zero)
            + by_first_here.get(opens, NOTHING).get(here, zero)
            + of_near.get(before, zero)
            + by_quoted.get(quoted, NOTHING).get(view.quoted(0, place), NOTHING).get(here == "QUOTE", zero)
            + by_quoted_before.get(quoted, NOTHING).get(before, zero)
            + by_cue_left.get(tone(sure), NOTHING).get(before, zero)
            + by_cue_in.get(tone(view.best_cue(place, stop)), NOTHING).get(before, zero)
            + by_subject.get(place == own, NOTHING).get(order, zero)
            + of_kind.get(opens, zero)
            + by_word.get(low[place], zero)
            + by_word_before.get("" if opens else low[place - 1], zero)
        )
    return found


TEMPLATES = {"begin": _BEGIN, "end": _END, "first": _FIRST}
"""The features of the decisions about bounds, in the order of their values."""
