"""A statement was made elsewhere, and no link leads a reader to where that was.

## Why it matters
This reporter did not hear the words first-hand. What was asked, and what else was said, stands elsewhere.

## What you can do
Open the original interview, release or post, and read the question and the words around the quotation.

## For writers
Say where the words were first said, and link that page or show the post.

## Standards
- AP: Credit facts and quotations that another outlet brought first.
- BBC: Where a text mentions or quotes another publication, link to it.

## Flagged
```html
<article><h1>Bridge to open in May</h1>
<p>The bridge has been shut since Monday. Anna Keller [[told Reuters]] that it would open in May.</p></article>
```

## Not flagged
```html
<article><h1>Bridge to open in May</h1>
<p>The bridge has been shut since Monday. Anna Keller <a
href="https://www.reuters.com/world/bridge-2026-05-02/">told Reuters</a> that it would open in May.</p></article>
```

## Limits
A link in the statement's sentence is enough, and so is an embedded post for words from a post, or a recording for
words to an outlet. Outlets are known by name or by a word in it ("Radio", "Times"). Copied text keeps no links, so it
is enough there that the origin is told. Words from a document, from a public event and to this outlet itself are not
second-hand, nor is a statement to police, a court or a parliament. Where a page does not say which outlet it is,
"emails seen by the Ledger" tells it, and else a reader is asked whether "told the Wire" is said to the paper itself.
Whether a text hides an origin is not looked at: that would take a look at other pages.
"""

import re
from collections.abc import Iterator

from source_audit.attribution import Attribution
from source_audit.check import Category, Lifecycle, check
from source_audit.checks._links import is_aside, is_front_door, is_one_of
from source_audit.checks._near import lexicon, statement_span
from source_audit.checks._outlets import broadcasters, end_of_outlet, is_own, outlets, site_of
from source_audit.document import Embed
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.reading import Reading
from source_audit.resources import data
from source_audit.span import Span

_REACH = 40
_LEAST_NAME = 4
_DAY = 15
_HAS_TOLD = re.compile(r"\b(?:has|have)\b")
_TELLS = ("told", "tells")
_POSTS = ("tweeted", "tweets", "retweeted")
_OPENERS = ("In ", "On ")
_SPEAKING = re.compile(r"(?:Speaking|Appearing|Talking)\s(?=(?:on|to)\s)")
_TO_US = re.compile(r"\s(?:me|us|our|this)\b")
_CALLS = re.compile(r"\s(?:calls?|link|conference|chat|seen|obtained|shown|played|message\sto)\b")
"""Behind "in a video": somebody speaks to somebody, or the words are a document."""
_TO_PAPER = re.compile(r"\s(?:given\s)?to\s(?:the\s|The\s)?([A-Z][\w’-]+(?:\s[A-Z][\w’-]+){0,3})")
_BEHIND = re.compile(r"[\s,]+(?:[\w’'.-]{1,20}[\s,]+){0,3}?(?=(?:in|on|during|while)\s)")
_ON = re.compile(r"[Oo]n\s")
_TALK = re.compile(
    r"(?:[Ii]n|[Dd]uring|while)\s(?:\w+\s){0,3}?(?:interviews?\s(?:with|on|to)|appearance\son|speaking\s(?:to|with))\s"
)
_MESSAGES = {
    Verdict.HOLDS: "The text says where this was said first, and a reader can get there.",
    Verdict.MILD: "The text says where this was said first. A link to it is not there.",
    Verdict.UNSURE: "Is this said to the paper itself? If not, a link to where it was said first is not there.",
}
_IN_COPY = "The text says where this was said first."


