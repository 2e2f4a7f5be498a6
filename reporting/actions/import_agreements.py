"""Read an agreements file: per municipality and year it holds, the file replaces what stood there."""

import re
from collections.abc import Iterable
from dataclasses import replace

from reporting.actions.common import event, permit
from reporting.errors import InputRejected, Reason
from reporting.intake import AgreementsIntake, read_agreements
from reporting.model.agreement import Indicator
from reporting.model.municipality import Municipality, fold
from reporting.model.people import Actor, Permission
from reporting.ports import Services

_CODE = re.compile(r"GM\d{4}")


def import_agreements(services: Services, actor: Actor, data: bytes, name: str, *, preview: bool = False) -> AgreementsIntake:
    """What was read; stored unless `preview`. Indicators keep their version history, those not in the file disappear.

    A municipality that is named with its code here and without it there is one. Raises InputRejected with the file's reason, or
    BAD_AGREEMENTS when there is not one good row to store.
    """
    with services.reading() as uow:
        permit(services, uow, actor, Permission.AGREEMENTS)
    intake = read_agreements(data, name)
    if preview:
        return intake
    if not intake.indicators:
        raise InputRejected(intake.reason or Reason.BAD_AGREEMENTS, columns=", ".join(intake.missing))
    with services.unit_of_work() as uow:
        by = permit(services, uow, actor, Permission.AGREEMENTS)
        read = sorted((i.municipality for i in intake.indicators), key=lambda m: not _CODE.fullmatch(m.key))
        known = _by_name([*uow.agreements.municipalities(), *read])
        groups: dict[tuple[Municipality, int], list[Indicator]] = {}
        for indicator in intake.indicators:
            municipality = _one(indicator.municipality, known)
            groups.setdefault((municipality, indicator.year), []).append(replace(indicator, municipality=municipality))
        for (municipality, year), indicators in groups.items():
            subject = f"agreements:{municipality.key}:{year}"
            uow.agreements.replace(municipality, year, indicators, event(services, by, "import_agreements", subject, indicators=len(indicators)))
        uow.commit()
    return intake


def _by_name(municipalities: Iterable[Municipality]) -> dict[str, Municipality]:
    """The first municipality of each name."""
    found: dict[str, Municipality] = {}
    for municipality in municipalities:
        found.setdefault(fold(municipality.name), municipality)
    return found


def _one(municipality: Municipality, known: dict[str, Municipality]) -> Municipality:
    """The municipality that is meant: the known one of that name, unless both have codes and these differ."""
    same = known[fold(municipality.name)]
    both_coded = _CODE.fullmatch(same.key) and _CODE.fullmatch(municipality.key)
    return municipality if both_coded and same.key != municipality.key else replace(same, name=municipality.name)
