"""Figures that readers saw before this tool was used: without them an older report could give a hidden count away."""

from collections.abc import Sequence

from reporting.actions.common import event, municipality_of, permit
from reporting.intake import EarlierFigures, read_earlier
from reporting.model.people import Actor, Permission
from reporting.model.stored import PublishedCell
from reporting.ports import Services


def read_published(services: Services, actor: Actor, municipality: str, data: bytes) -> EarlierFigures:
    """What a file says of earlier reports; stores nothing. Units are those of the agreements of any year."""
    with services.reading() as uow:
        permit(services, uow, actor, Permission.ERASE)
        place = municipality_of(uow, municipality).key
        units = {i.code: i.unit for year in sorted(uow.agreements.years(place)) for i in uow.agreements.of(place, year)}
    return read_earlier(data, place, units)


def enter_published(services: Services, actor: Actor, cells: Sequence[PublishedCell]) -> None:
    """Add cells to the memory of what is published. Raises Conflict when a cell of the same report and version is known already."""
    with services.unit_of_work() as uow:
        by = permit(services, uow, actor, Permission.ERASE)
        for municipality in sorted({c.municipality for c in cells}):
            of_one = [c for c in cells if c.municipality == municipality_of(uow, municipality).key]
            uow.reports.add_published(of_one, event(services, by, "enter_published", f"municipality:{municipality}", cells=len(of_one)))
        uow.commit()
