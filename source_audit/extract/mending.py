"""Small repairs of what the model decided: words of a source or a date that it took for content, and the reverse."""

from collections.abc import Callable, Sequence

from source_audit.extract.clauses import clause_end
from source_audit.extract.cues import SPEECH_KINDS, verbs, words
from source_audit.extract.line import Line
from source_audit.extract.phrases import Range
from source_audit.extract.prepositions import prepositional
from source_audit.extract.proposal import Proposal
from source_audit.extract.view import View

_SURE = 0.5
_FEW = 5
_PAST = frozenset(
    ["came", "went", "fell", "met", "drew", "got", "made", "won", "lost", "brought", "led", "took", "set"]
)
_HEARSAY = ("say", "believe", "think", "report", "rumour", "rumor", "expect", "allege", "understand")
_ADDRESSED = ("tell", "inform", "notify", "assure", "remind", "brief")
"""Whose passive has for a subject whom the words are for."""
_CLAUSES = ("who", "whose", "speaking", "none", "neither", "all", "both")
_CLOSERS = (".", "!", "?", ",")


def mended(view: View, proposals: Sequence[Proposal]) -> list[Proposal]:
    """Return the proposals of a sentence, repaired."""
    line = view.line
    kept = [each for each in proposals if not _inside_source(each, proposals)]
    for proposal in (each for each in kept if each.contents):
        for mend in _MENDS:
            mend(line, proposal)
        _keep_verb(view, proposal)
        _second_part(view, proposal, kept)
    return insisted(line, kept)


def insisted(line: Line, kept: list[Proposal]) -> list[Proposal]:
    """Put in what is certain by its words: "According to" in front, "was quoted as saying"."""
    if not line.low or not (line.low[0] == "according" or "quoted" in line.low):
        return kept
    for rule in prepositional(line):
        certain = rule.rule == "quoted-as" or (rule.rule == "according-to" and rule.cue[0][0] == 0)
        if certain and not any(each.cue[0] == rule.cue[0] for each in kept):
            rule.log_odds = 2.0
            kept = [each for each in kept if not _clash(each, rule)] + [rule]
    return kept


def _clash(proposal: Proposal, rule: Proposal) -> bool:
    """Tell whether one lies in the other's content, or both have the same words for a cue."""
    parts = [*rule.contents, *rule.cue]
    return any(a < proposal.cue[0][1] and proposal.cue[0][0] < b for a, b in parts)


def _find_rest(line: Line, proposal: Proposal) -> None:
    """Take in what follows an aside: `The letter, two aides said on condition of anonymity, had lain in a drawer`."""
    candidate = proposal.candidate
    if candidate is None or len(proposal.contents) > 1 or candidate.order not in ("before", "after"):
        return
    first, stop = proposal.contents[0]
    if stop > candidate.start or candidate.verb.kind not in SPEECH_KINDS:
        return
    if any(
        line.quote[i] >= 0 or line.low[i] in words("finite") or line.low[i].endswith("ed") for i in range(first, stop)
    ):
        return
    for comma in range(candidate.stop, min(len(line) - 2, candidate.stop + 8)):
        if line.low[comma] == "," and line.low[comma + 1] in words("finite"):
            proposal.contents.append((comma + 1, len(line) - (line.low[-1] in _CLOSERS)))
            return


def _second_part(view: View, proposal: Proposal, kept: Sequence[Proposal]) -> None:
    """Take in the second half of `“…,” said Hill, the captain, “…”` if nobody else owns it."""
    line, candidate = view.line, proposal.candidate
    if candidate is None or len(proposal.contents) > 1 or candidate.order not in ("before", "after"):
        return
    first, stop = proposal.contents[0]
    if stop > candidate.start or not view.quoted(first, stop):
        return
    place = next((i for i in view.quotes if i > candidate.stop), 0)
    if not place or line.low[place - 1] != "," or view.best_cue(candidate.stop, place) >= _SURE:
        return
    if not any(a <= place < b for each in kept for a, b in each.contents):
        proposal.contents.append((place, len(line) - (line.low[-1] in _CLOSERS)))


