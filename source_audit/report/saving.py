"""A report becomes a file, whole or not at all."""

import os
from pathlib import Path
from threading import get_ident

from source_audit.errors import ReportError


def write_whole(path: Path, text: str) -> Path:
    """Write *text* as UTF-8 beside *path*, then rename it into place; raises ReportError if that cannot be done."""
    beside = path.with_name(f".{path.name}.{os.getpid()}-{get_ident()}.part")
    try:
        beside.write_bytes(text.encode("utf-8", "backslashreplace"))
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise ReportError(f"{path} cannot be written: {error.strerror or error}") from error
    return path
