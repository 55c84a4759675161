"""Several sources of the text lead back to one: they repeat the same words or pass on the same report.

## Why it matters
A chorus may have one singer. What many repeat is still one account until somebody else knows it for themselves.

## What you can do
Follow every arrow to its start: who said it first, and who only passes it on?

## For writers
Name the first source once and say that the others repeat it. Do not let a repetition confirm what it repeats.

## Standards
- SIFT: Trace a claim back to the place where it began.
- NewsGuard: Responsible reporting draws on sources that do not all rest on one.

## Flagged
> The Daily Post reported [[that Ana Ruiz had left]]. The Herald said she left in May, citing the Daily Post.

## Not flagged
> The Daily Post reported that Ana Ruiz had left. Tom Hill, who chairs the harbour board, said he has her keys.

## Limits
An echo is seen where the text shows it: the same words in two mouths, an outlet that cites another source of the same
text for all that it says, a post that repeats a statement, be it the speaker's own, a page that prints an agency's
report. Somebody who speaks for a body is the same origin and no echo, and a post that is quoted and then shown is one
voice. An outlet that also has words of its own is left alone. Whether outlets copy each other without saying so cannot
be seen in one text. Only an echo that is said to confirm counts in full.
"""

import re
from collections.abc import Iterable, Iterator, Set

from source_audit.check import Category, Lifecycle, check
from source_audit.checks._again import repetitions
from source_audit.checks._near import first_mention, in_body, lexicon, source_span, spoken, statement_span
from source_audit.checks._posts import offered_as_support
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.origin import Join, JoinKind
from source_audit.reading import Reading
from source_audit.span import Span

_ECHOES = frozenset({JoinKind.REPEAT, JoinKind.SAME_WORDS, JoinKind.CITES, JoinKind.AGENCY})
_NEGATED = re.compile(r"(?:\b(?:not|never|cannot|without)|n['’]t)\s(?:\w+\s){0,2}$", re.IGNORECASE)
_REACH_BACK = 40


@check(
    question="Do several sources of the text lead back to one?",
    title="The sources are not echoes of one another.",
    tally="Origins that no second voice echoes: {good} of {all}.",
    category=Category.CORROBORATION,
    lifecycle=Lifecycle.EXPERIMENTAL,
    since="0.1",
    effort="medium",
)
def echo_cluster(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one case for each echo, and one for each origin without any."""
    if reading.origins.voices < 2:
        yield NotApplicable(reason="The text has fewer than two sources.")
        return
    echoes = [join for join in reading.origins.joins if join.kind in _ECHOES and not _is_of_one_post(reading, join)]
    if echoes:
        yield from _Echoes(reading).cases(echoes)
    yield from _posted_again(reading, {span for join in echoes for span in join.evidence})
    echoed = {own for join in echoes for own in join.source_ids}
    known = {source.id: source for source in reading.sources}
    for origin in reading.origins.groups:
        lead = known.get(origin.source_ids[0])
        place = first_mention(reading, lead) if lead and echoed.isdisjoint(origin.source_ids) else None
        if place:
            evidence = (Evidence(span=place, note=origin.label),)
            yield Case(message="No other source echoes this one.", evidence=evidence, verdict=Verdict.HOLDS)


def _posted_again(reading: Reading, known: Set[Span]) -> Iterator[Case]:
    """Yield the posts that repeat a statement and that no join of two voices tells of."""
    for again in repetitions(reading).values():
        if again.post not in known and not (again.statement and _is_posted(reading, again.statement)):
            places = [
                (again.statement, "the statement"),
                (again.post, "the post"),
                (again.support, "offered as support"),
            ]
            end = "it is offered as support" if again.support else "one origin, not two"
            yield Case(
                message=f"The post repeats what was said: {end}.",
                evidence=tuple(Evidence(span=span, note=note) for span, note in places if span),
                verdict=Verdict.BREAKS if again.support else Verdict.MILD,
            )


def _is_of_one_post(reading: Reading, join: Join) -> bool:
    """Tell whether the text quotes the post itself and then shows it, which is one voice once."""
    speaker, account = join.names
    own = speaker.split()[-1].lower() in account.lower()
    return join.kind is JoinKind.REPEAT and own and _is_posted(reading, join.evidence[0])


def _is_posted(reading: Reading, statement: Span) -> bool:
    """Tell whether the text says of a statement that it was posted."""
    place = reading.sentence_at(statement.start) if in_body(reading, statement) else None
    return place is not None and lexicon("frames", "posting").first(reading.text, place) is not None


class _Echoes:
    """What the cases of an article's echoes look up."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._quoted = spoken(reading)
        self._said = {source.id: source.attribution_ids for source in reading.sources}
        self._posts = {repeat.post: reading.document.embeds[repeat.embed] for repeat in reading.repeats}

    def cases(self, echoes: Iterable[Join]) -> Iterator[Case]:
        """Yield the case of each echo."""
        for join in echoes:
            support = self._confirming(join)
            places = [*self._shown(join), *([Evidence(span=support, note="offered as support")] if support else [])]
            end = "it is offered as support" if support else "one origin, not two"
            message = f"{join.reason[:1].upper()}{join.reason[1:]}: {end}."
            verdict = Verdict.BREAKS if support else Verdict.MILD
            yield Case(message=message, evidence=tuple(places), verdict=verdict)

    def _shown(self, join: Join) -> Iterator[Evidence]:
        """Yield what was said first and what echoes it."""
        if join.kind in (JoinKind.REPEAT, JoinKind.SAME_WORDS):
            notes = ("the statement", "the post" if join.kind is JoinKind.REPEAT else "the same words")
            yield from (Evidence(span=span, note=note) for span, note in zip(join.evidence, notes, strict=True))
            return
        for own in self._said[join.source_ids[0]][:1]:
            yield Evidence(span=statement_span(self._reading.attribution(own)), note=join.names[0])
        yield from (Evidence(span=span, note="passed on") for span in join.evidence[:1])

    def _confirming(self, join: Join) -> Span | None:
        """Return the words, of the text itself, that let an echo confirm what it echoes."""
        if join.kind is JoinKind.REPEAT:
            post = self._posts.get(join.evidence[-1])
            return offered_as_support(self._reading, post) if post else None
        said = (self._reading.attribution(own) for own in self._said[join.source_ids[1]])
        places = dict.fromkeys(self._reading.sentence_at(source_span(attribution).start) for attribution in said)
        found = (span for place in places if place for span in self._positive(place))
        return next(found, None)

    def _positive(self, sentence: Span) -> Iterator[Span]:
        """Yield the words for confirming that are neither quoted nor denied."""
        text = self._reading.text
        for span in lexicon("frames", "confirming").find(text, sentence):
            before = text[max(sentence.start, span.start - _REACH_BACK) : span.start]
            if not self._quoted.touches(span) and not _NEGATED.search(before):
                yield span
