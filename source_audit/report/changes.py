"""What was changed for this card, in one line: two cards must not be compared unknowingly."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from source_audit.audit import Audit
from source_audit.report.plain import tame

_MOST = 6
_NOTE = "Compare it only with cards that were made the same way."


def changes_of(audit: Audit) -> str:
    """Return what was changed in the rules for this card, or nothing."""
    told = list(_sentences(audit))
    return " ".join([*told, _NOTE]) if told else ""


def _sentences(audit: Audit) -> Iterator[str]:
    changes: Sequence[Mapping[str, Any]] = audit.rubric.get("changes", ())
    numbers = [_number(change) for change in changes if change["what"].startswith(("checks.", "categories."))]
    words = [_words(change) for change in changes if change["what"].startswith("lexicons.")]
    off = [name for change in changes if change["what"] == "off" for name in change["now"]]
    added = [f"{name} ({plugin.name} {plugin.version})" for plugin in audit.plugins for name in plugin.checks]
    if numbers:
        yield f"Weights or limits were changed for this card: {_some(numbers)}."
    if words:
        yield f"Words were added to its lists: {_some(words)}."
    if any(change["what"] == "count_untested" for change in changes):
        yield "Checks count, too, of which no test has shown that 9 in 10 of their findings are right."
    if off:
        yield f"Checks that were not asked: {_some(off)}."
    if added:
        yield f"Checks that other packages brought: {_some(added)}."


def _number(change: Mapping[str, Any]) -> str:
    room, name, *key = change["what"].split(".")
    what = f"the category {name}" if room == "categories" else f"{name} {key[0].replace('_', ' ')}"
    return f"{what} {change['now']:.10g}, not {_before(change['was'], key)}"


def _before(value: float | None, key: list[str]) -> str:
    """Return the rubric's number; where it has no limit of that name, it has limits by length, or none."""
    if value is not None:
        return f"{value:.10g}"
    return "by length" if key[0] in ("pass", "partial") else "none"


def _words(change: Mapping[str, Any]) -> str:
    _, file, key = change["what"].split(".")
    return f"{file} {key.replace('_', ' ')} ({len(change['now'])})"


def _some(items: list[str]) -> str:
    left = len(items) - _MOST
    shown = [tame(item) for item in items[:_MOST]]
    return "; ".join([*shown, f"and {left} more"] if left > 0 else shown)
