"""What a document is made of, without Word: chapters give these blocks, `word` writes them down."""

from dataclasses import dataclass

from reporting.document.charts import Drawing


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of text; `style` is a character style's id, "" for plain."""

    text: str
    style: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a bookmark in the same document."""

    text: str
    target: str


Runs = tuple[Text | Link, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1-3. Level 1 starts a page by its style, unless it is joined to the chapter before it."""

    level: int
    text: str
    bookmark: str = ""
    new_page: bool = False
    joined: bool = False
    contents: bool = True  # level 1: named in the contents


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph in a style. `bookmark` is its anchor, for links and for reading edits back."""

    runs: Runs
    style: str = "Normal"
    bookmark: str = ""


@dataclass(frozen=True, slots=True)
class Editable:
    """Text typed by people, one or more paragraphs under one bookmark, with an optional fixed lead-in."""

    paragraphs: tuple[str, ...]
    bookmark: str
    lead: str = ""
    style: str = "Normal"


@dataclass(frozen=True, slots=True)
class Listing:
    """A real list, with bullets or numbers."""

    items: tuple[Runs, ...]
    numbered: bool = False
    bookmark: str = ""  # each item gets it, with _1, _2 … behind it


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its header and its width in cm."""

    header: str
    width: float
    right: bool = True
    tinted: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a cell. An empty style means the column's own."""

    runs: Runs
    style: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: at least one line, never empty. `bookmark` anchors the first line; `figure` names the figure whose number is printed in it."""

    lines: tuple[Line, ...]
    bookmark: str = ""
    figure: str = ""  # str(FigureKey), "" where no number is printed


@dataclass(frozen=True, slots=True)
class Table:
    """A table with caption, unit line and note. The first column is the row's header; a last total row is set off."""

    caption: str
    unit: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    description: str
    note: str = ""
    total: bool = False
    key_figures: bool = False  # tinted cells instead of rules


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing with its finding as caption."""

    caption: str
    unit: str
    drawing: Drawing
    after: Runs = ()
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents, filled from the headings of level 1. `chapters` says how many lines it will have, for the layout."""

    chapters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page: its own section, without header and footer. The last line ends the section."""

    organisation: str
    title: str
    subtitle: str
    lines: tuple[Paragraph, ...]


Block = Heading | Paragraph | Editable | Listing | Table | Figure | Contents | Cover


def plain(text: str) -> Runs:
    """One plain piece of text."""
    return (Text(text),)


def cell(text: str, style: str = "") -> Cell:
    """A cell with one line of plain text."""
    return Cell((Line(plain(text), style),))
