"""Texts that the caller supplies beside the article, read as an article is: pages, text files, whole folders."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from source_audit.errors import ArticleError, OptionsError
from source_audit.parse import parse_document
from source_audit.supplied import SuppliedText

_ENDINGS = (".txt", ".text", ".md", ".html", ".htm")


def read_supplied(paths: Iterable[str], size_limit: int) -> tuple[SuppliedText, ...]:
    """Return the texts of these files, and of the text files and pages in these folders, each file once.

    Raises OptionsError for a file that cannot be read and for a folder without such a file.
    """
    files = dict.fromkeys(file for path in paths for file in _files(Path(path)))
    return tuple(_text(file, size_limit, *_state(file)) for file in files)


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    found = sorted(file for file in path.iterdir() if file.suffix.lower() in _ENDINGS and file.is_file())
    if not found:
        raise OptionsError(f"the folder {str(path)!r} holds no text to compare with; it needs {', '.join(_ENDINGS)}")
    yield from found


def _state(file: Path) -> tuple[int, int]:
    """Return what shows that a file has changed."""
    try:
        stat = file.stat()
    except (OSError, ValueError) as error:
        raise OptionsError(f"the text {str(file)!r} cannot be read: {error}") from error
    return stat.st_mtime_ns, stat.st_size


@lru_cache(maxsize=8)
def _text(file: Path, size_limit: int, _changed: int, _size: int) -> SuppliedText:
    """Return a text, kept for the next article until the file changes."""
    try:
        return SuppliedText(name=file.name, text=parse_document(file, size_limit=size_limit).text)
    except ArticleError as error:
        reason = str(error).replace("the article", "it", 1)
        raise OptionsError(f"the text {str(file)!r} cannot be read: {reason}") from error
