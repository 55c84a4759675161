"""What is known of a source's side, office, control or interest, and how it is known."""

from enum import StrEnum

from attrs import frozen

from source_audit.span import Span


class What(StrEnum):
    """What a label is about.

    ``party`` a party or campaign, ``office`` a public office or body, ``state-control`` control by a state,
    ``interest`` a stake or tie, ``kind`` the kind of body that an account's name gives, ``position`` a position that
    an account's name takes, ``side`` whatever the caller's own list says.
    """

    PARTY = "party"
    OFFICE = "office"
    STATE_CONTROL = "state-control"
    INTEREST = "interest"
    KIND = "kind"
    POSITION = "position"
    SIDE = "side"


class How(StrEnum):
    """How it is known: from the text, a shipped register, an account's name, or the caller's own list."""

    TEXT = "text"
    REGISTER = "register"
    NAME = "name"
    LIST = "list"


@frozen(kw_only=True)
class Label:
    """One thing that is known of a source, in the words of its origin.

    ``origin`` is the words of the text, the title of the register, the account's name, or the name of the caller's
    file. ``date`` is the origin's date as it gives it ("2026-06-15", "2022-03"), None for words and names. ``span`` is
    where the words stand in the text, for a label from the text. ``note`` is what else the origin says.
    """

    what: What
    value: str
    how: How
    origin: str
    date: str | None = None
    span: Span | None = None
    note: str = ""


@frozen(kw_only=True)
class Labelled:
    """A source, an account or a linked outlet with its labels: from the text first, then registers, names, own lists.

    ``source_id`` is the source's id; ``embed`` and ``link`` are the places of the post and the link in
    ``Document.embeds`` and ``Document.links``, each if it is one. ``span`` is where it first stands.
    """

    name: str
    span: Span
    labels: tuple[Label, ...]
    source_id: str | None = None
    embed: int | None = None
    link: int | None = None


@frozen(kw_only=True)
class Rating:
    """A value that a file of the caller's gives an outlet: shown with its rater, never counted.

    ``measure`` says what the value measures and on which scale. ``date`` is None where nobody says one. ``scope`` is
    what was rated ("the whole domain"). ``origin`` is the name of the file. ``link`` and ``source_id`` say where the
    outlet stands in the article, ``span`` the words.
    """

    outlet: str
    measure: str
    value: str
    rater: str
    date: str | None
    scope: str
    origin: str
    span: Span
    link: int | None = None
    source_id: str | None = None
