"""What a text mentions that could be linked, and what a link stands with."""

from attrs import frozen

from source_audit.span import Span


@frozen(kw_only=True)
class Reference:
    """Words that name something a reader could be led to: a study, a ruling, a post, an interview, an earlier article.

    ``kind`` is a kind of ``data/references.toml``. ``access`` is published, or leaked, unpublished or offline where the
    text says so. ``links`` are the indexes of the links that lead there, ``embed`` that of the post that shows it.
    ``how`` says why these are taken to: anchor (the link's own words), same-sentence, next-block, address (it stands in
    the text as such), or mentioned-before and mentioned-again (another mention of the same thing has them). Where
    nothing leads there it is None.
    """

    kind: str
    span: Span
    access: str = "published"
    links: tuple[int, ...] = ()
    embed: int | None = None
    how: str | None = None


@frozen(kw_only=True)
class Support:
    """The sentence that a link stands in and the statements of which it holds a part; ``link`` is the link's index."""

    link: int
    sentence: Span
    attribution_ids: tuple[str, ...] = ()
