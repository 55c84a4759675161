"""Sentences that judge, rank, foretell or accuse in the article's own voice, by what their main verb says."""

from collections.abc import Mapping, Sequence

from source_audit.attribution import Attribution
from source_audit.checks._forms import Forms
from source_audit.checks._informants import topic
from source_audit.checks._near import lexicon, paragraphs, spoken
from source_audit.document import BODY_KINDS
from source_audit.reading import Reading
from source_audit.span import Span

_BE = r"(?:is|are|was|were|has\sbecome|have\sbecome|became|remains?|ha[sd]|have)"
_MOST = (
    r"(?:worst|hardest|best[\s-](?:paid|known|selling|performing|funded)|deadliest|closest|fastest(?:-growing)?|gravest|bleakest|cruellest"
    r"|(?:most|least)\s(?!of\b|part\b|recent\b)[a-z-]+\s(?!form|kind|type|sort|moment|part|scene|character)[a-z]+)"
)
_CHIEF = (
    r"(?:biggest|largest|leading|main|greatest|highest|lowest)\s(?:single\s)?(?:source|loss|rise|fall|cause|reason|risk|threat|driver|killer|problem|failure|increase"
    r"|drop|contributor|scandal|obstacle)s?"
)
_SCOPE = (
    r"(?:in\s[A-Za-z]|on\s(?:the|record)|since|ever|of\s(?:its|their|any|all|his|her|the)|by\sany|for\s(?:[a-z]+\s)?(?:years|decades)"
    r"|that|we\sknow|the\s[a-z]+\s(?:has|have|had)|to\sdate)"
)
_RANKS = Forms(
    (
        ("the", "its", "their", "his", "her"),
        (
            rf"\b{_BE}\s(?:now\s|still\s|probably\s|easily\s|by\s(?:far|common\sconsent)\s){{0,2}}(?:one\sof\s)?(?:the|its|their|his|her|some\sof\sthe)\s"
            rf"(?:{_MOST}(?=[^.;!?]{{0,60}}\b{_SCOPE})|{_CHIEF})\b"
        ),
    ),
    (("than",), r",\s(?:more|less|worse)\sthan\sany\sother\b"),
    (("kind",), r",\sthe\s(?:first|oldest|largest|only)\sof\s(?:its|their)\skind\b"),
    (
        ("ever",),
        r"\bthe\s(?:closest|worst|biggest|deadliest|bitterest)\s[a-z\s]{3,30}\s(?:ha[sd]|have)\sever\s(?:seen|known|had)\b",
    ),
    (
        ("than",),
        rf"\b{_BE}\s(?:a\s)?(?:[a-z]+\s)?(?:worse|better|higher|lower|more|less)\b[^.;!?]{{0,30}}\bthan\sany\s(?:other|one|of)\b",
    ),
    (("ever",), r"\b(?:No|None)\b[^.;!?]{1,50}\s(?:ha[sd]|have)\sever\s[a-z]+"),
    (
        ("No",),
        r"\bNo\s[a-z]+\sin\s[^.;!?]{1,30}\s(?:ha[sd]|have)\s(?:tried|done|seen|built|lost|spent)\s(?:anything|so|as|more)\b",
    ),
    (("Nothing",), r"\bNothing\slike\s(?:it|this|that)\s(?:ha[sd]|is|was)\b"),
    (("reason",), r"\b(?:is|was)\sthe\s(?:main|real|only)\sreason\s(?:that|why|for)\b"),
    (("hardest", "worst"), r"\bwas\sthe\s(?:hardest|worst)(?=[.!?])"),
    (("because",), r"\bfor\sthe\sfirst\stime\sin\s[a-z0-9]+\s(?:years|decades)\sbecause\sof\b"),
)
"""Ranks of which somebody must have made a list, or that are somebody's judgement."""
_CAUSES = Forms(
    (
        ("done", "cause", "killed", "cost", "generation"),
        (
            r"\b(?:has|have)\sdone\s(?:lasting|great|serious|untold|terrible)\s(?:damage|harm)\sto\b"
            r"|(?<=s\s)cause\s(?!of\b|for\b)[a-z]+|\b(?:has|have)\skilled\smore\b"
            r"|\bcosts?\sthe\s(?:average|typical)\s[a-z]+\sa\b|\b(?:has|have)\s(?:ruined|wrecked|destroyed)\sa\sgeneration\b"
        ),
    )
)
_FORETELLS = Forms(
    (
        ("will",),
        (
            r"\bwill\s(?:push|empty|cripple|wipe\sout|destroy|bankrupt|ruin|kill|collapse|fold|devastate|drive|double|triple|quadruple|halve)\b"
            r"(?=[^;!?]{0,80}(?:\bwithin\s(?:days|weeks|months|a\syear|years)\b|\bfor\s(?:good|ever|years|decades|generations)\b|\bforever\b|\bby\s20\d\d\b))"
        ),
    )
)
_SURE, _BEFORE = 0.6, 90
_FORMS = (_RANKS, _CAUSES, _FORETELLS)


def bold_claims(reading: Reading, told: Mapping[int, Sequence[Attribution]]) -> dict[Span, Span]:
    """Return the sentences of the body that rank, foretell or give a cause, each with the words that do.

    They are nobody's: no word in them gives the claim to anybody, nor does a source beside them on the same matter.
    *told* are the statements of sources that could be found, by where the sentences begin.
    """
    text, found = reading.text, dict[Span, Span]()
    quoted, lead = None, 0
    for place in lexicon("claims", "bold").everywhere(text).spans:
        sentence, block = reading.sentence_at(place.start), reading.document.block_at(place.start)
        if sentence is None or sentence in found or block is None or block.kind not in BODY_KINDS:
            continue
        match = next(
            (
                match
                for form in _FORMS
                if (match := form.search(text, max(sentence.start, place.start - _BEFORE), sentence.end))
            ),
            None,
        )
        if match is None:
            continue
        quoted, lead = quoted or spoken(reading), lead or _lead(reading)
        words = Span(*match.span())
        if sentence.start < lead or quoted.touches(words) or _is_given(reading, sentence):
            continue
        if not _is_carried(reading, block.span, sentence, told):
            found[sentence] = words
    return found


def _lead(reading: Reading) -> int:
    """Return where the first sentence of the article ends, which the rest may bear out."""
    told = paragraphs(reading)
    first = reading.sentence_at(told[0].start) if told else None
    return first.end if first else 0


def _is_given(reading: Reading, sentence: Span) -> bool:
    words = lexicon("claims", "given").first(reading.text, sentence) or lexicon("claims", "witnessed").first(
        reading.text, sentence
    )
    return words is not None or bool(reading.links_in(sentence))


def _is_carried(reading: Reading, block: Span, sentence: Span, told: Mapping[int, Sequence[Attribution]]) -> bool:
    """Tell whether the sentence has a source, or the one before it in its paragraph, or the next on the same matter."""
    if any(said.confidence >= _SURE for said in told.get(sentence.start, ())):
        return True
    beside = (
        one for one in reading.sentences_in(reading.around(sentence, 1)) if one != sentence and block.contains(one)
    )
    about = topic(sentence.of(reading.text))
    return any(
        near.start in told and (near.start < sentence.start or about & topic(near.of(reading.text))) for near in beside
    )
