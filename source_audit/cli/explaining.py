"""What `source-audit explain-text` prints."""

from collections.abc import Iterable, Iterator, Sequence
from shutil import get_terminal_size
from textwrap import fill

from source_audit.attribution import Attribution, Reason
from source_audit.cli.words import printable
from source_audit.extract.explain import Explained, Tried
from source_audit.span import Span

_WIDEST = 100


def shown(text: str, sentences: Iterable[Explained]) -> str:
    """Return the explanation of each sentence as plain text, wrapped at the terminal's width."""
    width = max(40, min(_WIDEST, get_terminal_size().columns))
    return "\n".join(_folded(line, width) for each in sentences for line in _sentence(text, each)).rstrip()


def _folded(line: str, width: int) -> str:
    indent = " " * (len(line) - len(line.lstrip()) + 2)
    return fill(printable(line), width, subsequent_indent=indent, break_on_hyphens=False)


def _sentence(text: str, each: Explained) -> Iterator[str]:
    yield " ".join(each.sentence.split())
    for attribution in each.found:
        yield from _found(text, attribution)
    if not each.found and not each.tried:
        yield "  Nothing found: no word here is a cue, and no rule fits."
    for tried in each.tried:
        yield from _let_go(tried)
    yield ""


def _found(text: str, found: Attribution) -> Iterator[str]:
    yield f"  Found, {found.kind} ({found.rule}, confidence {found.confidence:.2f})"
    source = " and ".join(speaker.name for speaker in found.speakers) or "nobody is named"
    yield f"    source: {_words(text, found.sources) or '(not in this sentence)'} = {source}"
    if found.cue:
        yield f"    cue: {_words(text, found.cue)}"
    yield f"    content: {_words(text, found.contents)}"
    yield from _reasons(found.reasons) if found.reasons else ("    why: the rule alone; no weights took part",)


def _let_go(tried: Tried) -> Iterator[str]:
    yield f"  Not kept: “{tried.cue}” ({tried.rule}, probability {tried.confidence:.2f}): {tried.why}"
    yield f"    it would have been: {tried.content}"
    yield from _reasons(tried.reasons)


def _reasons(reasons: Iterable[Reason]) -> Iterator[str]:
    for reason in reasons:
        yield f"    {reason.weight:+.2f} {reason.feature}: {reason.value}"


def _words(text: str, spans: Sequence[Span]) -> str:
    return " … ".join(" ".join(span.of(text).split()) for span in spans)
