"""Statements gathered over a whole text: sentence by sentence, then across sentences and paragraphs."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from attrs import define, field

from source_audit.attribution import Reason
from source_audit.document import BODY_KINDS, Block, BlockKind, Document
from source_audit.extract.carrying import (
    continued,
    joined,
    lies_in,
    quoted_before,
    quoting,
    reaches,
    runs_on,
    speaker_after,
)
from source_audit.extract.headlines import headline
from source_audit.extract.hedges import hedged
from source_audit.extract.layout import Layout, read_layout
from source_audit.extract.leads import lead_of
from source_audit.extract.line import Line, fold
from source_audit.extract.lookalikes import is_name, is_title, misleads, named_source
from source_audit.extract.mending import mended
from source_audit.extract.proposal import Proposal
from source_audit.extract.propose import propose
from source_audit.extract.quotations import Pair
from source_audit.extract.tokens import STRETCH, Tokens, tokens_of
from source_audit.extract.view import View
from source_audit.extract.voices import beside
from source_audit.span import Span

_LED_IN = 0.85
"""The least confidence of a quotation that a colon leads in."""
_MANY = 1_000
"""From so many statements on, more than an article has, reasons are told at once, so that no sentence is kept."""
_UNSPLIT = frozenset({BlockKind.SECTION, BlockKind.BYLINE, BlockKind.EMBED})


@define
class Statement:
    """An attribution in the making: spans of its parts, the rule, and whether the speaker was carried over."""

    rule: str
    contents: list[Span]
    cue: list[Span]
    sources: list[Span]
    confidence: float
    block: int
    same_as: "Statement | None" = None
    lead_in: bool = False
    pairs: list[int] = field(factory=list)
    embed: int | None = None
    reasons: Sequence[Reason] = ()

    @property
    def speaker(self) -> "Statement":
        """The statement that names this one's source."""
        return self.same_as.speaker if self.same_as else self


def gather(document: Document, pairs: Sequence[Pair], sentences: Sequence[Span]) -> list[Statement]:
    """Return every statement of a document, in order."""
    starts = [pair.span.start for pair in pairs]
    begins = [sentence.start for sentence in sentences]
    found: list[Statement] = []
    layout = read_layout(document)
    taken = set(layout.silent)
    tokens: Tokens | None = None
    for place, block in enumerate(document.blocks):
        if block.kind in _UNSPLIT or place in taken or _laid_out(layout, place, block, pairs, found):
            continue
        view = None
        first = bisect_left(begins, block.span.start)
        last = bisect_left(begins, block.span.end)
        for number in range(first, last):
            sentence = sentences[number]
            index = max(0, bisect_left(starts, sentence.start) - 1)
            if tokens is None or sentence.end > tokens.stretch.end:
                tokens = _ahead(document.text, sentences, begins, number)
            line = fold(document.text, sentence, pairs, index, tokens)
            view = View.of(line, headline=place == 0, opens=sentence.start == block.span.start)
            _read(view, place, block, pairs, found)
        items = layout.lists.get(place)
        if view and items and _led(view, items, place, pairs, found):
            taken.update(range(place + 1, place + 1 + len(items)))
    found = joined(found, pairs) + list(_posts(document))
    found.sort(key=lambda statement: min(span.start for span in (*statement.contents, *statement.cue)))
    return [statement for statement in found if statement.contents]


def _ahead(text: str, sentences: Sequence[Span], begins: Sequence[int], number: int) -> Tokens:
    """Return the tokens of a sentence and of some after it, as far as a stretch goes."""
    begin = sentences[number].start
    last = max(number, bisect_left(begins, begin + STRETCH) - 1)
    return tokens_of(text, begin, min(sentences[last].end, begin + STRETCH))


def _laid_out(layout: Layout, place: int, block: Block, pairs: Sequence[Pair], found: list[Statement]) -> bool:
    """Take a paragraph whose speaker the layout tells; False if it tells nothing."""
    before = found[-1] if found else None
    name = layout.signatures.get(place)
    if name and before and before.block == place - 1 and before.pairs and not (before.sources or before.same_as):
        before.sources, before.rule, before.confidence = [name], "signature", 0.75
        return True
    turn = layout.turns.get(place)
    if turn is None:
        return False
    if turn.label is None and before and before.rule == "transcript":
        before.contents.append(turn.words)
    elif turn.label is not None:
        own = _within(pairs, block.span)
        found.append(Statement("transcript", [turn.words], turn.marks, [turn.label], 0.9, place, pairs=own))
    return True


def _within(pairs: Sequence[Pair], span: Span) -> list[int]:
    """Return which quotations lie in a span."""
    first = bisect_left(pairs, span.start, key=lambda pair: pair.span.start)
    stop = bisect_left(pairs, span.end, key=lambda pair: pair.span.start)
    return [i for i in range(first, stop) if pairs[i].span.end <= span.end]


