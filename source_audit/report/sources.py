"""The sources of an audit with their tags, and who stands behind how many statements."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from attrs import field, frozen

from source_audit.attribution import Attribution, Source, SourceKind
from source_audit.audit import Audit
from source_audit.document import BODY_KINDS, BlockKind
from source_audit.lazy import lazy
from source_audit.narrator import passes_on
from source_audit.report.wording import shorten, words

LETTERS = "ndupq"
_LETTERS = {
    SourceKind.DOCUMENT: "d",
    SourceKind.ACCOUNT: "p",
    SourceKind.UNNAMED_PERSON: "u",
    SourceKind.UNNAMED_GROUP: "u",
    SourceKind.UNKNOWN: "u",
}
_ROLE = 60
_COUNTED = BODY_KINDS | {BlockKind.EMBED}


@frozen(kw_only=True)
class Tag:
    """The short sign of a source: a letter for its kind, and a number."""

    letter: str
    label: str
    name: str

    @property
    def spoken(self) -> str:
        """What is read aloud; it begins with the visible label."""
        return f"{self.label}, {words('stands')[self.letter]}: {self.name}"


@frozen(kw_only=True)
class Voice:
    """A source that speaks, with its tag and the statements of body and posts that it makes."""

    source: Source
    tag: Tag
    statements: tuple[Attribution, ...]

    @property
    def name(self) -> str:
        """Its name on one line; the text's own words stand in quotation marks if it is unnamed."""
        return f"“{self.tag.name}”" if self.tag.letter == "u" else self.tag.name

    @property
    def role(self) -> str:
        """The text's own words for what it does, cut where they are long."""
        role = self.source.role
        return "" if not role or _bare(role) == _bare(self.source.name) else shorten(role, _ROLE)


@frozen(kw_only=True, slots=False)
class Voices:
    """Everybody who speaks in an audit, and the statements that count."""

    audit: Audit = field(repr=False)

    @lazy
    def statements(self) -> tuple[Attribution, ...]:
        """The statements of others in body and posts, in the order of the text; the headline is not counted.

        There are none in a text that the rules cannot read.
        """
        if self.audit.document.is_foreign:
            return ()
        counted = (a for a in self.audit.attributions if _is_counted(self.audit, a))
        return tuple(sorted(counted, key=lambda attribution: attribution.start))

    @lazy
    def by_id(self) -> Mapping[str, Voice]:
        """The sources that make a statement or were counted as a voice, by id."""
        said: dict[str, list[Attribution]] = {}
        for attribution in self.statements:
            for speaker in attribution.speakers:
                said.setdefault(speaker.id, []).append(attribution)
        counted = {own for group in self.audit.origins.groups for own in group.source_ids}
        numbers: Counter[str] = Counter()
        voices: dict[str, Voice] = {}
        for source in () if self.audit.document.is_foreign else self.audit.sources:
            if not source.candidates and (source.id in said or source.id in counted):
                voices[source.id] = Voice(
                    source=source, tag=_tag(source, numbers), statements=tuple(said.get(source.id, ()))
                )
        return voices

    def of(self, attribution: Attribution) -> tuple[Voice, ...]:
        """Return all who make a statement, the first one first; nobody if that is not told."""
        by_id = self.by_id
        return tuple([by_id[speaker.id] for speaker in attribution.speakers if speaker.id in by_id])

    @lazy
    def letters(self) -> tuple[str, ...]:
        """The letter of who stands behind each statement, "q" if that is not told; a name counts most."""
        return tuple([_letter(self.of(attribution)) for attribution in self.statements])

    @lazy
    def counts(self) -> Mapping[str, int]:
        """How many statements have a source of each kind, by letter, in the order of the bar."""
        return {letter: self.letters.count(letter) for letter in LETTERS}


def _is_counted(audit: Audit, attribution: Attribution) -> bool:
    block = audit.document.block_at(attribution.contents[0].start if attribution.contents else attribution.start)
    return block is not None and block.kind in _COUNTED and passes_on(audit.document.text, attribution)


def _letter(voices: Sequence[Voice]) -> str:
    letters = [voice.tag.letter for voice in voices]
    return letters[0] if len(letters) == 1 else min(letters, key=LETTERS.index, default="q")


def _tag(source: Source, numbers: Counter[str]) -> Tag:
    letter = _LETTERS.get(source.kind, "n" if source.named else "u")
    numbers[letter] += 1
    return Tag(letter=letter, label=f"{letter.upper()}{numbers[letter]}", name=" ".join(source.name.split()))


def _bare(words_: str) -> str:
    """Return words as they are compared: without article and capitals."""
    return re.sub(r"^(?:the|an?)\s", "", " ".join(words_.lower().split()))
