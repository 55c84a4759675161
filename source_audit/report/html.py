"""The audit card: one self-contained file, and the same card in a frame for notebooks."""

from collections.abc import Iterable
from functools import cache, lru_cache
from html import escape

from markupsafe import Markup

from source_audit.answer import Status
from source_audit.audit import Audit
from source_audit.report.pages import joined, markup, render_sheet
from source_audit.report.stretches import led, linked, marked
from source_audit.report.tables import CheckRow
from source_audit.report.view import view_of
from source_audit.report.wording import status_word, words
from source_audit.resources import data

_TABLES = "macros/tables.jinja"
_MOST_LINES = 1024
"""How many lines of checks are kept; each card has some fifty, and most are the same on every card."""


def render_html(audit: Audit) -> str:
    """Return the audit card: no request, no script, everything of the article escaped, the JSON report inside."""
    return _card(audit, in_frame=False)


def _card(audit: Audit, *, in_frame: bool) -> str:
    return render_sheet(
        "card.html.jinja",
        audit.to_short_dict(),
        in_frame=in_frame,
        view=view_of(audit),
        measures=words("measures"),
        statuses=words("statuses"),
        lines_of=_checks,
        marked=marked,
        linked=linked,
        rating_words=words("ratings"),
        reply_words=data("replies"),
    )


def _checks(rows: Iterable[CheckRow]) -> Markup:
    """Return the lines of some checks."""
    return joined(map(_check, rows))


def _check(row: CheckRow) -> Markup:
    answer = row.answer
    if not (row.point or row.notes or row.replies):
        return _bare_check(answer.id, answer.title, answer.reason, answer.status, row.weight)
    badge = _badge(answer.status)
    return markup(_TABLES, "check", answer.id, answer.title, answer.reason, badge, row.weight, led(row), row.replies)


@lru_cache(_MOST_LINES)
def _bare_check(name: str, title: str, reason: str, status: Status, weight: str) -> Markup:
    """Return a line without a place in the article; cards share most of them."""
    return markup(_TABLES, "check", name, title, reason, _badge(status), weight)


@cache
def _badge(status: Status) -> Markup:
    return markup("macros/signs.jinja", "status", status.value, status_word(status))


def framed(audit: Audit) -> str:
    """Return the card in a sandboxed frame, so that it and the page around it cannot touch each other.

    Inside the frame the card names itself as its base; its links into itself would else lead to the page around it.
    """
    card = escape(_card(audit, in_frame=True))
    return f'<iframe title="Source audit" sandbox="" width="100%" height="720" srcdoc="{card}"></iframe>'
