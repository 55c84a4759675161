"""The statements of sources that could be found, by the sentences in which they stand."""

from source_audit.attribution import Attribution
from source_audit.reading import Reading
from source_audit.resources import data


def told_by_somebody(reading: Reading) -> dict[int, list[Attribution]]:
    """Return the statements of known sources by where their sentences begin; a crowd counts nothing."""
    found: dict[int, list[Attribution]] = {}
    for said in reading.attributions:
        if said.told and not _is_nobody(reading, said):
            places = (*said.contents, *said.sources)
            for start in {one.start for span in places for one in reading.sentences_in(span)}:
                found.setdefault(start, []).append(said)
    return found


def _is_nobody(reading: Reading, said: Attribution) -> bool:
    """Tell whether a source is a class in general, or a study of which the text does not say which."""
    if all(speaker.collective for speaker in said.speakers):
        return True
    words = " ".join(said.sources[0].of(reading.text).lower().split()) if said.sources else ""
    return words in data("figures")["nameless_papers"]
