"""How a quotation differs from the text it is compared with: in small words, in its meaning, in its places, or not."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import pairwise

from attrs import frozen

from source_audit.checks._align import Alignment, Difference, Run, align
from source_audit.checks._differing import is_same, is_small, is_strict
from source_audit.checks._transcript import Transcript
from source_audit.checks._words import SEED, Word, words_of
from source_audit.span import Span

_JOINT = re.compile(r"\.\s?\.\s?\.(?:\s?\.)?|…|\[[^\[\]\n]{0,200}\]|\([^()\n]{1,80}\)")
_GLUED = 30
_SURE_WORDS = 5
_SURE_SHARE = 0.7
_LEAST_SHARE = 0.5
_REPEATS = 8


class Likeness(StrEnum):
    """How a quotation stands to the supplied texts, the gravest last."""

    VERBATIM = "verbatim"
    SMALL = "small"
    MISSING = "missing"
    UNCERTAIN = "uncertain"
    ALTERED = "altered"
    CUT = "cut"
    SPLICED = "spliced"


@frozen(kw_only=True)
class Comparison:
    """A quotation beside the supplied text that it is most like: the parts found, and the difference that decides."""

    likeness: Likeness
    parts: tuple[Alignment, ...] = ()
    share: float = 0.0
    ours: Span | None = None
    theirs: str = ""


def parts_of(text: str, span: Span) -> list[list[Word]]:
    """Return the words of a quotation between its dots and brackets; letters glued to a bracket are dropped."""
    stretches, place = list[Span](), span.start
    for joint in _JOINT.finditer(text, span.start, span.end):
        start, end = joint.span()
        if joint[0][0] == "[":
            while start > max(place, joint.start() - _GLUED) and text[start - 1].isalpha():
                start -= 1
            while end < min(span.end, joint.end() + _GLUED) and text[end].isalpha():
                end += 1
        stretches.append(Span(place, max(start, place)))
        place = max(end, place)
    stretches.append(Span(place, max(span.end, place)))
    return [words for stretch in stretches if (words := words_of(text, [stretch]))]


def compare(parts: Sequence[Sequence[Word]], transcripts: Sequence[Transcript]) -> Comparison:
    """Return the comparison with the text that has most of the words; of equals with the one that differs least."""
    found = [comparison for transcript in transcripts if (comparison := _within(parts, transcript))]
    order = list(Likeness)
    return max(
        found,
        key=lambda one: (sum(part.matched for part in one.parts), -order.index(one.likeness)),
        default=Comparison(likeness=Likeness.MISSING),
    )


def _within(parts: Sequence[Sequence[Word]], transcript: Transcript) -> Comparison | None:
    """Compare with one text; the parts of a quotation are looked for one behind the other."""
    found: list[Alignment] = []
    whole = True
    for words in parts:
        if len(words) < SEED:
            continue
        part = align(words, transcript, found[-1].runs[-1].place_end if found else None)
        if part and (part.share == 1 or (part.share >= _LEAST_SHARE and part.matched >= _SURE_WORDS)):
            found.append(part)
        else:
            whole = False
    return _judged(tuple(found), transcript, whole) if found else None


def _judged(parts: tuple[Alignment, ...], transcript: Transcript, whole: bool) -> Comparison:
    total = sum(len(part.words) for part in parts)
    sure = all(part.share >= _SURE_SHARE and part.matched >= _SURE_WORDS for part in parts)
    share = sum(part.matched for part in parts) / total
    spliced = _spliced(parts, transcript)
    grave = [(part, one) for part in parts for one in part.differences if not is_small(part, one)]
    grave.sort(key=lambda pair: not _is_sure(*pair))
    if spliced is not None or grave:
        likeness = Likeness.SPLICED if spliced is not None else _kind(grave[0][1])
        sure = sure and (spliced if spliced is not None else _is_sure(*grave[0]))
        part, one = grave[0] if grave else (parts[0], None)
        return Comparison(
            likeness=likeness if sure else Likeness.UNCERTAIN,
            parts=parts,
            share=share,
            ours=_ours(part, one) if one and spliced is None else None,
            theirs=_theirs(part, one) if one and spliced is None else "",
        )
    if not whole:
        return Comparison(likeness=Likeness.UNCERTAIN, parts=parts, share=share)
    small = [(part, one) for part in parts for one in part.differences if not is_same(part, one)]
    if not small:
        return Comparison(likeness=Likeness.VERBATIM, parts=parts, share=1.0)
    lost = sum(max(one.said[1] - one.said[0], one.place[1] - one.place[0]) for _, one in small)
    return Comparison(
        likeness=Likeness.SMALL,
        parts=parts,
        share=max(total - lost, 0) / total,
        ours=_ours(*small[0]),
        theirs=_theirs(*small[0]),
    )


def _kind(one: Difference) -> Likeness:
    """Words that are only left out are a cut; others are altered."""
    return Likeness.CUT if one.said[0] == one.said[1] else Likeness.ALTERED


def _is_sure(part: Alignment, one: Difference) -> bool:
    """Tell whether it is surely the same place: at an edge only where one number or negation stands for a word."""
    return not one.edge or (one.said[1] - one.said[0] == one.place[1] - one.place[0] == 1 and is_strict(part, one))


def _spliced(parts: tuple[Alignment, ...], transcript: Transcript) -> bool | None:
    """Tell whether places are joined that do not follow each other, False if that is likely and not sure."""
    signs = [_leaps(part) for part in parts if part.leaps]
    signs += [sure for part in parts for sure in _crossings(part.runs, transcript)]
    signs += [sure for before, after in pairwise(parts) for sure in _joins(before.runs[-1], after.runs[0], transcript)]
    return any(signs) if signs else None


def _leaps(part: Alignment) -> bool:
    """Tell whether the words of a leap are surely not those that stand where the text goes on."""
    first = part.leaps[0]
    before = [run for run in part.runs if run.said < first.said]
    place = before[-1].place_end
    here = {word.key for word in part.transcript.words[place : place + first.length + _REPEATS]}
    leapt = [word.key for word in part.words[first.said : first.said_end]]
    return sum(key in here for key in leapt) * 2 < len(leapt) and sum(run.length for run in before) >= _SURE_WORDS


def _crossings(runs: Sequence[Run], transcript: Transcript) -> Iterator[bool]:
    """Yield a sign for each place in a part where words are left out and somebody else begins to speak."""
    for before, after in pairwise(runs):
        if before.place_end < after.place:
            yield from _joins(before, after, transcript)


def _joins(before: Run, after: Run, transcript: Transcript) -> Iterator[bool]:
    """Yield whether it is sure that two runs stand in another order or in different turns, if they seem to."""
    if after.place < before.place_end or transcript.turn(before.place_end - 1) != transcript.turn(after.place):
        yield min(before.length, after.length) >= _SURE_WORDS


def _ours(part: Alignment, one: Difference) -> Span | None:
    """Return where the words of the article stand that differ, or None if it has none there."""
    words = part.words[slice(*one.said)]
    return Span(words[0].start, words[-1].end) if words else None


def _theirs(part: Alignment, one: Difference) -> str:
    return part.transcript.between(*one.place)
