"""Values that a file of the caller's gives outlets of the article: looked up and handed on, never counted."""

from collections.abc import Iterator, Mapping
from datetime import date

from attrs import frozen

from source_audit.attribution import SourceKind
from source_audit.label import Rating
from source_audit.labels.media import name_key
from source_audit.labels.ratings_file import RatingsFile
from source_audit.reading import Reading
from source_audit.span import Span
from source_audit.web.addresses import host_of, path_of

_MOST_PATH = 4


@frozen(kw_only=True)
class _Outlet:
    """A linked outlet, or a source that may be one, and where it stands."""

    span: Span
    keys: tuple[str, ...] = ()
    name: str = ""
    link: int | None = None
    source_id: str | None = None


def rate_outlets(reading: Reading, files: tuple[RatingsFile, ...], day: date | None) -> tuple[Rating, ...]:
    """Return what the files say of the linked outlets and of the sources that are outlets, each row once.

    ``day`` is the date of rows that have none. An outlet that no file names is not rated, and nothing is said of it.
    """
    outlets = tuple(_outlets(reading)) if files else ()
    return tuple(rating for file in files for rating in _of_file(file, outlets, day))


def _of_file(file: RatingsFile, outlets: tuple[_Outlet, ...], day: date | None) -> Iterator[Rating]:
    shown = set[int]()
    for outlet in outlets:
        for row in file.rows_of(outlet.keys, outlet.name):
            if id(row) not in shown:
                shown.add(id(row))
                yield from _ratings(file, outlet, row, day)


def _ratings(file: RatingsFile, outlet: _Outlet, row: Mapping[str, str], day: date | None) -> Iterator[Rating]:
    for measure, value in file.values_of(row):
        yield Rating(
            outlet=file.outlet_of(row),
            measure=measure,
            value=value,
            rater=file.rater_of(row),
            date=file.date_of(row) or (day.isoformat() if day else None),
            scope=file.scope_of(row),
            origin=file.name,
            span=outlet.span,
            link=outlet.link,
            source_id=outlet.source_id,
        )


def _outlets(reading: Reading) -> Iterator[_Outlet]:
    for place, link in enumerate(reading.document.links):
        if host := host_of(link.href):
            yield _Outlet(span=link.span, keys=tuple(_keys(host, link.domain, path_of(link.href))), link=place)
    for source in reading.sources:
        if source.kind in (SourceKind.OUTLET, SourceKind.ORGANISATION) and source.named and source.mentions:
            yield _Outlet(span=source.mentions[0], name=name_key(source.name), source_id=source.id)


def _keys(host: str, domain: str, path: str) -> Iterator[str]:
    """Yield what a row may call an address, the narrowest first: host with path, host, domain."""
    parts = [part for part in path.split("/") if part][:_MOST_PATH]
    for count in range(len(parts), 0, -1):
        yield "/".join((host, *parts[:count])).lower()
    yield host
    if domain and domain != host:
        yield domain
