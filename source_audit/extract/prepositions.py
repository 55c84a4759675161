"""Attributions without a reporting verb: "according to", "as … put it", noun cues and colons."""

from collections.abc import Iterator

from source_audit.extract.clauses import clause_end, trimmed
from source_audit.extract.cues import table, verbs, words
from source_audit.extract.layout import names_no_speaker
from source_audit.extract.line import Line
from source_audit.extract.phrases import Range, noun_phrase_before, subject_before
from source_audit.extract.proposal import Proposal

_BREAKS = frozenset({",", ";", ":", ".", "—", "–", "?", "!", ")", "…"})
_LONGEST = 24
_POSSESSIVES = frozenset({"his", "her", "their", "its", "my", "our"})


def prepositional(line: Line) -> Iterator[Proposal]:
    """Yield what these rules propose for a sentence."""
    for i in range(len(line)):
        word = line.low[i]
        if word == "according" and line.at(i + 1) == "to":
            yield from _according(line, i)
        elif word == "as" and line.quote[i] < 0:
            yield from _as_clause(line, i)
        elif word in ("that", "for", "to") and i > 1:
            yield from _noun_cue(line, i)
        elif word == ":" and i > 0:
            yield from _colon(line, i)
        elif i == 1 and word in ("—", "–", "-") and line.quote[0] >= 0:
            yield from _signature(line, i)


def _proposal(rule: str, cue: Range, source: Range | None, contents: list[Range], confidence: float) -> Proposal:
    return Proposal(rule, [cue], source, contents)


def _according(line: Line, i: int) -> Iterator[Proposal]:
    source_end = i + 2
    while source_end < len(line) and line.at(source_end) not in _BREAKS and source_end - i < _LONGEST:
        if line.quote[source_end] >= 0 and source_end > i + 3:
            break
        source_end += 1
    if source_end == i + 2:
        return
    source = (i + 2, source_end)
    if i <= 1:
        content = trimmed(line, source_end, clause_end(line, source_end))
    else:
        content = trimmed(line, _clause_start(line, i), i)
        after = trimmed(line, source_end, len(line)) if line.at(source_end) == "," and line.at(i - 1) == "," else None
        if content and after and _is_aside(line, i):
            yield _proposal("according-to", (i, i + 2), source, [content, after], 0.93)
            return
    if content:
        yield _proposal("according-to", (i, i + 2), source, [content], 0.95)


def _is_aside(line: Line, i: int) -> bool:
    """Tell whether the phrase stands between the subject and the rest of its sentence."""
    return i < 8 and not any(line.at(k) in verbs() or line.at(k) in words("auxiliaries") for k in range(i))


def _clause_start(line: Line, stop: int) -> int:
    for k in range(stop - 2, 0, -1):
        if line.at(k) == ";":
            return k + 1
    return 1 if line.at(0) in ("but", "and", "so", "yet") else 0


def _as_clause(line: Line, i: int) -> Iterator[Proposal]:
    """`As Ruiz noted, …` and `…, as he put it`."""
    for head in range(i + 2, min(len(line), i + 10)):
        verb = verbs().get(line.at(head))
        put_it = line.at(head) == "put" and line.at(head + 1) == "it"
        if line.at(head) in _BREAKS or line.quote[head] >= 0:
            return
        if (verb and verb.reliability >= 0.7) or put_it:
            source = subject_before(line, head, i + 1)
            if source is None or source[0] != i + 1:
                return
            end = head + 1 + put_it
            at_front = i == 0 and line.at(end) == ","
            closed = end >= len(line) or line.at(end) in _BREAKS
            content = (
                trimmed(line, end, len(line))
                if at_front
                else trimmed(line, 0, i)
                if closed and line.at(i - 1) == ","
                else None
            )
            if content:
                yield _proposal("as-clause", (head, end), source, [content], 0.8)
            return


