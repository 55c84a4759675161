"""Key claims: the sentences of an article that most need to show where their information comes from."""

from enum import StrEnum

from attrs import frozen

from source_audit.span import Span


class ClaimKind(StrEnum):
    """What makes a sentence a key claim: where it stands, or what it says."""

    OPENING = "opening"
    ACCUSATION = "accusation"
    FIGURE = "figure"
    CAUSE = "cause"
    SUPERLATIVE = "superlative"
    FIRST_TIME = "first-time"
    PREDICTION = "prediction"


class PartyKind(StrEnum):
    """Who is accused: a named person, a named body, or a group, country or anybody else without one voice."""

    PERSON = "person"
    BODY = "body"
    GROUP = "group"


@frozen(kw_only=True)
class Sign:
    """Words that show one kind of key claim; of an opening it is the whole sentence."""

    kind: ClaimKind
    span: Span


@frozen(kw_only=True)
class Party:
    """Who is accused: the words here, the longest name that the text has for them, and what they are."""

    span: Span
    name: str
    kind: PartyKind


@frozen(kw_only=True)
class Accusation:
    """A claim that a party did wrong: the words that make it one, the accused, and the accuser's source if told.

    It is ``sure`` where the words are an accusation in any text and name the accused; a criminal charge, blame,
    a name that somebody is called and a pronoun are not.
    """

    span: Span
    accused: Party
    accuser: str | None = None
    sure: bool = True


@frozen(kw_only=True)
class Claim:
    """A sentence that is a key claim, and what in the text carries it.

    ``signs`` say why it is one, the first sign that stands in it first. ``attribution_ids`` are the statements that
    share words with it, ``source_ids`` those who make them, where the text tells. ``links`` are the indexes of the
    links in it, ``embeds`` those of the posts right behind its paragraph. An accusation is there once for each accused.
    """

    span: Span
    signs: tuple[Sign, ...]
    attribution_ids: tuple[str, ...] = ()
    source_ids: tuple[str, ...] = ()
    links: tuple[int, ...] = ()
    embeds: tuple[int, ...] = ()
    accusations: tuple[Accusation, ...] = ()

    @property
    def kinds(self) -> frozenset[ClaimKind]:
        """All that it is."""
        return frozenset(sign.kind for sign in self.signs)

    @property
    def trigger(self) -> Span:
        """The words that first show that it is a key claim."""
        return self.signs[0].span
