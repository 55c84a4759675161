"""The audit card: one self-contained file, and the same card in a frame for notebooks."""

from html import escape

from source_audit.audit import Audit
from source_audit.report.lines import category_lines, counted, source_lines, stream_lines, sum_lines, tally_lines
from source_audit.report.pages import render_sheet
from source_audit.report.stretches import told
from source_audit.report.view import view_of
from source_audit.report.wording import words
from source_audit.resources import data


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
        categories=category_lines,
        streams=stream_lines,
        source_lines=source_lines,
        counted=counted,
        sum_lines=sum_lines,
        tally_lines=tally_lines,
        told=told,
        entry_words=words("entries"),
        rating_words=words("ratings"),
        reply_words=data("replies"),
    )


def framed(audit: Audit) -> str:
    """Return the card in a sandboxed frame, so that it and the page around it cannot touch each other.

    Inside the frame the card names itself as its base; its links into itself would else lead to the page around it.
    """
    card = escape(_card(audit, in_frame=True))
    return f'<iframe title="Source audit" sandbox="" width="100%" height="720" srcdoc="{card}"></iframe>'
