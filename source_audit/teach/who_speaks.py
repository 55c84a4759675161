"""Exercise: who is speaking? Excerpts are matched with the sources of the article."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from attrs import evolve

from source_audit.attribution import Attribution, Kind, Source, SourceKind
from source_audit.span import Span
from source_audit.teach.material import Draft, Material, band_of, exercise, limit, texts
from source_audit.teach.model import Band, Exercise, Key

NAME = "who-speaks"
_PRONOUNS = frozenset({"he", "she", "they", "it", "who", "i", "we"})
_SPEAKERS = (SourceKind.PERSON, SourceKind.ORGANISATION)
_UNSETTLED = "unidentified-speakers"


def compose(material: Material, used: frozenset[int]) -> Exercise:
    """Make the exercise of one article; it is empty where fewer than two sources could be told apart."""
    spoken = list(_spoken(material))
    sure = [pair for pair in spoken if pair[1].key.band is not Band.OPEN]
    sources = {source.id: source for source, _ in sure if source}
    if len({source.name for source in sources.values()}) < 2:
        return exercise(material, NAME, [], (), used)
    chosen = [draft for _, draft in _some_of_each(sure)]
    still_open = [draft for _, draft in spoken if draft.key.band is Band.OPEN]
    names = {str(draft.key.answer) for draft in chosen}
    distractor = _distractor(material, names)
    options = tuple(sorted({*names, *filter(None, [distractor])}, key=str.casefold))
    made = exercise(material, NAME, [*chosen, *still_open], options, used)
    spare = sorted(set(options) - {item.key.answer for item in made.items})
    return evolve(made, notes=(*made.notes, *(texts(NAME)["why"]["distractor"].format(name=name) for name in spare)))


def _spoken(material: Material) -> Iterator[tuple[Source | None, Draft]]:
    """Yield each excerpt with its source; paraphrases only where there are too few of the speakers' own words."""
    own = [a for a in material.statements if a.kind is not Kind.INDIRECT]
    told = own if len(own) >= limit("suffices") and len(_names(own)) > 1 else material.statements
    for attribution in told:
        span = _excerpt(material, attribution)
        if span and material.fits(span):
            yield attribution.source, Draft(span=span, key=_key(material, attribution))


def _names(attributions: Sequence[Attribution]) -> set[str]:
    return {attribution.source.name for attribution in attributions if attribution.source}


def _excerpt(material: Material, attribution: Attribution) -> Span | None:
    """Return the content, or its first sentence where it is long; never the words that name the source."""
    content = material.trimmed(attribution.contents[0])
    if material.fits(content):
        return content
    first = next(material.reading.sentences_in(content), None)
    if first is None or not first.overlaps(content):
        return None
    return material.trimmed(Span(max(first.start, content.start), min(first.end, content.end)))


def _key(material: Material, attribution: Attribution) -> Key:
    source, why = attribution.source, texts(NAME)["why"]
    known = source is not None and source.kind is not SourceKind.UNKNOWN and not source.collective
    unsettled = any(material.is_unsettled(content, _UNSETTLED) for content in attribution.contents)
    band = band_of(attribution.confidence) if known and not unsettled else Band.OPEN
    if source is None or band is Band.OPEN:
        return Key(answer=None, band=Band.OPEN, why=why["open"], rule_id=attribution.rule)
    words = " ".join(part.of(material.text) for part in sorted((*attribution.sources, *attribution.cue)))
    pronoun = any(part.of(material.text).casefold() in _PRONOUNS for part in attribution.sources)
    reason = "pronoun" if pronoun else "told" if attribution.sources else "untold"
    return Key(
        answer=source.name,
        accept=material.same_voice(source),
        band=Band.LIKELY if reason != "told" else band,
        why=why[reason].format(words=" ".join(words.split()), name=source.name),
        rule_id=attribution.rule,
        words=tuple(material.quote(part) for part in sorted((*attribution.sources, *attribution.cue))),
    )


def _some_of_each(pairs: Sequence[tuple[Source | None, Draft]]) -> Iterator[tuple[Source | None, Draft]]:
    """Yield the first excerpts of every source."""
    by_source = sorted(pairs, key=lambda pair: pair[0].id if pair[0] else "")
    for _, own in groupby(by_source, key=lambda pair: pair[0].id if pair[0] else ""):
        yield from list(own)[: limit("per_source")]


def _distractor(material: Material, names: set[str]) -> str | None:
    """Return a name that stands in the text and speaks nowhere, or else a source that no excerpt is from."""
    speakers = " ".join(f"{s.name} {s.role or ''} {s.affiliation or ''}" for s in material.audit.sources).casefold()
    taken = set(speakers.split())
    for name in material.reading.names:
        words = " ".join(name.span.of(material.text).split())
        if name.kind in _SPEAKERS and len(words.split()) > 1 and not taken & set(words.casefold().split()):
            return words
    rest = (s.name for s in material.audit.sources if s.attribution_ids and s.name not in names and not s.collective)
    return next(rest, None)
