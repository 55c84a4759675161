"""Who says what, in whose words: the attribution triple of PARC and PolNeAR, its sources and quotations."""

from collections.abc import Sequence
from enum import StrEnum

from attrs import frozen

from source_audit.span import Span


class Kind(StrEnum):
    """Whose words the content is in (PARC, PolNeAR)."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class SourceKind(StrEnum):
    """What a source is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    OUTLET = "outlet"
    ACCOUNT = "account"
    UNNAMED_PERSON = "unnamed-person"
    UNNAMED_GROUP = "unnamed-group"
    UNKNOWN = "unknown"


class Use(StrEnum):
    """What quotation marks are used for."""

    SPEECH = "speech"
    SCARE = "scare"
    TITLE = "title"
    NAME = "name"
    UNSURE = "unsure"


@frozen(kw_only=True)
class Source:
    """One distinct source with every place that mentions it.

    ``role`` and ``affiliation`` are the text's own words. ``anonymity`` is the rung of the ladder for an unnamed
    source (0 "sources", 1 group, 2 institution or side, 3 how they know, 4 both and a possible interest), None for
    a named one. ``collective`` marks a class in general ("experts", "critics"), which nobody could count.
    ``reason_unnamed`` is where the text says why the name is withheld. ``attribution_ids`` are its statements.
    ``role_span`` and ``affiliation_span`` are where the text says so. ``speaks_for`` are the words for the body or
    person whom it speaks for ("the ministry", "Ruiz"). ``relays`` are the words that say that its statements were made
    elsewhere ("told CNN", "in a statement"); it is ``first_hand`` if a statement carries no such words. ``candidates``
    are the names of those whom a pronoun may mean, best first, where the text does not tell: such a source is unknown.
    """

    id: str
    name: str
    kind: SourceKind
    named: bool
    role: str | None = None
    affiliation: str | None = None
    anonymity: int | None = None
    collective: bool = False
    reason_unnamed: Span | None = None
    mentions: tuple[Span, ...] = ()
    attribution_ids: tuple[str, ...] = ()
    role_span: Span | None = None
    affiliation_span: Span | None = None
    speaks_for: str | None = None
    relays: tuple[Span, ...] = ()
    first_hand: bool = True
    candidates: tuple[str, ...] = ()

    @property
    def unnamed(self) -> bool:
        """Whether it is somebody who could be counted but is not named (`checks.md`, ruling 8)."""
        return self.kind in (SourceKind.UNNAMED_PERSON, SourceKind.UNNAMED_GROUP) and not self.collective


@frozen(kw_only=True)
class Quotation:
    """A stretch in quotation marks, the marks included, with the style of the marks and what they are used for."""

    span: Span
    marks: str
    use: Use
    attribution_id: str | None = None


@frozen(kw_only=True)
class Reason:
    """Something that weighed for an attribution, or against it if ``weight``, in log-odds, is below zero.

    ``feature`` is what was looked at, in plain English ("what follows the cue"); ``value`` is what was seen there.
    """

    feature: str
    value: str
    weight: float


@frozen(kw_only=True)
class Attribution:
    """Information and the source it is said to come from.

    ``contents``, ``cue`` and ``sources`` are spans as they stand in the text and may be plural or missing;
    ``source`` is the resolved source or None; ``joint`` are the others who say it together with it, in their order.
    ``relay`` are the words that say where it was said ("told CNN", "in a statement"). ``confidence`` runs from 0 to
    1: the share of words that the content is expected to have right, times how likely the speaker is; a rule of
    layout has a fixed one. ``rule`` names the rule that proposed it. ``reasons`` are the few features that weighed
    most, the weightiest first; a rule without the model has none.
    """

    id: str
    kind: Kind
    contents: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    sources: tuple[Span, ...] = ()
    source: Source | None = None
    joint: tuple[Source, ...] = ()
    confidence: float = 1.0
    rule: str = ""
    relay: Span | None = None
    reasons: Sequence[Reason] = ()

    @property
    def speakers(self) -> tuple[Source, ...]:
        """All who say it, the first one first; nobody if no source is resolved."""
        return (self.source, *self.joint) if self.source else ()

    @property
    def told(self) -> bool:
        """Whether the text tells of one of them who it is."""
        return any(speaker.kind is not SourceKind.UNKNOWN for speaker in self.speakers)

    @property
    def named(self) -> bool:
        """Whether somebody with a name says it, alone or together with others."""
        return any(speaker.named for speaker in self.speakers)

    @property
    def start(self) -> int:
        """Where its first part begins."""
        return min(span.start for span in (*self.contents, *self.cue, *self.sources))


@frozen(kw_only=True)
class Name:
    """A name in the text, of a person, an organisation or something else, and the source it belongs to."""

    span: Span
    kind: SourceKind
    key: str


@frozen(kw_only=True)
class Repeat:
    """An embed whose words repeat a statement of the article.

    ``overlap`` is the share of the post's content words that stand in the statement in the same order (0 to 1).
    """

    embed: int
    attribution_id: str
    quoted: Span
    post: Span
    overlap: float


@frozen(kw_only=True)
class Declared:
    """A row of a register that the caller supplied: an account, name or host, its side, and the file that says so.

    ``platform`` narrows it to accounts of one platform ("x"); ``date`` is the row's own.
    """

    name: str
    side: str
    note: str = ""
    origin: str = ""
    platform: str = ""
    date: str = ""
