"""An unnamed source is described so thinly that a reader cannot tell how it would know.

## Why it matters
Somebody's position shows whether this person could know what is said.

## What you can do
Write down the one question that you would ask this person.

## For writers
Say which body or side the source belongs to, and how it knows: read the memo, sat in the room.

## Standards
- AP: A bare "source" is not enough; describe as far as you can.
- NPR: Tell the party, agency or side, and how the source knows.
- BBC: Say what you can about an unnamed source without misleading anybody about its standing.

## Flagged
> [[A source]] said the bridge was unsafe.

> [[Two officials]] said the bridge was unsafe.

## Not flagged
> A Treasury official who read the memo said the bridge was unsafe.

> Ana Ruiz, the harbour master, said the bridge was unsafe.

## Limits
The ladder: 0 a bare "source", 1 a group, 2 an institution or side, 3 how they know, 4 that and a possible interest.
Where the text says that more would give the person away, the institution or side is enough. Of whom it asks is told
under the check on reasons. The best description anywhere in the article counts.

Somebody of a body, a side or a place who tells what they themselves did, saw or underwent is taken to say how they
know, and so are passengers and other witnesses; of officials, aides, friends and spokespeople this is not taken.
"Familiar with the matter" and "close to" say that somebody knows, and not how; with "knowledge of" the matter a body
is enough. A spokesperson of a named body is on the second rung.
"""

import re
from collections.abc import Iterator

from source_audit.attribution import Source, SourceKind
from source_audit.check import Category, check
from source_audit.checks._informants import is_routine
from source_audit.checks._knowing import is_of_informed, is_of_those_met, is_told_how, is_witness, tells_own
from source_audit.checks._mistaken import is_protected
from source_audit.checks._near import lexicon
from source_audit.checks._unnamed import no_name_missed, unnamed_of
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.reading import Reading

_SIDE, _HOW = 2, 3
_ONE_OF = re.compile(r"(?:one|two|three|another|some)\sof\s(?:the|his|her|its|their)\s", re.IGNORECASE)
"""Somebody of a group that the article tells of."""
_CONCERNED = re.compile(
    r"(?:one|two|three|another)\sof\s(?:the|those|these)\s(?:\w+\s)?(?:\w+ing|(?!(?:un)?named\b|retired\b|elected\b|affected\b|appointed\b|newly\b)\w{3,20}ed)\b",
    re.IGNORECASE,
)
"""Somebody of those whom the event befell ("one of the suspended teachers")."""
_MESSAGES = (
    "A bare word stands for this source: neither a group nor a body is told.",
    "Only the group is told, not the body or side the source belongs to.",
    "The body or side is told, but not how the source knows.",
    "The text says how the source knows.",
    "The text says how the source knows and what interest it may have.",
)


@check(
    question="Is an unnamed source described closely enough to tell how it knows?",
    title="Unnamed sources are described.",
    tally="Unnamed sources whose way of knowing is told: {good} of {all}.",
    category=Category.ANONYMITY,
    since="0.1",
)
def anonymous_description(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one case for each unnamed source, with its rung on the ladder."""
    sources = list(unnamed_of(reading).missed)
    if not sources:
        yield NotApplicable(reason=no_name_missed(reading))
    for source, mention in sources:
        rung = min(_rung(reading, source), len(_MESSAGES) - 1)
        excused = rung == _SIDE and (is_protected(reading, mention) or _more_would_identify(reading, source))
        yield Case(
            message="More detail would give the source away, says the text." if excused else _MESSAGES[rung],
            evidence=(Evidence(span=mention, note="the unnamed source"),),
            verdict=Verdict.HOLDS if excused else _verdict(rung),
            value=float(_HOW if excused else rung),
        )


def _rung(reading: Reading, source: Source) -> int:
    """Return the rung of a source: to speak for an office is a side, and what it tells or what follows may say more."""
    least = _SIDE if is_routine(source) or source.kind in (SourceKind.PERSON, SourceKind.ORGANISATION) else 0
    told = max(source.anonymity or 0, least)
    if told >= _HOW:
        return told
    if _CONCERNED.match(source.name):
        return _HOW
    placed = told == _SIDE or _ONE_OF.match(source.name) is not None
    own = (
        is_witness(source)
        or is_of_those_met(reading, source)
        or is_of_informed(reading, source)
        or (placed and tells_own(reading, source))
    )
    return _HOW if own or is_told_how(reading, source) else told


def _verdict(rung: int) -> Verdict:
    if rung >= _HOW:
        return Verdict.HOLDS
    return Verdict.MILD if rung == _SIDE else Verdict.BREAKS


def _more_would_identify(reading: Reading, source: Source) -> bool:
    """Tell whether the text says so, in the reason or in a sentence about the source."""
    reason = [source.reason_unnamed] if source.reason_unnamed else []
    about = [sentence for mention in source.mentions for sentence in reading.sentences_in(mention)]
    words = lexicon("reasons", "would_identify")
    return any(words.first(reading.text, place) for place in (*reason, *about))