def _noun_cue(line: Line, i: int) -> Iterator[Proposal]:
    """`her claim that …`, `the mayor's promise that …`, `Ruiz's urgent plea for …`."""
    noun = line.at(i - 1)
    singular = noun[:-1] if noun.endswith("s") else noun
    nouns = table("roles")["noun_cues" if line.at(i) == "that" else "noun_calls"]
    if line.quote[i - 1] >= 0 or singular not in nouns:
        return
    at = i - 2 if _owns(line, i - 2) or i < 3 else i - 3  # an adjective may stand between
    if not _owns(line, at):
        return
    source = (at, at + 1) if line.at(at) in _POSSESSIVES else _owner(line, at)
    content = trimmed(line, i, clause_end(line, i))
    if content and source:
        yield _proposal("noun-cue", (i - 1, i), source, [content], 0.8)


def _owner(line: Line, at: int) -> Range | None:
    phrase = noun_phrase_before(line, at, 0)
    if phrase is None:
        return None
    inner = [k + 1 for k in range(phrase[0], at) if line.at(k) in words("inner_prepositions") and line.at(k) != "of"]
    return (inner[-1] if inner else phrase[0]), phrase[1]


def _owns(line: Line, place: int) -> bool:
    word = line.at(place)
    return line.quote[place] < 0 and (word in _POSSESSIVES or word.endswith(("'s", "’s", "s’", "s'")))


def _colon(line: Line, i: int) -> Iterator[Proposal]:
    """`Ruiz put it bluntly: "No."`, `RUIZ: We are ready.` and headlines such as `Mayor: bridge unsafe`."""
    if i == len(line) - 1:
        yield from _leading_in(line, i)
        return
    quoted = line.quote[i + 1] >= 0
    speaker = noun_phrase_before(line, i - 1, 0) if line.word(i - 1) else None
    label = speaker is not None and speaker[0] == 0 and i <= 4 and all(line.cap(k) for k in range(i) if line.word(k))
    if not quoted and not (label and i + 3 < len(line)):
        return
    if label and names_no_speaker(line.text[line.starts[0] : line.ends[i - 1]]):
        return
    source = speaker if label else _opening(line, i)
    content = trimmed(line, i + 1, len(line))
    if source and content:
        transcript = label and line.text[line.starts[0] : line.ends[i - 1]].isupper()
        sure = 0.85 if quoted else 0.7 if transcript else 0.55
        yield _proposal("transcript" if transcript else "colon", (i, i + 1), source, [content], sure)


def _signature(line: Line, i: int) -> Iterator[Proposal]:
    """`"Wait for the tide." — Ana Ruiz, harbour master`."""
    if i + 1 < len(line) <= i + _LONGEST and line.word(i + 1) and line.cap(i + 1):
        source = trimmed(line, i + 1, len(line))
        yield _proposal("signature", (i, i + 1), source, [(0, 1)], 0.75)


def _leading_in(line: Line, i: int) -> Iterator[Proposal]:
    """`On Friday, Ruiz went further:` before a paragraph that is a quotation."""
    first = next((k for k in range(i) if line.word(k) and line.cap(k) and not _empty(line.at(k))), None)
    if first is None:
        return
    last = first
    while last + 1 < i and line.word(last + 1) and line.cap(last + 1):
        last += 1
    source = noun_phrase_before(line, last, 0)
    if source:
        proposal = _proposal("colon-lead-in", (i, i + 1), source, [], 0.6)
        proposal.lead_in = True
        yield proposal


def _empty(word: str) -> bool:
    return word in words("common_starts") or word in words("days") or word in words("pronouns")


def _opening(line: Line, stop: int) -> Range | None:
    """Return the noun phrase with which the sentence opens."""
    if not line.word(0):
        return None
    if line.at(0) in words("pronouns"):
        return 0, 1
    last = 0
    while last + 1 < stop and line.word(last + 1) and line.cap(last + 1):
        last += 1
    phrase = noun_phrase_before(line, last, 0)
    return (
        phrase
        if phrase and any(line.cap(k) for k in range(*phrase)) and line.at(last) not in words("common_starts")
        else None
    )
