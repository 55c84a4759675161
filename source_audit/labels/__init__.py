"""Who declares a side, an office, a state's control or an interest, and how that is known.

    labelled = label_sources(reading, declared)

One record for each source, account and linked outlet of which something is known: first what the text says, then
public registers with their dates, then the name of an account, then the caller's own list. Nothing is looked up about
a person by name, and no label is a judgement of this program.
"""

from collections.abc import Iterable, Iterator

from source_audit.attribution import Declared
from source_audit.label import How, Label, Labelled, What
from source_audit.labels.accounts import account_labels
from source_audit.labels.lists import OwnList
from source_audit.labels.media import host_labels, media_account_labels, name_labels
from source_audit.labels.naming import own_name_labels
from source_audit.labels.sites import site_labels
from source_audit.labels.voices import Voice, voices_of
from source_audit.labels.wording import text_labels
from source_audit.reading import Reading

__all__ = ["label_sources"]


def label_sources(reading: Reading, declared: Iterable[Declared] = ()) -> tuple[Labelled, ...]:
    """Return a record for each source, account and linked outlet of which something is known, in their order.

    ``declared`` are the rows of the caller's own lists.
    """
    own = OwnList(declared)
    found = ((voice, tuple(_labels(reading, voice, own))) for voice in voices_of(reading))
    return tuple(
        Labelled(
            name=voice.name,
            span=voice.span,
            labels=labels,
            source_id=voice.source.id if voice.source else None,
            embed=voice.embed,
            link=voice.link,
        )
        for voice, labels in found
        if labels
    )


def _labels(reading: Reading, voice: Voice, own: OwnList) -> Iterator[Label]:
    if voice.source:
        yield from text_labels(reading, voice.source)
    registered = list(_registered(voice))
    yield from registered
    if voice.is_account and not registered:
        yield from own_name_labels(voice.names)
    for row in own.of(voice):
        yield Label(
            what=What.SIDE, value=row.side, how=How.LIST, origin=row.origin, date=row.date or None, note=row.note
        )


def _registered(voice: Voice) -> Iterator[Label]:
    """Yield what shipped registers say, of an account by platform and handle, of an outlet by host or whole name."""
    if voice.account:
        yield from account_labels(*voice.account)
        yield from media_account_labels(*voice.account)
    for host in voice.hosts:
        yield from host_labels(host)
        yield from site_labels(host)
    if voice.is_outlet:
        yield from name_labels(voice.name)
