"""Key claims: sentences of the opening, accusations, figures, causes, superlatives, first times and predictions."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from source_audit.attribution import Attribution, SourceKind
from source_audit.claim import Accusation, Claim, ClaimKind, Sign
from source_audit.document import BODY_KINDS, Block, BlockKind
from source_audit.extract.accusations import Accusations, folded, frames
from source_audit.extract.figures import find_figures, is_result
from source_audit.lexicon import Lexicon, Places
from source_audit.reading import Reading
from source_audit.resources import data
from source_audit.span import Span

_OPENING = 3
_LEAST_WORDS = 5
_SAYING = (ClaimKind.CAUSE, ClaimKind.FIRST_TIME, ClaimKind.PREDICTION)

Found = tuple[Span, ClaimKind]
"""Words that may be a sign, and of what."""


def find_claims(reading: Reading) -> tuple[Claim, ...]:
    """Return the key claims of headline and body, in order; a sentence is one claim, whatever it is one for."""
    opening, accusations = _opening(reading), Accusations(reading)
    statements, posts, sayings = _statements(reading), _posts(reading), _sayings().everywhere(reading.text)
    claims = []
    for block in reading.document.blocks:
        if block.kind not in BODY_KINDS and block.kind is not BlockKind.HEADLINE:
            continue
        for sentence, words in _sentences(reading, block, sayings, whole=block.span.start in opening):
            given = statements.get(sentence.start, ())
            triggers = [span for span, kind in words if kind is ClaimKind.ACCUSATION]
            accused = tuple(accusations.within(sentence, triggers, given))
            signs = tuple(_signs(reading, sentence, words, accused))
            if block.span.start in opening and len(sentence.of(reading.text).split()) >= _LEAST_WORDS:
                signs = (*signs, Sign(kind=ClaimKind.OPENING, span=sentence))
            if signs:
                claims.append(_claim(reading, sentence, signs, given, accused, posts.get(block.span.start, ())))
    return tuple(claims)


def _sentences(reading: Reading, block: Block, sayings: Places, *, whole: bool) -> Iterator[tuple[Span, list[Found]]]:
    """Yield the sentences of a block in which a sign may stand (all of them if *whole*), each with what was found."""
    text = reading.text
    found: dict[Span, list[Found]] = {place: [] for place in reading.sentences_in(block.span)} if whole else {}
    words = [(span, _kinds()[folded(span.of(text))]) for span in sayings.within(block.span)]
    figures = [(span, ClaimKind.FIGURE) for span in find_figures(text, block.span)]
    for span, kind in sorted((*words, *figures), key=lambda one: one[0].start):
        sentence = reading.sentence_at(span.start)
        if sentence is not None:
            found.setdefault(sentence, []).append((span, kind))
    yield from found.items()


def _claim(  # noqa: PLR0913, PLR0917 - all that was found of a sentence
    reading: Reading,
    sentence: Span,
    signs: tuple[Sign, ...],
    given: tuple[Attribution, ...],
    accused: tuple[Accusation, ...],
    posts: Sequence[int],
) -> Claim:
    told = (source for a in given for source in a.speakers if source.kind is not SourceKind.UNKNOWN)
    return Claim(
        span=sentence,
        signs=signs,
        attribution_ids=tuple(attribution.id for attribution in given),
        source_ids=tuple(dict.fromkeys(source.id for source in told)),
        links=tuple(reading.links_in(sentence)),
        embeds=tuple(posts),
        accusations=accused,
    )


def _signs(reading: Reading, sentence: Span, words: list[Found], accused: tuple[Accusation, ...]) -> Iterator[Sign]:
    """Yield what makes a sentence a key claim, in order: accusations need an accused, figures a sentence of prose."""
    meant = {accusation.span for accusation in accused}
    figures = any(kind is ClaimKind.FIGURE for _, kind in words)
    counted = figures and _is_prose(reading, sentence) and not is_result(reading.text, sentence)
    for span, kind in words:
        left_out = {ClaimKind.ACCUSATION: span not in meant, ClaimKind.FIGURE: not counted}
        if not left_out.get(kind):
            yield Sign(kind=kind, span=span)


def _is_prose(reading: Reading, sentence: Span) -> bool:
    """Tell whether a sentence is one in English, and not a row of a table."""
    return (
        sum(
            word.isascii() and word.rstrip(".,;:").isalpha() and word.islower()
            for word in sentence.of(reading.text).split()
        )
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


@cache
def _kinds() -> dict[str, ClaimKind]:
    own, figures = data("claims"), data("figures")
    ranked = (f"{verb} {words}" for verb in own["is"] for words in own["superlative"])
    return {
        **{words: kind for kind in _SAYING for words in own[kind]},
        **dict.fromkeys(ranked, ClaimKind.SUPERLATIVE),
        **dict.fromkeys((*figures["ratios"], *figures["nameless"]), ClaimKind.FIGURE),
        **dict.fromkeys(frames(), ClaimKind.ACCUSATION),
    }


@cache
def _sayings() -> Lexicon:
    return Lexicon(_kinds())
