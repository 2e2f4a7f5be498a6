"""Conversations about reports: each answer sealed, one about a story with that story's own key."""

from dataclasses import replace

from sqlalchemy import Connection, Row, delete, insert, select, update

from reporting.errors import Conflict, NotPossible, Reason
from reporting.model.audit import AuditEvent
from reporting.model.talk import Answer, StoredTalk
from reporting.storage.audit import note
from reporting.storage.codec import pack, unpack
from reporting.storage.tables import answers, talks
from reporting.storage.vault import HOUSE, Vault


class SqlTalks:
    """Implements ports.Talks."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault

    def all(self, municipality: str | None = None) -> tuple[StoredTalk, ...]:
        query = select(talks).order_by(talks.c.quarter, talks.c.id)
        if municipality is not None:
            query = query.where(talks.c.municipality == municipality)
        found = [self._talk(row) for row in self._connection.execute(query).all()]
        return tuple(sorted(found, key=lambda t: (t.quarter, t.talk.day, t.id)))

    def get(self, talk_id: str) -> StoredTalk | None:
        row = self._connection.execute(select(talks).where(talks.c.id == talk_id)).one_or_none()
        return None if row is None else self._talk(row)

    def save(self, talk: StoredTalk, expected_version: int, event: AuditEvent) -> StoredTalk:
        there = self.get(talk.id)
        if there is None and expected_version > 0:
            raise NotPossible(Reason.NOT_FOUND)
        if there is not None and there.version != expected_version:
            raise Conflict(Reason.CHANGED_MEANWHILE, theirs=there)
        saved = replace(talk, version=expected_version + 1)
        bare = replace(saved, talk=replace(saved.talk, answers=()))
        values = {"municipality": saved.municipality, "quarter": saved.quarter, "version": saved.version}
        sealed = self._vault.seal(HOUSE, f"talk:{saved.id}", pack(bare))
        if there is None:
            self._connection.execute(insert(talks).values(**values, id=saved.id, body=sealed))
        else:
            self._connection.execute(update(talks).filter_by(id=saved.id, version=expected_version).values(**values, body=sealed))
        self._connection.execute(delete(answers).where(answers.c.talk == saved.id))
        for position, answer in enumerate(saved.talk.answers):
            body = self._vault.seal(_scope(answer.story), _place(saved.id, position), pack(answer))
            self._connection.execute(insert(answers).values(talk=saved.id, position=position, story=answer.story or None, body=body))
        note(self._connection, event)
        return saved

    def _talk(self, row: Row[tuple[object, ...]]) -> StoredTalk:
        bare = unpack(self._vault.open(HOUSE, f"talk:{row.id}", row.body), StoredTalk)
        query = select(answers).where(answers.c.talk == row.id).order_by(answers.c.position)
        said = [unpack(self._vault.open(_scope(a.story), _place(row.id, a.position), a.body), Answer) for a in self._connection.execute(query).all()]
        return replace(bare, talk=replace(bare.talk, answers=tuple(said)))


def _scope(story: str | None) -> str:
    return f"story:{story}" if story else HOUSE


def _place(talk: str, position: int) -> str:
    return f"answer:{talk}:{position}"
