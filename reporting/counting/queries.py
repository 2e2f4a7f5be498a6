# ruff: noqa: S608 - the text is made of our own constants and whole numbers only; values travel in the table `link`
"""The questions to DuckDB: a few queries for all indicators and periods at once (docs/decisions/0003-counting.md)."""

from collections.abc import Mapping
from enum import IntEnum
from typing import Any

import duckdb
import pyarrow as pa

from reporting.counting.join import AGES
from reporting.counting.span import EPOCH
from reporting.model.agreement import Unit
from reporting.model.period import Period

Row = tuple[Any, ...]  # whole numbers and sums; None where SQL says NULL


class Measure(IntEnum):
    """What one row adds to a figure of a unit: NULL where it says nothing."""

    PEOPLE = 0
    NEW = 1
    ATTENDED = 2
    ROWS = 3
    SESSIONS = 4
    HOURS = 5
    AMOUNT = 6
    GRADE = 7
    RECOMMEND = 8
    CLOSED = 9


MEASURES: Mapping[Unit, Measure] = {
    Unit.UNIQUE_CLIENTS: Measure.PEOPLE,
    Unit.NEW_UNIQUE_CLIENTS: Measure.NEW,
    Unit.ATTENDANCES: Measure.ATTENDED,
    Unit.CONTACTS: Measure.ROWS,
    Unit.SESSIONS: Measure.SESSIONS,
    Unit.HOURS: Measure.HOURS,
    Unit.AMOUNT: Measure.AMOUNT,
    Unit.GRADE: Measure.GRADE,
    Unit.RECOMMEND: Measure.RECOMMEND,
    Unit.CLOSED_TRAJECTORIES: Measure.CLOSED,
}
_M = Measure

_VALUE = f"""CASE measure
  WHEN {_M.PEOPLE:d} THEN CASE WHEN client IS NOT NULL THEN 1 END
  WHEN {_M.NEW:d} THEN CASE WHEN client IS NOT NULL THEN 1 END
  WHEN {_M.ATTENDED:d} THEN attended
  WHEN {_M.HOURS:d} THEN hours
  WHEN {_M.AMOUNT:d} THEN amount
  WHEN {_M.GRADE:d} THEN grade
  WHEN {_M.RECOMMEND:d} THEN (part = 2)::INTEGER
  ELSE 1 END::DOUBLE"""
_COUNTING_PEOPLE = frozenset((_M.PEOPLE, _M.NEW))
_ADDING_UP = frozenset((_M.ATTENDED, _M.ROWS, _M.HOURS, _M.AMOUNT, _M.CLOSED))
_PEOPLE = f"measure IN ({', '.join(f'{m:d}' for m in sorted(_COUNTING_PEOPLE))})"
_BROKEN_DOWN = f"measure IN ({', '.join(f'{m:d}' for m in sorted(_ADDING_UP))})"
# Of new clients only the rows since their first one in the period count, so their first day is looked up beside the row.
_LINKED = f"""
SELECT period, subject, measure, batch, client, label, place, day, position, part, asked, {_VALUE} AS v
FROM rows JOIN link USING (slot) WHERE measure <> {_M.NEW:d}"""
_FIRST = """
CREATE TEMP TABLE first AS
SELECT subject, client, min(day) AS first FROM rows JOIN ever USING (slot) WHERE client IS NOT NULL GROUP BY ALL"""
_NEW = f"""
UNION ALL SELECT period, subject, measure, batch, client, label, place, day, position, part, asked, CASE WHEN first >= start THEN 1 END::DOUBLE AS v
FROM rows JOIN link USING (slot) LEFT JOIN first USING (subject, client) WHERE measure = {_M.NEW:d}"""


