"""What a caller may ask of an audit."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

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


def _numbers(table: Mapping[str, Any]) -> dict[str, Any]:
    return dict(_as_table("categories", table))


def _rows(table: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    return {name: dict(_as_table(f"checks.{name}", row)) for name, row in _as_table("checks", table).items()}


def _lists(table: Mapping[str, Mapping[str, Iterable[str]]]) -> dict[str, dict[str, tuple[str, ...]]]:
    return {
        file: {
            key: _words(f"lexicons.{file}.{key}", words) for key, words in _as_table(f"lexicons.{file}", own).items()
        }
        for file, own in _as_table("lexicons", table).items()
    }


def _as_table(place: str, value: Mapping[str, Any]) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise OptionsError(f"{place} must be a table, not {value!r}")
    return value


def _words(place: str, value: Iterable[str]) -> tuple[str, ...]:
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise OptionsError(f"{place} must be a list of words or phrases, not {value!r}")
    return tuple(value)


@frozen(kw_only=True)
class Options:
    """How an article is audited.

    ``genre``: the kind of article, if the caller knows it. ``made_on``: a date printed on reports; without it no
    report carries one. ``off``: ids of checks that are not asked. ``registers``: paths of the caller's own tables of
    accounts, names and hosts, as CSV with the columns name and side, and platform, date and note if wanted; their
    labels are shown as the caller's. ``ratings``: paths of files of ratings whose values are shown for linked outlets,
    and change nothing else. ``ratings_format``: their format, if their columns do not show it. ``ratings_date``: the
    date of values that have none. ``against``: paths of transcripts or documents, or of folders of them, with which
    quotations are compared. ``release``: paths of press releases whose words are looked for. ``online``: whether the
    links that stand with a statement or a document are visited; without it nothing is fetched. ``allow_private``:
    whether such a visit may go to addresses of the own network and to unusual ports. ``reply``: the path of a
    file of answers to findings, printed beside them; without it, the file `NAME.reply.toml` beside an article is taken.
    ``size_limit``: the largest article that is read, in bytes.

    ``checks``: weights and limits of checks to change, as in ``{"few-sources": {"weight": 5, "pass": 3}}``.
    ``categories``: weights of categories to change. ``lexicons``: words to add to shipped lists, as in
    ``{"vague": {"phrases": ["word is"]}}``. What is changed stands on the card and in the JSON report. ``plugins``:
    whether the checks of installed plug-ins are asked. ``count_untested``: whether checks weigh, too, that have not
    shown yet on articles labelled without the tool that 9 in 10 of 30 or more flags are right.

    Raises OptionsError for a genre or a format that does not exist; what else does not exist is told by the audit.
    """

    genre: str | None = field(default=None)
    made_on: date | None = None
    off: frozenset[str] = field(default=frozenset(), converter=_set_of)
    registers: tuple[str, ...] = field(default=(), converter=_tuple_of)
    ratings: tuple[str, ...] = field(default=(), converter=_tuple_of)
    ratings_format: str | None = field(default=None)
    ratings_date: date | None = None
    against: tuple[str, ...] = field(default=(), converter=_tuple_of)
    release: tuple[str, ...] = field(default=(), converter=_tuple_of)
    online: bool = False
    allow_private: bool = field(default=False)
    size_limit: int = 10 * MEGABYTE
    checks: Mapping[str, Mapping[str, Any]] = field(factory=dict, converter=_rows, hash=False)
    categories: Mapping[str, float] = field(factory=dict, converter=_numbers, hash=False)
    lexicons: Mapping[str, Mapping[str, tuple[str, ...]]] = field(factory=dict, converter=_lists, hash=False)
    plugins: bool = True
    count_untested: bool = False
    reply: str | None = None

    @genre.validator
    def _known(self, _: object, value: str | None) -> None:
        if value is not None and value not in GENRES:
            raise OptionsError(f"there is no genre {value!r}; the genres are {', '.join(GENRES)}")

    @allow_private.validator
    def _of_use(self, _: object, value: bool) -> None:
        if value and not self.online:
            raise OptionsError("allow_private is about visits to links; it needs online")

    @ratings_format.validator
    def _readable(self, _: object, value: str | None) -> None:
        if value is not None and value not in RATINGS_FORMATS:
            raise OptionsError(f"there is no format of ratings {value!r}; the formats are {', '.join(RATINGS_FORMATS)}")
