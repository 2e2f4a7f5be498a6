"""Documents made (sealed), and the cells some reader has seen."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.exc import IntegrityError

from reporting.errors import Conflict, NotPossible, Reason
from reporting.model.audit import AuditEvent
from reporting.model.edits import ReportFacts
from reporting.model.safe import ReportStatus
from reporting.model.stored import PublishedCell, StoredReport
from reporting.storage.audit import note
from reporting.storage.codec import pack, unpack
from reporting.storage.tables import published, report_facts, reports
from reporting.storage.vault import HOUSE, Vault


class SqlReports:
    """Implements ports.Reports."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault

    def all(self, municipality: str | None = None) -> tuple[StoredReport, ...]:
        query = select(reports.c.body).order_by(reports.c.id)
        if municipality is not None:
            query = query.where(reports.c.municipality == municipality)
        found = [unpack(body, StoredReport) for body in self._connection.execute(query).scalars()]
        return tuple(sorted(found, key=lambda r: (r.made_at, r.version)))  # as moments: their text does not sort when the clock goes back

    def get(self, report_id: str) -> StoredReport | None:
        body = self._connection.execute(select(reports.c.body).where(reports.c.id == report_id)).scalar_one_or_none()
        return None if body is None else unpack(body, StoredReport)

    def document(self, report_id: str) -> bytes:
        sealed = self._connection.execute(select(reports.c.document).where(reports.c.id == report_id)).scalar_one_or_none()
        if sealed is None:
            raise NotPossible(Reason.NOT_FOUND)
        return self._vault.open(HOUSE, f"report:{report_id}", sealed)

    def facts(self, report_id: str) -> ReportFacts | None:
        sealed = self._connection.execute(select(report_facts.c.body).where(report_facts.c.report == report_id)).scalar_one_or_none()
        return None if sealed is None else unpack(self._vault.open(HOUSE, f"facts:{report_id}", sealed), ReportFacts)

    def add(self, report: StoredReport, document: bytes, cells: Sequence[PublishedCell], event: AuditEvent, facts: ReportFacts | None = None) -> None:
        values = {"id": report.id, "municipality": report.municipality, "made_at": report.made_at.isoformat(), "body": pack(report).decode()}
        if report.status is not ReportStatus.CONCEPT:
            values["final_key"] = f"{report.municipality}|{report.quarter}|{report.edition.value}|{report.version}"
        sealed = self._vault.seal(HOUSE, f"report:{report.id}", document)
        try:
            self._connection.execute(insert(reports).values(**values, document=sealed))
        except IntegrityError:
            raise Conflict(Reason.CHANGED_MEANWHILE, theirs=None) from None
        if facts is not None:
            body = self._vault.seal(HOUSE, f"facts:{report.id}", pack(facts))
            self._connection.execute(insert(report_facts).values(report=report.id, body=body))
        self._publish(cells)
        note(self._connection, event)

    def mark_sent(self, report_id: str, sent_on: date, event: AuditEvent) -> None:
        report = self.get(report_id)
        if report is None:
            raise NotPossible(Reason.NOT_FOUND)
        sent = replace(report, status=ReportStatus.SENT, sent_on=sent_on)
        self._connection.execute(update(reports).where(reports.c.id == report_id).values(body=pack(sent).decode()))
        note(self._connection, event)

    def published(self, municipality: str) -> tuple[PublishedCell, ...]:
        query = select(published.c.body).where(published.c.municipality == municipality).order_by(published.c.id)
        return tuple(unpack(body, PublishedCell) for body in self._connection.execute(query).scalars())

    def add_published(self, cells: Sequence[PublishedCell], event: AuditEvent) -> None:
        try:
            self._publish(cells)
        except IntegrityError:
            raise Conflict(Reason.CHANGED_MEANWHILE, theirs=None) from None
        note(self._connection, event)

    def _publish(self, cells: Sequence[PublishedCell]) -> None:
        if cells:
            rows = [{"municipality": c.municipality, "report": c.report, "version": c.version, "cell": c.cell, "body": pack(c).decode()} for c in cells]
            self._connection.execute(insert(published), rows)
