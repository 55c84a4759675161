"""Key claims: sentences of the opening, accusations, figures, causes, superlatives, first times and predictions."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from source_audit.attribution import Attribution, SourceKind
from source_audit.claim import Accusation, Claim, ClaimKind, Sign
from source_audit.document import BODY_KINDS, Block, BlockKind
from source_audit.extract.accusations import Accusations
from source_audit.extract.figures import find_figures, is_result
from source_audit.lexicon import Lexicon
from source_audit.reading import Reading
from source_audit.resources import data
from source_audit.span import Span

_OPENING = 3
_LEAST_WORDS = 5
_SAYING = (ClaimKind.CAUSE, ClaimKind.FIRST_TIME, ClaimKind.PREDICTION)


def find_claims(reading: Reading) -> tuple[Claim, ...]:
    """Return the key claims of headline and body, in order; a sentence is one claim, whatever it is one for."""
    opening, accusations = _opening(reading), Accusations(reading)
    statements, posts = _statements(reading), _posts(reading)
    claims = []
    for sentence in reading.sentences:
        block = reading.document.block_at(sentence.start)
        if block is None or (block.kind not in BODY_KINDS and block.kind is not BlockKind.HEADLINE):
            continue
        given = statements.get(sentence.start, ())
        accused = tuple(accusations.within(sentence, given))
        signs = sorted(_signs(reading, sentence, accused), key=lambda sign: sign.span.start)
        if block.span.start in opening and len(sentence.of(reading.text).split()) >= _LEAST_WORDS:
            signs.append(Sign(kind=ClaimKind.OPENING, span=sentence))
        if signs:
            claims.append(_claim(reading, sentence, tuple(signs), given, accused, posts.get(block.span.start, ())))
    return tuple(claims)


def _claim(  # noqa: PLR0913, PLR0917 - all that was found of a sentence
    reading: Reading,
    sentence: Span,
    signs: tuple[Sign, ...],
    given: tuple[Attribution, ...],
    accused: tuple[Accusation, ...],
    posts: Sequence[int],
) -> Claim:
    told = (a.source for a in given if a.source and a.source.kind is not SourceKind.UNKNOWN)
    return Claim(
        span=sentence,
        signs=signs,
        attribution_ids=tuple(attribution.id for attribution in given),
        source_ids=tuple(dict.fromkeys(source.id for source in told)),
        links=tuple(reading.links_in(sentence)),
        embeds=tuple(posts),
        accusations=accused,
    )


def _signs(reading: Reading, sentence: Span, accused: tuple[Accusation, ...]) -> Iterator[Sign]:
    for accusation in accused:
        yield Sign(kind=ClaimKind.ACCUSATION, span=accusation.span)
    for words in _sayings().find(reading.text, sentence):
        yield Sign(kind=_kinds()[_folded(words.of(reading.text))], span=words)
    figures = list(find_figures(reading.text, sentence))
    if figures and _is_prose(reading, sentence) and not is_result(reading.text, sentence):
        yield from (Sign(kind=ClaimKind.FIGURE, span=figure) for figure in figures)


def _is_prose(reading: Reading, sentence: Span) -> bool:
    """Tell whether a sentence is one in English, and not a row of a table."""
    return (
        sum(word.isascii() and word.isalpha() and word.islower() for word in sentence.of(reading.text).split())
        >= _LEAST_WORDS
    )


def _opening(reading: Reading) -> frozenset[int]:
    """Return where the headline and the first paragraphs begin."""
    heads = list(reading.document.blocks_of(BlockKind.HEADLINE))[:1]
    paragraphs: list[Block] = []
    for block in reading.document.blocks_of(BlockKind.PARAGRAPH):
        paragraphs.append(block)
        if len(paragraphs) == _OPENING:
            break
    return frozenset(block.span.start for block in (*heads, *paragraphs))


def _statements(reading: Reading) -> Mapping[int, tuple[Attribution, ...]]:
    """Return the statements that share words with each sentence, by where it begins."""
    found: dict[int, dict[str, Attribution]] = {}
    for attribution in reading.attributions:
        for span in (*attribution.contents, *attribution.cue):
            for sentence in reading.sentences_in(span):
                found.setdefault(sentence.start, {})[attribution.id] = attribution
    return {start: tuple(own.values()) for start, own in found.items()}


def _posts(reading: Reading) -> Mapping[int, Sequence[int]]:
    """Return the posts right behind each paragraph, by where it begins."""
    found: dict[int, list[int]] = {}
    for number, embed in enumerate(reading.document.embeds):
        if embed.anchor is not None:
            found.setdefault(embed.anchor.start, []).append(number)
    return found


def _folded(words: str) -> str:
    return " ".join(words.lower().replace("’", "'").split())


@cache
def _kinds() -> dict[str, ClaimKind]:
    own = data("claims")
    ranked = (f"{verb} {words}" for verb in own["is"] for words in own["superlative"])
    kinds = {words: kind for kind in _SAYING for words in own[kind]}
    return {**kinds, **dict.fromkeys(ranked, ClaimKind.SUPERLATIVE)}


@cache
def _sayings() -> Lexicon:
    return Lexicon(_kinds())
