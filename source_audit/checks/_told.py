"""The statements of sources that could be found, by the sentences in which they stand."""

from functools import cache

from source_audit.attribution import Attribution
from source_audit.checks._near import once, statements_by_sentence
from source_audit.reading import Reading
from source_audit.resources import data


@once
def told_by_somebody(reading: Reading) -> dict[int, list[Attribution]]:
    """Return the statements of known sources by where their sentences begin; a crowd counts nothing."""
    found = statements_by_sentence(reading)
    nobodys = {said.id for said in reading.attributions if _is_nobody(reading, said)}
    if not nobodys:
        return found
    kept = {start: [said for said in told if said.id not in nobodys] for start, told in found.items()}
    return {start: told for start, told in kept.items() if told}


def _is_nobody(reading: Reading, said: Attribution) -> bool:
    """Tell whether a source is a class in general, or a study of which the text does not say which."""
    if all(speaker.collective for speaker in said.speakers):
        return True
    words = said.sources[0].of(reading.text) if said.sources else ""
    return " ".join(words.lower().split()) in _nameless()


@cache
def _nameless() -> frozenset[str]:
    return frozenset(data("figures")["nameless_papers"])
