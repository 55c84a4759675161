"""A study, report, ruling or data set is cited, and no link leads to it.

## Why it matters
A link lets you see for yourself what a document says and what it leaves out.

## What you can do
Search for the document's title. Open it and find the sentence that is quoted.

## For writers
Link the document itself where you first cite it, not a page about it.

## Standards
- Trust Project: Give readers access to the original documents.
- BBC: Link to the source material of a story, in the sentence that uses it.
- W3C: References lead to the original source.

## Flagged
```html
<article><h1>Bus losses grow</h1>
<p>[[The audit]] found that the line lost a million crowns. Riders were few.</p></article>
```

## Not flagged
```html
<article><h1>Bus losses grow</h1>
<p><a href="https://www.tarncounty.example/audit/night-bus.pdf">The audit</a> found
that the line lost a million crowns.</p></article>
```

## Limits
Documents that are leaked, sealed, not out yet, made by the outlet or seen by the reporter only are left out, and so are
mail, reports of other outlets and what a numbered note stands for. Where a link stands in a sentence beside it, or a
link elsewhere is called as the document is, you decide. A document cited twice counts once, and one link to it is
enough. A link counts for the document that it stands nearest to in its sentence, unless its words are only somebody's
name. Copied text keeps no links, so this check does not apply to it.
"""

from collections.abc import Iterator

from source_audit.check import Category, Need, check
from source_audit.checks._links import is_front_door, is_one_of
from source_audit.checks._papers import again, cited_papers, may_be_next
from source_audit.document import Link
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.reading import Reading

_MESSAGES = {
    Verdict.HOLDS: "A link leads to this document.",
    Verdict.MILD: "The link leads to the site's own page, not to the document.",
    Verdict.BREAKS: "A link to this document is not in the text.",
    Verdict.UNSURE: "No link stands with this document; one in a sentence beside it may lead to it.",
}


@check(
    question="Is each document that the text cites linked?",
    title="Documents that are cited are linked.",
    tally="Cited documents with a link to them: {good} of {all}.",
    category=Category.LINKS,
    since="0.1",
    needs=Need.HTML,
)
def primary_source_links(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one case for each document that is cited and that could be linked."""
    documents = cited_papers(reading)
    if not documents:
        yield NotApplicable(reason="The text cites no document that could be linked.")
    echoes = {repeat.embed for repeat in reading.repeats}
    for place, document in enumerate(documents):
        numbers = sorted({number for reference in document.about for number in reference.links})
        verdict, link = _verdict([reading.document.links[number] for number in numbers])
        posts = {reference.embed for reference in document.about if reference.embed is not None}
        if posts - echoes:  # a post that only repeats a statement is no document
            verdict = Verdict.HOLDS
        if verdict is Verdict.BREAKS and may_be_next(reading, document):
            verdict = Verdict.UNSURE
        later = (Evidence(span=span, note="the document again") for span in again(reading, documents, place))
        evidence = (Evidence(span=document.place, note="the document"), *_shown(link), *later)
        yield Case(message=_MESSAGES[verdict], evidence=evidence, verdict=verdict)


def _verdict(links: list[Link]) -> tuple[Verdict, Link | None]:
    """Judge the links that stand with a document, and return the one that decides."""
    pages = [link for link in links if not is_front_door(link) and not is_one_of(link, "accounts")]
    beyond = [link for link in pages if not is_one_of(link, "own")]
    if beyond:
        return Verdict.HOLDS, beyond[0]
    return (Verdict.MILD, pages[0]) if pages else (Verdict.BREAKS, None)


def _shown(link: Link | None) -> tuple[Evidence, ...]:
    return (Evidence(span=link.span, note="the link"),) if link else ()
