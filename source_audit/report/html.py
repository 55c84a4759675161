"""The audit card: one self-contained file, and the same card in a frame for notebooks."""

from collections.abc import Mapping
from functools import cache
from html import escape

from source_audit.audit import Audit
from source_audit.report.pages import data_block, markup, render_sheet
from source_audit.report.view import view_of
from source_audit.report.wording import words
from source_audit.resources import data


def render_html(audit: Audit) -> str:
    """Return the audit card: no request, no script, everything of the article escaped, the JSON report inside."""
    return _card(audit, in_frame=False)


def _card(audit: Audit, *, in_frame: bool) -> str:
    return render_sheet(
        "card.html.jinja",
        in_frame=in_frame,
        view=view_of(audit),
        measures=words("measures"),
        statuses=words("statuses"),
        badges=_badges(),
        rating_words=words("ratings"),
        reply_words=data("replies"),
        record=data_block(audit.to_short_dict()),
    )


@cache
def _badges() -> Mapping[str, str]:
    """Return the icon and word of each status as markup; a card has one for every check."""
    return {status: markup("macros/signs.jinja", "status", status, word) for status, word in words("statuses").items()}


def framed(audit: Audit) -> str:
    """Return the card in a sandboxed frame, so that it and the page around it cannot touch each other.

    Inside the frame the card names itself as its base; its links into itself would else lead to the page around it.
    """
    card = escape(_card(audit, in_frame=True))
    return f'<iframe title="Source audit" sandbox="" width="100%" height="720" srcdoc="{card}"></iframe>'
