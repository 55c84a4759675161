"""The audit as compact Markdown, for editors."""

import re
from collections.abc import Iterator

from source_audit.audit import Audit
from source_audit.report.cards import Box, outcomes
from source_audit.report.entries import entry_lines
from source_audit.report.plain import tame
from source_audit.report.quotes import Quote
from source_audit.report.tables import CategoryRow
from source_audit.report.top import Recount, origin
from source_audit.report.view import View, view_of
from source_audit.report.wording import plural, words
from source_audit.resources import data

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>&#|~!$^@])|:(?=//)|(?<=www)\.", re.IGNORECASE)
_START = re.compile(r"^(\d{1,9}(?=[.)](?:\s|$))|(?=[-+=:]))")


def render_markdown(audit: Audit) -> str:
    """Return the report as Markdown, with every sign of the article escaped that could be taken for markup."""
    return "\n\n".join(part for part in _parts(view_of(audit)) if part) + "\n"


def md(text: str) -> str:
    """Return a text of the article as one line that Markdown prints as it stands, addresses included."""
    return _START.sub(r"\1\\", _SPECIAL.sub(r"\\\g<0>", tame(text)))


def _parts(view: View) -> Iterator[str]:
    yield f"# Source audit: {md(view.title)}"
    yield " · ".join(md(part) for part in view.meta)
    yield f"**{md(view.sentence)}**"
    yield f"What you can do: {md(view.advice)}"
    if not view.foreign:
        yield _recount(view.recount)
        yield view.standing
    yield _band(view)
    yield md(view.caution)
    yield md(view.changes)
    yield f"Kind of text: {md(view.kind)}" if view.kind else ""
    yield from _findings(view)
    if view.questions:
        yield "## You decide"
        yield from (_question(box) for box in view.questions)
    if view.entries:
        yield f"## {words('entries')['title']}"
        yield view.entries.summary
        yield "\n".join(f"- {md(line)}" for line in entry_lines(view.entries))
    yield "## All checks"
    yield _checks(view.categories)
    if view.replies:
        yield f"## {data('replies')['title']}"
        yield data("replies")["intro"]
        yield "\n".join(f"- {md(f'{row.check} {row.line}')}" for row in view.replies)
    if view.ratings:
        yield f"## {words('ratings')['title']}"
        yield words("ratings")["intro"]
        yield "\n".join(f"- {md(row.line)}" for row in view.ratings)
    if view.warnings:
        yield "## What could not be read"
        yield "\n".join(f"- {md(notice.message)}" for notice in view.warnings)
    yield "## What this does not measure"
    yield words("measures")["full"]


def _recount(recount: Recount) -> str:
    lines = [f"**{plural(recount.voices, 'voice')} → {plural(recount.origins, 'independent origin')}**", ""]
    for stream in recount.streams:
        names = ", ".join(f"{voice.tag.label} {md(voice.name)}" for voice in stream.voices)
        more = f" and {stream.more} more" if stream.more else ""
        lines.append(f"- {names}{more} → {md(origin(stream))}")
    if recount.more:
        lines.append(f"- and {plural(recount.more, 'more origin', 'more origins')}")
    if recount.credit:
        lines += ["", md(recount.credit)]
    return "\n".join(lines).rstrip()


def _band(view: View) -> str:
    band = view.band
    if band.reason is not None:
        return f"**{band.word}.** {md(band.reason)}"
    return f"**How clearly the sources are shown: {band.word}**, {band.range}. Coverage {band.coverage}%."


def _findings(view: View) -> Iterator[str]:
    if view.findings:
        yield "## What matters most"
    for box in view.findings:
        yield f"### {box.label}. {md(box.title)}"
        yield from (_quote(quote) for quote in box.quotes)
        yield f"**Why it matters.** {box.answer.why}"
        yield f"**What you can do.** {box.answer.do}"
        yield f"**For writers.** {box.answer.fix}"
        yield from (md(line) for line in box.replies)
        yield f"Check `{box.answer.id}`. How sure: {box.sure}."


def _quote(quote: Quote) -> str:
    space = " " if quote.before.endswith((" ", "\n")) else ""
    after = " " if quote.after.startswith((" ", "\n")) else ""
    note = f"{md(quote.note)}: " if quote.note else ""
    return f"> {note}{md(quote.before)}{space}**{md(quote.words)}**{after}{md(quote.after)}"


def _question(box: Box) -> str:
    lines = [f"### {box.label}. {md(box.title)}", *(_quote(quote) for quote in box.quotes)]
    lines += [md(line) for line in box.replies]
    return "\n\n".join([*lines, md(box.message), "\n".join(f"- {line}" for line in outcomes(box))])


def _checks(categories: tuple[CategoryRow, ...]) -> str:
    lines = ["| Check | Status | What was seen | Weight |", "|---|---|---|---|"]
    for category in categories:
        for row in category.checks:
            seen = " ".join([row.answer.reason, *row.notes])
            lines.append(f"| {category.name}: {md(row.answer.title)} | {row.status} | {md(seen)} | {md(row.weight)} |")
    return "\n".join(lines)
