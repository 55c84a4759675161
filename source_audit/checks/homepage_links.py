"""A link that should show a source leads to a front page or a search instead.

## Why it matters
A front door is no citation: you would have to search the house yourself.

## What you can do
Use the search of the linked site for the title or the name that is mentioned.

## For writers
Link the very page on which a reader finds what you cite.

## Standards
- BBC: Link to the page that matters for the story, not only to a home page.

## Flagged
```html
<article><h1>Bus losses grow</h1>
<p>Mayor Peter Aldous said <a href="https://www.tarncounty.example/">[[on the county's site]]</a>
that the line lost a million crowns.</p>
<p>Ana Ruiz said in <a href="https://www.marlowport.example/reports/12">a report</a> that riders were few.</p></article>
```

## Not flagged
```html
<article><h1>Bus losses grow</h1>
<p>Mayor Peter Aldous said <a href="https://www.tarncounty.example/news/44">on the county's site</a>
that the line lost money.</p>
<p>Ana Ruiz said in <a href="https://www.marlowport.example/reports/12">a report</a> that riders were few.</p></article>
```

## Limits
Only links in sentences that give a statement to a source, and links to a study, ruling or other thing that is named,
are looked at; links to topics, authors, shops and accounts are not, nor is the name of somebody who says nothing in the
sentence, with a link to that body's front page. One link alone is not asked about if it leads to the page itself; if it
leads to a front door it is, or a text that has lost its other links would be better off. Where a link really leads is
not tried: nothing is fetched.
"""

from collections.abc import Iterator
from itertools import chain

from source_audit.attribution import Source, SourceKind
from source_audit.check import Category, Need, check
from source_audit.checks._links import is_aside, is_front_door, is_name
from source_audit.checks._near import Cover
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.reading import Reading


@check(
    question="Do the links that show a source lead to the page itself?",
    title="Links to sources lead to the page itself.",
    tally="Links to sources that lead to the page itself: {good} of {all}.",
    category=Category.LINKS,
    since="0.1",
    needs=Need.HTML,
)
def homepage_links(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one case for each link that stands with a statement or a document."""
    bodies = _bodies_that_tell(reading)
    cited = (link for link in reading.cited_links if not is_aside(link))
    links = [link for link in cited if bodies.touches(link.span) or not (is_front_door(link) and is_name(link.text))]
    if not links:
        yield NotApplicable(reason="No link stands with a statement or a document.")
    elif len(links) == 1 and not is_front_door(links[0]):
        yield NotApplicable(reason="One link stands with a statement or a document, and it leads to the page itself.")
        return
    for link in links:
        front = is_front_door(link)
        yield Case(
            message="This link leads to a front page or a search." if front else "This link leads to a page.",
            evidence=(Evidence(span=link.span, note=link.domain or "the link"),),
            verdict=Verdict.BREAKS if front else Verdict.HOLDS,
        )


def _bodies_that_tell(reading: Reading) -> Cover:
    """Return the words that name whoever tells or passes on something, people with a full name left out."""
    telling = [one for one in reading.attributions if not _is_full_name(one.source)]
    relays = (one.relay for one in telling if one.relay)
    return Cover((*chain.from_iterable(one.sources for one in telling), *relays))


def _is_full_name(source: Source | None) -> bool:
    return source is not None and source.kind is SourceKind.PERSON and " " in source.name
