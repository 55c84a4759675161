"""A right of reply: what an editor, the author or a source answers to a finding, from a file beside the article."""

import tomllib
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from attrs import frozen

from source_audit.errors import OptionsError, nearest
from source_audit.finding import Finding
from source_audit.resources import data

SUFFIX = ".reply.toml"
"""What the name of the file beside an article ends with: `page.reply.toml` beside `page.html`."""

LONGEST_NOTE = 300
"""The largest number of characters in a note."""

_LARGEST = 200_000
_MOST = 100
_KEYS = ("audit", "by", "reason", "quote", "note")
_NEEDED = ("audit", "by", "reason")


@frozen(kw_only=True)
class Reply:
    """An answer to a check's findings: ``by`` whom it is and the ``reason``, both from a fixed list.

    ``quote`` is the exact words of the finding that it answers, empty where it answers the check as a whole. ``note``
    is the answerer's own words.
    """

    audit: str
    by: str
    reason: str
    quote: str = ""
    note: str = ""

    def answers(self, finding: Finding, text: str) -> bool:
        """Tell whether it answers a finding: its words are among the evidence, or it answers the whole check."""
        wanted = _plain(self.quote)
        return not wanted or any(wanted in _plain(piece.span.of(text)) for piece in finding.evidence)


def reply_beside(article: Path) -> Path | None:
    """Return the file of answers beside an article, if there is one."""
    path = article.with_name(article.stem + SUFFIX) if article.name else None
    return path if path and path.is_file() else None


def read_replies(path: Path, checks: Collection[str]) -> tuple[Reply, ...]:
    """Return the answers of a file; *checks* are the ids that may be answered.

    Raises OptionsError, with the nearest name, for a check, a reason, a person or a key that does not exist.
    """
    table = _table(path)
    default = table.pop("by", None)
    rows = table.pop("reply", [])
    if table:
        raise _unknown(path, "key", next(iter(table)), ("by", "reply"))
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows) or len(rows) > _MOST:
        raise OptionsError(f"{str(path)!r}: answers are at most {_MOST} tables [[reply]]")
    return tuple(_reply(path, {"by": default, **row} if default is not None else row, checks) for row in rows)


def _table(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > _LARGEST:
            raise OptionsError(f"the file of answers {str(path)!r} is larger than {_LARGEST:,} bytes")
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise OptionsError(f"the file of answers {str(path)!r} cannot be read: {error.strerror or error}") from error
    except (ValueError, RecursionError) as error:
        raise OptionsError(f"the file of answers {str(path)!r} is no TOML: {error}") from error


def _reply(path: Path, row: Mapping[str, Any], checks: Collection[str]) -> Reply:
    for key, value in row.items():
        if key not in _KEYS:
            raise _unknown(path, "key", key, _KEYS)
        if not isinstance(value, str):
            raise OptionsError(f"{str(path)!r}: the key {key!r} must be a text, not {value!r}")
    if missing := [key for key in _NEEDED if not row.get(key)]:
        raise OptionsError(f"{str(path)!r}: an answer lacks {missing[0]!r}; it needs {', '.join(_NEEDED)}")
    known: Mapping[str, Collection[str]] = {
        "audit": checks,
        "by": data("replies")["by"],
        "reason": data("replies")["reasons"],
    }
    for key, names in known.items():
        if row[key] not in names:
            raise _unknown(path, "check" if key == "audit" else key, row[key], names)
    if len(row.get("note", "")) > LONGEST_NOTE:
        raise OptionsError(f"{str(path)!r}: a note has {len(row['note'])} characters, more than {LONGEST_NOTE}")
    return Reply(**row)


def _unknown(path: Path, what: str, name: str, names: Collection[str]) -> OptionsError:
    told = f"; known are {', '.join(names)}" if what != "check" else "; `source-audit checks` lists them"
    return OptionsError(f"{str(path)!r}: there is no {what} {name!r}{nearest(name, names)}{told}")


def _plain(words: str) -> str:
    return " ".join(words.split())