@check(
    question="Where words were given to others first, is that said, and can a reader get there?",
    title="Words from elsewhere lead back to where they were said.",
    tally="Statements made elsewhere whose origin a reader can open: {good} of {all}.",
    category=Category.ATTRIBUTION,
    lifecycle=Lifecycle.EXPERIMENTAL,
    since="0.1",
)
def secondhand_quotes(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one case for each place of the body that says where a statement was made."""
    found = list(_elsewhere(reading))
    if not found:
        yield NotApplicable(reason="The text gives no statement that was made elsewhere.")
    copied = not reading.document.is_html
    linked = _linked(reading) if found else set()
    for words, one in found:
        there = copied or one.id in linked or _shown(reading, words, one)
        verdict = Verdict.HOLDS if there else Verdict.UNSURE if _may_be_ours(reading, words) else Verdict.MILD
        yield Case(
            message=_IN_COPY if copied else _MESSAGES[verdict],
            evidence=(
                Evidence(span=words, note="where it was said"),
                Evidence(span=statement_span(one), note="the statement"),
            ),
            verdict=verdict,
        )


def _elsewhere(reading: Reading) -> Iterator[tuple[Span, Attribution]]:
    """Yield the words that say to whom else, or where else, a statement was made, and the statement."""
    met = set()
    for one in reading.body_attributions:
        words = _relay(reading, one) if one.cue and one.contents else None
        within = words is not None and any(words.overlaps(said) for said in one.contents)
        if words and words.start not in met and (not within or _takes_outlet_for_words(one, words)):
            met.add(words.start)
            yield words, one


def _may_be_ours(reading: Reading, words: Span) -> bool:
    """Tell whether words told to an outlet with a short name may be told to the paper: its page does not name itself.

    "told the Wire" is how a paper calls itself, and "told MidBiz" is if no list knows that name.
    """
    verb, *name = words.of(reading.text).split()
    if verb.lower() not in _TELLS or site_of(reading).strip():
        return False
    article = name[0].lower() == "the"
    return len(name) - article == 1 and (article or name[0].lower() not in outlets())


def _takes_outlet_for_words(one: Attribution, words: Span) -> bool:
    """Tell whether an outlet was taken for the beginning of what was said ("told Lakes FM his shop was shut")."""
    end = one.cue[0].end
    behind = any(end < said.start <= end + len("the  ") and said.end > words.end for said in one.contents)
    return words.start < end and behind


def _relay(reading: Reading, one: Attribution) -> Span | None:
    """Return such words if they hold the cue, stand close behind it or open its sentence."""
    text, cue = reading.text, one.cue[0]
    sentence = reading.sentence_at(cue.start)
    if sentence is None or _is_of_posts(reading, one):
        return None
    if text[cue.start] == ":":
        return _before_colon(text, Span(sentence.start, cue.start))
    verb = text[cue.start : cue.end].lower()
    if verb.endswith(_POSTS):
        return cue
    if verb.endswith(_TELLS):
        end = end_of_outlet(text, cue.end + 1, outlets())
        if end or _TO_US.match(text, cue.end):
            return _told(reading, one, end) if end else None
    return _behind_or_before(reading, one, sentence)


def _told(reading: Reading, one: Attribution, end: int) -> Span | None:
    """Return "told" and the outlet behind it, up to *end*, unless the article stands there."""
    text, cue = reading.text, one.cue[0]
    outlet = text[cue.end + 1 : end]
    own = is_own(site_of(reading), outlet) or _tells_here(reading, one, outlet)
    return None if own else Span(cue.start + text[cue.start : cue.end].rfind(" ") + 1, end)


def _behind_or_before(reading: Reading, one: Attribution, sentence: Span) -> Span | None:
    """Return words close behind a cue, or at the beginning of its sentence, that say where else it was said."""
    text, cue = reading.text, one.cue[0]
    behind = _BEHIND.match(text, cue.end, sentence.end)
    if behind and (found := _phrase_at(reading, behind.end())):
        return found
    if one.source and one.source.collective:
        return None
    if speaking := _SPEAKING.match(text, sentence.start, sentence.end):
        return _spoken_to(reading, speaking.end())
    return _phrase_at(reading, sentence.start) if text.startswith(_OPENERS, sentence.start) else None


def _spoken_to(reading: Reading, start: int) -> Span | None:
    """Return the outlet that opens a sentence behind "Speaking on" or "Speaking to"."""
    text = reading.text
    to = text.index(" ", start) + 1
    end = end_of_outlet(text, to, outlets() if text.startswith("to", start) else broadcasters())
    return Span(start, end) if end and not is_own(site_of(reading), text[to:end]) else None


def _is_of_posts(reading: Reading, one: Attribution) -> bool:
    """Tell whether the source is what people post, and not somebody who posts."""
    if one.source is None or not one.source.collective:
        return False
    return any(lexicon("secondhand", "elsewhere").first(reading.text, span) for span in one.sources)


def _tells_here(reading: Reading, one: Attribution, outlet: str) -> bool:
    """Tell whether "told the Gazette" is said of this outlet: of somebody whom it leaves without a name."""
    unnamed = one.source is not None and one.source.unnamed
    unknown = outlet.lower().removeprefix("the ") not in outlets() and not site_of(reading).strip()
    return unnamed and (unknown or _HAS_TOLD.search(one.cue[0].of(reading.text)) is not None)


def _before_colon(text: str, before: Span) -> Span | None:
    """Return the words right before a colon and a quotation that say where else it was said."""
    found = list(lexicon("secondhand", "elsewhere").find(text, before))
    return found[-1] if found and before.end - found[-1].end <= _DAY else None


def _phrase_at(reading: Reading, start: int) -> Span | None:
    """Return the words at a place that say where else something was said."""
    text = reading.text
    words = lexicon("secondhand", "elsewhere").first(text, Span(start, min(start + _REACH, len(text))))
    if words and words.start == start:
        rest = Span(words.end, min(words.end + _REACH, len(text)))
        ours = _TO_PAPER.match(text, words.end, rest.end)
        if _CALLS.match(text, words.end) or (ours and is_own(site_of(reading), ours[1])):
            return None
        return None if lexicon("secondhand", "here").first(text, rest) else words
    for lead, known in ((_ON, broadcasters()), (_TALK, outlets())):
        to = lead.match(text, start)
        end = end_of_outlet(text, to.end(), known) if to else None
        if to and end and not is_own(site_of(reading), text[to.end() : end]):
            return Span(start, end)
    return None


def _linked(reading: Reading) -> set[str]:
    """Return the ids of the statements in whose sentences a link leads to a page that could show them."""
    links = reading.document.links
    return {
        name
        for support in reading.supports
        if not (is_front_door(links[support.link]) or is_aside(links[support.link]))
        and not is_one_of(links[support.link], "own")
        for name in support.attribution_ids
    }


def _shown(reading: Reading, words: Span, one: Attribution) -> bool:
    """Tell whether a post shows a statement: one of its source that repeats it, or stands right behind its paragraph.

    What was told to an outlet is shown by a recording only, and a release by no post; nor does a post of somebody else
    that repeats the words show where they were given first.
    """
    block, embeds = reading.document.block_at(one.start), reading.document.embeds
    behind = [each for each in embeds if block and each.anchor and each.anchor.start == block.span.start]
    if words.of(reading.text).startswith(_TELLS):
        return any(each.media_only or each.platform in data("secondhand")["recordings"] for each in behind)
    if lexicon("secondhand", "releases").first(reading.text, words):
        return False
    repeating = [embeds[repeat.embed] for repeat in reading.repeats if repeat.attribution_id == one.id]
    return any(_may_be_by(embed, one) for embed in (*repeating, *behind))


def _may_be_by(embed: Embed, said: Attribution) -> bool:
    """Tell whether a post may be by whoever makes a statement: they share a name, or one of them has none."""
    account = f"{embed.author or ''} {embed.handle or ''}".lower().strip()
    named = [source for source in said.speakers if source.named]
    words = [word for source in named for word in source.name.lower().split() if len(word) >= _LEAST_NAME]
    return not (account and words) or any(word in account for word in words)
