"""Small matters of wording: one line, no control characters, the nearest name."""

from collections.abc import Iterable
from difflib import get_close_matches


def one_line(text: str) -> str:
    """Return a message on one line."""
    return " ".join(text.split())


def printable(text: str) -> str:
    """Return a text without the characters that could steer a terminal."""
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)


def nearest(name: str, names: Iterable[str]) -> str:
    """Return a hint at the name that was probably meant, or nothing."""
    close = get_close_matches(name, list(names), n=1, cutoff=0.5)
    return f"; did you mean {close[0]!r}?" if close else ""


def examples(*commands: str) -> str:
    """Return the examples that close a help text; the first character keeps click from folding them."""
    return "\n".join(["\b", "Examples:", *(f"  {command}" for command in commands)])
