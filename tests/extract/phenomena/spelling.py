"""One text in the spellings of quotation marks that newsrooms use.

Texts are written with “ ” for quotations, ‘ ’ for quotations in them and ' for apostrophes.
"""

from collections.abc import Mapping

STYLES: Mapping[str, str] = {
    "curly": "“”‘’’",
    "straight": "\"\"'''",
    "doubled": "δδ'''",
    "TeX": "τδ`''",
    "guillemets": "«»“”’",
    "British": "‘’“”’",
}
"""Opening and closing mark, the same of a quotation in a quotation, and the apostrophe; δ and τ stand for '' and ``."""
AS_WRITTEN = "as written"
PLAIN = ("curly", "straight")


def spellings(notation: str) -> dict[str, str]:
    """Return a text in every style that changes it; without quotation marks only apostrophes can differ."""
    if "“" in notation or "‘" in notation:
        return {style: respelled(notation, style) for style in STYLES}
    if "'" in notation:
        return {style: respelled(notation, style) for style in PLAIN}
    return {AS_WRITTEN: notation}


def respelled(notation: str, style: str) -> str:
    """Return a text with its marks in another style."""
    table = str.maketrans("“”‘’'", STYLES[style])
    return notation.translate(table).replace("δ", "''").replace("τ", "``")
