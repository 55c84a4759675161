"""Audit how a news article shows where its information comes from, and render a reader-facing audit card.

It says how clearly a text shows its sources; it never says whether a text is true, fair or trustworthy.

    import source_audit
    audit = source_audit.audit_article(markup)
    audit.save("card.html")
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from source_audit.version import VERSION

if TYPE_CHECKING:
    from source_audit.api import audit_article, find_attributions
    from source_audit.audit import Audit
    from source_audit.corpus import audit_many
    from source_audit.errors import ArticleError, OptionsError, ReportError, SourceAuditError
    from source_audit.options import Options
    from source_audit.report import render_report
    from source_audit.settings import load_options
    from source_audit.span import Span

__version__ = VERSION
_HOMES = {
    "ArticleError": "errors",
    "Audit": "audit",
    "Options": "options",
    "OptionsError": "errors",
    "ReportError": "errors",
    "SourceAuditError": "errors",
    "Span": "span",
    "audit_article": "api",
    "find_attributions": "api",
    "audit_many": "corpus",
    "load_options": "settings",
    "render_report": "report",
}

__all__ = [
    "ArticleError",
    "Audit",
    "Options",
    "OptionsError",
    "ReportError",
    "SourceAuditError",
    "Span",
    "__version__",
    "audit_article",
    "audit_many",
    "find_attributions",
    "load_options",
    "render_report",
]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for, so that `import source_audit` stays quick."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
