"""Change one indicator at a time."""

from reporting.actions.common import event, permit
from reporting.errors import InputRejected, Reason
from reporting.model.agreement import Indicator
from reporting.model.people import Actor, Permission
from reporting.ports import Services


def save_indicator(services: Services, actor: Actor, indicator: Indicator, expected_version: int) -> Indicator:
    """The indicator as stored, with its new version; 0 is a new one, at the end. Raises Conflict with theirs, InputRejected(BAD_VALUE)."""
    if not (indicator.code.strip() and indicator.name.strip() and indicator.theme.strip() and indicator.municipality.key):
        raise InputRejected(Reason.BAD_VALUE)
    subject = f"indicator:{indicator.municipality.key}:{indicator.year}:{indicator.code}"
    with services.unit_of_work() as uow:
        by = permit(services, uow, actor, Permission.AGREEMENTS)
        saved = uow.agreements.save(indicator, expected_version, event(services, by, "save_indicator", subject, target=indicator.target.text))
        uow.commit()
    return saved


def remove_indicator(services: Services, actor: Actor, municipality: str, year: int, code: str) -> None:
    """Remove an indicator; registrations stay, they only count for it no longer."""
    with services.unit_of_work() as uow:
        by = permit(services, uow, actor, Permission.AGREEMENTS)
        uow.agreements.remove(municipality, year, code, event(services, by, "remove_indicator", f"indicator:{municipality}:{year}:{code}"))
        uow.commit()
