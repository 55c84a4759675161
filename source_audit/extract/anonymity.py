"""How much a text says of an unnamed source, and why it withholds the name."""

import re
from collections.abc import Sequence
from functools import partial

from source_audit.lexicon import shipped
from source_audit.span import Span

_SENTENCE_REST = re.compile(r"[^.!?\n]{0,300}")
_ASIDE_REST = re.compile(r"[^.!?,\n]{0,300}")
_BACK = re.compile(
    r"^\W*(?:they|he|she|both|all|neither|the (?:sources?|officials?|person|people|pair|trio|two|three|men|women))\b",
    re.IGNORECASE,
)
_OF_ALL = re.compile(
    r"^\W*(?:they|all|both|none|neither|everyone|(?:their|the) names|the (?:[a-z]+ ){0,2}"
    r"(?:sources|officials|people|staff|workers|employees|nurses|teachers|officers|women|men|pair|trio|two|three|four|five|six))\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(r"^\W*(?:An?|Another|One|A second)\s[a-z]")
"""A sentence that begins so tells of somebody whom the text has not spoken of before."""
_SAW = re.compile(
    r"\b(?:they|he|she) (?:(?:had|have|has|was|were) )?(?:been )?"
    r"(?:shown|saw|seen|read|attended|heard|witnessed|watched|worked on|took part|taken part|sat in)\b"
    r"|\b(?:they|he|she|both|all)(?: of whom)? (?:were|was) (?:at|in|on|present|there)\b"
    r"|^(?:[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Tt]he) former [a-z]+ (?:at|of|with|for|in) "
)
_WHO_DID = re.compile(
    r"(?:^|,)? ?who (?:(?:had|has|have|was|were|is|are) )?(?!(?:had|has|have|was|were|is|are|not|never)\b|asked|"
    r"requested|declined|spoke|speak|wanted|did|does|do\b|fear|insisted|said|says|wished|preferred|would|will|refused|"
    r"demanded|begged|agreed|oppose|support|back|believe|think|told|warned|called|claim|argue|wrote|described|criticis|"
    r"criticiz|represent|granted|identified|unauthori|afraid|worried|known|familiar)[a-z]+"
)
"""A clause that says what somebody did or does ("who raised the alarm"), and not how they spoke or what they hold."""
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


_SAID = re.compile(r",\s(?=(?:the|his|her|their|they|he|she|it)\s)")
"""What follows is said by the source, and was taken for words about it."""
_SOURCE = re.compile(r"(?:source|insider)s?")
_GOES_ON = (" who", ", who", " with", " brief", " famil", " close")
"""How what is said of somebody goes on behind a mention."""
_words = partial(shipped, "anonymity")


def ladder(text: str, mentions: Sequence[Span]) -> int:
    """Return the rung of the best description that any mention gives."""
    return max((_rung(text, mention) for mention in mentions), default=0)


def _rung(text: str, mention: Span) -> int:
    """Return 0 for bare "sources", 1 a group, 2 institution or side, 3 how they know, 4 both and an interest."""
    words = _SAID.split(mention.of(text), maxsplit=1)[0]
    rest = _SENTENCE_REST.match(text, mention.end)
    follows = rest.group() if rest else ""
    goes_on = follows.startswith(_GOES_ON) or words.endswith(" who")
    clause = words + (follows if goes_on else "")
    knows = _words("knows").first(clause) is not None or bool(
        _SAW.search(follows) or _SAW.search(words) or _WHO_DID.search(clause)
    )
    side = _has_side(words)
    if knows and side:
        return 4 if _words("interest").first(clause) else 3
    if knows:
        return 3
    if side:
        return 2
    return 0 if _words("bare").first(words) else 1


def _has_side(words: str) -> bool:
    """Tell whether the description names a body, place of work or side; what a source is "familiar with" is none."""
    formula = _words("formulas").first(words)
    parts = re.findall(r"[\w’'-]+", words[: formula.start if formula else None])
    if len(parts) > 1 and parts[0][0].isupper() and _SOURCE.fullmatch(parts[-1]) and parts[0].lower() not in _PLAIN:
        return True
    if any(part[0].isupper() for part in parts[1:]) or _words("works").first(words):
        return True
    modifiers = [part.lower() for part in parts[:-1] if part.lower() not in _PLAIN]
    plain_head = re.match(r"^(?:\S+\s){0,3}?(?:source|sources|person|people|insider|insiders)\b", words, re.IGNORECASE)
    return bool(modifiers) and not plain_head


def reason_for(text: str, places: Sequence[int], sentences: Sequence[Span]) -> Span | None:
    """Return the words that say why a name is withheld, looked for around every sentence that mentions the source."""
    for place in places:
        following = (s for s in sentences[place + 1 : place + 3] if _BACK.match(s.of(text)))
        for sentence in (sentences[place], *following):
            if found := _reason_in(text, sentence):
                return found
    return None


def reason_for_all(text: str, sentences: Sequence[Span], told: Sequence[Span], *, alone: bool) -> Span | None:
    """Return a reason that stands for everybody unnamed: tied to nobody in particular (*told* are those that are)."""
    signalled = (s for s in sentences if _words("signals").first(text, s) and not any(map(s.overlaps, told)))
    of_all = (s for s in signalled if (alone and not _ANOTHER.match(s.of(text))) or _OF_ALL.match(s.of(text)))
    return next((found for s in of_all if (found := _reason_in(text, s))), None)


def _reason_in(text: str, sentence: Span) -> Span | None:
    """Return the reason in a sentence that says a name is withheld, or that gives a reason of its own accord."""
    signal = _words("signals").first(text, sentence)
    reason = _words("reasons").first(text, sentence)
    if reason and (signal or _words("plain_reasons").first(text, reason)):
        aside = text.rfind(",", sentence.start, reason.start) >= 0
        rest = (_ASIDE_REST if aside else _SENTENCE_REST).match(text, reason.start, sentence.end)
        return Span(reason.start, rest.end() if rest else reason.end)
    return None
