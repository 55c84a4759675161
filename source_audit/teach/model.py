"""What an exercise is made of: items with a key that says how sure it is and on which words it rests."""

from enum import StrEnum

from attrs import frozen


class Band(StrEnum):
    """How sure the key is: an *open* item is a discussion point without points, never graded."""

    SURE = "sure"
    LIKELY = "likely"
    OPEN = "open"


@frozen(kw_only=True)
class Quote:
    """Words of the article with their place (W3C TextQuoteSelector) and the number of their paragraph."""

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int
    paragraph: int


@frozen(kw_only=True)
class Key:
    """The answer to an item: what else is accepted, why, on which words it rests, and which rule found it.

    ``answer`` is None for an open item.
    """

    answer: str | None
    band: Band
    why: str
    rule_id: str
    accept: tuple[str, ...] = ()
    words: tuple[Quote, ...] = ()


@frozen(kw_only=True)
class Item:
    """One question: a prompt, the excerpts it is about, and the options to choose from."""

    id: str
    type: str
    prompt: str
    spans: tuple[Quote, ...]
    options: tuple[str, ...]
    key: Key
    points: int
    minutes: int

    @property
    def is_open(self) -> bool:
        """Whether it is a discussion point."""
        return self.key.band is Band.OPEN


@frozen(kw_only=True)
class Exercise:
    """Items of one type, with what a student and a teacher need to know; ``notes`` are for the teacher."""

    id: str
    title: str
    goal: str
    instructions: str
    example: str
    example_answer: str
    items: tuple[Item, ...]
    introduction_minutes: int
    notes: tuple[str, ...] = ()

    @property
    def graded(self) -> tuple[Item, ...]:
        """The items that carry points."""
        return tuple(item for item in self.items if not item.is_open)

    @property
    def discussed(self) -> tuple[Item, ...]:
        """The items that are open."""
        return tuple(item for item in self.items if item.is_open)

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return self.introduction_minutes + sum(item.minutes for item in self.items)

    @property
    def points(self) -> int:
        """The most points that can be won."""
        return sum(item.points for item in self.items)


@frozen(kw_only=True)
class Paragraph:
    """A paragraph that a sheet prints, in pieces of words and the address they link to, if they do.

    ``number`` is None for a post; ``gap`` tells that text is left out before it.
    """

    number: int | None
    pieces: tuple[tuple[str, str | None], ...]
    gap: bool = False


@frozen(kw_only=True)
class Lesson:
    """The exercises of one article with the text that they need and the notes for the teacher.

    ``is_checked`` tells that a teacher has been through the key.
    """

    title: str
    credit: tuple[str, ...]
    url: str | None
    exercises: tuple[Exercise, ...]
    paragraphs: tuple[Paragraph, ...]
    ends_early: bool
    is_copied: bool
    is_checked: bool
    notes: tuple[str, ...]

    @property
    def points(self) -> int:
        """The most points that can be won."""
        return sum(exercise.points for exercise in self.exercises)
