"""`python -m source_audit` is the command line."""

from source_audit.cli import run

if __name__ == "__main__":
    run()
