"""Random registrations counted twice: by DuckDB and by plain loops over plain rows."""

import io
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from random import Random
from typing import Any

import pyarrow.parquet as pq
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from reporting.counting import BatchSource, count, forget
from reporting.model.agreement import Unit
from reporting.model.registration import Grain
from reporting.model.rules import CountingRules
from tests.golden.naive_count import NaiveFile, recount, same
from tests.unit.counting.build import ELSEWHERE, PLACE, Q3, batch, indicator

_TEXTS: dict[str, list[Any]] = {
    "activity": ["Huiskamer", "huiskamer ", "HUISKAMER de Brink", "Eetgroep", "GR-1", "groep", "Iets anders"],
    "client": ["a", "b", "c", "d", "e", None],
    "district": ["Noord", "noord", "Zuid", "onbekend", " ", None],
    "age_class": ["12-18", "18-25", "65+", "70+", "80+", None],
    "municipality": [None, None, None, "Merelveen", "gemeente merelveen", "GM9999", "Vinkenoord", "GM9998"],
    "indicator": [None, None, "A1", "naam van b2", "onzin"],
    "group": ["x", "X", None],
    "closing": ["School of werk", "school-of-werk", "gestopt", None],
    "recommend": ["0", "6", "7", "8", "9", "10", "ja", "nee", None],
}
_NUMBERS: dict[str, list[Any]] = {
    "age": [0, 11, 12, 18, 27, 64, 65, 75, 120, None],
    "hours": [0.0, 0.1, 0.25, 1.5, None],
    "count": [0, 1, 12, None],
    "asked": [1, 5, None],
    "grade": [1.0, 7.5, 8.3, 10.0, None],
}
_CELLS: dict[str, list[Any]] = {**_TEXTS, **_NUMBERS, "date": [], "start": [None], "end": [None]}


def _cell(random: Random, column: str) -> object:
    choices = _CELLS[column]
    if column in ("date", "start", "end") and not (choices and random.random() < 0.2):
        return date(2024, 12, 1) + timedelta(days=random.randrange(760))
    return random.choice(choices)


def _file(random: Random, number: int) -> BatchSource:
    """A file with some of the columns, one of the grains, one of two layouts."""
    columns = sorted({"activity", "date", *random.sample(sorted(_CELLS), random.randrange(len(_CELLS)))})
    rows = [{c: v for c in columns if (v := _cell(random, c)) is not None} for _ in range(random.randint(1, 40))]
    place = random.choice([PLACE.key, PLACE.key, ELSEWHERE.key, ""])
    return batch(*rows, name=str(number), grain=random.choice(list(Grain)), municipality=place, layout=random.choice("ab"))


def naive(sources: Sequence[BatchSource]) -> list[NaiveFile]:
    """The same images as plain rows."""
    found = []
    for s in sources:
        rows = pq.read_table(io.BytesIO(s.load())).to_pylist()
        found.append(NaiveFile(s.batch.id, s.batch.sequence, s.batch.grain, s.batch.municipality, s.batch.header_fingerprint, rows))
    return found


_INDICATORS = [
    indicator(unit, *activities, code=f"{letter}{n}", theme=theme, closing_reason=reason)
    for n, (unit, reason) in enumerate([*((u, "") for u in Unit), (Unit.CLOSED_TRAJECTORIES, "school of werk")])
    for letter, activities, theme in (("A", ("Huiskamer*", "Eetgroep"), "Samen"), ("B", ("gr-*", "huiskamer"), "Verder"))
]


@settings(max_examples=40, deadline=None, derandomize=True, phases=[Phase.explicit, Phase.generate])
@given(st.integers(0, 2**32))
def test_two_ways_of_counting_agree(seed: int) -> None:
    random = Random(seed)
    sources = [_file(random, number) for number in range(1, random.randint(1, 5))]
    forget()
    table = count(sources, _INDICATORS, PLACE, Q3)
    same(table.figures, recount(naive(sources), _INDICATORS, PLACE, Q3, CountingRules()))


def test_counting_at_the_same_time_does_not_mix() -> None:
    random = Random(11)
    sources = [_file(random, number) for number in range(1, 5)]
    alone = {i.code: count(sources, [i], PLACE, Q3).figures for i in _INDICATORS}
    forget()
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda i: (i.code, count(sources, [i], PLACE, Q3).figures), _INDICATORS * 2))
    assert all(figures == alone[code] for code, figures in together)
