"""What the name of an account says of itself: the kind of body goes before a position."""

from collections.abc import Iterable, Iterator

from source_audit.label import How, Label, What
from source_audit.resources import data
from source_audit.stance import Stance, account_kind, stance

_PARTISAN_KINDS = ("party", "campaign")


def own_name_labels(names: Iterable[str]) -> Iterator[Label]:
    """Yield one label at most: a party's or campaign's account, else the first name that takes a position."""
    names = tuple(names)
    kinds = [(kind, name) for name in names if (kind := account_kind(name))]
    for kind, name in kinds:
        if kind in _PARTISAN_KINDS:
            yield Label(what=What.KIND, value=kind, how=How.NAME, origin=name)
            return
    positions = (found for name in names if (found := stance(name)))
    position = None if kinds else next((found for found in positions if not _is_bearer(found, names)), None)
    if position:
        value = f"{position.direction} {position.target}"
        yield Label(what=What.POSITION, value=value, how=How.NAME, origin=position.matched)


def _is_bearer(position: Stance, names: tuple[str, ...]) -> bool:
    """Tell whether the account bears the name of the person whom its handle is for: "VotePoe" of Ann Poe."""
    if position.target not in data("stance")["targets"]["leaders"]:
        return False
    return any(name.lower().split()[1:] == position.target.lower().split() for name in names)
