"""What is known of the source of a file: the last file with this header, one that looks like it, and what its names stand for.

Names of activities and districts that a worker translated are kept per header, sealed, for a cell may hold anything.
"""

import hashlib
import json
from collections.abc import Callable, Mapping

from reporting.actions.common import event
from reporting.actions.types import HeaderChange, UnknownNames
from reporting.counting.matching import Matcher
from reporting.intake import Intake, from_image
from reporting.intake.words import key
from reporting.model.municipality import fold
from reporting.model.people import Actor
from reporting.model.registration import Column, ImportBatch
from reporting.model.stored import StoredFile
from reporting.ports import Services, UnitOfWork

NAMED = (Column.ACTIVITY, Column.DISTRICT)
_ALIKE = 0.5  # share of header cells in common from which a file comes from the same source
_LATEST = 12  # batches whose districts are known
Words = Mapping[Column, Mapping[str, str]]
Known = tuple[Column, tuple[str, ...], Callable[[str], bool]]  # a column, its names, and whether a folded name is one of them


def last_like(uow: UnitOfWork, intake: Intake) -> tuple[ImportBatch | None, HeaderChange | None]:
    """The last file with this header; else the last one most like it, with how the header changed. (None, None) for a new source."""
    batches = uow.batches.all()
    same = [b for b in batches if b.header_fingerprint == intake.header_fingerprint]
    if same:
        return same[-1], None
    cells = {key(c): c for c in intake.header if c.strip()}
    alike = [(_alike({key(c) for c in b.header if c.strip()}, set(cells)), b.sequence, b) for b in batches if b.header]
    share, _, batch = max(alike, key=lambda found: found[:2], default=(0.0, 0, None))
    if batch is None or share < _ALIKE:
        return None, None
    before = {key(c): c for c in batch.header if c.strip()}
    came = tuple(cell for k, cell in cells.items() if k not in before)
    went = tuple(cell for k, cell in before.items() if k not in cells)
    return batch, HeaderChange(batch.file_name, batch.imported_at, came, went)


def _alike(one: set[str], other: set[str]) -> float:
    return len(one & other) / max(len(one | other), 1)


def words_of(uow: UnitOfWork, fingerprint: str) -> Words:
    """What names in files with this header stand for: what stands in the file → what is meant."""
    if uow.files.get(_name(fingerprint)) is None:
        return {}
    kept: dict[str, dict[str, str]] = json.loads(uow.files.body(_name(fingerprint)))
    return {Column(column): names for column, names in kept.items()}


def keep_words(services: Services, uow: UnitOfWork, by: Actor, intake: Intake) -> None:
    """Remember the names that were translated in this file, beside those of earlier files; a name that was left as it is, is forgotten."""
    before = words_of(uow, intake.header_fingerprint)
    now = {}
    for column in NAMED:
        left = set(intake.frame[column.value].dropna().unique())
        names = {**before.get(column, {}), **intake.replaced.get(column, {})}
        now[column.value] = {name: meant for name, meant in names.items() if name not in left and meant}
    now = {column: names for column, names in now.items() if names}
    if now == {column.value: dict(names) for column, names in before.items()}:
        return
    body = json.dumps(now, ensure_ascii=False).encode()
    file = StoredFile(_name(intake.header_fingerprint), intake.file_name, services.clock(), hashlib.sha256(body).hexdigest())
    count = sum(len(names) for names in now.values())
    uow.files.save(file, body, event(services, by, "keep_words", f"layout:{intake.header_fingerprint[:16]}", names=count))


def unknown_names(uow: UnitOfWork, intake: Intake) -> tuple[UnknownNames, ...]:
    """Activities that belong to no agreement, and districts no earlier file had, with what they may be; columns where all is known are left out."""
    found = []
    for column, known, is_known in (_activities(uow), _districts(uow)):
        if not known or column not in intake.mapping or (column is Column.ACTIVITY and Column.INDICATOR in intake.mapping):
            continue
        counts = intake.frame[column.value].dropna().value_counts()
        names = {str(name): int(rows) for name, rows in counts.items() if not is_known(fold(str(name)))}
        if names:
            found.append(UnknownNames(column, names, known))
    return tuple(found)


def _activities(uow: UnitOfWork) -> Known:
    indicators = [i for m in uow.agreements.municipalities() for year in uow.agreements.years(m.key) for i in uow.agreements.of(m.key, year)]
    matchers = [Matcher.of(i) for i in indicators]
    names = {fold(name): name for i in indicators for a in i.activities if (name := a.strip().rstrip("*").rstrip(" -"))}
    return Column.ACTIVITY, tuple(sorted(names.values())), lambda folded: any(m.takes_activity(folded) for m in matchers)


def _districts(uow: UnitOfWork) -> Known:
    names: dict[str, str] = {}
    for batch in [b for b in uow.batches.active() if Column.DISTRICT.value in b.columns][-_LATEST:]:
        column = from_image(uow.batches.image(batch.id), [Column.DISTRICT.value]).column(0)
        names |= {fold(name): name for name in column.unique().drop_null().to_pylist()}
    return Column.DISTRICT, tuple(sorted(names.values())), names.__contains__


def _name(fingerprint: str) -> str:
    return f"words:{fingerprint}"
