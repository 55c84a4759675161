"""Words and phrases matched to spans, in linear time."""

import re
from collections.abc import Iterable, Iterator

from source_audit.span import Span

_APOSTROPHES = re.compile(r"['’]")


class Lexicon:
    """A set of phrases that are found as whole words, whatever their case and kind of apostrophe.

    The phrases become one alternation, longest first, so that one pass over a text finds them all.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        ordered = sorted({phrase.lower() for phrase in phrases}, key=lambda phrase: (-len(phrase), phrase))
        body = "|".join(_APOSTROPHES.sub("['’]", re.escape(phrase)).replace(r"\ ", r"\s") for phrase in ordered)
        self._pattern = re.compile(rf"(?<![\w'’-])(?:{body})(?![\w-])", re.IGNORECASE) if ordered else None

    def find(self, text: str, within: Span | None = None) -> Iterator[Span]:
        """Yield the span of each phrase in *text*, or in the part *within* of it, from left to right."""
        if self._pattern is None:
            return
        start, end = (within.start, within.end) if within else (0, len(text))
        for match in self._pattern.finditer(text, start, end):
            yield Span(match.start(), match.end())

    def first(self, text: str, within: Span | None = None) -> Span | None:
        """Return the first phrase's span, or None."""
        return next(self.find(text, within), None)
