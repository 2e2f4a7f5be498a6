"""Why figures are hidden and what merging saves (for who may see raw figures), and which classes to show in a year."""

from collections.abc import Mapping
from dataclasses import dataclass

from reporting.actions.common import municipality_of, permit
from reporting.actions.figures import count_table
from reporting.actions.settings import rules_of
from reporting.disclosure import Saving, Why, propose_shown, reasons, saved_by_merging
from reporting.model.figure import Dimension, FigureKey
from reporting.model.people import Actor, Permission
from reporting.model.period import Quarter
from reporting.ports import Services


@dataclass(frozen=True, slots=True)
class HiddenFigures:
    """The hidden cells of a quarter's report, and per dimension what showing fewer classes would save."""

    reasons: Mapping[FigureKey, Why]
    savings: Mapping[Dimension, Saving]


def hidden_figures(services: Services, actor: Actor, municipality: str, quarter: Quarter) -> HiddenFigures:
    """Small cells and their partners, for the screen only. Raises NotPossible(UNKNOWN_MUNICIPALITY)."""
    with services.reading() as uow:
        permit(services, uow, actor, Permission.SEE_RAW)
        raw = count_table(services, uow, municipality_of(uow, municipality), quarter)
        published, rules = uow.reports.published(municipality), rules_of(uow, municipality).disclosure
    found = reasons([raw], published, rules)
    return HiddenFigures(found, {dimension: saved_by_merging(raw, published, dimension, rules, len(found)) for dimension in Dimension})


def propose_classes(services: Services, actor: Actor, municipality: str, year: int) -> Mapping[Dimension, tuple[str, ...]]:
    """The districts and age classes to show in a year by the counts of the year before; nothing where nothing was counted then."""
    with services.reading() as uow:
        permit(services, uow, actor, Permission.AGREEMENTS)
        last_year = count_table(services, uow, municipality_of(uow, municipality), Quarter(year - 1, 4))
        rules = rules_of(uow, municipality).disclosure
    return {dimension: shown for dimension in Dimension if (shown := propose_shown(last_year, dimension, rules))}
