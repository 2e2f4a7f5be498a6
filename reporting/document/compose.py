"""Everything a document needs, in one safe value: numbers the stories in the order in which they are read."""

from collections.abc import Mapping, Sequence

from reporting.document.markup import one_line
from reporting.model.safe import (
    Accounting,
    Conversation,
    Edition,
    Explanation,
    NumberedStory,
    ReleasedStory,
    Report,
    ReportStamp,
    SafeTable,
)
from reporting.texts.report import UNNAMED


def compose(
    table: SafeTable,
    stories: Sequence[ReleasedStory],
    *,
    explanations: Mapping[str, Explanation],
    conversation: Conversation,
    accounting: Accounting,
    stamp: ReportStamp,
    organisation: str,
    recipient: str,
    title: str,
    edition: Edition = Edition.QUARTERLY,
    chapters: frozenset[str] = frozenset(),
) -> Report:
    """The report of one municipality and quarter, its stories numbered V1, V2 … as they follow each other in the document.

    A story stands with the first of its indicators that the table holds; stories outside the figures come last. `explanations` are by theme,
    `chapters` names those the maker left out (keys of `texts.report.CHAPTERS`). An organisation whose name is
    not filled in yet reads "Welzijnsorganisatie".
    """
    order = {indicator.code: n for n, indicator in enumerate(table.indicators)}
    placed = sorted(stories, key=lambda s: min((order[c] for c in s.indicators if c in order), default=len(order)))
    numbered = tuple(NumberedStory(f"V{n}", s) for n, s in enumerate(placed, start=1))
    return Report(
        organisation=one_line(organisation) or UNNAMED,
        municipality=table.municipality,
        quarter=table.quarter,
        recipient=recipient,
        title=title,
        stamp=stamp,
        table=table,
        stories=numbered,
        explanations=dict(explanations),
        conversation=conversation,
        accounting=accounting,
        edition=edition,
        chapters=chapters,
    )
