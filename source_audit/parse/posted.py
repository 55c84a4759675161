"""Lines of a copied text, and the posts among them."""

from attrs import frozen

from source_audit.document import Embed
from source_audit.span import Span


@frozen(kw_only=True)
class Line:
    """A line of text without its outer spaces; *joined* is whether no blank line stands before it."""

    text: str
    start: int
    end: int
    joined: bool = False

    @property
    def span(self) -> Span:
        """Where the line stands."""
        return Span(self.start, self.end)


@frozen(kw_only=True)
class Post:
    """The lines of a pasted post, first to last, and what they say."""

    first: int
    last: int
    embed: Embed
