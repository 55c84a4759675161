"""The page does not say what kind of text it is, or how it was made.

## Why it matters
News, opinion and advertising follow different rules. A label tells you what to expect. A note on method tells you what
was checked.

## What you can do
Look for the section or a label near the headline. Then find the line that says how they know.

## For writers
Print the section or the label over the text. In long work, say how you reported it and what you could not check.

## Standards
- Trust Project: Each story shows what type of work it is; in-depth work also says how and why it was done.
- NewsGuard: News and opinion are told apart.

## Flagged
```html
<article><h1>[[Market Hall Stays Shut]]</h1><p>By Jonas Pell</p>
<p>The market hall stays shut until June, Mayor Edda Quill said.</p>
<p>The council will look at the roof in May.</p></article>
```

## Not flagged
```html
<article><div>Local news</div><h1>Market Hall Stays Shut</h1><p>By Jonas Pell</p>
<p>The market hall stays shut until June, Mayor Edda Quill said.</p>
<p>The council will look at the roof in May.</p></article>
```

## Limits
A section such as "Local" counts as a label of news. Only a label near the headline or in the trail above it is seen.
Where just the page's data or its address name a section, this check does not apply. A word on method is asked of long
texts alone, and only listed wordings count as one. Copied text may have lost its
label on the way; the check cannot tell.
"""

from collections.abc import Iterator

from source_audit.check import Category, Lifecycle, check
from source_audit.checks._near import in_own_words, lexicon, opening
from source_audit.document import BlockKind, Document
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.reading import Reading
from source_audit.span import Span

_LABEL, _METHOD = 1.0, 2.0
"""Asked of every text, and of long ones."""
_VISIBLE = ("label", "headline")
_BY_THE_TEXT = ("text", "manner")


@check(
    question="Does the page say what kind of text this is and how it was made?",
    title="The text is labelled, and long work says how it was made.",
    tally="Said of two things, what kind of text it is and how it was made: {good}.",
    category=Category.TRANSPARENCY,
    lifecycle=Lifecycle.EXPERIMENTAL,
    since="0.1",
)
def genre_and_method(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one case for the label, then one for how the text was made."""
    document = reading.document
    label = _label(document)
    if label is None and (unseen := _unseen(document)):
        yield NotApplicable(reason=unseen)
        return
    yield _labelled(reading, label)
    yield _made(reading)


def _unseen(document: Document) -> str:
    """Return why a label may be there that was not seen, or nothing."""
    if not document.is_html:
        return ""
    stated = document.genre.words if document.genre.by not in _BY_THE_TEXT else ""
    told = document.section.value if document.section else stated
    return (
        f"The data of the page say “{' '.join(told.split())[:60]}”; where it prints that was not seen." if told else ""
    )


def _label(document: Document) -> Span | None:
    """Return the label or section that the reader sees."""
    if document.section and document.section.span:
        return document.section.span
    place = document.genre.spans[0] if document.genre.spans else None
    if place is None or document.genre.by in _VISIBLE:
        return place
    if document.genre.value != "live-blog":
        return None
    heads = (block.span for block in document.blocks_of(BlockKind.HEADLINE))
    return place if any(place.overlaps(head) for head in heads) else None


def _labelled(reading: Reading, label: Span | None) -> Case:
    if label:
        message = f"The label “{' '.join(label.of(reading.text).split())}” stands over the text."
        return Case(
            message=message, evidence=(Evidence(span=label, note="the label"),), verdict=Verdict.HOLDS, value=_LABEL
        )
    message = "No section and no label such as News or Opinion was seen over the text."
    return Case(message=message, evidence=opening(reading), verdict=Verdict.MILD, value=_LABEL)


def _made(reading: Reading) -> Case:
    if place := _method(reading):
        evidence = (Evidence(span=place, note="how it was made"),)
        message = "The text says how it was made or checked."
        return Case(message=message, evidence=evidence, verdict=Verdict.HOLDS, value=_METHOD)
    message = "How this was reported, checked or corrected is not in the text."
    return Case(message=message, evidence=opening(reading), verdict=Verdict.NOTE, value=_METHOD)


def _method(reading: Reading) -> Span | None:
    """Return the first wording that tells how the text was made, said by the article itself."""
    return next(in_own_words(reading, lexicon("methods", "phrases")), None)
