"""How many clients of the register share what a story tells of its teller: the numbers the register check of a story asks for."""

import re
from collections.abc import Sequence
from typing import NamedTuple

import pyarrow as pa

from reporting.counting.decode import BatchSource
from reporting.counting.gather import gather
from reporting.counting.join import AGES, Sort
from reporting.counting.matching import age_index
from reporting.counting.span import EPOCH
from reporting.counting.subjects import belonging
from reporting.model.agreement import Indicator
from reporting.model.municipality import Municipality, fold
from reporting.model.period import Period
from reporting.model.registration import Grain
from reporting.model.rules import CountingRules

_OLDEST = 1000
# Per client the district and age of its last row of the period, as in the figures (queries.Queries.people). A trajectory lasts until it ends.
_LAST = """
SELECT arg_max(label, (day::BIGINT << 32) + position) AS label FROM rows JOIN told USING (slot)
WHERE client IS NOT NULL AND day <= $last AND CASE WHEN lasting THEN coalesce(end_day, $last) ELSE day END >= $first GROUP BY client"""
_COUNT = f"""
SELECT count(*) FILTER (d AND a), count(*) FILTER (d), count(*) FILTER (a), count(*)
FROM (SELECT label // {AGES} IN (SELECT * FROM districts) AS d, label % {AGES} IN (SELECT * FROM ages) AS a FROM ({_LAST}))"""  # noqa: S608 - constants


class SharedTraits(NamedTuple):
    """Distinct clients registered for one of the indicators in the period: with a row in it, or a trajectory that ran in it."""

    same: int  # of this district and age class
    any_age: int  # of this district
    any_district: int  # of this age class
    indicator: int  # all of them


def shared_traits(
    sources: Sequence[BatchSource],
    indicators: Sequence[Indicator],
    municipality: Municipality,
    period: Period,
    *,
    district: str,
    age_class: str,
    rules: CountingRules = CountingRules(),
) -> SharedTraits:
    """Clients who share a teller's traits. A blank district or age class is not told, so every client shares it.

    An age class is "65-75", "75+" or one age; of a wider one the classes that lie wholly in it count, of a narrower one the class it lies
    in. One without a digit tells no age. Raises InternalError when an image is not the one the ledger names.
    """
    rows = gather(sources, municipality, rules)
    kinds = frozenset[int]().union(*(belonging(indicator, rows) for indicator in indicators))
    told = [n for n, slot in enumerate(rows.slots) if slot.kind in kinds and slot.sort is Sort.ROW]
    lasting = [rows.batches[rows.batch_of[rows.slots[n].kind]].batch.grain is Grain.TRAJECTORY for n in told]
    wanted = fold(district)
    districts = [n for n, name in enumerate(rows.districts) if not wanted or fold(name) == wanted]
    cursor = rows.cursor()
    cursor.register("told", _numbers("slot", told).append_column("lasting", pa.array(lasting, pa.bool_())))
    cursor.register("districts", _numbers("district", districts))
    cursor.register("ages", _numbers("age", _ages(age_class, rules.age_bounds)))
    days = {"first": (period.first - EPOCH).days, "last": (period.last - EPOCH).days}
    found = cursor.execute(_COUNT, days).fetchall()[0]
    return SharedTraits(*(int(n) for n in found))


def _numbers(name: str, values: Sequence[int]) -> pa.Table:
    return pa.table({name: pa.array(values, pa.int32())})


def _ages(text: str, bounds: Sequence[int]) -> list[int]:
    """The age classes a text tells, by number (0: unknown); all of them where it tells none."""
    said = [int(n) for n in re.findall(r"\d+", text)]
    if not said:
        return list(range(AGES))
    low = said[0]
    high = said[1] if len(said) > 1 else _OLDEST if "+" in text else low + 1
    edges = (*bounds, _OLDEST)
    inside = [n for n in range(1, len(edges)) if low <= edges[n - 1] and edges[n] <= high]
    return inside or [age_index(low, bounds)]
