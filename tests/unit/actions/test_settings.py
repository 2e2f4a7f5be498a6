"""Settings: checked, versioned, and what rules follow from them."""

from decimal import Decimal

import pytest

from reporting.actions.enter_published import enter_published
from reporting.actions.settings import list_settings, rules_of, save_setting
from reporting.errors import Conflict, InputRejected, NotPossible, Reason
from reporting.model.agreement import Unit
from reporting.model.figure import Dimension
from reporting.model.people import COMMAND_LINE
from reporting.model.stored import PublishedCell
from tests.unit.actions.conftest import HERE, World


def set_(world: World, name: str, value: str) -> None:
    known = list_settings(world.services, world.worker)
    save_setting(world.services, COMMAND_LINE, name, value, known[name].version if name in known else 0)


def test_without_settings_the_rules_are_those_of_the_house(world: World) -> None:
    with world.services.reading() as uow:
        rules = rules_of(uow, HERE.key)
    assert rules.counting.age_classes == ("0-12", "12-18", "18-27", "27-45", "45-65", "65-75", "75+")
    assert (rules.counting.on_course, rules.disclosure.threshold, rules.disclosure.rounding) == (Decimal("0.95"), 5, None)


def test_every_setting_becomes_a_rule(world: World) -> None:
    set_(world, "age_classes", "0-18, 18-65, 65+")
    set_(world, "on_course_share", "90,5%")
    set_(world, "disclosure_threshold", "10")
    set_(world, f"rounding:{HERE.key}", "5")
    set_(world, f"shown:{HERE.key}:2026:district", "Noord | Zuid")
    set_(world, "shown:GM0001:2026:district", "Oost")
    with world.services.reading() as uow:
        rules, elsewhere = rules_of(uow, HERE.key), rules_of(uow, "GM0001")
    assert rules.counting.age_bounds == (0, 18, 65)
    assert rules.counting.on_course == rules.disclosure.on_course == Decimal("0.905")
    assert (rules.disclosure.threshold, rules.disclosure.rounding) == (10, 5)
    assert rules.disclosure.shown == {(2026, Dimension.DISTRICT): ("Noord", "Zuid")}
    assert (elsewhere.disclosure.rounding, elsewhere.disclosure.shown) == (None, {(2026, Dimension.DISTRICT): ("Oost",)})


def test_the_classes_of_a_year_stay_once_a_report_of_it_is_with_readers(world: World) -> None:
    name = f"shown:{HERE.key}:2026:district"
    set_(world, name, "Noord | Zuid")
    enter_published(world.services, COMMAND_LINE, [PublishedCell(HERE.key, "A1|2026-K1", Unit.CONTACTS, 12, None, "quarterly:2026-K1", 1)])
    with pytest.raises(NotPossible) as refused:
        set_(world, name, "Noord")
    assert refused.value.reason is Reason.CLASSES_FIXED
    set_(world, f"shown:{HERE.key}:2027:district", "Noord")


def test_an_emptied_setting_is_the_default_again(world: World) -> None:
    set_(world, "disclosure_threshold", "10")
    set_(world, "disclosure_threshold", "")
    with world.services.reading() as uow:
        assert rules_of(uow, HERE.key).disclosure.threshold == 5


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("disclosure_threshold", "4"),
        ("disclosure_threshold", "vijf"),
        ("on_course_share", "0"),
        ("on_course_share", "101"),
        ("on_course_share", "veel"),
        ("age_classes", "0-12, 18-27, 27+"),
        ("age_classes", "12-18, 18+"),
        ("age_classes", "jong, oud"),
        ("grade_low", "11"),
        ("grade_high", "acht"),
        (f"rounding:{HERE.key}", "7"),
        ("shown:GM9998:wijk", "Noord"),
        ("unknown", "x"),
    ],
)
def test_what_no_rule_can_be_made_of_is_refused(world: World, name: str, value: str) -> None:
    with pytest.raises(InputRejected):
        save_setting(world.services, COMMAND_LINE, name, value, 0)


def test_old_and_new_are_in_the_audit_trail_but_not_the_names_of_people(world: World) -> None:
    set_(world, "organisation", "Welzijn Lindemeer")
    set_(world, "organisation", "Welzijn Duinrade")
    set_(world, "word_list", "Semhar\nYonas")
    words, second, _ = world.events("save_setting")
    assert (second.details["was"], second.details["now"]) == ("Welzijn Lindemeer", "Welzijn Duinrade")
    assert "Semhar" not in repr(words)


def test_the_second_saver_of_a_setting_gets_both(world: World) -> None:
    mine = save_setting(world.services, world.lead, "recipient", "de wethouder", 0)
    with pytest.raises(Conflict) as conflict:
        save_setting(world.services, world.manager, "recipient", "de raad", 0)
    assert conflict.value.theirs == mine
