"""What people are typing, sealed and tied to the person."""

from sqlalchemy import Connection, delete, insert, select

from reporting.model.stored import Draft
from reporting.storage.codec import pack, unpack
from reporting.storage.tables import drafts
from reporting.storage.vault import HOUSE, Vault


class SqlDrafts:
    """Implements ports.Drafts."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault

    def get(self, person: str, form: str) -> Draft | None:
        query = select(drafts.c.body).where(drafts.c.person == person, drafts.c.form == form)
        body = self._connection.execute(query).scalar_one_or_none()
        return None if body is None else unpack(self._vault.open(HOUSE, f"draft:{person}:{form}", body), Draft)

    def save(self, draft: Draft) -> None:
        self.drop(draft.person, draft.form)
        sealed = self._vault.seal(HOUSE, f"draft:{draft.person}:{draft.form}", pack(draft))
        self._connection.execute(insert(drafts).values(person=draft.person, form=draft.form, body=sealed))

    def drop(self, person: str, form: str) -> None:
        self._connection.execute(delete(drafts).where(drafts.c.person == person, drafts.c.form == form))
