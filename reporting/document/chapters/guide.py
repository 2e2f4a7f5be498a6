"""Page 3: the contents and how to read the report, with the marks explained once."""

from collections.abc import Iterator

from reporting.document.blocks import Block, Column, Contents, Heading, Listing, Paragraph, Table, cell, plain
from reporting.document.markup import TEXT_WIDTH
from reporting.model.safe import Mark, Report
from reporting.texts import report as words
from reporting.texts.figures import mark_meaning, mark_text


def guide(report: Report, missing: tuple[str, ...]) -> Iterator[Block]:
    """The blocks of the contents and the reading guide; `missing` says which chapters are not there, and why."""
    yield Heading(1, words.CHAPTERS["contents"], contents=False)
    yield Contents()
    yield Heading(2, words.HOW_TO_READ)
    yield Paragraph(plain(words.GUIDE_INTRO))
    yield Listing(tuple(plain(line) for line in (*words.guide_lines(report.quarter.number, bool(report.stories)), *missing)))
    threshold = report.table.threshold
    rows = tuple((cell(mark_text(m, threshold)), cell(mark_meaning(m, threshold))) for m in Mark)
    columns = (Column("Teken", 3.4, right=False), Column("Betekenis", TEXT_WIDTH - 3.4, right=False))
    described = "Per teken staat wat het betekent: " + ", ".join(mark_text(m, threshold) for m in Mark) + "."
    yield Table(words.SIGNS, "Deze woorden staan op de plek van een getal.", columns, rows, described)
