"""Attributions without a reporting verb: "according to", "as … put it", noun cues and colons."""

from collections.abc import Iterator
from functools import cache

from source_audit.extract.clauses import clause_end, trimmed
from source_audit.extract.cues import particles, table, verbs, words
from source_audit.extract.layout import names_no_speaker
from source_audit.extract.line import Line
from source_audit.extract.phrases import Range, noun_phrase_before, subject_before
from source_audit.extract.proposal import Proposal

_BREAKS = frozenset({",", ";", ":", ".", "—", "–", "?", "!", ")", "…"})
_LONGEST = 24
_DASHES = ("—", "–", "-")
_ASIDE = 14
_SETTING = 7
_RELIABLE = 0.7
_OPENERS = frozenset({"according", "in", "quoted", "as", ":", *_DASHES})
_BEHIND_NOUNS = frozenset({"that", "for", "to"})
_FIRST = _OPENERS | _BEHIND_NOUNS
_VIEWS = frozenset({"view", "opinion", "words", "eyes", "judgment", "judgement"})
_POSSESSIVES = frozenset({"his", "her", "their", "its", "my", "our"})


def prepositional(line: Line) -> Iterator[Proposal]:
    """Yield what these rules propose for a sentence."""
    low = line.low
    for i in _openers(low):
        word = low[i]
        if word in ("according", "in"):
            yield from _according(line, i)
        elif word == "quoted" and line.low[i + 1 : i + 3] == ["as", "saying"]:
            yield from _quoted_as(line, i)
        elif word == "as" and line.quote[i] < 0:
            yield from _as_clause(line, i)
        elif word in _BEHIND_NOUNS:
            yield from _noun_cue(line, i)
        elif word == ":" and i > 0:
            yield from _colon(line, i)
        elif i == 1 and word in _DASHES and line.quote[0] >= 0:
            yield from _signature(line, i)


def _openers(low: list[str]) -> list[int]:
    """Return the tokens at which one of these rules may begin."""
    if _FIRST.isdisjoint(low):
        return []
    nouns = _nouns()
    found = [i for i, word in enumerate(low) if word in _FIRST]
    return [i for i in found if low[i] in _OPENERS or (i > 1 and low[i - 1].removesuffix("s") in nouns)]


def _proposal(rule: str, cue: Range, source: Range | None, contents: list[Range], confidence: float) -> Proposal:
    return Proposal(rule, [cue], source, contents)


def _leads(line: Line, i: int) -> int:
    """Return where "according to" or "in the view of" ends that begins at token *i*, or 0."""
    if line.low[i] == "according":
        return i + 2 if line.at(i + 1) == "to" else 0
    return i + 4 if line.at(i + 1) == "the" and line.at(i + 2) in _VIEWS and line.at(i + 3) == "of" else 0


def _according(line: Line, i: int) -> Iterator[Proposal]:
    """`According to the audit, …`, `…, in the view of teachers`, `The ferry, according to Ruiz, was …`."""
    begin = _leads(line, i)
    source_end = _source_end(line, begin) if begin else 0
    if source_end == begin:
        return
    cue, source = (i, begin), (begin, source_end)
    if i <= 1:
        content = trimmed(line, source_end, clause_end(line, source_end))
    else:
        content = trimmed(line, _clause_start(line, i), i)
        closed = line.at(source_end) == "," and line.at(i - 1) == ","
        after = trimmed(line, source_end, len(line)) if closed else None
        if content and after and _is_aside(line, i):
            yield _proposal("according-to", cue, source, [content, after], 0.93)
            return
    if content:
        yield _proposal("according-to", cue, source, [content], 0.95)


def _source_end(line: Line, begin: int) -> int:
    """Return where a source ends that begins behind "to" or "of"; a clause with "who" belongs to it."""
    end = begin
    while end < len(line) and line.at(end) not in _BREAKS and end - begin < _LONGEST:
        if line.quote[end] >= 0 and end > begin + 1:
            break
        end += 1
    if line.at(end) == "," and line.at(end + 1) in ("who", "whose", "which"):
        closing = next((k for k in range(end + 2, min(len(line), end + _LONGEST)) if line.at(k) in _BREAKS), end)
        return closing if line.at(closing) == "," else end
    return end


def _is_aside(line: Line, i: int) -> bool:
    """Tell whether the phrase stands before the verb of its sentence, which so goes on behind it."""
    return i < _ASIDE and not any(line.at(k) in verbs() or line.at(k) in words("finite") for k in range(i))


def _quoted_as(line: Line, i: int) -> Iterator[Proposal]:
    """`“…,” Ruiz was quoted as saying`, `Ruiz was quoted as saying “…”`."""
    first = i - 1
    while line.at(first - 1) in words("finite"):
        first -= 1
    source = subject_before(line, first, 0)
    if source is None:
        return
    before = trimmed(line, 0, source[0])
    after = trimmed(line, i + 3, clause_end(line, i + 3)) if i + 3 < len(line) else None
    content = before if before and any(line.quote[k] >= 0 for k in range(*before)) else after
    if content:
        yield _proposal("quoted-as", (first, i + 3), source, [content], 0.9)


def _clause_start(line: Line, stop: int) -> int:
    for k in range(stop - 2, 0, -1):
        if line.at(k) == ";":
            return k + 1
    return 1 if line.at(0) in ("but", "and", "so", "yet") else 0


def _as_clause(line: Line, i: int) -> Iterator[Proposal]:
    """`As Ruiz noted, …`, `…, as he put it` and `The board, as Oduya pointed out, had …`."""
    for head in range(i + 2, min(len(line), i + 10)):
        word = line.at(head)
        if word in _BREAKS or line.quote[head] >= 0:
            return
        put_it = word == "put" and line.at(head + 1) == "it"
        particle = line.at(head + 1) in particles().get(word, {})
        if (word in verbs() and verbs()[word].reliability >= _RELIABLE) or put_it or particle:
            source = subject_before(line, head, i + 1)
            contents = _around_as(line, i, head + 1 + (put_it or particle)) if source and source[0] == i + 1 else []
            if contents:
                yield _proposal("as-clause", (head, head + 1 + (put_it or particle)), source, contents, 0.8)
            return


def _around_as(line: Line, i: int, end: int) -> list[Range]:
    """Return the content of an as-clause from token *i* to *end*: behind it, before it or on both sides."""
    if i == 0:
        comma = next((k for k in range(end, min(len(line), end + _SETTING)) if line.at(k) == ","), None)
        after = trimmed(line, comma, len(line)) if comma is not None else None
        return [after] if after else []
    closed = end >= len(line) or line.at(end) in _BREAKS
    before = trimmed(line, 0, i) if closed and (line.at(i - 1) == "," or line.quote[i - 1] >= 0) else None
    if before is None:
        return []
    after = trimmed(line, end, len(line)) if line.at(end) == "," and _is_aside(line, i) else None
    return [before, after] if after else [before]


@cache
def _nouns() -> frozenset[str]:
    """Return the nouns for claims and calls."""
    return frozenset((*table("roles")["noun_cues"], *table("roles")["noun_calls"]))


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
    content = trimmed(line, i + 1, len(line))
    owner = _owner(line, i - 2) if line.at(i - 1) in table("roles")["noun_cues"] and _owns(line, i - 2) else None
    if owner and content:
        yield _proposal("noun-cue", (i - 1, i + 1), owner, [content], 0.85)
        return
    source = speaker if label else _opening(line, i)
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
