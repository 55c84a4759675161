"""Templates become pages: one environment, compiled once, that escapes everything and allows no gaps."""

import json
import re
from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from source_audit.errors import ReportError
from source_audit.resources import templates

if TYPE_CHECKING:
    from jinja2 import Environment

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_UNSEEN = re.compile("[\u200b\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
"""Signs that turn or hide the text around them; joiners and direction marks stay, as whole scripts need them."""
_NEEDLESS = re.compile(r"/\*.*?\*/\n?|(?<=[{};,])\n(?!\Z)|;(?=\n?\})", re.DOTALL)
"""What a style sheet has for those who write it: comments, line ends, and the sign after the last rule of a block."""
_REFERENCES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("'", "&#39;"), ('"', "&#34;"))
"""What the signs of markup become, the same as in a template; `markupsafe` takes thrice as long for a short text."""
_PLAIN = bytes((*b"\t\n\r", *range(0x20, 0x7F)))


def render_sheet(name: str, record: Any = None, **context: Any) -> str:
    """Return the page that a template makes of *context* and of a *record*, data that a script element carries.

    Signs that no page may hold become U+FFFD; those that turn the direction of a text or are zero-width are shown by
    their number and not obeyed. In the record they are escaped, so that it comes back unchanged.
    """
    template, text = environment().get_template(name), _compact(record, plain=False)
    page = template.render(context, record=_block(text))
    if not _odd(page):
        return page
    if _odd(text):
        page = template.render(context, record=_block(_compact(record, plain=True)))
    page = _UNSEEN.sub(lambda sign: f"[U+{ord(sign[0]):04X}]", page)
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", page)


def _compact(record: Any, *, plain: bool) -> str:
    """Return compact JSON, of plain ASCII if asked."""
    return json.dumps(record, ensure_ascii=plain, check_circular=False, separators=(",", ":"))


def _block(text: str) -> Markup:
    """Return JSON as a script element may hold it."""
    return Markup(text.replace("<", "\\u003c"))  # noqa: S704 - nothing in it can end the element


def _odd(page: str) -> bool:
    """Tell whether a page holds such signs; plain ASCII is taken out first, which costs next to nothing."""
    rest = page.encode("utf-8", "surrogatepass").translate(None, _PLAIN).decode("utf-8", "surrogatepass")
    return bool(_UNSEEN.search(rest) or _UNPRINTABLE.search(rest))


def markup(name: str, macro: str, *values: Any) -> Markup:
    """Return the markup that a macro of a template makes of some values."""
    made: Markup = _macro(name, macro)(*values)
    return made


@cache
def _macro(name: str, macro: str) -> Any:
    return getattr(environment().get_template(name).module, macro)


def escaped(text: str) -> str:
    """Return a text as a page may hold it, for markup that is put together from strings and then `joined`."""
    for sign, reference in _REFERENCES:
        if sign in text:
            text = text.replace(sign, reference)
    return text


def joined(pieces: Iterable[str]) -> Markup:
    """Return pieces of markup as one; nothing in them is escaped again."""
    return Markup("".join(pieces))  # noqa: S704 - each is markup already


@cache
def csp_hash(name: str) -> str:
    """Return the hash that a Content-Security-Policy needs for a style or script whose whole text is a template."""
    text = environment().get_template(name).render()
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


@cache
def environment() -> "Environment":
    """Return the environment of all templates; jinja2 is imported here and nowhere else."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined  # noqa: PLC0415 - only who renders pays for it

    made = Environment(
        loader=FunctionLoader(_source),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    made.globals["csp_hash"] = csp_hash
    return made


def _source(name: str) -> str:
    """Return the text of a template; read through `resources`, so that a zipped package works."""
    place = templates().joinpath(*name.split("/"))
    if not place.is_file():
        raise ReportError(f"there is no template {name!r}")
    text = place.read_text(encoding="utf-8")
    return _NEEDLESS.sub("", text) if name.endswith(".css.jinja") else text
