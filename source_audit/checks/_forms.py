"""Long patterns that are looked for only in words that hold letters without which they cannot stand."""

import re


class Forms:
    """Patterns of which the one that stands first counts, the earlier in the list if two begin in one place.

    Each comes with letters, without one of which it cannot stand; to look for these costs next to nothing.
    """

    def __init__(self, *forms: tuple[tuple[str, ...], str]) -> None:
        self._forms = tuple((signs, re.compile(form)) for signs, form in forms)

    def search(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """Return the first match between two places of a text."""
        words, first = text[start:end], None
        for signs, form in self._forms:
            if any(map(words.__contains__, signs)):
                match = form.search(text, start, end)
                if match and (first is None or match.start() < first.start()):
                    first = match
        return first
