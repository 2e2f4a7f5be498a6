"""Settings people change in the app, and the rules that follow from them."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from itertools import pairwise

from reporting.actions.common import event, permit
from reporting.errors import InputRejected, NotPossible, Reason
from reporting.model.figure import Dimension
from reporting.model.people import Actor, Permission
from reporting.model.rules import CountingRules, DisclosureRules
from reporting.model.stored import Setting
from reporting.ports import Services, UnitOfWork

_LOWEST_THRESHOLD = 5
_MOST = 10  # grades end here
_SHOWN = re.compile(r"shown:.+:\d{4}:(district|age)")
_MAY_SAVE: Mapping[str, Permission] = {
    "organisation": Permission.AGREEMENTS,
    "recipient": Permission.AGREEMENTS,
    "age_classes": Permission.AGREEMENTS,
    "on_course_share": Permission.AGREEMENTS,
    "grade_low": Permission.AGREEMENTS,
    "grade_high": Permission.AGREEMENTS,
    "word_list": Permission.AGREEMENTS,
    "shown": Permission.AGREEMENTS,  # districts and age classes shown: "shown:<municipality>:<year>:<dimension>"
    "disclosure_threshold": Permission.ERASE,
    "rounding": Permission.ERASE,  # "rounding:<municipality>"
}

DEFAULTS: Mapping[str, str] = {  # what counts where nothing was filled in, written as somebody would fill it in
    "age_classes": ", ".join(CountingRules().age_classes),
    "on_course_share": f"{(CountingRules().on_course * 100).normalize():f}",
    "grade_low": "7.5",  # DOMAIN: too little to build on; a choice of the organisation, never a fact
    "grade_high": "8",
    "disclosure_threshold": str(DisclosureRules().threshold),
}


@dataclass(frozen=True, slots=True)
class HouseRules:
    """The rules in force for a municipality."""

    counting: CountingRules
    disclosure: DisclosureRules


def _in_reports(uow: UnitOfWork, name: str) -> bool:
    """Whether a report of the year that a list of classes is for was vastgesteld: another list would give classes away by subtraction."""
    municipality, year, _ = name.removeprefix("shown:").rsplit(":", 2)
    return any(f":{year}-" in cell.report for cell in uow.reports.published(municipality))


def list_settings(services: Services, actor: Actor) -> Mapping[str, Setting]:
    """Everything that was ever set, by name; what is absent has its default."""
    with services.reading() as uow:
        permit(services, uow, actor, Permission.LOOK)
        return {s.name: s for s in uow.settings.all()}


def save_setting(services: Services, actor: Actor, name: str, value: str, expected_version: int) -> Setting:
    """The setting as stored. The audit trail keeps old and new. Raises InputRejected(BAD_VALUE), Conflict with theirs,
    NotPossible(CLASSES_FIXED) for the classes shown in a year of which a report was vastgesteld."""
    kind = name.partition(":")[0]
    if kind not in _MAY_SAVE or (kind == "shown" and not _SHOWN.fullmatch(name)):
        raise InputRejected(Reason.BAD_VALUE, field=name)
    checked = _check(kind, value.strip())
    with services.unit_of_work() as uow:
        by = permit(services, uow, actor, _MAY_SAVE[kind])
        old = setting(uow, name)
        if kind == "shown" and checked != old and _in_reports(uow, name):
            raise NotPossible(Reason.CLASSES_FIXED)
        shown = {"was": "", "now": ""} if kind == "word_list" else {"was": old, "now": checked}  # the list holds names of people
        saved = uow.settings.save(name, checked, expected_version, event(services, by, "save_setting", f"setting:{name}", **shown))
        uow.commit()
    return saved


def in_force(stored: Mapping[str, Setting], name: str) -> str:
    """What counts now of `list_settings`: the value filled in, else the default; empty where there is neither."""
    known = stored.get(name)
    return known.value if known is not None and known.value else DEFAULTS.get(name, "")


def setting(uow: UnitOfWork, name: str, default: str = "") -> str:
    """The value of a setting, the default where it was never set or left empty."""
    stored = uow.settings.get(name)
    return stored.value if stored is not None and stored.value else default


def rules_of(uow: UnitOfWork, municipality: str) -> HouseRules:
    """How is counted, judged and protected here."""
    counting = CountingRules(
        age_bounds=_age_bounds(text) if (text := setting(uow, "age_classes")) else CountingRules().age_bounds,
        on_course=_number(text) / 100 if (text := setting(uow, "on_course_share")) else CountingRules().on_course,
    )
    return HouseRules(counting, _disclosure(uow, municipality, counting.on_course))


def _disclosure(uow: UnitOfWork, municipality: str, on_course: Decimal) -> DisclosureRules:
    """The disclosure rules of a municipality, with the classes shown in every year for which they were fixed."""
    shown: dict[tuple[int, Dimension], tuple[str, ...]] = {}
    for stored in uow.settings.all():
        kind, _, rest = stored.name.partition(":")
        if kind == "shown" and rest.startswith(f"{municipality}:") and stored.value:
            _, year, dimension = rest.rsplit(":", 2)
            shown[int(year), Dimension(dimension)] = _listed(stored.value)
    rounding = setting(uow, f"rounding:{municipality}")
    threshold = setting(uow, "disclosure_threshold")
    return DisclosureRules(
        threshold=int(threshold) if threshold else DisclosureRules().threshold,
        rounding=int(rounding) if rounding else None,
        shown=shown,
        on_course=on_course,
    )


def _listed(text: str) -> tuple[str, ...]:
    """Labels with a bar or a new line between them."""
    return tuple(part.strip() for part in re.split(r"[|\n]", text) if part.strip())


def _check(kind: str, value: str) -> str:
    """The value, when the rules can be made of it. Raises InputRejected(BAD_VALUE)."""
    try:
        good = not value or _GOOD.get(kind, _anything)(value)
    except ValueError:
        good = False
    if not good:
        raise InputRejected(Reason.BAD_VALUE, field=kind)
    return value


def _age_bounds(text: str) -> tuple[int, ...]:
    """The lower edges in "0-12, 12-18 ... 75+". Raises ValueError when classes do not join."""
    classes = [part.strip() for part in re.split(r"[,;|\n]", text) if part.strip()]
    edges = [[int(n) for n in re.findall(r"\d+", part)] for part in classes]
    if any(len(e) != (1 if n == len(edges) - 1 else 2) for n, e in enumerate(edges)):
        raise ValueError("each class has two edges, the last one has one")
    if any(upper[0] != lower[1] for lower, upper in pairwise(edges)):
        raise ValueError("a class begins where the former ends")
    return tuple(e[0] for e in edges)


def _number(text: str) -> Decimal:
    """A number with a comma or a point, "%" allowed. Raises ValueError."""
    try:
        return Decimal(text.replace("%", "").replace(",", ".").strip())
    except InvalidOperation:
        raise ValueError("not a number") from None


def _anything(_value: str) -> bool:
    return True


def _is_grade(value: str) -> bool:
    return 1 <= _number(value) <= _MOST


_GOOD: Mapping[str, Callable[[str], bool]] = {
    "age_classes": lambda value: bool(CountingRules(age_bounds=_age_bounds(value))),
    "on_course_share": lambda value: bool(CountingRules(on_course=_number(value) / 100)),
    "grade_low": _is_grade,
    "grade_high": _is_grade,
    "disclosure_threshold": lambda value: int(value) >= _LOWEST_THRESHOLD,
    "rounding": lambda value: value == "5",
}
