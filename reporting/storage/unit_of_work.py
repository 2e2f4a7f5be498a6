"""One transaction over all repositories."""

from types import TracebackType
from typing import Self

from sqlalchemy import Engine

from reporting import ports
from reporting.storage.agreements import SqlAgreements
from reporting.storage.audit import SqlAudit
from reporting.storage.batches import SqlBatches
from reporting.storage.drafts import SqlDrafts
from reporting.storage.engine import WRITE, forget_deleted
from reporting.storage.explanations import SqlExplanations
from reporting.storage.files import SqlFiles
from reporting.storage.keys import KeyRing
from reporting.storage.people import SqlPeople
from reporting.storage.reports import SqlReports
from reporting.storage.settings_store import SqlSettings
from reporting.storage.stories import SqlStories
from reporting.storage.talks import SqlTalks
from reporting.storage.vault import Vault


class SqlUnitOfWork:
    """Implements ports.UnitOfWork: a connection of its own, open from `with` to the end of the block, never shared between threads."""

    people: ports.People
    agreements: ports.Agreements
    batches: ports.Batches
    stories: ports.Stories
    drafts: ports.Drafts
    explanations: ports.Explanations
    talks: ports.Talks
    reports: ports.Reports
    files: ports.Files
    settings: ports.SettingsStore
    audit: ports.Audit

    def __init__(self, engine: Engine, ring: KeyRing, *, writes: bool) -> None:
        self._engine = engine
        self._ring = ring
        self._writes = writes

    def __enter__(self) -> Self:
        """Begin. A writer waits here for its turn; a reader sees the database as it is now, whatever others do meanwhile."""
        connection = self._engine.connect()
        self._connection = connection.execution_options(**WRITE) if self._writes else connection
        try:
            self._transaction = self._connection.begin()
        except BaseException:
            self._connection.close()
            raise
        vault = Vault(connection, self._ring)
        self.people = SqlPeople(connection)
        self.agreements = SqlAgreements(connection)
        self.batches = self._batches = SqlBatches(connection, vault)
        self.stories = self._stories = SqlStories(connection, vault)
        self.drafts = SqlDrafts(connection, vault)
        self.explanations = SqlExplanations(connection, vault)
        self.talks = SqlTalks(connection, vault)
        self.reports = SqlReports(connection, vault)
        self.files = SqlFiles(connection, vault)
        self.settings = SqlSettings(connection)
        self.audit = SqlAudit(connection)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Roll back what was not committed."""
        try:
            if self._transaction.is_active:
                self._transaction.rollback()
        finally:
            self._connection.close()
        if kind is None and (self._stories.erased or self._batches.erased):
            forget_deleted(self._engine)

    def commit(self) -> None:
        """Make everything since `with` durable, at once."""
        self._transaction.commit()
