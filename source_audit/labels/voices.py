"""The sources, accounts and linked outlets of an article, each once."""

from collections.abc import Iterator
from itertools import chain

from attrs import define

from source_audit.attribution import Source, SourceKind
from source_audit.document import Document, Embed, Link
from source_audit.labels.accounts import bare
from source_audit.reading import Reading
from source_audit.span import Span
from source_audit.web.addresses import host_of
from source_audit.web.platforms import account_behind

_OUTLETS = (SourceKind.OUTLET, SourceKind.ORGANISATION)


@define(kw_only=True)
class Voice:
    """Somebody or something whose side may be known.

    ``names`` are the names under which it stands, a handle before the name beside it; ``account`` is its platform and
    handle; ``hosts`` are the hosts of a linked outlet.
    """

    span: Span
    names: tuple[str, ...]
    account: tuple[str, str] | None = None
    hosts: tuple[str, ...] = ()
    source: Source | None = None
    embed: int | None = None
    link: int | None = None

    @property
    def name(self) -> str:
        """What it is called: the source's name, else an account's handle with its "@", else the first name."""
        if self.source:
            return self.source.name
        return f"@{self.account[1]}" if self.account else self.names[0]

    @property
    def is_account(self) -> bool:
        """Whether it is an account: its name is chosen and can take a position."""
        own = self.source is not None and self.source.kind is SourceKind.ACCOUNT
        return own or self.account is not None or self.embed is not None

    @property
    def is_outlet(self) -> bool:
        """Whether it is a source that may be a medium."""
        return self.source is not None and self.source.kind in _OUTLETS


class _Met:
    """What was met so far; an account is known by platform and handle, an outlet by its domain, a source by its id."""

    def __init__(self) -> None:
        self._voices: dict[tuple[str, str], Voice] = {}
        self._by_handle: dict[str, Voice] = {}

    def __iter__(self) -> Iterator[Voice]:
        return iter(self._voices.values())

    def account(self, voice: Voice) -> None:
        platform, handle = voice.account or ("", voice.names[0])
        known = self._voices.setdefault((platform, bare(handle)), voice)
        self._by_handle.setdefault(bare(handle), known)

    def source(self, voice: Voice, source: Source) -> None:
        known = self._by_handle.get(bare(source.name)) if source.kind is SourceKind.ACCOUNT else None
        if known:
            known.source = known.source or source
        else:
            self._voices["source", source.id] = voice

    def outlet(self, voice: Voice) -> None:
        known = self._voices.setdefault(("domain", voice.names[0]), voice)
        known.hosts = tuple(dict.fromkeys((*known.hosts, *voice.hosts)))


def voices_of(reading: Reading) -> Iterator[Voice]:
    """Yield the accounts of the posts, the sources that say something, and what the links lead to."""
    met = _Met()
    for place, embed in enumerate(reading.document.embeds):
        if voice := _of_embed(reading.document, place, embed):
            met.account(voice)
    for source in reading.sources:
        if voice := _of_source(reading, source):
            met.source(voice, source)
    for place, link in enumerate(reading.document.links):
        if account := account_behind(link.href):
            met.account(Voice(span=link.span, names=(account[1],), account=account, link=place))
        elif voice := _of_link(place, link):
            met.outlet(voice)
    yield from met


def _of_embed(document: Document, place: int, embed: Embed) -> Voice | None:
    names = tuple(name.strip(" @") for name in (embed.handle, embed.author) if name and name.strip(" @"))
    span = embed.signature or embed.span or embed.words or embed.anchor
    span = span or next((block.span for block in document.blocks), None)
    if not names or span is None:
        return None
    account = (embed.platform, names[0]) if embed.handle and embed.handle.strip(" @") else None
    return Voice(span=span, names=names, account=account, embed=place)


def _of_source(reading: Reading, source: Source) -> Voice | None:
    """Return a source that says something, if the text tells what it is."""
    if not source.attribution_ids or source.kind is SourceKind.UNKNOWN:
        return None
    statements = (reading.attribution(name) for name in source.attribution_ids)
    spoken = chain.from_iterable((said.contents or said.cue or said.sources) for said in statements)
    span = min(source.mentions or tuple(spoken), key=lambda span: span.start, default=None)
    names = (source.name.strip(" @"),) if source.named else ()
    return Voice(span=span, names=names, source=source) if span else None


def _of_link(place: int, link: Link) -> Voice | None:
    host = host_of(link.href)
    return Voice(span=link.span, names=(link.domain or host,), hosts=(host,), link=place) if host else None
