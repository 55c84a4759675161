"""Templates become pages: one environment, compiled once, that escapes everything and allows no gaps."""

import json
import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from source_audit.errors import ReportError
from source_audit.resources import templates

if TYPE_CHECKING:
    from jinja2 import Environment

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def render_sheet(name: str, **context: Any) -> str:
    """Return the page that a template makes of *context*; signs that no page may hold become U+FFFD."""
    page = environment().get_template(name).render(context)
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", page)


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
    made.policies["json.dumps_function"] = _dumps
    made.policies["json.dumps_kwargs"] = {}
    return made


def _dumps(data: Any) -> str:
    """Return compact JSON; what no page may hold is written as escapes, so that it comes back unchanged."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return json.dumps(data, separators=(",", ":")) if _UNPRINTABLE.search(text) else text


def _source(name: str) -> str:
    """Return the text of a template; read through `resources`, so that a zipped package works."""
    place = templates().joinpath(*name.split("/"))
    if not place.is_file():
        raise ReportError(f"there is no template {name!r}")
    return place.read_text(encoding="utf-8")
