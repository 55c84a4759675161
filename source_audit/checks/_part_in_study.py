"""Who speaks in a story on one study, and who of them had no part in it."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from attrs import frozen

from source_audit.attribution import Source, SourceKind
from source_audit.checks._informants import SURE
from source_audit.checks._near import beside, lexicon, once
from source_audit.checks._voices import body_words
from source_audit.lexicon import Lexicon
from source_audit.reading import Reading
from source_audit.resources import data
from source_audit.span import Span

_DEPENDS = re.compile(r"(?:[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[A-Z][\w.\s]{1,40}['’]s?)\s")
_BESIDE = 200


@frozen(kw_only=True)
class Speakers:
    """The people who speak in a story on a study: all, those from outside, and those of whom the text does not tell it.

    ``words`` say that somebody from outside speaks, whoever it is.
    """

    people: list[Source]
    outside: list[Source]
    doubtful: list[Source]
    words: list[Span]

    @property
    def only_makers(self) -> bool:
        """Whether nobody speaks who is or may be from outside."""
        return not (self.outside or self.doubtful or self.words)


@once
def speakers_on_study(reading: Reading) -> Speakers:
    """Return who speaks in a story on a study."""
    people = [source for source in reading.sources if _speaks(reading, source)]
    return Speakers(
        people=people,
        outside=[source for source in people if _is_outside(reading, source)],
        doubtful=[source for source in people if _may_judge(source) and not _is_author(reading, source)],
        words=[*islice(phrases(reading, "outside"), 1)],
    )


def phrases(reading: Reading, name: str) -> Iterator[Span]:
    """Yield the phrases of a list of words on studies that stand in the body."""
    for block in reading.document.body:
        yield from lexicon("study", name).find(reading.text, block.span)


def _speaks(reading: Reading, source: Source) -> bool:
    """Tell whether a person with a name surely says something; a name within a mention of the study is no person's."""
    if not source.named or source.kind is not SourceKind.PERSON:
        return False
    papers = (one for mention in source.mentions[:1] for one in reading.references_in(mention))
    said = (reading.attribution(name) for name in source.attribution_ids)
    return any(one.confidence >= SURE for one in said) and not any(paper.kind == "study" for paper in papers)


def _about(reading: Reading, source: Source) -> Iterator[Span]:
    """Yield what stands beside the mentions of a source in their sentences."""
    yield from (beside(reading, mention, _BESIDE) for mention in source.mentions)


def _is_outside(reading: Reading, source: Source) -> bool:
    """Tell whether the text says so, or gives somebody a role in which nobody makes studies."""
    if any(lexicon("study", "outside").first(reading.text, sentence) for sentence in _about(reading, source)):
        return True
    told = _told(source)
    bound = _belongs(source.role or "") or body_words().first(told) is not None
    elsewhere = _official().first(told) is not None and not bound
    makers = any(lexicon("study", name).first(told) for name in ("scholars", "no_outsiders"))
    return elsewhere and not makers and not _is_author(reading, source)


def _told(source: Source) -> str:
    return " ".join(filter(None, (source.role, source.affiliation)))


def _belongs(role: str) -> bool:
    """Tell whether a role is one in somebody's house: "its president", "Gradewell's director", "the insurer's head"."""
    return _DEPENDS.match(role) is not None or lexicon("study", "houses").first(role) is not None


def _may_judge(source: Source) -> bool:
    """Tell whether somebody could be an expert from outside, by a title or a calling, and belongs to no author."""
    return (
        not _belongs(source.role or "")
        and lexicon("study", "scholars").first(f"{_told(source)} {source.name}") is not None
    )


@cache
def _official() -> Lexicon:
    """Return the words for offices in which nobody makes studies."""
    people = data("source_roles")["people"]
    return Lexicon((*people["politician"], *people["official"]))


def _is_author(reading: Reading, source: Source) -> bool:
    """Tell whether the text says so, or somebody speaks of the study as their own."""
    if any(lexicon("study", "authors").first(reading.text, sentence) for sentence in _about(reading, source)):
        return True
    said = (part for name in source.attribution_ids for part in reading.attribution(name).contents)
    return any(lexicon("study", "own").first(reading.text, part) for part in said)
