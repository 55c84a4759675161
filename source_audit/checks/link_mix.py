"""Where the links of the article lead: to the site itself, to posts and accounts, or to other sites.

## Why it matters
The words of a link do not show where it leads; the address does.

## What you can do
Follow one link to the site's own pages. Does it end at a source?

## For writers
Nothing to mend: own archives can serve readers well.

## Standards
- Stroobant: Links in online news lead to the site itself, to a sister site or elsewhere; the count tells them apart.

## Flagged
```html
<article><h1>Bus losses grow</h1>
<p>The line lost money, <a href="https://www.tarncounty.example/audit.pdf">[[an audit]]</a> found.</p></article>
```

## Not flagged
```html
<article><h1>Bus losses grow</h1>
<p>The line lost money, an audit found.</p></article>
```

## Limits
No mix is good or bad. That two sites have one owner is known of the larger houses only. Where a short link leads
is not tried: nothing is fetched.
"""

from collections.abc import Iterator

from source_audit.check import Category, Need, check
from source_audit.checks._links import is_one_of
from source_audit.document import Link
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.reading import Reading

_KINDS = (
    _OWN := "Links to the site's own pages",
    _HOUSE := "Links to other sites of the same owner",
    _SOCIAL := "Links to posts and accounts",
    _HIDDEN := "Short links, which hide where they lead",
    _OTHER := "Links to other sites",
)


@check(
    question="Where do the links lead?",
    title="The links are sorted by where they lead.",
    tally="Where the links of the text lead.",
    category=Category.LINKS,
    since="0.1",
    needs=Need.HTML,
)
def link_mix(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one note for each kind of destination that occurs, with its links."""
    links = reading.document.links
    beside = {support.link for support in reading.supports if support.attribution_ids}
    if not links:
        yield NotApplicable(reason="The text has no link.")
    kinds = [_kind(link) for link in links]
    for kind in _KINDS:
        own = [number for number, other in enumerate(kinds) if other == kind]
        if own:
            yield Case(
                message=f"{kind}: {len(own)} of {len(links)}.",
                evidence=tuple(Evidence(span=links[n].span, note=_note(links[n], n in beside)) for n in own),
                verdict=Verdict.NOTE,
                value=float(len(own)),
            )


def _kind(link: Link) -> str:
    if is_one_of(link, "social"):
        return _SOCIAL
    if is_one_of(link, "hidden"):
        return _HIDDEN
    return {"own": _OWN, "same-owner": _HOUSE}.get(link.owner, _OTHER)


def _note(link: Link, beside: bool) -> str:
    """Say where a link leads, and whether it stands in a sentence that gives a statement to somebody."""
    return f"{link.domain}, beside a statement" if beside else link.domain