def _led(view: View, items: Sequence[Span], place: int, pairs: Sequence[Pair], found: list[Statement]) -> bool:
    """Give list items to the sentence that leads in to them, if that sentence tells whose they are."""
    line = view.line
    last = found[-1] if found and found[-1].block == place else None
    if last and any(part.overlaps(line.span) for part in (*last.cue, *last.sources)) and reaches(last, line):
        if sum(len(content.of(line.text).split()) for content in last.contents) < 2:
            last.contents = []
    elif (lead := lead_of(line)) is not None:
        while found and found[-1].block == place and lies_in(found[-1], line):
            found.pop()
        source = [line.stretch(*lead.source)] if lead.source else []
        last = Statement("list-lead-in", [], [line.stretch(*lead.cue)] if lead.cue else [], source, 0.85, place)
        found.append(last)
    else:
        return False
    last.contents += items
    last.pairs += _within(pairs, Span(items[0].start, items[-1].end))
    last.block, last.lead_in = place + len(items), False
    return True


def _read(view: View, place: int, block: Block, pairs: Sequence[Pair], found: list[Statement]) -> None:
    """Add the statements of one sentence."""
    line = view.line
    quotes = view.quotes
    if runs_on(line, found) or speaker_after(line, place, found):
        return
    if quotes and _only_quotes(line):
        _floating(line, quotes, place, block, pairs, found)
        return
    covered: set[int] = set()
    for proposal in _proposed(view, place):
        contents, cue, sources = proposal.spans(line)
        own = [line.quote[i] for first, stop in proposal.contents for i in quotes if first <= i < stop]
        covered.update(own)
        colon = line.low[-1] == ":" and proposal.lead_in
        found.append(
            Statement(
                proposal.rule,
                contents,
                cue,
                sources,
                round(proposal.chance, 3),
                place,
                lead_in=colon,
                pairs=own,
                reasons=proposal.reasons if len(found) < _MANY else tuple(proposal.reasons),
            )
        )
    _uncovered(view, [i for i in quotes if line.quote[i] not in covered], place, pairs, found)
    if line.low and line.low[-1] == ":" and found and found[-1].block == place and block.kind in BODY_KINDS:
        found[-1].lead_in = True


def _proposed(view: View, place: int) -> Sequence[Proposal]:
    """Return what a sentence says of who speaks: by the layout of a headline, by the model, and by hedges."""
    laid_out = headline(view.line) if place == 0 else ()
    if laid_out:
        return laid_out
    proposed = propose(view)
    if not proposed and "according" not in view.line.low and "quoted" not in view.line.low:
        return list(hedged(view, ()))
    proposed = mended(view, proposed)
    for proposal in proposed:
        named_source(view.line, proposal)
    kept = [proposal for proposal in proposed if not misleads(view, proposal)]
    return [*kept, *hedged(view, proposed)]


def _only_quotes(line: Line) -> bool:
    return True not in line.plain


def _floating(  # noqa: PLR0913, PLR0917 - what a stretch of nothing but quotation needs to know
    line: Line, quotes: list[int], place: int, block: Block, pairs: Sequence[Pair], found: list[Statement]
) -> None:
    """Give sentences that are nothing but quotation to the speaker before them."""
    if not any(line.long(i) for i in quotes) and not (found and found[-1].block == place):
        return
    own = [line.quote[i] for i in quotes]
    spans = [pairs[i].span for i in own]
    before = found[-1] if found else None
    begun = quoting(found, place) or quoted_before(found, place)
    if begun is not None and not begun.lead_in:
        begun.contents += spans
        begun.pairs += own
        begun.block = place
        return
    if before is not None and before.block == place - 1 and (before.lead_in or continued(before, pairs)):
        if before.lead_in and before.rule != "colon-lead-in":
            before.contents = []
            before.rule, before.reasons = "colon-lead-in", ()
            before.confidence = max(before.confidence, _LED_IN)  # the colon says more than the words did
        before.contents += spans
        before.pairs += own
        before.block, before.lead_in = place, False
        return
    near = before is not None and place - before.block <= 1
    same_block = before is not None and before.block == place
    sure = 0.8 if same_block else 0.55 if near else 0.3
    found.append(
        Statement(
            "quote-of-last-speaker",
            spans,
            [],
            [],
            sure,
            place,
            same_as=before.speaker if before and near else None,
            pairs=own,
        )
    )


def _uncovered(view: View, quotes: list[int], place: int, pairs: Sequence[Pair], found: list[Statement]) -> None:
    """Give the long quotations that no rule took to the sentence's own speaker, or to the one before it."""
    line = view.line
    for i in quotes:
        if not line.long(i) or is_title(line, i) or is_name(line, i):
            continue
        before = quoting(found, place)
        span = pairs[line.quote[i]].span
        if before is not None:
            before.contents.append(span)
            before.pairs.append(line.quote[i])
        else:
            source = beside(view, i)
            sources = [line.stretch(*source)] if source else []
            found.append(Statement("quote-in-sentence", [span], [], sources, 0.4, place, pairs=[line.quote[i]]))


def _posts(document: Document) -> Iterator[Statement]:
    """Yield the words of each embedded post as a statement of its account."""
    for index, embed in enumerate(document.embeds):
        if embed.words is None or not len(embed.words) or embed.span is None:
            continue
        sources = [embed.signature] if embed.signature and len(embed.signature) else []
        yield Statement("post", [embed.words], [], sources, 0.95, -1, embed=index)
