"""Read an agreements file: per municipality and year it holds, the file replaces what stood there."""

from reporting.actions.common import event, permit
from reporting.errors import InputRejected, Reason
from reporting.intake import AgreementsIntake, read_agreements
from reporting.model.agreement import Indicator
from reporting.model.municipality import Municipality
from reporting.model.people import Actor, Permission
from reporting.ports import Services


def import_agreements(services: Services, actor: Actor, data: bytes, name: str, *, preview: bool = False) -> AgreementsIntake:
    """What was read; stored unless `preview`. Indicators keep their version history, those not in the file disappear.

    Raises InputRejected(BAD_AGREEMENTS) when there is not one good row to store.
    """
    intake = read_agreements(data, name)
    with services.unit_of_work() as uow:
        by = permit(services, uow, actor, Permission.AGREEMENTS)
        if preview:
            return intake
        if not intake.indicators:
            raise InputRejected(Reason.BAD_AGREEMENTS)
        groups: dict[tuple[Municipality, int], list[Indicator]] = {}
        for indicator in intake.indicators:
            groups.setdefault((indicator.municipality, indicator.year), []).append(indicator)
        for (municipality, year), indicators in groups.items():
            subject = f"agreements:{municipality.key}:{year}"
            uow.agreements.replace(municipality, year, indicators, event(services, by, "import_agreements", subject, indicators=len(indicators)))
        uow.commit()
    return intake