class Queries:
    """Asks one set of subjects. `link` says which slot counts where (slot, subject, measure, batch, period, start: the period's first day);
    `ever` (slot, subject) which slots tell when a client was first seen, for subjects of new clients."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection, link: pa.Table, ever: pa.Table) -> None:
        self._cursor = cursor
        self._cursor.register("link", link)
        self._cursor.register("ever", ever)
        self._measures = frozenset(link["measure"].to_pylist())
        self._linked = _LINKED
        if _M.NEW in self._measures:
            self._cursor.execute(_FIRST)
            self._linked += _NEW

    def by_batch(self) -> list[Row]:
        """Per period, subject and batch: rows, with a client, that say something, their sum, answers 0-6, answers 7-8, asked, rows that tell the asked."""
        sums = "count(*), count(client), count(v), sum(v), count(*) FILTER (part = 0), count(*) FILTER (part = 1), sum(asked)::BIGINT, count(asked)"
        return self._all(f"SELECT period, subject, batch, {sums} FROM ({self._linked}) GROUP BY ALL")

    def clients(self) -> list[Row]:
        """Per period and subject that does not count people: distinct clients behind the rows that say something."""
        if self._measures <= _COUNTING_PEOPLE:
            return []
        return self._all(f"SELECT period, subject, count(DISTINCT client) FROM ({_LINKED}) WHERE v IS NOT NULL AND NOT {_PEOPLE} GROUP BY ALL")

    def sessions(self) -> list[Row]:
        """Per period and subject that counts sessions: distinct activity, day and place."""
        if _M.SESSIONS not in self._measures:
            return []
        distinct = "count(DISTINCT (place::BIGINT << 32) + day)"
        return self._all(f"SELECT period, subject, {distinct} FROM ({_LINKED}) WHERE measure = {_M.SESSIONS:d} GROUP BY ALL")

    def people(self) -> list[Row]:
        """Per period and subject, by district index (age index None) and again by age index (district None): clients, and their rows.

        A client stands where its last row in that period is: by day, then by import, then by place in the file.
        """
        if self._measures.isdisjoint(_COUNTING_PEOPLE):
            return []
        last = "SELECT period, subject, client, arg_max(label, (day::BIGINT << 32) + position) AS label, count(*) AS n"
        each = f"{last} FROM ({self._linked}) WHERE v IS NOT NULL AND {_PEOPLE} GROUP BY period, subject, client"
        where = f"label // {AGES} AS district, label % {AGES} AS age"
        return self._all(
            f"SELECT period, subject, district, age, count(*), sum(n)::BIGINT FROM (SELECT period, subject, n, {where} FROM ({each})) "
            "GROUP BY GROUPING SETS ((period, subject, district), (period, subject, age))"
        )

    def districts(self) -> list[Row]:
        """Per period, subject that adds up and district index: sum, rows, distinct clients."""
        return self._broken_down(f"label // {AGES}")

    def ages(self) -> list[Row]:
        """Per period, subject that adds up and age index: sum, rows, distinct clients."""
        return self._broken_down(f"label % {AGES}")

    def accounts(self, period: Period) -> list[Row]:
        """Of the only subject, per batch: what becomes of its rows in a period (index into `prove.REASONS`), and how many.

        Here `link` holds every slot of rows of the subject, whatever their quarter.
        """
        first, last = ((day - EPOCH).days for day in (period.first, period.last))
        inside = f"CASE WHEN measure = {_M.CLOSED:d} THEN end_day ELSE day END BETWEEN {first} AND {last}"
        known = "LEFT JOIN first USING (subject, client)" if _M.NEW in self._measures else "CROSS JOIN (SELECT NULL AS first)"
        reason = (
            f"CASE WHEN measure = {_M.CLOSED:d} AND end_day IS NULL THEN 1 WHEN ({inside}) IS NOT TRUE THEN 2 WHEN {_PEOPLE} AND client IS NULL THEN 3 "
            f"WHEN first < {first} THEN 4 WHEN ({_VALUE}) IS NULL THEN 5 ELSE 0 END"
        )
        return self._all(f"SELECT batch, {reason} AS reason, count(*) FROM rows JOIN link USING (slot) {known} GROUP BY ALL")

    def _broken_down(self, label: str) -> list[Row]:
        if self._measures.isdisjoint(_ADDING_UP):
            return []
        sums = "sum(v), count(*), count(DISTINCT client)"
        return self._all(f"SELECT period, subject, {label} AS piece, {sums} FROM ({_LINKED}) WHERE v IS NOT NULL AND {_BROKEN_DOWN} GROUP BY ALL")

    def _all(self, query: str) -> list[Row]:
        return self._cursor.execute(query).fetchall()
