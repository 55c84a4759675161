"""Trails to an article that are written as a line: "Home › Sport", "News | Islands"."""

import re

from source_audit.parse.genre import is_label
from source_audit.parse.people import begins_with_by
from source_audit.resources import data

_SEPARATOR = re.compile(r"[›»>/|·]")
_SURE_SEPARATOR = re.compile(r"[›»>/]")
_BAR = re.compile(r"[|·]")
_DIGIT = re.compile(r"\d")
_LONGEST_STEP = 4


def is_step(text: str) -> bool:
    """Tell whether a part of a trail is the name of something else than its beginning."""
    return any(map(str.isalpha, text)) and text.casefold() not in data("pages")["trail_starts"]


def written_steps(line: str, *, bars: bool = True) -> list[str]:
    """Return the parts of a line between marks such as › and /, and between bars."""
    return [step.strip() for step in (_SEPARATOR if bars else _SURE_SEPARATOR).split(line)]


def end_of_trail(line: str) -> str | None:
    """Return the last section of a line that is written as a trail; behind a bar a name may be its author's."""
    steps = written_steps(line)
    known = [step for step in steps if is_label(step)]
    if len(steps) < 2 or not (known or not is_step(steps[0])) or _DIGIT.search(line) or begins_with_by(line):
        return None
    last, longest = steps[-1], 1 if _BAR.search(line) else _LONGEST_STEP
    if is_step(last) and len(last.split()) <= longest:
        return last
    return known[-1] if known else None
