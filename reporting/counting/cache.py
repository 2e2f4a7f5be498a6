"""A cache bounded in bytes. What is keyed by a hash of its content can never be stale."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, Protocol, TypeVar


class Sized(Protocol):
    """What can be kept: it knows its size."""

    @property
    def nbytes(self) -> int:
        """Bytes it holds."""


Value = TypeVar("Value", bound=Sized)


class ByteCache(Generic[Value]):
    """Least recently used goes first once `limit` bytes are passed. A value larger than the limit is not kept. Safe between threads."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._held: OrderedDict[Hashable, Value] = OrderedDict()
        self._lock = threading.RLock()

    def get(self, key: Hashable, make: Callable[[Value | None], Value], enough: Callable[[Value], bool] = lambda _: True) -> Value:
        """The value of a key, made when it is not there or not `enough`; `make` is given what was there. Others wait: making twice would hold it twice."""
        with self._lock:
            held = self._held.get(key)
            if held is not None and enough(held):
                self._held.move_to_end(key)
                return held
            value = make(held)
            self._held.pop(key, None)
            if value.nbytes <= self._limit:
                self._held[key] = value
                while self.nbytes > self._limit:
                    self._held.popitem(last=False)
            return value

    @property
    def nbytes(self) -> int:
        """Bytes held now."""
        with self._lock:
            return sum(value.nbytes for value in self._held.values())

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._held.clear()
