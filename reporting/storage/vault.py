"""Sealing: AES-GCM with a data key per scope, each wrapped by the master key ring; the place of a ciphertext is bound into it."""

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import Connection, delete, insert, select, update

from reporting.errors import InternalError, Reason, SetupError
from reporting.storage.keys import KeyRing, Keys
from reporting.storage.tables import data_keys, key_checks

HOUSE = "house"  # everything but stories, which have a key each
_NONCE = 12


class Vault:
    """Seals and opens within one connection."""

    def __init__(self, connection: Connection, ring: KeyRing) -> None:
        self._connection = connection
        self._ring = ring
        self._ciphers: dict[str, AESGCM] = {}

    def seal(self, scope: str, place: str, data: bytes) -> bytes:
        """Nonce and ciphertext. Only the same scope and place open it. Makes the scope's data key when there is none."""
        nonce = secrets.token_bytes(_NONCE)
        cipher = self._cipher(scope) or self._make(scope)
        return nonce + cipher.encrypt(nonce, data, place.encode())

    def open(self, scope: str, place: str, sealed: bytes) -> bytes:
        """The data again. Raises InternalError when it was changed, moved to another row, or its key is gone."""
        cipher = self._cipher(scope)
        if cipher is None:
            raise InternalError("the data key of this scope is gone")
        try:
            return cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], place.encode())
        except InvalidTag:
            raise InternalError("sealed bytes do not belong here") from None

    def destroy(self, scope: str) -> None:
        """Destroy a data key: what was sealed with it can never be read again."""
        self._ciphers.pop(scope, None)
        self._connection.execute(delete(data_keys).where(data_keys.c.scope == scope))

    def wrap_anew(self) -> int:
        """Wrap every data key with the current master key; the sealed data stays as it is. Returns how many."""
        rows = self._connection.execute(select(data_keys).where(data_keys.c.key_id != self._ring.keys.current)).all()
        for row in rows:
            wrapped = self._wrap(row.scope, self._unwrap(row.scope, row.key_id, row.wrapped))
            self._connection.execute(update(data_keys).where(data_keys.c.scope == row.scope).values(key_id=self._ring.keys.current, wrapped=wrapped))
        return len(rows)

    def _cipher(self, scope: str) -> AESGCM | None:
        if scope not in self._ciphers:
            row = self._connection.execute(select(data_keys).where(data_keys.c.scope == scope)).one_or_none()
            if row is None:
                return None
            self._ciphers[scope] = AESGCM(self._unwrap(scope, row.key_id, row.wrapped))
        return self._ciphers[scope]

    def _make(self, scope: str) -> AESGCM:
        key = secrets.token_bytes(32)
        self._connection.execute(insert(data_keys).values(scope=scope, key_id=self._ring.keys.current, wrapped=self._wrap(scope, key)))
        self._ciphers[scope] = AESGCM(key)
        return self._ciphers[scope]

    def _wrap(self, scope: str, key: bytes) -> bytes:
        nonce = secrets.token_bytes(_NONCE)
        return nonce + AESGCM(self._ring.keys.masters[self._ring.keys.current]).encrypt(nonce, key, f"key:{scope}".encode())

    def _unwrap(self, scope: str, key_id: str, wrapped: bytes) -> bytes:
        keys = self._ring.keys if key_id in self._ring.keys.masters else self._ring.reload()
        try:
            return AESGCM(keys.masters[key_id]).decrypt(wrapped[:_NONCE], wrapped[_NONCE:], f"key:{scope}".encode())
        except (InvalidTag, KeyError):
            raise SetupError(Reason.KEY_WRONG) from None


def check_keys(connection: Connection, keys: Keys) -> None:
    """Compare the keys with those the database was filled with; a new database remembers them. Raises SetupError(KEY_WRONG)."""
    known = {row.name: row.fingerprint for row in connection.execute(select(key_checks))}
    ours = keys.fingerprints()
    if any(ours.get(name) != fingerprint for name, fingerprint in known.items()):
        raise SetupError(Reason.KEY_WRONG)
    for name in ours.keys() - known.keys():
        connection.execute(insert(key_checks).values(name=name, fingerprint=ours[name]))
