"""The data in a card and what they can restore."""

from attrs import evolve

from source_audit import Audit


def data_of(card: str) -> str:
    """Return the data block of a card."""
    return card.partition('id="source-audit-result">')[2].partition("</script>")[0]


def as_a_card_holds_it(audit: Audit) -> Audit:
    """Return an audit without what weighed in the attribution model, which no card holds."""
    return evolve(audit, attributions=tuple(evolve(each, reasons=()) for each in audit.attributions))
