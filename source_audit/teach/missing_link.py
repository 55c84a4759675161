"""Exercise: could a reader check it? Statements with a link, with a name, and with neither."""

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from source_audit.attribution import Attribution, Source, SourceKind
from source_audit.document import Link
from source_audit.finding import Finding, Verdict
from source_audit.resources import data
from source_audit.span import Span
from source_audit.teach.material import Draft, Material, band_of, limit, options, texts
from source_audit.teach.model import Band, Key

NAME = "missing-link"
_MISSING = {
    "dangling-reference": ("nothing", "dangling"),
    "primary-source-links": ("look-up", "unlinked"),
    "vague-collective-sources": ("nothing", "vague"),
    "agentless-attribution": ("nothing", "vague"),
}
"""What the findings of these checks mean for a reader who wants to check: the answer and the reason."""


def drafts(material: Material) -> list[Draft]:
    """Return what could be asked about an article; nothing where nothing is missing."""
    found: list[Draft] = []
    lacking = False
    for draft, lacks in chain(_missing(material), _by_source(material), _linked(material)):
        if material.fits(draft.span) and not any(draft.span.overlaps(earlier.span) for earlier in found):
            found.append(draft)
            lacking = lacking or lacks
    return found if lacking else []


def choices(_: Material, __: Sequence[Draft]) -> tuple[str, ...]:
    """Return the answers to choose from."""
    return tuple(options(NAME).values())


def _missing(material: Material) -> Iterator[tuple[Draft, bool]]:
    """Yield the sentences in which a check found that something is missing."""
    for check, finding in islice(material.findings(*_MISSING), limit("considered")):
        if span := material.sentences(finding.span):
            yield Draft(span=span, key=_key_of_finding(material, check, finding)), True


def _key_of_finding(material: Material, check: str, finding: Finding) -> Key:
    answer, reason = _MISSING[check]
    words = (material.quote(finding.span),)
    if finding.verdict is Verdict.UNSURE:
        why = finding.message if material.document.is_html else _why("lost")
        return Key(answer=None, band=Band.OPEN, why=why, rule_id=check, words=words)
    return Key(answer=_option(answer), band=Band.LIKELY, why=_why(reason), rule_id=check, words=words)


def _by_source(material: Material) -> Iterator[tuple[Draft, bool]]:
    """Yield the statements of unnamed sources, and those of sources that could be looked up, once for each source."""
    seen: set[str] = set()
    for attribution in material.statements:
        source = next((one for one in attribution.speakers if one.named), attribution.source)
        span = material.sentences((attribution.sources or attribution.contents)[0])
        if span and source and source.id not in seen and not _links_on(material, span):
            seen.add(source.id)
            if key := _key_of_source(material, attribution, source):
                yield Draft(span=span, key=key), not source.named


def _key_of_source(material: Material, attribution: Attribution, source: Source) -> Key | None:
    words = tuple(material.quote(part) for part in attribution.sources)
    rule, band = attribution.rule, band_of(attribution.confidence)
    if band is Band.OPEN:
        return None
    if source.unnamed:
        return Key(answer=_option("nothing"), band=Band.LIKELY, why=_why("unnamed"), rule_id=rule, words=words)
    if source.kind is SourceKind.DOCUMENT and not material.document.is_html:
        return Key(answer=None, band=Band.OPEN, why=_why("lost"), rule_id=rule, words=words)
    if source.named and source.kind in (SourceKind.PERSON, SourceKind.ORGANISATION):
        why = _why("named").format(name=source.name)
        return Key(answer=_option("look-up"), band=Band.LIKELY, why=why, rule_id=rule, words=words)
    return None


def _linked(material: Material) -> Iterator[tuple[Draft, bool]]:
    """Yield the sentences in which a link leads on."""
    for link in islice(material.document.links, limit("considered")):
        span = material.sentences(link.span)
        if span and _leads_on(link):
            words = (material.quote(link.span),)
            key = Key(answer=_option("link"), band=Band.SURE, why=_why("link"), rule_id="link", words=words)
            yield Draft(span=span, key=key), False


def _links_on(material: Material, span: Span) -> bool:
    return any(_leads_on(link) and link.span.overlaps(span) for link in material.document.links[: limit("considered")])


def _leads_on(link: Link) -> bool:
    """Tell whether a link leads to a page that could show something: no front door, no account, not the own site."""
    groups = data("links")
    return link.place not in groups["front_doors"] and link.serves not in {*groups["own"], *groups["accounts"]}


def _option(name: str) -> str:
    return options(NAME)[name]


def _why(name: str) -> str:
    return str(texts(NAME)["why"][name])
