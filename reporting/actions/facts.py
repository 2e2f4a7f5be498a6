"""What a document was made of, kept beside it: the mark by which it is known again, and its figures, stories and texts."""

import hashlib
import hmac
from dataclasses import replace

from reporting.disclosure import cells_of
from reporting.document import printed_messages
from reporting.model.edits import FactCell, FactStory, ReportFacts
from reporting.model.safe import NumberedStory, Report
from reporting.ports import Secrets

_SIGNS = 24  # of the mark: enough never to meet twice, short enough for the name of a bookmark


def with_origin(report: Report, template: bytes | None, secrets: Secrets) -> Report:
    """The report with its mark. The same report and template get the same mark; without the key it says nothing."""
    said = repr((replace(report, chapters=frozenset(), origin=""), sorted(report.chapters), hashlib.sha256(template or b"").digest()))
    mark = hmac.new(secrets.pseudonym, b"kenmerk:" + said.encode(), hashlib.sha256).hexdigest()[:_SIGNS]
    return replace(report, origin=mark)


def facts_of(report: Report) -> ReportFacts:
    """What stands in its document, protected as it is printed."""
    return ReportFacts(
        cells=tuple(FactCell(c.cell, c.unit, c.value, c.mark) for c in cells_of(report.table, "", 0)),
        statuses={code: "" if verdict.status is None else verdict.status.value for code, verdict in report.table.verdicts.items()},
        stories=tuple(FactStory(s.story.story_id, _hash(s)) for s in report.stories),
        explanations=report.explanations,
        conversation=report.conversation,
        messages=printed_messages(report),
    )


def _hash(told: NumberedStory) -> str:
    """Of the story as it is told; its number is none of it."""
    return hashlib.sha256(repr(told.story).encode()).hexdigest()
