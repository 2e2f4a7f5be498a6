"""Explanations per theme and the talk chapter per report; sealed, for people type names before they are warned."""

from dataclasses import replace

from sqlalchemy import Connection, insert, select, update

from reporting.errors import Conflict, NotPossible, Reason
from reporting.model.audit import AuditEvent
from reporting.model.edits import StoredMessage
from reporting.model.stored import StoredConversation, StoredExplanation
from reporting.storage.audit import note
from reporting.storage.codec import pack, unpack
from reporting.storage.tables import conversations, explanations, messages
from reporting.storage.vault import HOUSE, Vault


class SqlExplanations:
    """Implements ports.Explanations."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault

    def of(self, municipality: str, quarter: str) -> tuple[StoredExplanation, ...]:
        table = explanations.c
        query = select(table.theme, table.body).where(table.municipality == municipality, table.quarter == quarter).order_by(table.theme)
        return tuple(self._explanation(f"{municipality}:{quarter}:{row.theme}", row.body) for row in self._connection.execute(query).all())

    def save(self, explanation: StoredExplanation, expected_version: int, event: AuditEvent) -> StoredExplanation:
        saved = replace(explanation, version=expected_version + 1)
        where = {"municipality": saved.municipality, "quarter": saved.quarter, "theme": saved.theme}
        there = next((e for e in self.of(saved.municipality, saved.quarter) if e.theme == saved.theme), None)
        _check(there, expected_version)
        place = f"explanation:{saved.municipality}:{saved.quarter}:{saved.theme}"
        values = {"version": saved.version, "body": self._vault.seal(HOUSE, place, pack(saved))}
        if there is None:
            self._connection.execute(insert(explanations).values(**where, **values))
        else:
            self._connection.execute(update(explanations).filter_by(**where, version=expected_version).values(**values))
        note(self._connection, event)
        return saved

    def conversation(self, municipality: str, quarter: str) -> StoredConversation | None:
        table = conversations.c
        body = self._connection.execute(select(table.body).where(table.municipality == municipality, table.quarter == quarter)).scalar_one_or_none()
        return None if body is None else unpack(self._vault.open(HOUSE, f"conversation:{municipality}:{quarter}", body), StoredConversation)

    def save_conversation(self, conversation: StoredConversation, expected_version: int, event: AuditEvent) -> StoredConversation:
        saved = replace(conversation, version=expected_version + 1)
        where = {"municipality": saved.municipality, "quarter": saved.quarter}
        there = self.conversation(saved.municipality, saved.quarter)
        _check(there, expected_version)
        values = {"version": saved.version, "body": self._vault.seal(HOUSE, f"conversation:{saved.municipality}:{saved.quarter}", pack(saved))}
        if there is None:
            self._connection.execute(insert(conversations).values(**where, **values))
        else:
            self._connection.execute(update(conversations).filter_by(**where, version=expected_version).values(**values))
        note(self._connection, event)
        return saved

    def messages(self, municipality: str, quarter: str) -> tuple[StoredMessage, ...]:
        table = messages.c
        query = select(messages).where(table.municipality == municipality, table.quarter == quarter).order_by(table.edition, table.place)
        rows = self._connection.execute(query).all()
        return tuple(unpack(self._vault.open(HOUSE, _message_place(municipality, quarter, row.edition, row.place), row.body), StoredMessage) for row in rows)

    def save_message(self, message: StoredMessage, expected_version: int, event: AuditEvent) -> StoredMessage:
        saved = replace(message, version=expected_version + 1)
        where = {"municipality": saved.municipality, "quarter": saved.quarter, "edition": saved.edition.value, "place": saved.place}
        _check(
            next((m for m in self.messages(saved.municipality, saved.quarter) if (m.edition, m.place) == (saved.edition, saved.place)), None), expected_version
        )
        values = {"version": saved.version, "body": self._vault.seal(HOUSE, _message_place(*where.values()), pack(saved))}
        if expected_version == 0:
            self._connection.execute(insert(messages).values(**where, **values))
        else:
            self._connection.execute(update(messages).filter_by(**where, version=expected_version).values(**values))
        note(self._connection, event)
        return saved

    def _explanation(self, place: str, body: bytes) -> StoredExplanation:
        return unpack(self._vault.open(HOUSE, f"explanation:{place}", body), StoredExplanation)


def _message_place(municipality: str, quarter: str, edition: str, place: str) -> str:
    return f"message:{municipality}:{quarter}:{edition}:{place}"


def _check(there: StoredExplanation | StoredConversation | StoredMessage | None, expected_version: int) -> None:
    if there is None and expected_version > 0:
        raise NotPossible(Reason.NOT_FOUND)
    if there is not None and there.version != expected_version:
        raise Conflict(Reason.CHANGED_MEANWHILE, theirs=there)
