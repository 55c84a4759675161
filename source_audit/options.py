"""What a caller may ask of an audit."""

from collections.abc import Iterable
from datetime import date

from attrs import field, frozen

from source_audit.errors import OptionsError

GENRES = (
    "news-report", "brief", "investigation", "interview", "live-blog", "opinion", "review", "press-release",
    "satire", "sponsored", "event-report", "profile", "explainer", "unknown",
)  # fmt: skip
"""The genres that a caller may state; `event-report` is a report of a speech, hearing or court day."""

RATINGS_FORMATS = ("lin", "iffy", "mbfc", "allsides", "adfontes", "generic")
"""The formats of a file of ratings; its columns show which it is (docs/how-to/use-ratings.md)."""

MEGABYTE = 1_000_000


def _set_of(names: Iterable[str]) -> frozenset[str]:
    return frozenset(names)


def _tuple_of(paths: Iterable[str]) -> tuple[str, ...]:
    return tuple(paths)


@frozen(kw_only=True)
class Options:
    """How an article is audited.

    ``genre``: the kind of article, if the caller knows it. ``made_on``: a date printed on reports; without it no
    report carries one. ``off``: ids of checks that are not asked. ``registers``: paths of the caller's own tables of
    accounts, names and hosts, as CSV with the columns name and side, and platform, date and note if wanted; their
    labels are shown as the caller's. ``ratings``: paths of files of ratings whose values are shown for linked outlets,
    and change nothing else. ``ratings_format``: their format, if their columns do not show it. ``ratings_date``: the
    date of values that have none. ``size_limit``: the largest article that is read, in bytes. ``reply``: the path of a
    file of answers to findings, printed beside them; without it, the file `NAME.reply.toml` beside an article is taken.

    Raises OptionsError for a genre or a format that does not exist.
    """

    genre: str | None = field(default=None)
    made_on: date | None = None
    off: frozenset[str] = field(default=frozenset(), converter=_set_of)
    registers: tuple[str, ...] = field(default=(), converter=_tuple_of)
    ratings: tuple[str, ...] = field(default=(), converter=_tuple_of)
    ratings_format: str | None = field(default=None)
    ratings_date: date | None = None
    size_limit: int = 10 * MEGABYTE
    reply: str | None = None

    @genre.validator
    def _known(self, _: object, value: str | None) -> None:
        if value is not None and value not in GENRES:
            raise OptionsError(f"there is no genre {value!r}; the genres are {', '.join(GENRES)}")

    @ratings_format.validator
    def _readable(self, _: object, value: str | None) -> None:
        if value is not None and value not in RATINGS_FORMATS:
            raise OptionsError(f"there is no format of ratings {value!r}; the formats are {', '.join(RATINGS_FORMATS)}")
