"""How much a text says of an unnamed source, and why it withholds the name."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from source_audit.lexicon import shipped
from source_audit.span import Span

_SENTENCE_REST = re.compile(r"[^.!?\n]{0,300}")
_ASIDE_REST = re.compile(r"[^.!?,\n]{0,300}")
_BACK = re.compile(
    r"^\W*(?:they|he|she|his|her|their|both|all|neither|"
    r"one(?=,|\s(?:of\s(?:them|these|the\stwo)|who|said|says|asked|was|is|had|has|would|feared|fears|did|declined|wanted|spoke|still|works)\b)|"
    r"(?:a|the) (?:second|third|fourth|fifth|other|first|pair)|"
    r"the (?:sources?|officials?|person|people|pair|trio|two|three|men|women))\b",
    re.IGNORECASE,
)
_OF_ALL = re.compile(
    r"(?:^\W*|[;:—–]\s)(?:they|all|both|none|neither|nobody|no one|everyone|"
    r"(?:he|she) and (?:two|three|four|five|the|other|a|another|his|her)|"
    r"(?:their|the) names|the (?:[a-z]+ ){0,2}"
    r"(?:sources|officials|people|staff|workers|employees|nurses|teachers|officers|women|men|pair|trio|two|three|four|five|six))\b",
    re.IGNORECASE,
)
_ALL_ASK = re.compile(
    r"^\W*(?:All|Everyone|Everybody|Nobody|None)(?:\sof\s(?:them|those|these|whom)|\swho\sspoke[^.!?,\n]{0,60}|\s(?:of\s)?(?:the\s)?(?:former\s|current\s)?"
    r"(?:\w+\s)?(?:people|sources|interviewees|those)[^.!?,\n]{0,60})?\s"
    r"(?:asked|spoke|requested|insisted|demanded|wanted|wished|agreed|declined|feared|fear|would|did|sought|were|was|is|are)\b"
)
"""A sentence about everybody of whom the text tells, though a group may be told of right before."""
_OWN = re.compile(r"^\W*(?:their|his|her|they|he|she)\b", re.IGNORECASE)
_NAMELESS = re.compile(
    r"\b(?:not|never|n[’']t|without|declin\w{1,3}|refus\w{1,3}|rather\sthan|avoid\w{0,3}|(?:unwilling|reluctant)\sto|[Nn]one|[Nn]either|[Nn]obody|[Nn]o\sone)\s(?:[\w’']{1,20}\s){0,4}"
    r"(?:(?:be|being|is|are|was|were)\s(?:publicly\s|further\s)?(?:named|identified|quoted)|(?:his|her|their)\s(?:real\s|full\s|own\s)?names?)\b"
    r"|\bnames?\s(?:[\w’']{1,20}\s){0,4}(?:left\sout|left\soff|withheld|kept\sout|kept\sback|omitted|in\sprint|in\sthe\spaper|not\sappear|not\sbe)\b"
    r"|\b(?:leav|left|keep|kept)\w{0,3}\s(?:his|her|their)\snames?\s(?:out|off|back)\b|\bnot\s(?:naming|identifying|quoting)\b"
    r"|\bnot\s(?:to\s)?(?:name|identify|quote)\s(?:him|her|them)\b"
    r"|\b(?:identified|named|quoted)\sonly\s(?:as|by)\b|\bonly\s(?:his|her|their)\s(?:job|post|rank|role|title|initials?)\b"
    r"|\bon\s(?:the\s)?condition\sthat\b|\boff\sthe\srecord\b"
)
"""A name is not to be used, however the text puts it; always with one of the data's `name_words`."""
_SINCE = re.compile(
    r"\b(?:anonym\w+|named|naming|identified|quoted|names?|out|withheld|print|printed|published|paper|record|used|given|known|appear|(?:naming|name|identify|identifying)\s(?:him|her|them))\b"
    r"(?:,?\s((?:as|given|since|lest|so\sthat|in\scase|on\sthe\sgrounds|owing\sto|over\s(?:fears?|concerns?|worries)|out\sof\s(?:fear|concern|worry|respect)|"
    r"worried|concerned|afraid|fearful|mindful|by\sorder|while\s(?:the|an?|any|his|her|their)\s(?:\w+\s){0,2}(?:inquiry|investigation|trial|case|hearing|inquest|appeal|lawsuit|proceedings|review|tribunal)\b|for\s(?:legal|security|safety|family|medical|religious|contractual)\sreasons|"
    r"for\s(?:his|her|their)\s(?:own\s)?(?:safety|protection|security)|(?:saying|explaining|adding|arguing)\s(?:that\s)?(?:he|she|they|his|her|their|the|it|staff|anyone|anybody)\b)"
    r"(?:\s[^.!?\n]{1,300}|(?=[.!?]|$)))"
    r"|\s?[:;—–]\s((?!(?:and|but|so|he|she|they|it)\ssa)[^.!?\n]{12,300}))"
)
"""Why, behind the words that say that a name is withheld."""
_RISK = re.compile(
    r"\b(?:would|could|might|can|may)\s(?:[\w’']{1,20}\s){0,3}?(?:dismissed|fired|sacked|disciplined|prosecuted|jailed|arrested|deported|sued|evicted|"
    r"punished|suspended|struck\soff|court\smartial|lose)\b"
    r"|\b(?:faces?|facing|faced|risks?|risking|risked)\s(?:a\s|the\s|his\s|her\s|their\s)?(?:los|be|dismiss|sack|prosecut|arrest|jail|prison|court|disciplin|deport|evict|fine|charge)\w*"
    r"|\b(?:by\slaw|contracts?|employers?|agreements?|clauses?|settlements?|rules|terms)\b[^.!?\n]{0,60}?\b(?:forbids?|forbidden|bars?|barred|bans?|prohibits?|prevents?|dismiss|sack|fire|not\sto|to\sspeak|to\stalk)\b"
    r"|\b(?:forbidden|barred|prohibited|not\sallowed|not\spermitted)\sby\b"
    r"|\b(?:forbidden|barred|banned|prohibited)\sfrom\s(?:speaking|talking|discussing|commenting|giving|naming)\b"
    r"|\b(?:confidentiality|gagging|non-?disclosure)\s(?:clauses?|agreements?|orders?)\b|\bNDAs?\b"
    r"|\b(?:contracts?|agreements?|rules?|terms|code|employers?)\s(?:[\w’']{1,20}\s){0,3}?(?:not|n[’']t)\s(?:allow|permit|let)\b"
    r"|\bstill\s(?:works?|employed)\b"
    r"|\b(?:fears?|feared|fearing|is\safraid|was\safraid)\b"
)
"""What somebody risks who speaks, or what forbids it."""
_FEARS = re.compile(
    r"\W{0,3}(?:He|She|They|Both)\s(?:also\s|still\s)?(?:fears?|feared|(?:is|are|was|were)\safraid|worr(?:y|ies|ied))\s(?:for|of|that|about)\s(?:his|her|their|being|losing|they|he|she)\b"
    r"|\W{0,3}(?:He|She|They)\s(?:do|does|did)(?:\snot|n[’']t)\swant\s(?:his|her|their|the)\s(?:[\w’']{1,20}\s){1,3}?to\s(?:know|find\sout|see|hear|learn)\b"
)
"""A sentence of its own on what somebody fears or wants to be spared who speaks."""
_SPEAKS = re.compile(
    r"\b(?:speak|speaks|speaking|spoke|spoken|talk|talks|talking|talked)\s(?:[a-z]{1,12}\s){0,2}?(?:to|with)\s(?:the\s|a\s)?(?:press|media|reporters?|journalists?|newspapers?|us)\b"
    r"|\b(?:if|were|was|being|be)\s(?:[a-z]{1,12}\s){0,2}?(?:named|identified|found\sout|traced)\b"
)
"""Somebody speaks to reporters, or is known to have done so."""
_FORBIDS = re.compile(
    r"\b(?:warned|told|instructed|ordered)\b[^.!?\n]{0,80}\b(?:dismissed|sacked|fired|disciplined|suspended|sacking|not\sto)\b"
    r"|\b(?:bans?|banned|bars?|barred|forbids?|forbidden|prohibits?|prohibited|not\sallowed|not\spermitted)\b"
)
"""Somebody is kept from doing so."""
_TELLS = re.compile(r"\b(?:said|says|told|tells|according)\b")
_WHO_RISKS = re.compile(
    r"[,(—–]\s?(?:and\s)?(?:(?:who|whose|for\swhom)\s|(?:(?:all|both|each|still)\s(?:of\s(?:them|whom)\s)?)?(?:(?:are|were|is|was)\s)?bound\s)"
    r"[^.!?\n“”\"]{0,120}$"
)
_ANOTHER = re.compile(r"^\W*(?:An?|Another|One|A second)\s[A-Za-z]")
"""A sentence that begins so tells of somebody whom the text has not spoken of before."""
_GROUP = re.compile(r"\W{0,3}(?:Two|Three|Four|Five|Several|Some)\s[a-z]")
_SOMEBODY = re.compile(r"\W{0,3}(?:An?|Another)\s[a-z]")
"""So begins a sentence about others."""
_ONE_OWN = re.compile(r"\W{0,3}(?:He|She|His|Her)\b")
_SAW = re.compile(
    r"\b(?:they|he|she) (?:(?:had|have|has|was|were) )?(?:been )?"
    r"(?:shown|saw|seen|read|attended|heard|witnessed|watched|worked on|took part|taken part|sat in)\b"
    r"|\b(?:they|he|she|both|all)(?: of whom)? (?:were|was) (?:at|in|on|present|there)\b"
    r"|^(?:[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Tt]he) former [a-z]+ (?:at|of|with|for|in) "
)
_WHO_DID = re.compile(
    r"whose (?!(?:names?|surnames?|identity|identities|department|ministry|office|party|company|firm|agency|views?|"
    r"remarks|account|words)\b)[a-z’-]{3,20} [a-z]|"
    r"who (?:has|have|had) (?:also )?known (?:the|him|her|them|his|it|[A-Z])|"
    r"who (?:has|have|had) (?:recently |also )?(?:spoken|talked|met|worked|dealt) (?:directly |recently )?(?:with|to) "
    r"(?:him|her|them|the (?!press|media|paper|newspaper|reporter))|"
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
_GOES_ON = (" who", ", who", " with", " brief", " famil", " close", ", one ")
"""How what is said of somebody goes on behind a mention."""
_STANDS = re.compile(r"\s(?:at|in|on|from|of|outside|near|behind)\s(?:the\s|a\s|[A-Z])[^.!?,;\n“”\"]{1,60}")
"""Where somebody stands or works, right behind a mention."""
_INVOLVED = re.compile(r"\b(?:familiar\swith|with\s(?:\w+\s)?knowledge\sof|with\s(?:[\w-]{1,12}\s){1,3}years)\b")
"""Of somebody whose body is told this says enough of how they know."""
_PARTS = re.compile(r"[\w’'-]+")
_PLAIN_HEAD = re.compile(r"(?:\S+\s){0,3}?(?:source|sources|person|people|insider|insiders)\b", re.IGNORECASE)
_words = partial(shipped, "anonymity")
_THE = re.compile(r"\b[Tt]he\s(\w+)\b")


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
        _SAW.search(follows) or _SAW.search(words) or ("who" in clause and _WHO_DID.search(clause))
    )
    stands = _STANDS.match(follows)
    side = _has_side(words) or (stands is not None and _has_side(words + stands.group()))
    if side and _INVOLVED.search(clause):
        knows = True
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
    parts = _PARTS.findall(words[: formula.start if formula else None])
    if len(parts) > 1 and parts[0][0].isupper() and _SOURCE.fullmatch(parts[-1]) and parts[0].lower() not in _PLAIN:
        return True
    if any(part[0].isupper() for part in parts[1:]) or _words("works").first(words):
        return True
    modifiers = [part.lower() for part in parts[:-1] if part.lower() not in _PLAIN]
    return bool(modifiers) and not _PLAIN_HEAD.match(words)


