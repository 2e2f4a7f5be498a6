"""The cover: who, what, when, for whom, and the status of the document."""

from collections.abc import Iterator

from reporting.document.blocks import Block, Cover, Paragraph, plain
from reporting.document.markup import one_line
from reporting.model.safe import Report
from reporting.texts import report as words
from reporting.texts.numbers import capital, day, period_name
from reporting.texts.report_year import main_period


def cover(report: Report) -> Iterator[Block]:
    """The cover as one block; its last line is the status."""
    lines = []
    if one_line(report.recipient):
        lines.append(Paragraph(plain(f"Voor {one_line(report.recipient)}"), "OmslagRegel", "omslag_ontvanger"))
    lines.append(
        Paragraph(plain(f"{capital(period_name(main_period(report.edition, report.quarter)))} · opgemaakt op {day(report.stamp.made_on)}"), "OmslagRegel")
    )
    lines.append(Paragraph(plain(words.cover_line(report.edition, report.quarter.year, bool(report.stories))), "OmslagRegel"))
    if report.stamp.sample:
        lines.append(Paragraph(plain(words.SAMPLE_LINE), "OmslagRegel"))
    lines.append(Paragraph(plain(words.status_line(report.stamp)), "OmslagStatus"))
    kind = words.EDITIONS[report.edition]
    period = words.edition_period(report.edition, report.quarter)
    title = one_line(report.title) or kind
    yield Cover(
        one_line(report.organisation),
        title,
        f"{kind} welzijn, {period}" if title.casefold() != kind.casefold() else f"Cijfers en verhalen, {period}",
        tuple(lines),
    )
