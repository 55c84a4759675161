"""What a caller hands in beside the article: texts to compare it with, and what visits to its links have shown."""

from enum import StrEnum

from attrs import frozen


@frozen(kw_only=True)
class SuppliedText:
    """A transcript, document or release that the caller named; ``name`` is that of its file."""

    name: str
    text: str


class Outcome(StrEnum):
    """What came of a visit to an address."""

    THERE = "there"
    GONE = "gone"
    WITHHELD = "withheld"
    NO_HOST = "no-host"
    NO_ANSWER = "no-answer"
    REFUSED = "refused"
    NOT_TRIED = "not-tried"


@frozen(kw_only=True)
class Visit:
    """What an address answered: the last status of HTTP, and the address at which it ended after redirects."""

    address: str
    outcome: Outcome
    status: int | None = None
    final: str = ""
