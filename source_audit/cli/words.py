"""Small matters of wording: one line, no control characters, examples."""


def one_line(text: str) -> str:
    """Return a message on one line."""
    return " ".join(text.split())


def printable(text: str) -> str:
    """Return a text without the characters that could steer a terminal."""
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)


def examples(*commands: str) -> str:
    """Return the examples that close a help text; the first character keeps click from folding them."""
    return "\n".join(["\b", "Examples:", *(f"  {command}" for command in commands)])
