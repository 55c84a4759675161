"""The command line: arguments in, reports and an exit status out; every error is one line."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from io import TextIOWrapper

import click

from source_audit.cli.commands import commands
from source_audit.cli.words import one_line, printable
from source_audit.errors import SourceAuditError

__all__ = ["main", "run"]

UNREADABLE = 2
INTERRUPTED = 130
BROKEN_PIPE = 141


def run() -> None:
    """Run the command line as a program: in UTF-8, whatever the console is set to."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(main())


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out a command and return the exit status.

    0 done, 1 a check named by --fail-on failed, 2 usage or unreadable input, 130 interrupted, 141 nobody reads on.
    """
    try:
        status = commands.main(None if argv is None else list(argv), prog_name="source-audit", standalone_mode=False)
        sys.stdout.flush()
    except (BrokenPipeError, SystemExit):  # click ends the program by itself when a pipe breaks, and only then
        return _let_go()
    except (Exception, KeyboardInterrupt) as error:  # a mistake of ours, too, is told without a traceback
        print(f"source-audit: {printable(one_line(_message(error)))}", file=sys.stderr)  # noqa: T201
        return INTERRUPTED if isinstance(error, KeyboardInterrupt | click.Abort) else UNREADABLE
    return status if isinstance(status, int) else 0


def _message(error: BaseException) -> str:
    """Return what is wrong and what to do."""
    match error:
        case click.UsageError():
            hint = f"; `{error.ctx.command_path} --help` shows how" if error.ctx else ""
            return f"{error.format_message().rstrip('.')}{hint}"
        case click.ClickException():
            return error.format_message()
        case SourceAuditError():
            return str(error)
        case KeyboardInterrupt() | click.Abort():
            return "interrupted"
        case OSError():
            return f"{error.filename or 'a file'}: {error.strerror or error}; check the name and your rights"
    return f"this is a mistake in source_audit, please report it: {type(error).__name__}: {error}"


def _let_go() -> int:
    """Point standard output at nothing, so that Python does not stumble over the closed pipe when it ends."""
    with suppress(OSError):  # a stream that is no file has nothing to redirect
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return BROKEN_PIPE