def _end_noun(line: Line, proposal: Proposal) -> None:
    """End the content of `Her claim that costs doubled was wrong` before the second verb, which is about the claim."""
    source, cue = proposal.source, proposal.cue[0]
    noun = proposal.candidate.order == "noun" if proposal.candidate else proposal.rule == "noun-cue"
    if not noun or source is None or source[0] > 0 or len(proposal.contents) != 1 or cue[1] - cue[0] > 1:
        return
    first, stop = proposal.contents[0]
    if cue[0] != source[1] or line.at(cue[1]) not in ("that", "to") or first - cue[1] > 1:
        return
    seen = line.low[cue[1]] == "to"
    for place in range(cue[1] + 1 + seen, stop):
        verbal = line.low[place] in words("finite") or line.low[place] in _PAST
        if seen and verbal:
            proposal.contents = [(first, place)] if place > first else proposal.contents
            return
        seen = seen or verbal or line.low[place].endswith("ed")


def _take_in_verb(line: Line, proposal: Proposal) -> None:
    """Take the infinitive for the content of `refused to discuss the letter`, not its object alone."""
    end = proposal.cue[0][1]
    first, stop = proposal.contents[-1]
    if proposal.candidate and first == end + 2 and line.low[end] == "to" and line.word(end + 1):
        proposal.contents[-1] = end, stop


def _take_in_as(line: Line, proposal: Proposal) -> None:
    """Take "as" into the content of `was criticised by teachers as rushed`, `was described by Ruiz as “a bad joke”`."""
    candidate, source = proposal.candidate, proposal.source
    if candidate is None or candidate.order != "passive" or source is None or source[0] <= candidate.end:
        return
    if line.at(source[1]) != "as" or line.low[source[0] - 1] != "by":
        return
    last = proposal.contents[-1]
    if last[1] <= candidate.first:
        proposal.contents.append((source[1], clause_end(line, source[1])))
    elif last[0] == source[1] + 1:
        proposal.contents[-1] = source[1], last[1]


def _inside_source(proposal: Proposal, proposals: Sequence[Proposal]) -> bool:
    """Tell whether a cue only describes another's source: `a person who has seen the contract`."""
    head = proposal.cue[0]
    return any(
        each is not proposal
        and each.rule == "according-to"
        and each.source
        and each.source[0] < head[0]
        and head[1] < each.source[1]
        for each in proposals
    )


def _drop_expletive(line: Line, proposal: Proposal) -> None:
    """Leave out "it" in `It was reported that …`."""
    if len(proposal.contents) > 1:
        first, stop = proposal.contents[0]
        if stop == first + 1 and line.low[first] == "it":
            proposal.contents = proposal.contents[1:]


def _drop_tail(line: Line, proposal: Proposal) -> None:
    """Drop what follows the cue in `…, neighbours told the Courier.` and `…, the board announced on Monday`."""
    candidate = proposal.candidate
    if candidate is None or len(proposal.contents) < 2 or candidate.order not in ("before", "after"):
        return
    if candidate.verb.kind not in SPEECH_KINDS or candidate.first == proposal.contents[0][1]:
        return
    first, stop = proposal.contents[-1]
    if first < candidate.end or stop - first > _FEW or any(line.quote[i] >= 0 for i in range(first, stop)):
        return
    told = candidate.verb.lemma in words("addressees") and line.low[first] in words("determiners") | words("pronouns")
    place = first if line.low[first] in words("media") or line.low[first] in words("days") else first - 1
    adverbial = line.low[place] in words("media") or line.low[place] in words("days") or line.low[first] == "without"
    if (told or adverbial) and line.low[-1] != ":" and (stop >= len(line) or line.low[stop] in _CLOSERS):
        proposal.contents = proposal.contents[:-1]
        proposal.side = "left"


