"""What is raised on purpose; each message says what is wrong and what to do."""


class SourceAuditError(Exception):
    """Base of everything that source_audit raises on purpose."""


class ArticleError(SourceAuditError):
    """The article cannot be read: empty, binary, too large, or no such file."""


class OptionsError(SourceAuditError):
    """An option or a configuration file asks for something that does not exist."""


class ReportError(SourceAuditError):
    """A report cannot be read back or written, or its format is unknown."""


class CatalogueError(SourceAuditError):
    """A check module forgot something that every check needs."""
