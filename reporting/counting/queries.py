# ruff: noqa: S608 - the text is made of our own constants and whole numbers only; values travel in the table `link`
"""The questions to DuckDB: a few queries for all indicators and periods at once, each a UNION ALL with plain day predicates.

Pre-aggregating or grouping by period in the query was slower (docs/decisions/0003-counting.md).
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import IntEnum

import duckdb
import pyarrow as pa

from reporting.counting.join import AGES
from reporting.model.agreement import Unit
from reporting.model.period import Period

_EPOCH = date(1970, 1, 1)
Row = tuple[int, ...]


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
_BROKEN_DOWN = (_M.ATTENDED, _M.ROWS, _M.HOURS, _M.AMOUNT, _M.CLOSED)

_VALUE = f"""CASE measure
  WHEN {_M.PEOPLE:d} THEN CASE WHEN client IS NOT NULL THEN 1 END
  WHEN {_M.NEW:d} THEN CASE WHEN client IS NOT NULL THEN 1 END
  WHEN {_M.ATTENDED:d} THEN attended
  WHEN {_M.HOURS:d} THEN hours
  WHEN {_M.AMOUNT:d} THEN amount
  WHEN {_M.GRADE:d} THEN grade
  WHEN {_M.RECOMMEND:d} THEN (part = 2)::INTEGER
  ELSE 1 END"""
_COLUMNS = f"subject, batch, measure, client, label, moment, session, grade, part, asked, ({_VALUE})::DOUBLE AS v"
_PLAIN = f"measure IN ({_M.PEOPLE:d}, {_M.ATTENDED:d}, {_M.ROWS:d}, {_M.SESSIONS:d}, {_M.HOURS:d}, {_M.AMOUNT:d})"
_RATIO = f"measure IN ({_M.GRADE:d}, {_M.RECOMMEND:d}) AND (grade IS NOT NULL OR part IS NOT NULL OR asked IS NOT NULL)"


class Queries:
    """Asks one set of subjects over one set of periods. `link` is a table kind, subject, measure, batch."""

    def __init__(self, database: duckdb.DuckDBPyConnection, link: pa.Table, periods: Sequence[Period]) -> None:
        self._cursor = database.cursor()  # a connection of its own: temporary tables of others are not seen
        self._cursor.register("link", link)
        self._bounds = [((p.first - _EPOCH).days, (p.last - _EPOCH).days) for p in periods]
        self._cursor.execute(
            "CREATE TEMP TABLE first AS SELECT subject, client, min(day) AS first FROM rows JOIN link USING (kind) "
            f"WHERE measure = {_M.NEW:d} AND client IS NOT NULL GROUP BY ALL"
        )

    def by_batch(self) -> list[Row]:
        """Per period, subject and batch: rows, rows that say something, their sum, answers 0-6, answers 7-8, asked, rows that tell how many were asked."""
        sums = "count(*), count(v), sum(v), count(*) FILTER (part = 0), count(*) FILTER (part = 1), sum(asked), count(asked)"
        return self._all(lambda i: f"SELECT {i}, subject, batch, {sums} FROM ({self._seen(i)}) GROUP BY subject, batch")

    def clients(self) -> list[Row]:
        """Per period and subject that does not count people: distinct clients behind the rows that say something."""
        return self._all(
            lambda i: f"SELECT {i}, subject, count(DISTINCT client) FROM ({self._seen(i)}) WHERE v IS NOT NULL AND measure > {_M.NEW:d} GROUP BY subject"
        )

    def sessions(self) -> list[Row]:
        """Per period and subject that counts sessions: distinct activity, day and place."""
        return self._all(lambda i: f"SELECT {i}, subject, count(DISTINCT session) FROM ({self._plain(i, f'measure = {_M.SESSIONS:d}')}) GROUP BY subject")

    def people(self) -> list[Row]:
        """Per period, subject and label of a client's last row in that period: clients, and their rows."""
        inner = "SELECT subject, client, arg_max(label, moment) AS label, count(*) AS n"
        return self._all(
            lambda i: (
                f"SELECT {i}, subject, label, count(*), sum(n)::BIGINT FROM ({inner} "
                f"FROM ({self._plain(i, f'measure = {_M.PEOPLE:d}')} UNION ALL {self._new(i)}) "
                "WHERE v IS NOT NULL GROUP BY subject, client) GROUP BY subject, label"
            )
        )

    def districts(self) -> list[Row]:
        """Per period, subject that adds up and district index: sum, rows, distinct clients."""
        return self._broken_down(f"label // {AGES}")

    def ages(self) -> list[Row]:
        """Per period, subject that adds up and age index: sum, rows, distinct clients."""
        return self._broken_down(f"label % {AGES}")

    def accounts(self) -> list[Row]:
        """Of the only subject in the only period, per batch: what becomes of its rows (index into `prove.REASONS`), and how many."""
        first, last = self._bounds[0]
        inside = f"CASE WHEN measure = {_M.CLOSED:d} THEN end_day ELSE day END BETWEEN {first} AND {last}"
        reason = (
            f"CASE WHEN measure = {_M.CLOSED:d} AND end_day IS NULL THEN 1 WHEN ({inside}) IS NOT TRUE THEN 2 "
            f"WHEN measure IN ({_M.PEOPLE:d}, {_M.NEW:d}) AND client IS NULL THEN 3 "
            f"WHEN measure = {_M.NEW:d} AND first < {first} THEN 4 WHEN ({_VALUE}) IS NULL THEN 5 ELSE 0 END"
        )
        query = f"SELECT batch, {reason} AS reason, count(*) FROM rows JOIN link USING (kind) LEFT JOIN first USING (subject, client) GROUP BY ALL"
        return self._cursor.execute(query).fetchall()

    def _broken_down(self, label: str) -> list[Row]:
        wanted = ", ".join(f"{m:d}" for m in _BROKEN_DOWN)
        return self._all(
            lambda i: (
                f"SELECT {i}, subject, {label} AS part_of, sum(v), count(*), count(DISTINCT client) "
                f"FROM ({self._plain(i, f'measure IN ({wanted})')} UNION ALL {self._closed(i)}) WHERE v IS NOT NULL GROUP BY subject, part_of"
            )
        )

    def _seen(self, i: int) -> str:
        return f"{self._plain(i, _PLAIN)} UNION ALL {self._plain(i, _RATIO)} UNION ALL {self._closed(i)} UNION ALL {self._new(i)}"

    def _plain(self, i: int, measure: str) -> str:
        first, last = self._bounds[i]
        return f"SELECT {_COLUMNS} FROM rows JOIN link USING (kind) WHERE day BETWEEN {first} AND {last} AND {measure}"

    def _closed(self, i: int) -> str:
        first, last = self._bounds[i]
        return f"SELECT {_COLUMNS} FROM rows JOIN link USING (kind) WHERE end_day BETWEEN {first} AND {last} AND measure = {_M.CLOSED:d}"

    def _new(self, i: int) -> str:
        start, last = self._bounds[i]

        return (
            f"SELECT {_COLUMNS} FROM rows JOIN link USING (kind) JOIN first USING (subject, client) "
            f"WHERE day BETWEEN {start} AND {last} AND first >= {start} AND measure = {_M.NEW:d}"
        )

    def _all(self, branch: Callable[[int], str]) -> list[Row]:
        query = " UNION ALL ".join(f"({branch(i)})" for i in range(len(self._bounds)))
        return self._cursor.execute(query).fetchall()
