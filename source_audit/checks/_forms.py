"""Long patterns that are looked for only in words that hold letters without which they cannot stand."""

import re


class Forms:
    """Patterns of which the one that stands first counts, the earlier in the list if two begin in one place.

    Each comes with letters, without one of which it cannot stand; to look for these costs next to nothing.
    """

    def __init__(self, *forms: tuple[tuple[str, ...], str]) -> None:
        self._forms = [re.compile(form) for _, form in forms]
        self._signs = [(sign, number) for number, (signs, _) in enumerate(forms) for sign in signs]

    def search(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """Return the first match between two places of a text."""
        words = text[start:end]
        numbers = {number for sign, number in self._signs if sign in words}
        matches = [self._forms[number].search(text, start, end) for number in sorted(numbers)]
        return min(filter(None, matches), key=re.Match.start, default=None)
