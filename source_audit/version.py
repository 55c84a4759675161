"""The version of the package, also read by the build."""

VERSION = "0.1.0"
SCHEMA = "source-audit/1"
SHORT = "source-audit-short/1"
"""The format of the data in a card, which `short` describes."""
