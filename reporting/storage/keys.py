"""The keys: one file in the key folder, readable by its owner only, never beside the data.

The ring holds every master key there ever was; the current one wraps new data keys (rotation: docs/decisions/0002-storage.md).
"""

import base64
import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reporting.errors import Reason, SetupError

FILE_NAME = "sleutels.json"
_SIZE = 32  # bytes: AES-256, HMAC-SHA256


@dataclass(frozen=True, slots=True, repr=False)
class Keys:
    """All keys. Never printed: it has no repr."""

    masters: Mapping[str, bytes]
    current: str
    pseudonym: bytes
    substitute: bytes

    def fingerprints(self) -> dict[str, str]:
        """What the database keeps to recognise the right keys: a keyed hash each, from which no key can be found."""
        named = {"pseudonym": self.pseudonym, "substitute": self.substitute} | {f"master:{k}": v for k, v in self.masters.items()}
        return {name: hmac.new(key, b"key check", hashlib.sha256).hexdigest() for name, key in named.items()}


class KeyRing:
    """The keys of a running process, read again when somebody made a new master key since."""

    def __init__(self, folder: Path, keys: Keys) -> None:
        self._folder = folder
        self.keys = keys

    def reload(self) -> Keys:
        """The keys as they lie in the folder now. Raises SetupError(KEY_MISSING), KEY_WRONG, KEY_FOLDER."""
        found = load(self._folder)
        if found is None:
            raise SetupError(Reason.KEY_MISSING, folder=str(self._folder))
        self.keys = found
        return found

    def renew(self) -> Keys:
        """The ring with a new current master key, written to the folder. The others stay: old backups need them."""
        self.keys = save(self._folder, with_new_master(self.reload()), replace=True)
        return self.keys


def new_keys() -> Keys:
    """Fresh random keys."""
    return Keys({"1": secrets.token_bytes(_SIZE)}, "1", secrets.token_bytes(_SIZE), secrets.token_bytes(_SIZE))


def with_new_master(keys: Keys) -> Keys:
    """The same ring with a new current master key."""
    name = str(max(int(k) for k in keys.masters) + 1)
    return Keys({**keys.masters, name: secrets.token_bytes(_SIZE)}, name, keys.pseudonym, keys.substitute)


def load(folder: Path) -> Keys | None:
    """The keys in a folder, None when there are none. Raises SetupError: KEY_FOLDER cannot be read, KEY_WRONG is not a key file."""
    file = folder / FILE_NAME
    try:
        data = file.read_bytes()
        if file.stat().st_mode & 0o077:
            file.chmod(0o600)
    except FileNotFoundError:
        return None
    except OSError:
        raise SetupError(Reason.KEY_FOLDER, folder=str(folder)) from None
    try:
        found = json.loads(data)
        masters = {str(k): base64.b64decode(v, validate=True) for k, v in found["masters"].items()}
        keys = Keys(masters, found["current"], base64.b64decode(found["pseudonym"], validate=True), base64.b64decode(found["substitute"], validate=True))
    except (ValueError, KeyError, TypeError, AttributeError):
        raise SetupError(Reason.KEY_WRONG, folder=str(folder)) from None
    if keys.current not in masters or any(len(k) != _SIZE for k in (*masters.values(), keys.pseudonym, keys.substitute)):
        raise SetupError(Reason.KEY_WRONG, folder=str(folder))
    return keys


def save(folder: Path, keys: Keys, *, replace: bool = False) -> Keys:
    """Write the keys (mode 0600, all or nothing) and return what now lies there: another process may have been first.

    Raises SetupError(KEY_FOLDER) when the folder cannot be written.
    """
    body = {
        "masters": {k: base64.b64encode(v).decode() for k, v in keys.masters.items()},
        "current": keys.current,
        "pseudonym": base64.b64encode(keys.pseudonym).decode(),
        "substitute": base64.b64encode(keys.substitute).decode(),
    }
    target, draft = folder / FILE_NAME, folder / f".{FILE_NAME}.{secrets.token_hex(4)}"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
            json.dump(body, stream)
            stream.flush()
            os.fsync(stream.fileno())
        try:
            if replace:
                draft.replace(target)
            else:
                os.link(draft, target)  # fails where a file stands: the first one wins
        except FileExistsError:
            pass
        finally:
            draft.unlink(missing_ok=True)
    except OSError:
        raise SetupError(Reason.KEY_FOLDER, folder=str(folder)) from None
    return load(folder) or keys
