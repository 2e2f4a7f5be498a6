"""Indicators by municipality and year, in the order of the agreements."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select, update

from reporting.errors import Conflict, NotPossible, Reason
from reporting.model.agreement import Indicator
from reporting.model.audit import AuditEvent
from reporting.model.municipality import Municipality
from reporting.storage.audit import note
from reporting.storage.codec import pack, unpack
from reporting.storage.tables import indicators

_ROWS = indicators  # where an argument bears the name


def _is(municipality: str, year: int, code: str) -> tuple[ColumnElement[bool], ...]:
    return indicators.c.municipality == municipality, indicators.c.year == year, indicators.c.code == code


class SqlAgreements:
    """Implements ports.Agreements."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def municipalities(self) -> tuple[Municipality, ...]:
        found = self._connection.execute(select(indicators.c.municipality, indicators.c.municipality_name).order_by(indicators.c.year))
        newest = {row.municipality: row.municipality_name for row in found}  # the name in the newest year stands
        return tuple(Municipality(key, name) for key, name in sorted(newest.items(), key=lambda m: m[1].casefold()))

    def years(self, municipality: str) -> tuple[int, ...]:
        query = select(indicators.c.year).where(indicators.c.municipality == municipality).distinct().order_by(indicators.c.year)
        return tuple(self._connection.execute(query).scalars())

    def of(self, municipality: str, year: int) -> tuple[Indicator, ...]:
        query = select(indicators.c.body).where(indicators.c.municipality == municipality, indicators.c.year == year).order_by(indicators.c.position)
        return tuple(unpack(body, Indicator) for body in self._connection.execute(query).scalars())

    def save(self, indicator: Indicator, expected_version: int, event: AuditEvent) -> Indicator:
        saved = replace(indicator, version=expected_version + 1)
        here = _is(indicator.municipality.key, indicator.year, indicator.code)
        old = self._connection.execute(select(indicators.c.version, indicators.c.body).where(*here)).one_or_none()
        if (old.version if old is not None else 0) != expected_version:
            if old is None:
                raise NotPossible(Reason.NOT_FOUND)
            raise Conflict(Reason.CHANGED_MEANWHILE, theirs=unpack(old.body, Indicator))
        if old is None:
            last = self._connection.execute(
                select(func.max(indicators.c.position)).where(indicators.c.municipality == indicator.municipality.key, indicators.c.year == indicator.year)
            ).scalar_one()
            self._insert(saved, 0 if last is None else last + 1)
        else:
            guarded = update(indicators).where(*here, indicators.c.version == expected_version)
            self._connection.execute(guarded.values(municipality_name=saved.municipality.name, version=saved.version, body=pack(saved).decode()))
        note(self._connection, event)
        return saved

    def replace(self, municipality: Municipality, year: int, indicators: Sequence[Indicator], event: AuditEvent) -> None:
        versions = {i.code: i.version for i in self.of(municipality.key, year)}
        self._connection.execute(delete(_ROWS).where(_ROWS.c.municipality == municipality.key, _ROWS.c.year == year))
        for position, indicator in enumerate(indicators):
            self._insert(replace(indicator, version=versions.get(indicator.code, 0) + 1), position)
        note(self._connection, event)

    def remove(self, municipality: str, year: int, code: str, event: AuditEvent) -> None:
        self._connection.execute(delete(indicators).where(*_is(municipality, year, code)))
        note(self._connection, event)

    def _insert(self, indicator: Indicator, position: int) -> None:
        row = {"municipality": indicator.municipality.key, "year": indicator.year, "code": indicator.code, "position": position}
        row |= {"municipality_name": indicator.municipality.name, "version": indicator.version, "body": pack(indicator).decode()}
        self._connection.execute(insert(indicators).values(row))
