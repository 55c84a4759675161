"""In which roles the sources of an article speak: officials, experts, people who are affected, and others.

## Why it matters
Who gets to speak shapes a story. Officials are easy to reach, and people who are hit by a decision often are not.

## What you can do
Name one voice that is missing, and look for somebody who could say it.

## For writers
Nothing to mend by number. Ask who knows the matter from another place.

## Standards
- CredCo: The kinds of sources that an article uses tell something about how it was made.
- SPJ: Seek out people whose voices are seldom heard.

## Flagged
> [[Ana Ruiz, a professor of engineering]], said the bridge was unsafe. [[Tom Hill, the police chief]], said it was not.

## Not flagged
> The harbour has two moles of stone. Ferries cross the bay every hour.

## Limits
Roles are read from the words beside a name, by a list; what the text does not tell stays open. Only what somebody does
or belongs to counts, and never sex, age, origin, faith or colour. No share is good or bad by itself.
"""

from collections.abc import Iterator

from source_audit.attribution import SourceKind
from source_audit.check import Category, check
from source_audit.checks._near import first_mention
from source_audit.checks._roles import UNTOLD, roles, voices
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.reading import Reading
from source_audit.resources import data

_EXAMPLES = 5


@check(
    question="In which roles do the sources speak?",
    title="The roles of the sources are counted.",
    tally="Roles in which sources speak: {all}.",
    category=Category.INDEPENDENCE,
    since="0.1",
)
def source_roles(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one note for each role that occurs, with its first sources."""
    speaking: dict[str, list[Evidence]] = {}
    for source in voices(reading):
        role, mention = roles(reading)[source.id], first_mention(reading, source)
        if mention and not (role == UNTOLD and source.kind is SourceKind.UNNAMED_GROUP):
            speaking.setdefault(role, []).append(Evidence(span=mention, note="a source"))
    count = sum(map(len, speaking.values()))
    if not count:
        yield NotApplicable(reason="The text gives no statement to a source.")
    for role, name in data("source_roles")["names"].items():
        if found := speaking.get(role):
            yield Case(
                message=f"{name}: {len(found)} of {count}.",
                evidence=tuple(found[:_EXAMPLES]),
                verdict=Verdict.NOTE,
                value=len(found) / count,
            )
