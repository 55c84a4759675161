"""The named features by which an option is accepted or not: of its cue."""

from attrs import define

from source_audit.extract.candidates import Candidate
from source_audit.extract.cues import words
from source_audit.extract.line import Line
from source_audit.extract.model import SIZES
from source_audit.extract.phrases import Range, alone, is_role
from source_audit.extract.places import tone
from source_audit.extract.scale import NOTHING, Scale, Shared, Sum
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


_BIAS, _WORD, _VERB = map(SIDED.index, ("bias", "word", "verb"))


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


_BY_ORDER = {
    side: Shared(
        side,
        (
            {"prior": -1, "prior,order": 1},
            {"kind,order": 1},
            {"who,order": 1},
            {"following,order": 1},
            {"before": -1, "before,order": 1},
            {"helped,order": 1},
            {"cap,order": 1},
            {"ending,order": 1},
        ),
    )
    for side in ("right", "left", "both")
}
_BY_PRIOR = {
    side: Shared(side, ({"who,prior": 1}, {"helped,prior": 1}, {"after": -1, "after,prior": 1}))
    for side in ("right", "left", "both")
}


def weigh_cue(cue: Cue, side: str, scale: Scale[Sum]) -> Sum:
    """Add up the features of a cue that matter for each side of it apart."""
    sure, zero = cue.sure, scale.zero
    by_prior, by_kind, by_who, by_following, by_before, by_helped, by_cap, by_ending = scale.rows[_BY_ORDER[side]][
        cue.order
    ]
    sure_who, sure_helped, sure_after = scale.rows[_BY_PRIOR[side]][sure]
    tables = scale.tables[side]
    total: Sum = (
        tables[_BIAS].get(True, zero)
        + by_prior.get(sure, zero)
        + tables[_WORD].get(cue.word, zero)
        + by_kind.get(cue.kind, zero)
        + by_who.get(cue.who, zero)
        + sure_who.get(cue.who, zero)
        + sure_after.get(cue.after, zero)
        + by_following.get(cue.following, zero)
        + by_before.get(cue.before, zero)
        + by_helped.get(cue.helped, zero)
        + sure_helped.get(cue.helped, zero)
        + by_cap.get(cue.capital, zero)
        + by_ending.get(cue.word[-2:], zero)
        + tables[_VERB].get(cue.lemma, zero)
    )
    return total


_COMMON_BY_WORD = Shared("accept", ({"word,order": 0}, {"word,after": 0}))
_COMMON_BY_ORDER = Shared("accept", ({"place,order": 1}, {"left cue,order": 1}, {"right cue,order": 1}))


def weigh_common(view: View, candidate: Candidate, scale: Scale[Sum]) -> Sum:
    """Add up the features of a cue that matter alike on every side."""
    shapes, low, zero = view.shapes, view.line.low, scale.zero
    first, end, size = candidate.first, candidate.end, len(low)
    after = shapes[end]
    by_order, by_after = scale.rows[_COMMON_BY_WORD][low[candidate.head]]
    by_place, by_left_cue, by_right_cue = scale.rows[_COMMON_BY_ORDER][candidate.order]
    (
        by_after_far,
        by_subject_word,
        by_word_before,
        by_next,
        by_after_next,
        by_before_subject,
        by_two_before,
    ) = scale.tables["accept"][2:9]
    total: Sum = (
        by_order.get(candidate.order, zero)
        + by_after.get(after, zero)
        + by_after_far.get(after, NOTHING).get(shapes[end + 1] if end < size else "END", zero)
        + by_subject_word.get(low[candidate.subject[1] - 1] if candidate.subject else "", zero)
        + by_word_before.get(low[first - 1] if first else "", zero)
        + by_next.get(low[end] if end < size else "", zero)
        + by_after_next.get(low[end + 1] if end + 1 < size else "", zero)
        + by_before_subject.get(shapes[candidate.start - 1], zero)
        + by_two_before.get(shapes[first - 2] if first > 1 else "START", NOTHING).get(shapes[first - 1], zero)
        + by_place.get(SIZES[candidate.start], zero)
        + by_left_cue.get(tone(view.best_cue(0, first)), zero)
        + by_right_cue.get(tone(view.best_cue(end, size)), zero)
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
