"""The audit as plain text, at most 80 signs wide."""

from collections.abc import Iterator

from source_audit.audit import Audit
from source_audit.report.cards import Box, outcomes
from source_audit.report.entries import entry_lines
from source_audit.report.plain import tame, wrapped
from source_audit.report.quotes import Quote
from source_audit.report.tables import CategoryRow
from source_audit.report.top import Recount, origin
from source_audit.report.view import View, view_of
from source_audit.report.wording import plural, status_word, words
from source_audit.resources import data

_WIDTH = 80
_MARKS = {
    "pass": "+",
    "partial": "~",
    "fail": "o",
    "informational": "i",
    "needs-review": "?",
    "not-applicable": "-",
    "error": "x",
}


def render_terminal(audit: Audit) -> str:
    """Return the report as plain text; nothing of the article can steer the terminal."""
    return "\n\n".join(part for part in _parts(view_of(audit)) if part) + "\n"


def _parts(view: View) -> Iterator[str]:
    yield f"{wrapped(f'Source audit: {view.title}')}\n{wrapped(' · '.join(view.meta))}"
    yield wrapped(view.sentence)
    yield wrapped(f"What you can do: {view.advice}", indent="  ")
    if not view.foreign:
        yield _recount(view.recount)
        yield wrapped(view.standing)
    yield _band(view)
    yield wrapped(view.caution)
    yield wrapped(view.changes)
    yield wrapped(f"Kind of text: {view.kind}") if view.kind else ""
    for box in view.findings:
        yield _finding(box)
    if view.questions:
        yield "YOU DECIDE\n\n" + "\n\n".join(_question(box) for box in view.questions)
    if view.entries:
        rows = "\n".join(map(_item, entry_lines(view.entries)))
        yield "\n\n".join(filter(None, [words("entries")["title"].upper(), wrapped(view.entries.summary), rows]))
    yield "ALL CHECKS\n\n" + "\n\n".join(_category(row) for row in view.categories)
    if view.replies:
        rows = "\n".join(_item(f"{row.check} {row.line}") for row in view.replies)
        yield f"{data('replies')['title'].upper()}\n\n{wrapped(data('replies')['intro'])}\n\n{rows}"
    if view.ratings:
        rows = "\n".join(_item(row.line) for row in view.ratings)
        yield f"{words('ratings')['title'].upper()}\n\n{wrapped(words('ratings')['intro'])}\n\n{rows}"
    if view.warnings:
        yield "WHAT COULD NOT BE READ\n\n" + "\n".join(_item(notice.message) for notice in view.warnings)
    yield "WHAT THIS DOES NOT MEASURE\n\n" + wrapped(words("measures")["full"])


def _item(text: str, mark: str = "*") -> str:
    return wrapped(text, indent="    ", first=f"  {mark} ")


def _recount(recount: Recount) -> str:
    lines = [f"{plural(recount.voices, 'voice')} -> {plural(recount.origins, 'independent origin')}"]
    for stream in recount.streams:
        names = ", ".join(f"{voice.tag.label} {tame(voice.name)}" for voice in stream.voices)
        more = f" and {stream.more} more" if stream.more else ""
        lines.append(_item(f"{names}{more} -> {origin(stream)}"))
    if recount.more:
        lines.append(_item(f"and {plural(recount.more, 'more origin', 'more origins')}"))
    if recount.credit:
        lines.append(wrapped(recount.credit))
    return "\n".join(lines)


def _band(view: View) -> str:
    if view.band.reason is not None:
        return wrapped(f"{view.band.word}: {view.band.reason}")
    return wrapped(
        f"How clearly the sources are shown: {view.band.word}, {view.band.range}. Coverage {view.band.coverage}%."
    )


def _finding(box: Box) -> str:
    lines = [wrapped(f"{box.label}  {box.title}", indent="   ", first="")]
    lines += [_quote(quote) for quote in box.quotes]
    lines += [wrapped(line, indent="   ") for line in box.replies]
    lines.append(wrapped(f"Why it matters: {box.answer.why}", indent="   "))
    lines.append(wrapped(f"What you can do: {box.answer.do}", indent="   "))
    lines.append(wrapped(f"{status_word(box.answer.status)} · {box.answer.id} · How sure: {box.sure}", indent="   "))
    return "\n".join(lines)


def _quote(quote: Quote) -> str:
    note = f"{quote.note}: " if quote.note else ""
    return wrapped(f"{note}{quote.before}[{quote.words}]{quote.after}", indent="   | ")


def _question(box: Box) -> str:
    lines = [wrapped(f"{box.label}  {box.title}", indent="   ", first="")]
    lines += [_quote(quote) for quote in box.quotes]
    lines += [wrapped(line, indent="   ") for line in box.replies]
    lines.append(wrapped(box.message, indent="   "))
    lines += [wrapped(line, indent="   ") for line in outcomes(box)]
    return "\n".join(lines)


def _category(category: CategoryRow) -> str:
    lines = [f"{category.name}: {category.asks}"]
    for row in category.checks:
        answer = row.answer
        mark = _MARKS[answer.status.value]
        text = " ".join([f"{row.status}: {answer.title} {answer.reason}", *row.notes, f"({row.weight})"])
        lines.append(_item(text, mark))
    return "\n".join(lines)
