"""A place in a text."""

from attrs import frozen


@frozen(order=True, init=False)
class Span:
    """A half-open range of Python code points, ``text[start:end]``, of ``Document.text``.

    Raises ``ValueError`` unless ``0 <= start <= end``.
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        if not 0 <= start <= end:
            raise ValueError(f"a span needs 0 <= start <= end, not {start}, {end}")
        _set_start(self, start)
        _set_end(self, end)

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the words of *text* that stand in the span."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Tell whether *other* lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


_set_start, _set_end = Span.__dict__["start"].__set__, Span.__dict__["end"].__set__
"""Setting the slots themselves is much quicker than around the lock on a frozen class; spans are made by thousands."""
