"""Who writes: statements that an article makes of its own author, or puts to the reader."""

from source_audit.attribution import Attribution

WRITERS = frozenset({"i", "we", "my", "our", "me", "us"})
"""Outside quotations these mean whoever writes."""
READERS = frozenset({"you", "your"})
"""Outside quotations these mean whoever reads."""


def is_writers(text: str, attribution: Attribution) -> bool:
    """Tell whether the writer makes a statement, as "I" or "we"."""
    return _source(text, attribution) in WRITERS


def passes_on(text: str, attribution: Attribution) -> bool:
    """Tell whether a statement passes on what others say: neither the writer's own nor put to the reader ("you")."""
    return _source(text, attribution) not in WRITERS | READERS


def _source(text: str, attribution: Attribution) -> str:
    return "" if attribution.source or len(attribution.sources) != 1 else attribution.sources[0].of(text).lower()
