"""A post is shown in a way that it could not be found again.

## Why it matters
Posts vanish or change. Link, date, account and words let you look for one later.

## What you can do
Save a copy of the post with the date of today.

## For writers
Keep the post's address, its date, its handle and its words in the page itself.

## Standards
- W3C: What a text shows can be verified.
- Reuters: Keep a capture of what was posted.

## Flagged
```html
<article><h1>Bus line ends</h1><p>The bus line ends in May. Leona Marsh, a nurse, answered in a post:</p>
<blockquote class="twitter-tweet"><p>[[Twelve empty seats? Come with me at four.]]</p></blockquote></article>
```

## Not flagged
```html
<article><h1>Bus line ends</h1><p>The bus line ends in May. Leona Marsh, a nurse, answered in a post:</p>
<blockquote class="twitter-tweet"><p>Twelve empty seats? Come with me at four.</p>&mdash; Leona Marsh (@leonamarsh_tarn)
<a href="https://twitter.com/leonamarsh_tarn/status/2046668288947126272">April 21, 2026</a></blockquote></article>
```

## Limits
The address of a frame counts as link and handle, and a picture or film needs no words. Where accounts go by names, as
on Facebook, a name is enough; a link in the paragraph that leads to a post is one to it. A date that only the post's
number holds is not shown, so it does not count; a day and month without the year do. You decide where the page shows a
post's address as a line of text and nothing of the post. On many platforms the number in a post's address holds its
date; a printed date that is more than a day from it is named, and which of the two is right is left to you. Copied text
keeps no addresses, so this check does not apply to it.
"""

import re
from collections.abc import Iterator

from source_audit.check import Category, Need, check
from source_audit.checks._near import embed_span
from source_audit.checks._posts import earning, is_bare_address, paragraph_before
from source_audit.document import Embed
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.reading import Reading
from source_audit.resources import data

_PARTS = 4
_ENOUGH = 2
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_DATE = re.compile(
    rf"(?<!\w)(?:{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH}(?!\w)"
    r"|(?:19|20)\d\d-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
"""A day and a month: a platform leaves out the year that runs."""
_LAST_LINE = 80
_LONGEST = 4_000


@check(
    question="Can each post be found again?",
    title="Posts keep link, date, account and words.",
    tally="Posts with link, date, account and words: {good} of {all}.",
    category=Category.EMBEDS,
    since="0.1",
    needs=Need.HTML,
)
def embed_permalink(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one case for each post that counts, by how many of the four parts the page keeps."""
    if not reading.document.embeds:
        yield NotApplicable(reason="The article shows no post.")
    cases: list[tuple[int, Case]] = []
    for number, embed in enumerate(reading.document.embeds):
        missing, bare = _missing(reading, embed), is_bare_address(reading, embed)
        if place := embed_span(reading, embed):
            case = Case(
                message=_message(embed, missing),
                evidence=(Evidence(span=place, note="the post"),),
                verdict=Verdict.UNSURE if bare else _verdict(embed, _PARTS - len(missing)),
            )
            cases.append((number, case))
    yield from earning(reading, cases)


def _missing(reading: Reading, embed: Embed) -> list[str]:
    in_frame = embed.permalink and not embed.span
    parts = {
        "the link": embed.permalink or _is_linked(reading, embed),
        "the date": embed.printed_date or _is_dated(reading, embed),
        "the account": embed.handle or in_frame or (embed.author and embed.platform in data("frames")["by_name"]),
        "the words": embed.words or embed.text or embed.media_only,
    }
    return [name for name, value in parts.items() if not value]


def _is_linked(reading: Reading, embed: Embed) -> bool:
    """Tell whether a link to a post stands in the post or in the sentence that leads to it."""
    before = paragraph_before(reading, embed)
    places = [place for place in (embed.span, before.span if before else None) if place]
    links = (reading.document.links[number] for place in places for number in reading.links_in(place))
    return any(link.serves == "social-post" for link in links)


def _is_dated(reading: Reading, embed: Embed) -> bool:
    """Tell whether a date stands in what the page shows of a post: beside its words or in a short last line."""
    if embed.span is None:
        return False
    shown, words = embed.span, embed.words
    start = max(shown.start, shown.end - _LONGEST)
    last = reading.text.rfind("\n", start, shown.end) + 1
    short = start < last and shown.end - last <= _LAST_LINE
    places = (found.start() for found in _DATE.finditer(reading.text, start, shown.end))
    return any((words and not words.start <= place < words.end) or (short and place >= last) for place in places)


def _dates_differ(embed: Embed) -> bool:
    """Tell whether the printed date is not the one that the post's number holds; time zones make up to a day."""
    return embed.days_apart is not None and embed.days_apart > 1


def _message(embed: Embed, missing: list[str]) -> str:
    kept = f"Not on the page: {', '.join(missing)}." if missing else "The page keeps all four parts."
    if not _dates_differ(embed):
        return kept
    apart = f"{embed.days_apart} days from the date in the post's number, {embed.computed_date}"
    return f"The printed date, {embed.printed_date}, is {apart}.{f' {kept}' if missing else ''}"


def _verdict(embed: Embed, kept: int) -> Verdict:
    if kept == _PARTS:
        return Verdict.UNSURE if _dates_differ(embed) else Verdict.HOLDS
    return Verdict.MILD if kept >= _ENOUGH else Verdict.BREAKS
