"""What the tags of HTML are to a reader: running text, paragraphs, chrome, frames."""

# fmt: off
INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img",
    "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
    "wbr",
})
"""Tags inside a line."""

PARAGRAPHS = (INLINE - {"a", "img"}) | {
    "blockquote", "br", "center", "h2", "h3", "h4", "h5", "h6", "li", "ol", "p", "pre", "ul",
}
"""Tags that belong to the part of a page around them, which holds the paragraphs."""

CHROME = frozenset({
    "a", "aside", "button", "figcaption", "footer", "form", "label", "nav", "noscript", "option", "script", "select",
    "style", "svg", "template",
})
"""Tags whose text is no prose of the article."""

FRAMES = frozenset({
    "amp-facebook", "amp-google-document-embed", "amp-iframe", "amp-instagram", "amp-reddit", "amp-tiktok",
    "amp-twitter", "amp-youtube", "bluesky-post", "bsky-embed", "embed", "fb:post", "fb:video", "iframe",
    "lite-youtube", "object", "oembed", "youtube-video",
})
"""Tags that hold nothing but what they embed."""

SKIPPED = FRAMES | (CHROME - {"a", "figcaption"}) | {
    "audio", "canvas", "dialog", "head", "map", "math", "menu", "optgroup", "picture", "textarea", "input", "title",
    "video",
}
"""Tags that are left out of the text."""

IN_A_LINE = INLINE | {"br", "link", "map", "math", "meta", "noscript", "picture", "script", "style", "svg", "template"}
"""Tags that do not end a line: running text, and what is not seen."""

NOT_HERE = frozenset({"nav", "footer", "ul", "aside", "script", "style", "meta", "link", "body", "html"})
"""Tags of which nothing is the line above or below a headline."""

VOID_OR_CLOSED = frozenset({
    "area", "a", "br", "col", "embed", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "iframe", "img", "input", "li", "link",
    "meta", "p", "source", "wbr",
})
"""Tags that never nest: they hold nothing, or the parser closes them when the next of their kind opens."""
# fmt: on

WHOLE = frozenset({"html", "body", "main", "article"})
"""Tags of parts that are never chrome, whatever their names say."""