def reason_for(text: str, places: Sequence[int], sentences: Sequence[Span]) -> Span | None:
    """Return the words that say why a name is withheld, looked for around every sentence that mentions the source."""
    return next((found for place in places if (found := _reason_around(text, place, sentences, _BACK))), None)


def reason_for_all(
    text: str, sentences: Sequence[Span], withheld: Iterable[int], told: Sequence[Span], *, alone: bool
) -> Span | None:
    """Return a reason that stands for everybody unnamed: tied to nobody in particular (*told* are those that are)."""
    for place in withheld:
        sentence = sentences[place]
        words = sentence.of(text)
        everybody = _ALL_ASK.match(words) is not None
        of_all = everybody or (alone and not _ANOTHER.match(words)) or _OF_ALL.search(words)
        if (
            of_all
            and (everybody or not any(map(sentence.overlaps, told)))
            and (found := _reason_around(text, place, sentences, _OWN))
        ):
            return found
    return None


def called_in(text: str, sentence: Span) -> list[str]:
    """Return the nouns behind "the" in a sentence, by which it may speak of somebody without a name ("the nurse")."""
    return [noun.lower() for noun in _THE.findall(text, sentence.start, sentence.end)]


def withheld_in(text: str, sentences: Sequence[Span]) -> list[int]:
    """Return the numbers of the sentences that say that somebody's name is withheld."""
    starts = [sentence.start for sentence in sentences]
    near = [span.start for key in ("signals", "name_words") for span in _words(key).everywhere(text).spans]
    places = sorted({max(bisect_right(starts, start) - 1, 0) for start in near}) if starts else []
    return [place for place in places if says_withheld(text, sentences[place])]


