"""Which words may be cues, and how often they really are."""

from functools import cache
from typing import Any

from attrs import frozen

from source_audit.extract.model import model
from source_audit.resources import data, rows


@frozen
class Verb:
    """A reporting verb in one of its forms: its lemma, its class and how reliable a cue the form is (0 to 1)."""

    lemma: str
    kind: str
    reliability: float


SPEECH_KINDS = frozenset(
    {"speech_neutral", "speech_formal", "manner_of_speaking", "argument", "distancing", "concession"}
)


@cache
def verbs() -> dict[str, Verb]:
    """Return every form of every reporting verb."""
    own = data("words")["reliability"]
    table: dict[str, Verb] = {}
    for row in rows("reporting_verbs"):
        head, _, particle = row["lemma"].partition(" ")
        if particle:
            continue
        for form in (head, *row["forms"].split()):
            reliability = own.get(form, float(row["reliability"]))
            if form not in table or table[form].reliability < reliability:
                table[form] = Verb(head, row["class"], reliability)
    return table


@cache
def particles() -> dict[str, dict[str, Verb]]:
    """Return, for each verb form, the particles that make another cue of it ("pointed out", "called for")."""
    table: dict[str, dict[str, Verb]] = {}
    for row in rows("reporting_verbs"):
        head, _, particle = row["lemma"].partition(" ")
        if particle:
            for form in (head, *row["forms"].split()):
                verb = Verb(row["lemma"], row["class"], float(row["reliability"]))
                table.setdefault(form, {})[particle] = verb
    return table


def prior(word: str) -> float:
    """Return how often a word is a cue wherever it stands outside quotations (0 to 1), 0 for one that never is."""
    return model().priors.get(word, 0.0)


@cache
def words(name: str) -> frozenset[str]:
    """Return one of the closed classes of words."""
    return frozenset(data("words")[name])


@cache
def table(name: str) -> dict[str, Any]:
    """Return a data table of the extraction."""
    return data(name)
