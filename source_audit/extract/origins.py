"""The recount: voices that are one body, that repeat the same words or pass on one report, are one origin.

Those who say something together are voices of their own: being heard together neither joins nor parts them.
"""

from collections.abc import Iterator, Sequence

from source_audit.attribution import Attribution, Repeat, Source, SourceKind
from source_audit.document import BODY_KINDS, BlockKind, Document
from source_audit.extract.aligning import LEAST_OVERLAP, LEAST_RUN
from source_audit.extract.one_body import by_account, by_description, by_report, by_table, by_text, joined, shown
from source_audit.extract.passing_on import by_agency, by_citation
from source_audit.extract.repeats import Echo, find_echoes
from source_audit.extract.wires import agency_credits
from source_audit.origin import Join, JoinKind, Origins
from source_audit.reading import Reading

MOST_VOICES = 400
"""With more voices a text is no article, and nothing is merged but repeats."""


def recount(reading: Reading) -> Origins:
    """Return the origins of an article's voices: who is heard in body or posts, no class and nobody not told."""
    document = reading.document
    counted = (a for a in reading.attributions if _stands_in_body_or_post(document, a))
    heard = {source.id for a in counted for source in a.speakers}
    voices = [s for s in reading.sources if s.id in heard and not s.collective and s.kind is not SourceKind.UNKNOWN]
    agencies = agency_credits(document)
    found = [*_joins(reading, voices), *by_agency(document, voices, agencies)]
    names = {source.id: source.name for source in voices}
    own = (join for join in found if names.keys() >= set(join.source_ids) and len(set(join.source_ids)) > 1)
    return Origins.of_voices(names, dict.fromkeys(own), agencies)


def _joins(reading: Reading, voices: Sequence[Source]) -> Iterator[Join]:
    if len(voices) <= MOST_VOICES:
        yield from by_table(reading.document, voices)
        yield from by_text(voices)
        yield from by_description(voices)
        yield from by_report(voices)
        yield from by_account(reading.document, voices)
        yield from by_citation(reading, voices)
    yield from _by_repeat(reading)
    yield from _by_echo(reading)


def _by_repeat(reading: Reading) -> Iterator[Join]:
    """Join a post with the source whose statement it repeats."""
    document = reading.document
    posts = {a.contents[0]: a for a in reading.attributions if a.rule == "post"}
    for repeat in reading.repeats:
        words = document.embeds[repeat.embed].words
        post, original = posts.get(words) if words else None, reading.attribution(repeat.attribution_id)
        if post and post.source and original.source and not original.joint and _mostly(document, repeat):
            reason = f"the post repeats the words of {shown(original.source)}"
            yield joined(JoinKind.REPEAT, original.source, post.source, reason, [repeat.quoted, repeat.post])


def _by_echo(reading: Reading) -> Iterator[Join]:
    """Join a voice that only says again what another has said, in the same words."""
    echoes: dict[str, list[Echo]] = {}
    for echo in find_echoes(reading.document, reading.attributions):
        if (
            echo.attribution.source
            and not echo.attribution.joint
            and _stands_in_body_or_post(reading.document, echo.attribution)
        ):
            echoes.setdefault(echo.attribution.source.id, []).append(echo)
    for found in echoes.values():
        again, original = found[0].attribution.source, found[0].original.source
        own = {echo.attribution.id for echo in found}
        if again and original and own.issuperset(again.attribution_ids):
            reason = f"{shown(again)} repeats the words of {shown(original)}"
            yield joined(JoinKind.SAME_WORDS, original, again, reason, [found[0].said, found[0].again])


def _stands_in_body_or_post(document: Document, attribution: Attribution) -> bool:
    """Tell whether a statement counts: headline and captions repeat the body or stand beside it."""
    block = document.block_at(attribution.contents[0].start if attribution.contents else attribution.start)
    return block is not None and (block.kind in BODY_KINDS or block.kind is BlockKind.EMBED)


def _mostly(document: Document, repeat: Repeat) -> bool:
    """Tell whether a post is little else than the statement; a shared slogan or one shared sentence joins no voices."""
    return repeat.overlap >= LEAST_OVERLAP and len(repeat.post.of(document.text).split()) >= LEAST_RUN