def says_withheld(text: str, sentence: Span) -> bool:
    """Tell whether a sentence says that somebody's name is withheld, by a wording that is known or by its shape."""
    if _words("signals").first(text, sentence):
        return True
    named = _words("name_words").first(text, sentence)
    return named is not None and _NAMELESS.search(text, sentence.start, sentence.end) is not None


def _reason_around(text: str, place: int, sentences: Sequence[Span], back: re.Pattern[str]) -> Span | None:
    """Return the reason in a sentence or in one of the next that goes back to its people."""
    next_ones = sentences[place + 1 : place + 4]
    following = list(_going_back(text, next_ones, back))
    withheld = False
    for sentence in (sentences[place], *following):
        if found := _reason_in(text, sentence) or _risk_in(text, sentence, withheld=withheld):
            return found
        withheld = withheld or says_withheld(text, sentence)
    return next((each for each in next_ones[:1] if _forbids_all(text, each)), None)


def _going_back(text: str, sentences: Sequence[Span], back: re.Pattern[str]) -> Iterator[Span]:
    """Yield the sentences that go back to people told of before: behind others "he" and "they" are those."""
    another = False
    for sentence in sentences:
        if back.match(sentence.of(text)):
            if not (another and _ONE_OWN.match(text, sentence.start)):
                yield sentence
        elif _GROUP.match(text, sentence.start):
            return
        else:
            another = another or _SOMEBODY.match(text, sentence.start) is not None


