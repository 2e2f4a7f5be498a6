"""What readers of all reports of a municipality have together."""

from reporting.actions.common import permit
from reporting.actions.settings import rules_of
from reporting.disclosure import reader_object
from reporting.model.people import Actor, Permission
from reporting.ports import Services


def reader_view(services: Services, actor: Actor, municipality: str) -> dict[str, object]:
    """Cells and relations as plain objects (`disclosure.reader_object`); empty lists where nothing was published."""
    with services.reading() as uow:
        permit(services, uow, actor, Permission.LOOK)
        return reader_object(uow.reports.published(municipality), rules_of(uow, municipality).disclosure)
