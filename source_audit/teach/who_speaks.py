"""Exercise: who is speaking? Excerpts are matched with the sources of the article."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from source_audit.attribution import Attribution, Kind, Source, SourceKind
from source_audit.span import Span
from source_audit.teach.material import Draft, Material, band_of, limit, texts
from source_audit.teach.model import Band, Key

NAME = "who-speaks"
_PERSONAL = frozenset({"he", "she"})
_PRONOUNS = _PERSONAL | {"they", "it", "who", "i", "we"}
_PEOPLE = frozenset({SourceKind.PERSON, SourceKind.UNNAMED_PERSON, SourceKind.ACCOUNT})
_NEAR = 60
_UNSETTLED = "unidentified-speakers"


def drafts(material: Material) -> list[Draft]:
    """Return what could be asked about an article; nothing where fewer than two sources could be told apart."""
    found = list(_spoken(material))
    answers = {draft.key.answer for draft in found if draft.key.band is not Band.OPEN}
    return found if len(answers) > 1 else []


def choices(material: Material, chosen: Sequence[Draft]) -> tuple[str, ...]:
    """Return the names to choose from, in the order of the alphabet: the speakers, and one who is none."""
    names = {draft.key.answer for draft in chosen if draft.key.answer}
    distractor = _distractor(material, {*names, *(name for draft in chosen for name in draft.key.accept)})
    return tuple(sorted({*names, *filter(None, [distractor])}, key=lambda name: (name.casefold(), name)))


def _spoken(material: Material) -> Iterator[Draft]:
    """Yield the excerpts; paraphrases only where there are too few of the speakers' own words."""
    own = [a for a in material.statements if a.kind is not Kind.INDIRECT]
    enough = len(own) >= limit("own_words") and len({a.source.id for a in own if a.source}) > 1
    seen: set[str] = set()
    for attribution in own if enough else material.statements:
        span = _excerpt(material, attribution)
        words = span.of(material.text) if span else ""
        if span and material.fits(span) and words not in seen:
            seen.add(words)
            yield Draft(span=span, key=_key(material, attribution))


def _excerpt(material: Material, attribution: Attribution) -> Span | None:
    """Return what is quoted, or the content, or its first sentence where it is long; never who is speaking."""
    content = material.trimmed(attribution.contents[0])
    if quoted := material.quoted_in(content):
        return quoted
    if material.fits(content):
        return content
    first = next(material.reading.sentences_in(content), None)
    if first is None or not first.overlaps(content):
        return None
    return material.shortened(Span(max(first.start, content.start), min(first.end, content.end)))


def _key(material: Material, attribution: Attribution) -> Key:
    """Return the source with the words that show it; what the text leaves open is for discussion."""
    source, why = attribution.source, texts(NAME)["why"]
    band = band_of(attribution.confidence)
    if source is None or band is Band.OPEN or not _is_clear(material, attribution, source):
        return Key(answer=None, band=Band.OPEN, why=why["open"], rule_id=attribution.rule)
    parts = sorted((*attribution.sources, *attribution.cue))
    joint = {one.name for one in attribution.joint} - {source.name}
    reason = "pronoun" if _pronouns(material, attribution) else "told" if attribution.sources else "untold"
    return Key(
        answer=source.name,
        accept=tuple(sorted({*(name for one in attribution.speakers for name in material.same_voice(one)), *joint})),
        band=band if reason == "told" else Band.LIKELY,
        why=why[reason].format(words=_together(material, attribution, parts), name=source.name),
        rule_id=attribution.rule,
        words=tuple(material.quote(part) for part in (*_antecedent(material, attribution, source), *parts)),
    )


def _together(material: Material, attribution: Attribution, parts: Sequence[Span]) -> str:
    """Return source and cue as they stand; what lies far between them, or is the statement itself, becomes dots."""
    said = "".join(part.of(material.text) for part in parts[:1])
    for before, part in pairwise(parts):
        gap = Span(before.end, max(before.end, part.start))
        far = len(gap) > _NEAR or "\n" in gap.of(material.text)
        said += (
            " … " if far or any(gap.overlaps(content) for content in attribution.contents) else gap.of(material.text)
        )
        said += part.of(material.text)
    return " ".join(said.split())


def _antecedent(material: Material, attribution: Attribution, source: Source) -> tuple[Span, ...]:
    """Return the name that a pronoun goes back to, if the source is a pronoun."""
    if not _pronouns(material, attribution):
        return ()
    named = [m for m in source.mentions if m.of(material.text).casefold() not in _PRONOUNS]
    return (max(before),) if (before := [m for m in named if m < attribution.sources[0]]) else ()


def _is_clear(material: Material, attribution: Attribution, source: Source) -> bool:
    """Tell whether the text settles who is speaking: somebody who could be counted, and of the kind of the pronoun."""
    if source.kind is SourceKind.UNKNOWN or source.collective:
        return False
    if source.kind not in _PEOPLE and _pronouns(material, attribution) & _PERSONAL:
        return False
    return not any(material.is_unsettled(content, _UNSETTLED) for content in attribution.contents)


def _pronouns(material: Material, attribution: Attribution) -> frozenset[str]:
    return _PRONOUNS & {part.of(material.text).casefold() for part in attribution.sources}


def _distractor(material: Material, names: set[str]) -> str | None:
    """Return a name that stands in the text and speaks nowhere, or else a source that is none of *names*."""
    speakers = " ".join(f"{s.name} {s.role or ''} {s.affiliation or ''}" for s in material.audit.sources)
    taken = set(speakers.casefold().split())
    for kind in (SourceKind.PERSON, SourceKind.ORGANISATION):
        for name in material.reading.names:
            words = " ".join(name.span.of(material.text).split())
            silent = not taken & set(words.casefold().split())
            if name.kind is kind and silent and " " in words and material.block(name.span.start):
                return words
    rest = (s.name for s in material.audit.sources if s.attribution_ids and s.name not in names and not s.collective)
    return next(rest, None)