def _forbids_all(text: str, sentence: Span) -> bool:
    """Tell whether a sentence says that nobody there may speak to reporters ("Staff are banned from ...")."""
    speaks = _SPEAKS.search(text, sentence.start, sentence.end)
    return speaks is not None and _FORBIDS.search(text, sentence.start, sentence.end) is not None


def _reason_in(text: str, sentence: Span) -> Span | None:
    """Return the reason in a sentence that says a name is withheld, or that gives a reason of its own accord."""
    reason = _words("reasons").first(text, sentence)
    withheld = says_withheld(text, sentence)
    if reason and (withheld or _words("plain_reasons").first(text, reason)):
        aside = text.rfind(",", sentence.start, reason.start) >= 0
        rest = (_ASIDE_REST if aside else _SENTENCE_REST).match(text, reason.start, sentence.end)
        return Span(reason.start, rest.end() if rest else reason.end)
    behind = _SINCE.search(text, sentence.start, sentence.end) if withheld else None
    return Span(*behind.span(behind.lastindex or 0)) if behind else None


def _risk_in(text: str, sentence: Span, *, withheld: bool) -> Span | None:
    """Return what somebody risks, in a clause about them, or behind a sentence that says that the name is withheld."""
    if fears := _FEARS.match(text, sentence.start, sentence.end):
        return Span(fears.start() + len(fears[0]) - len(fears[0].lstrip()), sentence.end)
    risk = _RISK.search(text, sentence.start, sentence.end)
    if risk is None:
        return None
    own = says_withheld(text, sentence) and not _TELLS.search(text, sentence.start, sentence.end)
    speaks = _OWN.match(sentence.of(text)) and _SPEAKS.search(text, sentence.start, sentence.end)
    about = withheld or own or speaks or _WHO_RISKS.search(text, sentence.start, risk.start() + 1)
    rest = _ASIDE_REST.match(text, risk.start(), sentence.end) if about else None
    return Span(rest.start(), max(rest.end(), risk.end())) if rest else None
