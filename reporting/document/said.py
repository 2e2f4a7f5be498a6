"""The key messages and findings of a report as its document prints them, without making the document."""

from collections.abc import Mapping
from dataclasses import replace

from reporting.document.blocks import Link, Listing, Paragraph, Runs, Text
from reporting.document.chapters.book import chapters_of
from reporting.document.house_style import house_style
from reporting.document.places import place_of
from reporting.model.safe import Report


def printed_messages(report: Report) -> Mapping[str, str]:
    """What stands in each place of `Report.messages`, written by a person or by the app; the items of a list joined by line ends."""
    found: dict[str, list[str]] = {}
    for block in chapters_of(report, house_style(None).palette, lambda share, step: None):
        marked: tuple[tuple[str, Runs], ...] = ()
        if isinstance(block, Paragraph):
            marked = ((block.bookmark, block.runs),)
        elif isinstance(block, Listing):
            marked = tuple((f"{block.bookmark}_{n}", item) for n, item in enumerate(block.items, start=1))
        for bookmark, runs in marked:
            place = place_of(bookmark, report.themes)
            if place.startswith("message:"):
                found.setdefault(place.removeprefix("message:"), []).append(_text(runs))
    return {place: "\n".join(texts) for place, texts in found.items()}


def own_messages(report: Report) -> Mapping[str, str]:
    """What the app itself says in each place, whatever people wrote there."""
    return printed_messages(replace(report, messages={}))


def _text(runs: Runs) -> str:
    return "".join(r.text for r in runs if isinstance(r, Text | Link))
