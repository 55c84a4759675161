"""How well posts are read on pages of our own: two for each platform, with every field of every post written down."""

import tomllib
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from source_audit.document import Embed
from source_audit.parse import parse_document

FOLDER = Path(__file__).parents[1] / "parse" / "posts"
PAGES = sorted(FOLDER.glob("*.html"))
# fmt: off
FIELDS = (
    "platform", "author", "handle", "post_id", "permalink", "printed_date", "computed_date", "days_apart", "text",
    "truncated", "quoted_post", "replied_to", "media_only", "screenshot",
)
# fmt: on


def annotated(page: Path) -> list[dict[str, Any]]:
    """Return the posts that a page's annotation names, every field of each."""
    rows = tomllib.loads(page.with_suffix(".toml").read_text(encoding="utf-8"))["post"]
    nothing = fields_of(Embed(platform=""))
    return [{**nothing, **row} for row in rows]


def found(markup: str) -> list[dict[str, Any]]:
    """Return the posts that are read from a page, every field of each."""
    return [fields_of(embed) for embed in parse_document(markup, content_type="html").embeds]


def fields_of(embed: Embed) -> dict[str, Any]:
    """Return what a post says, dates as text."""
    values = {name: getattr(embed, name) for name in FIELDS}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}


def measure() -> dict[str, int]:
    """Return how many posts are found, how many fields of these are wrong, and how many posts are none."""
    counts = {"posts": 0, "found": 0, "extra": 0, "fields": 0, "wrong": 0}
    for page in PAGES:
        wanted, read = annotated(page), found(page.read_text(encoding="utf-8"))
        pairs = list(_paired(wanted, read))
        counts["posts"] += len(wanted)
        counts["found"] += len(pairs)
        counts["extra"] += len(read) - len(pairs)
        counts["fields"] += len(pairs) * len(FIELDS)
        counts["wrong"] += sum(one[name] != other[name] for one, other in pairs for name in FIELDS)
    return counts


def _paired(
    wanted: Sequence[dict[str, Any]], read: Sequence[dict[str, Any]]
) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Yield each post that was wanted with the one read for it: by address, else by platform and words."""
    left = list(read)
    for post in wanted:
        same = next((other for other in left if _is_same(post, other)), None)
        if same is not None:
            left.remove(same)
            yield post, same


def _is_same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    names = ("platform", "permalink") if one["permalink"] else ("platform", "text", "screenshot")
    return all(one[name] == other[name] for name in names)
