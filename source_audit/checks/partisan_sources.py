"""Sources, accounts and linked outlets with a known side, office, state control or interest, and how it is known.

## Why it matters
To know a source's side or stake is context, not a verdict: people with a side can be right.

## What you can do
Read how somebody from the other side describes the same fact.

## For writers
Nothing to mend. A few words about a source's side help readers more than leaving it out.

## Standards
- SPJ: Consider what sources may want before you promise them anything.
- NPR: Tell the audience which party or side a source speaks for.

## Flagged
> [[Senator Ann Poe, R-Texas]], said that the bridge would open in May.

> [[Tom Hill, a lobbyist for Acme Rail]], said that the bridge would open in May.

## Not flagged
> Ana Ruiz, the harbour master, said the bridge would open in May.

## Limits
Each line says how something is known: from the words of the text, from a public register with its date, from the name
of an account, or from a list that whoever made this audit added. Registers age, are far from complete, and some
disagree about the same outlet. An account is found by its platform and handle, never by a person's name; a name can be
irony. A side is not a rating, and sides, parties and states of every kind are treated alike.
"""

from collections.abc import Iterator
from itertools import groupby

from source_audit.check import Category, check
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.label import How, Label, Labelled, What
from source_audit.reading import Reading

_LONGEST_NAME = 80


@check(
    question="Which sources have a known side, office or interest, and how is it known?",
    title="Known sides, offices and interests of sources are shown.",
    tally="Sources, accounts and links with a known side, office or interest: {all}.",
    category=Category.INDEPENDENCE,
    since="0.1",
)
def partisan_sources(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one note for each source, account or link of which something is known, and how."""
    if not reading.labelled:
        yield NotApplicable(reason="No side, office or interest of a source, account or link is known.")
    for one in reading.labelled:
        yield _case(one)


def _case(one: Labelled) -> Case:
    name = " ".join(one.name.split())[:_LONGEST_NAME]
    own = Evidence(span=one.span, note=", ".join(dict.fromkeys(_HOW[label.how] for label in one.labels)))
    words = (label.span for label in one.labels if label.span)
    told = (Evidence(span=span, note="the words") for span in words if not one.span.overlaps(span))
    return Case(message=f"{name}: {'; '.join(_said(one))}.", evidence=(own, *told), verdict=Verdict.NOTE)


_HOW = {
    How.TEXT: "from the text",
    How.REGISTER: "from a register",
    How.NAME: "from the account's name",
    How.LIST: "from an added list",
}


def _said(one: Labelled) -> Iterator[str]:
    """Yield what each origin says, in a few words; the owner that a register names stands before what it says first."""
    owner = next((label.note for label in one.labels if label.how is How.REGISTER), "")
    for (how, origin, date), group in groupby(one.labels, key=lambda label: (label.how, label.origin, label.date)):
        labels = list(group)
        if how is How.REGISTER:
            values = [label.value for label in labels]
            values = [owner, *values] if owner and owner not in values else values
            owner = ""
            yield f"{', '.join(values)}, according to {origin} ({date})"
        else:
            yield from (_told(label) for label in labels)


def _told(label: Label) -> str:
    if label.how is How.TEXT:
        return f"the text says “{label.value}”"
    if label.how is How.LIST:
        more = ", ".join(part for part in (label.date, label.note) if part)
        return f"the added list {label.origin} says “{label.value}”{f' ({more})' if more else ''}"
    if label.what is What.KIND:
        return f"its name says that it is a {label.value}’s: “{label.origin}”"
    return f"its name takes a position {label.value}: “{label.origin}”"
