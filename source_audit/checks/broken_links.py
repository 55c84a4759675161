"""A link that should show a source leads to a page that is gone.

## Why it matters
A link that leads nowhere was once a source. Now you cannot see for yourself.

## What you can do
Paste the address into a web archive. Look for a copy from the days of the article.

## For writers
Follow your links again from time to time, and link a saved copy of what may vanish.

## Standards
- Wikipedia: Dead links are marked, and a saved copy is put beside the address.
- W3C: References lead to the original source.

## Flagged
A visit to the addresses shows:
```text
404 https://www.tarncounty.example/audit.pdf
200 https://www.marlowport.example/reports/12
```

```html
<article><h1>Bus losses grow</h1>
<p>Mayor Peter Aldous said <a href="https://www.tarncounty.example/audit.pdf">[[in an audit]]</a>
that the line lost a million crowns.</p>
<p>Ana Ruiz said in <a href="https://www.marlowport.example/reports/12">a report</a> that riders were few.</p></article>
```

## Not flagged
A visit to the addresses shows:
```text
200 https://www.tarncounty.example/audit.pdf
```

```html
<article><h1>Bus losses grow</h1>
<p>Mayor Peter Aldous said <a href="https://www.tarncounty.example/audit.pdf">in an audit</a>
that the line lost a million crowns.</p></article>
```

## Limits
It runs only where visits are asked for. It shows how an address answered on one day, from one place. A page that asks
for a password, a payment or a browser is for you to open. What a page says is not read, so a page that
stands under its address with other words on it is not noticed.
"""

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from source_audit.check import Category, Need, check
from source_audit.checks._links import is_aside
from source_audit.document import Link
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.reading import Reading
from source_audit.supplied import Outcome, Visit

_ARCHIVE = "https://web.archive.org/web/*/"
_LONGEST = 200
_MESSAGES = {
    Outcome.THERE: "The page answers.",
    Outcome.GONE: "The linked page is gone.",
    Outcome.WITHHELD: "The site did not show this page to a program; open it yourself.",
    Outcome.NO_HOST: "The linked site was not found.",
    Outcome.NO_ANSWER: "The linked site did not give a clear answer; try it yourself.",
    Outcome.REFUSED: "This address leads to a place that is not visited by a program.",
    Outcome.NOT_TRIED: "This link was not tried.",
}
_MOVED = "The link now leads to the front page of a site."
_SAVED = "The linked page is gone; the article also links a saved copy."


@check(
    question="Do the links that show a source still lead to a page?",
    title="Links to sources lead to a page.",
    tally="Links to sources that lead to a page: {good} of {all}; unclear: {unsure}.",
    category=Category.LINKS,
    since="0.1",
    needs=Need.HTML,
)
def broken_links(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one case for each address that stands with a statement or a document and was visited."""
    if reading.visits is None:
        yield NotApplicable(reason="Nobody asked to visit the links.")
        return
    visits = {visit.address: visit for visit in reading.visits}
    links = {link.href: link for link in reversed(reading.cited_links) if link.href in visits and not is_aside(link)}
    if not links:
        yield NotApplicable(reason="No link stands with a statement or a document.")
    online = any(visit.status for visit in visits.values())
    saved = {link.target for link in reading.document.links if link.via == "archive" and _answers(visits, link)}
    for href, link in sorted(links.items(), key=lambda item: item[1].span.start):
        verdict, message = _judged(visits[href], online=online, saved=link.via != "archive" and link.target in saved)
        yield Case(
            message=message, evidence=(Evidence(span=link.span, note=_note(link, visits[href])),), verdict=verdict
        )


def _answers(visits: Mapping[str, Visit], link: Link) -> bool:
    return link.href in visits and visits[link.href].outcome is Outcome.THERE


def _judged(visit: Visit, *, online: bool, saved: bool) -> tuple[Verdict, str]:
    """Say what a visit means; that a site is not found counts only where another one answered."""
    message = _MESSAGES[visit.outcome]
    if visit.outcome is Outcome.THERE:
        return (Verdict.UNSURE, _MOVED) if _ends_at_front(visit) else (Verdict.HOLDS, message)
    if visit.outcome is Outcome.GONE or (visit.outcome is Outcome.NO_HOST and online):
        return (Verdict.MILD, _SAVED) if saved else (Verdict.BREAKS, message)
    return Verdict.UNSURE, message


def _ends_at_front(visit: Visit) -> bool:
    """Tell whether a link to a page was sent on to a front page."""
    start, end = urlsplit(visit.address), urlsplit(visit.final)
    return start.path.strip("/") != "" and end.path.strip("/") == "" and not end.query


def _note(link: Link, visit: Visit) -> str:
    """Say which site it is and, where the page was not shown, where a copy can be looked for."""
    if visit.outcome is Outcome.THERE:
        return link.domain
    status = f", status {visit.status}" if visit.status else ""
    where = f"; look for a copy at {_ARCHIVE}{link.target}" if len(link.target) <= _LONGEST else ""
    return f"{link.domain}{status}{where}"
