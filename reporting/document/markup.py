"""WordprocessingML as text: escaping, runs, fields, bookmarks. Strings are an order of magnitude faster than element objects (WORD)."""

import re
from itertools import count
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
ASVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
ADEC = "http://schemas.microsoft.com/office/drawing/2017/decorative"
NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="{WP}" xmlns:a="{A}" xmlns:pic="{PIC}"'

CM = 360_000  # EMU
TEXT_WIDTH = 16.0  # cm

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """User text as XML can hold it: control characters and lone surrogates out, runs of blanks and tabs to one blank, no blank at the ends."""
    whole = _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " "))
    return "\n".join(" ".join(line.split()) for line in whole.split("\n")).strip()


def lines(text: str) -> tuple[str, ...]:
    """The paragraphs of a typed text, cleaned, without empty ones."""
    return tuple(line for line in clean(text).split("\n") if line)


def one_line(text: str) -> str:
    """User text as one line."""
    return " ".join(lines(text))


def attribute(text: str) -> str:
    """Text for inside a double-quoted attribute."""
    return escape(one_line(text), {'"': "&quot;"})


def run(text: str, style: str = "") -> str:
    """One run; `style` is a character style's id."""
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(_FORBIDDEN.sub("", text))}</w:t></w:r>'


def field(instruction: str, shown: str, style: str = "") -> str:
    """A complex field with its result already filled in."""
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return (
        f'<w:r>{properties}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{properties}<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        f'<w:r>{properties}<w:fldChar w:fldCharType="separate"/></w:r>{run(shown, style)}'
        f'<w:r>{properties}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def link(text: str, bookmark: str) -> str:
    """A link inside the document."""
    return f'<w:hyperlink w:anchor="{bookmark}" w:history="1">{run(text, "Hyperlink")}</w:hyperlink>'


def paragraph(style: str, content: str, extra: str = "") -> str:
    """A paragraph in a style; `extra` holds further paragraph properties in schema order."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{extra}</w:pPr>{content}</w:p>'


class Bookmarks:
    """Gives bookmarks their numbers; a name stands at most once in a document."""

    def __init__(self) -> None:
        self._ids = count(1)
        self.names: set[str] = set()

    def around(self, name: str, content: str) -> str:
        """The content between a bookmark's start and end; without a name, or with one already given, the content alone."""
        if not name or name in self.names:
            return content
        start, end = self.pair(name)
        return f"{start}{content}{end}"

    def pair(self, name: str) -> tuple[str, str]:
        """The start and the end of a new bookmark."""
        self.names.add(name)
        number = next(self._ids)
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>', f'<w:bookmarkEnd w:id="{number}"/>'
