"""How much a text says of an unnamed source, and why it withholds the name."""

import re
from collections.abc import Sequence
from functools import partial

from source_audit.lexicon import shipped
from source_audit.span import Span

_SENTENCE_REST = re.compile(r"[^.!?\n]{0,300}")
_ASIDE_REST = re.compile(r"[^.!?,\n]{0,300}")
_BACK = re.compile(
    r"^\W*(?:they|he|she|both|all|neither|the (?:sources?|officials?|person|people|two|three|men|women))\b",
    re.IGNORECASE,
)
_PLAIN = frozenset(
    [
        "a",
        "an",
        "the",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "several",
        "some",
        "many",
        "other",
        "senior",
        "top",
        "former",
        "current",
        "high-ranking",
        "unnamed",
        "anonymous",
        "of",
        "his",
        "her",
        "their",
        "multiple",
        "various",
    ]
)


_words = partial(shipped, "anonymity")


def ladder(text: str, mentions: Sequence[Span]) -> int:
    """Return the rung of the best description that any mention gives."""
    return max((_rung(text, mention) for mention in mentions), default=0)


def _rung(text: str, mention: Span) -> int:
    """Return 0 for bare "sources", 1 a group, 2 institution or side, 3 how they know, 4 both and an interest."""
    words = mention.of(text)
    rest = _SENTENCE_REST.match(text, mention.end)
    stretch = words + (
        rest.group()
        if rest
        and text[mention.end : mention.end + 6].startswith((" who", ", who", " with", " brief", " famil", " close"))
        else ""
    )
    knows = _words("knows").first(stretch) is not None
    side = _has_side(words)
    if knows and side:
        return 4 if _words("interest").first(stretch) else 3
    if knows:
        return 3
    if side:
        return 2
    return 0 if _words("bare").first(words) else 1


def _has_side(words: str) -> bool:
    """Tell whether the description names a body, place of work or side."""
    parts = re.findall(r"[\w’'-]+", words)
    if any(part[0].isupper() for part in parts[1:]) or _words("works").first(words):
        return True
    modifiers = [part.lower() for part in parts[:-1] if part.lower() not in _PLAIN]
    plain_head = re.match(r"^(?:\S+\s){0,3}?(?:source|sources|person|people|insider|insiders)\b", words, re.IGNORECASE)
    return bool(modifiers) and not plain_head


def reason_for(text: str, places: Sequence[int], sentences: Sequence[Span], *, alone: bool) -> Span | None:
    """Return the words that say why a name is withheld, looked for around every sentence that mentions the source."""
    if not _words("reasons").may_stand(text, 0, len(text)):
        return None
    for place in places:
        following = (s for s in sentences[place + 1 : place + 3] if _BACK.match(s.of(text)))
        for sentence in (sentences[place], *following):
            if found := _reason_in(text, sentence):
                return found
    if alone:
        signalled = (s for s in sentences if _words("signals").first(text, s))
        return next((found for s in signalled if (found := _reason_in(text, s))), None)
    return None


def _reason_in(text: str, sentence: Span) -> Span | None:
    """Return the reason in a sentence that says a name is withheld, or that gives a reason of its own accord."""
    signal = _words("signals").first(text, sentence)
    reason = _words("reasons").first(text, sentence)
    if reason and (signal or _words("plain_reasons").first(text, reason)):
        aside = text.rfind(",", sentence.start, reason.start) >= 0
        rest = (_ASIDE_REST if aside else _SENTENCE_REST).match(text, reason.start, sentence.end)
        return Span(reason.start, rest.end() if rest else reason.end)
    return None
