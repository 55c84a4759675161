"""The entries of a live blog on the card: those of which a check asks something, and what it asks."""

from collections.abc import Iterator

from attrs import frozen

from source_audit.answer import Entry, Status
from source_audit.audit import Audit
from source_audit.check import Lifecycle
from source_audit.report.wording import number_word, plural, sentence_case, status_word, words

_LONGEST_TIME = 60
_MOST_ENTRIES = 60
_ASKING = (Status.FAIL, Status.PARTIAL, Status.NEEDS_REVIEW)


@frozen(kw_only=True)
class Asked:
    """What a check says of an entry: its id, the word for its status, and its title."""

    id: str
    word: str
    title: str


@frozen(kw_only=True)
class EntryRow:
    """An entry of which something is asked; ``passed`` tells how many checks are in order, empty for none."""

    time: str
    asked: tuple[Asked, ...]
    passed: str


@frozen(kw_only=True)
class Entries:
    """The entries of a live blog: what they come to in words, the rows, and how many more there are."""

    summary: str
    rows: tuple[EntryRow, ...]
    more: int


def entries_of(audit: Audit) -> Entries | None:
    """Return the entries of a live blog, or None for other texts."""
    if not audit.entries:
        return None
    rows = [row for row in (_row(audit, entry) for entry in audit.entries) if row.asked]
    total, clear = len(audit.entries), len(audit.entries) - len(rows)
    said = words("entries")
    which = "none" if not clear else "all" if clear == total else "some"
    share = f"{clear} {'is' if clear == 1 else 'are'}"
    summary = said[which].format(total=plural(total, "entry", "entries"), clear=share)
    checks = number_word(len(audit.entries[0].statuses))
    return Entries(
        summary=f"{said['intro'].format(checks=sentence_case(checks))} {summary}",
        rows=tuple(rows[:_MOST_ENTRIES]),
        more=max(len(rows) - _MOST_ENTRIES, 0),
    )


def _row(audit: Audit, entry: Entry) -> EntryRow:
    passed = sum(status is Status.PASS for status in entry.statuses.values())
    time = " ".join(entry.time.of(audit.document.text).split())[:_LONGEST_TIME]
    asked = (_asked(audit, name, status) for name, status in entry.statuses.items() if status in _ASKING)
    return EntryRow(time=time, asked=tuple(asked), passed=f"Pass: {passed}." if passed else "")


def _asked(audit: Audit, name: str, status: Status) -> Asked:
    answer = audit.answers[name]
    trial = " (on trial)" if answer.lifecycle is Lifecycle.EXPERIMENTAL else ""
    return Asked(id=name, word=status_word(status), title=f"{answer.title.rstrip('.')}{trial}")


def entry_lines(entries: Entries) -> Iterator[str]:
    """Yield the entries of which something is asked as lines of plain text."""
    for row in entries.rows:
        asked = " ".join(f"{one.word}: {one.title}." for one in row.asked)
        yield f"{row.time} {asked} {row.passed}".rstrip()
    if entries.more:
        yield f"and {plural(entries.more, 'more entry', 'more entries')}"
