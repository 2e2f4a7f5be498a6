"""Dataclasses of the model to JSON bytes and back, by their type hints."""

from decimal import Decimal
from typing import TypeVar

from cattrs import BaseValidationError
from cattrs.preconf.json import make_converter

from reporting.errors import InternalError

_CONVERTER = make_converter()
_CONVERTER.register_unstructure_hook(Decimal, str)
_CONVERTER.register_structure_hook(Decimal, lambda text, _: Decimal(text))
T = TypeVar("T")


def pack(thing: object, kind: object = None) -> bytes:
    """The JSON of a dataclass (or of any value whose type is `kind`), UTF-8."""
    return _CONVERTER.dumps(thing, unstructure_as=kind).encode("utf-8")


def unpack(data: bytes | str, kind: type[T]) -> T:
    """The value again. Fields that were added since, with a default, get it. Raises InternalError for foreign data, without showing it."""
    try:
        return _CONVERTER.loads(data, kind)
    except (BaseValidationError, ValueError, TypeError, KeyError, AttributeError):
        raise InternalError(f"what is stored is no {kind}") from None
