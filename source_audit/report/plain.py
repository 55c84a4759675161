"""Text of the article made safe for places that show text as it is."""

import re
import textwrap

_CONTROL = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufe00-\ufe0f\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)
_SPACES = re.compile(r"\s+")


def tame(text: str) -> str:
    """Return a text on one line, without control, direction and zero-width signs."""
    return _SPACES.sub(" ", _CONTROL.sub("", _SPACES.sub(" ", text))).strip()


def wrapped(text: str, width: int = 80, indent: str = "", first: str | None = None) -> str:
    """Return a text in lines of at most *width* signs; *first* is the indent of the first line."""
    return textwrap.fill(
        tame(text),
        width=width,
        initial_indent=indent if first is None else first,
        subsequent_indent=indent,
        break_on_hyphens=False,
    )