def _end_relative(line: Line, proposal: Proposal) -> None:
    """End the content at the second comma of `Ruiz, who said she was tired, left early`."""
    source = proposal.source
    if source is None or line.low[source[0]] not in ("who", "which") or line.at(source[0] - 1) != ",":
        return
    first, stop = proposal.contents[-1]
    for comma in range(first + 2, stop - 1):
        if line.low[comma] == "," and _finite(line, comma + 1):
            proposal.contents[-1] = first, comma
            return


def _finite(line: Line, place: int) -> bool:
    word = line.low[place]
    if word in words("auxiliaries") or (word in verbs() and not word.endswith("ing")):
        return True
    return word.endswith("ed") or (line.at(place + 1) in ("up", "out", "off", "early", "again", "the", "a"))


def _lengthen_source(line: Line, proposal: Proposal) -> None:
    """Give a clause to the source: `A senior official, who asked not to be named, said`."""
    source = proposal.source
    subject = proposal.candidate.subject if proposal.candidate else None
    if not source or not subject or subject[0] != source[0] or not source[1] < subject[1] <= proposal.cue[0][0]:
        return
    if line.low[source[1]] in ("who", "which") or line.at(source[1] + 1) in _CLAUSES:
        proposal.source = subject


def _take_in_clause(line: Line, proposal: Proposal) -> None:
    """Give words to the source: `a nurse who was on duty told`, `said the judge, turning to the benches`."""
    source, cue = proposal.source, proposal.cue[0]
    if source is None or proposal.candidate is None or line.quote[source[0]] >= 0:
        return
    order, after = proposal.candidate.order, line.at(source[1])
    if order == "before" and after == "who" and all(line.word(i) for i in range(source[0], cue[0])):
        proposal.source = source[0], cue[0]
    elif order == "after" and after == ",":
        _take_in_apposition(line, proposal, source)


def _take_in_apposition(line: Line, proposal: Proposal, source: Range) -> None:
    """Take an age or a participle behind a comma for a part of an inverted source."""
    begin = source[1] + 1
    end = next((i for i in range(begin, len(line)) if line.quote[i] >= 0 or line.low[i] in ".;:"), len(line))
    if line.at(begin).isdigit() and line.at(begin + 1) in ",.":
        proposal.contents = [part for part in proposal.contents if not begin <= part[0] < end] or proposal.contents
        proposal.source = source[0], end - (line.at(end - 1) == ",")
    elif line.at(begin).endswith("ing") and line.at(end - 1) == "," and end < len(line) and line.quote[end] >= 0:
        proposal.source = source[0], end - 1


def _keep_verb(view: View, proposal: Proposal) -> None:
    """Let `Ruiz told reporters: “…”` have the verb for its cue, not the colon alone."""
    if proposal.rule != "colon" or proposal.source is None or len(proposal.cue) != 1:
        return
    colon = proposal.cue[0]
    for each in view.candidates:
        if each.subject == proposal.source and each.end <= colon[0] and each.prior >= _SURE and each.order == "before":
            proposal.cue = [(each.first, each.end), colon]


def _own_subject(_line: Line, proposal: Proposal) -> None:
    """Leave `Ruiz is said to be ill` and `parents were told` without a source: she and they do not say so."""
    source, candidate = proposal.source, proposal.candidate
    if not source or candidate is None or candidate.order != "passive" or source != candidate.subject:
        return
    if candidate.verb.lemma in _ADDRESSED or (candidate.verb.lemma in _HEARSAY and source in proposal.contents):
        proposal.source = None


_MENDS: Sequence[Callable[[Line, Proposal], None]] = (
    _drop_expletive,
    _drop_tail,
    _end_relative,
    _lengthen_source,
    _take_in_clause,
    _own_subject,
    _find_rest,
    _end_noun,
    _take_in_verb,
    _take_in_as,
)
