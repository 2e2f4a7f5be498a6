"""What is in order before a report is made, and what is not."""

from collections.abc import Iterable

from reporting.actions.common import municipality_of, permit, today
from reporting.actions.corrections import corrections
from reporting.actions.figures import count_table, protect_table, source_batches
from reporting.actions.prepare import has_figures
from reporting.actions.register_check import check_register
from reporting.actions.settings import rules_of
from reporting.actions.stories import TOLD, chosen
from reporting.actions.telling import released
from reporting.actions.types import Check, CheckItem, Light
from reporting.disclosure import cells_of, exposed
from reporting.errors import NotReleasable, Reason
from reporting.model.count import CountTable
from reporting.model.figure import FigureKey
from reporting.model.people import Actor, Permission
from reporting.model.period import Period, Quarter
from reporting.model.safe import Edition, SafeTable
from reporting.model.story import Story
from reporting.ports import Services, UnitOfWork

_GONE = frozenset({Reason.CONSENT_ENDED, Reason.NO_CONSENT})


def report_checklist(services: Services, actor: Actor, municipality: str, quarter: Quarter) -> tuple[CheckItem, ...]:
    """One line per Check, in its order. Raises NotPossible(UNKNOWN_MUNICIPALITY)."""
    with services.reading() as uow:
        permit(services, uow, actor, Permission.MAKE_CONCEPT)
        raw = count_table(services, uow, municipality_of(uow, municipality), quarter)
        safe = protect_table(uow, raw, screen=False)
        themes = list(dict.fromkeys(i.theme for i in raw.indicators))
        explained = {e.theme for e in uow.explanations.of(municipality, str(quarter)) if e.explanation.see or e.explanation.cause}
        picked = [s for s in uow.stories.all(municipality, str(quarter)) if s.status in TOLD and chosen(s)]
        refused = dict(_refused(services, uow, picked))
        without = [s.id for s in picked if refused.get(s.id) in _GONE]
        batches = [b for b in source_batches(uow, raw) if b.rows_reported]
        changed = [str(c.key) for c in corrections(uow, safe)]
        return (
            _figures(raw),
            _advice(Check.EXPLANATIONS, len(themes), [t for t in themes if t not in explained]),
            _stories(picked, {k: v for k, v in refused.items() if v not in _GONE}),
            _consent(picked, without),
            _item(Check.ROWS, Light.ADVICE if batches else Light.GOOD, sum(b.rows_reported for b in batches), names=[b.file_name for b in batches]),
            _item(Check.CORRECTIONS, Light.ADVICE if changed else Light.GOOD, len(changed), names=changed),
            _exposed(uow, safe),
        )


def _figures(raw: CountTable) -> CheckItem:
    """Agreed indicators with a figure in this quarter."""
    period = Period(raw.quarter)
    missing = [i.code for i in raw.indicators if (f := raw.figures.get(FigureKey(i.code, period))) is None or f.value is None]
    total = len(raw.indicators)
    if not has_figures(raw):
        return CheckItem(Check.FIGURES, Light.BLOCK, 0, total, Reason.NO_FIGURES, tuple(missing))
    return CheckItem(Check.FIGURES, Light.ADVICE if missing else Light.GOOD, total - len(missing), total, None, tuple(missing))


def _refused(services: Services, uow: UnitOfWork, stories: Iterable[Story]) -> Iterable[tuple[str, Reason]]:
    """Ticked stories that could not leave the house now, and why."""
    for story in stories:
        try:
            check_register(services, uow, story)
            released(uow, services.secrets, story, today(services))
        except NotReleasable as error:
            yield story.id, error.reason


def _stories(picked: list[Story], refused: dict[str, Reason]) -> CheckItem:
    """A report without stories may be made; it says so and why."""
    if refused:
        return CheckItem(Check.STORIES, Light.BLOCK, len(picked) - len(refused), len(picked), next(iter(refused.values())), tuple(refused))
    return CheckItem(Check.STORIES, Light.GOOD if picked else Light.ADVICE, len(picked), len(picked))


def _consent(picked: list[Story], without: list[str]) -> CheckItem:
    light, reason = (Light.BLOCK, Reason.CONSENT_ENDED) if without else (Light.GOOD, None)
    return CheckItem(Check.CONSENT, light, len(picked) - len(without), len(picked), reason, tuple(without))


def _exposed(uow: UnitOfWork, safe: SafeTable) -> CheckItem:
    """Whether readers of this and earlier reports together could narrow a hidden count too far."""
    cells = cells_of(safe, f"{Edition.QUARTERLY.value}:{safe.quarter}", 0)
    found = exposed(cells, rules_of(uow, safe.municipality.key).disclosure, uow.reports.published(safe.municipality.key))
    if found:
        return CheckItem(Check.EXPOSED, Light.BLOCK_FINAL, 0, len(found), Reason.EXPOSED_CELL, found)
    return CheckItem(Check.EXPOSED, Light.GOOD, 0, 0)


def _advice(check: Check, total: int, missing: list[str]) -> CheckItem:
    return CheckItem(check, Light.ADVICE if missing else Light.GOOD, total - len(missing), total, None, tuple(missing))


def _item(check: Check, light: Light, number: int, *, names: list[str]) -> CheckItem:
    return CheckItem(check, light, number, number, None, tuple(names))
