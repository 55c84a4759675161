"""The named features by which an option is accepted or not: of its cue."""

from attrs import define

from source_audit.extract.candidates import Candidate
from source_audit.extract.cues import words
from source_audit.extract.line import Line
from source_audit.extract.model import SIZES
from source_audit.extract.phrases import Range, alone, is_role
from source_audit.extract.places import tone
from source_audit.extract.scale import NOTHING, Scale, Sum
from source_audit.extract.view import View

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


@define
class Cue:
    """What is to be seen of a cue, whatever its content: classes of the words in and around it."""

    word: str
    order: str
    kind: str
    lemma: str
    sure: str
    who: str
    helped: str
    before: str
    after: str
    following: str
    capital: bool
    stop: int


def cue_of(view: View, candidate: Candidate) -> Cue:
    """Look at a cue."""
    line, shapes, low = view.line, view.shapes, view.line.low
    return Cue(
        low[candidate.head],
        candidate.order,
        candidate.verb.kind,
        candidate.verb.lemma,
        str(int(candidate.prior * 10)),
        who_in(line, candidate.subject),
        _help(low[candidate.first : candidate.head]),
        shapes[candidate.first - 1],
        shapes[candidate.end],
        shapes[candidate.stop] if candidate.stop <= len(low) else "END",
        line.caps[candidate.head] and candidate.head > 0,
        candidate.stop,
    )


def weigh_cue(cue: Cue, side: str, scale: Scale[Sum]) -> Sum:
    """Add up the features of a cue that matter for each side of it apart."""
    (
        bias,
        by_prior,
        by_prior_order,
        by_word,
        by_kind,
        by_who_order,
        by_who_prior,
        by_after,
        by_following,
        by_before,
        by_before_order,
        by_helped_order,
        by_helped_prior,
        by_cap,
        by_ending,
        by_verb,
        by_after_prior,
    ) = scale.tables[side][: len(SIDED)]
    order, sure, zero = cue.order, cue.sure, scale.zero
    of_who, of_helped = by_who_order.get(cue.who, NOTHING), by_helped_order.get(cue.helped, NOTHING)
    total: Sum = (
        bias.get(True, zero)
        + by_prior.get(sure, zero)
        + by_prior_order.get(sure, NOTHING).get(order, zero)
        + by_word.get(cue.word, zero)
        + by_kind.get(cue.kind, NOTHING).get(order, zero)
        + of_who.get(order, zero)
        + by_who_prior.get(cue.who, NOTHING).get(sure, zero)
        + by_after.get(cue.after, zero)
        + by_following.get(cue.following, NOTHING).get(order, zero)
        + by_before.get(cue.before, zero)
        + by_before_order.get(cue.before, NOTHING).get(order, zero)
        + of_helped.get(order, zero)
        + by_helped_prior.get(cue.helped, NOTHING).get(sure, zero)
        + by_cap.get(cue.capital, NOTHING).get(order, zero)
        + by_ending.get(cue.word[-2:], NOTHING).get(order, zero)
        + by_verb.get(cue.lemma, zero)
        + by_after_prior.get(cue.after, NOTHING).get(sure, zero)
    )
    return total


def weigh_common(view: View, candidate: Candidate, scale: Scale[Sum]) -> Sum:
    """Add up the features of a cue that matter alike on every side."""
    shapes, low, zero = view.shapes, view.line.low, scale.zero
    word, order, after = low[candidate.head], candidate.order, shapes[candidate.end]
    first, end, size = candidate.first, candidate.end, len(low)
    (
        by_word_order,
        by_word_after,
        by_after_far,
        by_subject_word,
        by_word_before,
        by_next,
        by_after_next,
        by_before_subject,
        by_two_before,
        by_place,
        by_left_cue,
        by_right_cue,
    ) = scale.tables["accept"][: len(COMMON)]
    total: Sum = (
        by_word_order.get(word, NOTHING).get(order, zero)
        + by_word_after.get(word, NOTHING).get(after, zero)
        + by_after_far.get(after, NOTHING).get(shapes[end + 1] if end < size else "END", zero)
        + by_subject_word.get(low[candidate.subject[1] - 1] if candidate.subject else "", zero)
        + by_word_before.get(low[first - 1] if first else "", zero)
        + by_next.get(low[end] if end < size else "", zero)
        + by_after_next.get(low[end + 1] if end + 1 < size else "", zero)
        + by_before_subject.get(shapes[candidate.start - 1], zero)
        + by_two_before.get(shapes[first - 2] if first > 1 else "START", NOTHING).get(shapes[first - 1], zero)
        + by_place.get(SIZES[candidate.start], NOTHING).get(order, zero)
        + by_left_cue.get(tone(view.best_cue(0, first)), NOTHING).get(order, zero)
        + by_right_cue.get(tone(view.best_cue(end, size)), NOTHING).get(order, zero)
    )
    return total


def weigh_setting(view: View, scale: Scale[Sum]) -> Sum:
    """Add up the features of the sentence as a whole."""
    headline, titled, opens, closes, tokens, quotes = view.setting
    by_headline, by_opens, by_closes, by_tokens, by_quotes = scale.tables["accept"][len(COMMON) :]
    zero = scale.zero
    total: Sum = (
        by_headline.get(headline, NOTHING).get(titled, zero)
        + by_opens.get(opens, zero)
        + by_closes.get(closes, zero)
        + by_tokens.get(tokens, zero)
        + by_quotes.get(quotes, zero)
    )
    return total


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


def who_in(line: Line, subject: Range | None) -> str:
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
