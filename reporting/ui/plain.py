"""Text of people and files, made harmless for the places where Streamlit reads Markdown.

Markdown in a table cell, a label or a message would fetch remote pictures (a tracking pixel) or change the layout.
"""

import re

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:&=@/])")


def plain(text: str) -> str:
    """The same text with every sign Markdown knows escaped, on one line."""
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))
