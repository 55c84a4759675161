"""How much of what sources say stands in their own words, and how much is retold.

## Why it matters
Retelling saves space, but then you hear the reporter's words and not the speaker's.

## What you can do
Compare one retold statement with a direct quotation of the same person.

## For writers
Nothing to mend: each form has its use. Quote where the wording itself matters.

## Standards
- PolNeAR: Attributed words are direct, mixed or indirect, by how much of them stands in quotation marks.

## Flagged
> [["We are ready,"]] said Ana Ruiz, the harbour master. Ruiz said [[the bridge would open in May]].

## Not flagged
> The harbour has two moles of stone. Ferries cross the bay every hour.

## Limits
No share is good or bad. In US political news of 2015-16 about a fifth of all statements were direct, a tenth mixed
and two thirds retold.
"""

from collections.abc import Iterator

from source_audit.attribution import Kind
from source_audit.check import Category, check
from source_audit.checks._near import statement_span
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.reading import Reading

_EXAMPLES = 3
_FORMS = {
    Kind.DIRECT: "In the source's own words",
    Kind.MIXED: "Partly in the source's own words",
    Kind.INDIRECT: "Retold in the reporter's words",
}


@check(
    question="How much stands in the sources' own words, and how much is retold?",
    title="The forms of quotation are counted.",
    tally="How the text passes on what its sources say.",
    category=Category.ATTRIBUTION,
    since="0.1",
)
def quote_form_mix(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one note for each form that occurs, with its first examples."""
    statements = reading.body_attributions
    if not statements:
        yield NotApplicable(reason="The text gives no statement to a source.")
    for form, words in _FORMS.items():
        own = [statement_span(statement) for statement in statements if statement.kind is form]
        if own:
            yield Case(
                message=f"{words}: {len(own)} of {len(statements)} statements.",
                evidence=tuple(Evidence(span=span, note="an example") for span in own[:_EXAMPLES]),
                verdict=Verdict.NOTE,
                value=float(len(own)),
            )
