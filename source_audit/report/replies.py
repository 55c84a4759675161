"""Answers to findings, in the words of the one who answers, beside what they answer."""

from attrs import frozen

from source_audit.answer import Answer
from source_audit.audit import Audit
from source_audit.finding import Finding
from source_audit.reply import Reply
from source_audit.resources import data


@frozen(kw_only=True)
class ReplyRow:
    """An answer: who answers, the title of the check, the words that are answered, the reason and the note."""

    by: str
    check: str
    quote: str
    says: str
    note: str

    @property
    def line(self) -> str:
        """The answer in one line, as it stands beside a finding."""
        on = f" on “{self.quote}”" if self.quote else ""
        note = f" Note: “{self.note}”" if self.note else ""
        return f"{self.by} answers{on}: {self.says}{note}"


def reply_rows(audit: Audit) -> tuple[ReplyRow, ...]:
    """Return every answer."""
    return tuple(_row(audit, reply) for reply in audit.replies)


def lines_on(audit: Audit, answer: Answer, findings: tuple[Finding, ...] | None = None) -> tuple[str, ...]:
    """Return the answers to a check, or to some findings of it, as lines."""
    if not audit.replies:
        return ()
    return tuple(
        _row(audit, reply).line
        for reply in audit.replies
        if reply.audit == answer.id
        and (findings is None or any(reply.answers(finding, audit.document.text) for finding in findings))
    )


def _row(audit: Audit, reply: Reply) -> ReplyRow:
    words, answer = data("replies"), audit.answers.get(reply.audit)
    return ReplyRow(
        by=words["by"].get(reply.by, reply.by),
        check=answer.title if answer else reply.audit,
        quote=" ".join(reply.quote.split()),
        says=words["reasons"].get(reply.reason, reply.reason),
        note=" ".join(reply.note.split()),
    )
