"""Agreements from a file: what it replaces, and that one municipality stays one."""

import pytest

from reporting.actions.agreements import agreements_of, list_municipalities
from reporting.actions.import_agreements import import_agreements
from reporting.errors import InputRejected, Reason
from reporting.model.municipality import Municipality
from tests.unit.actions.conftest import HERE, World

HEAD = "gemeente;jaar;thema;code;afspraak;beoogd resultaat;indicator;definitie;eenheid;activiteiten;nulmeting;jaardoel;pad;bron"


def file(*rows: tuple[str, int, str]) -> bytes:
    lines = [f"{place};{year};Samen;{code};;;Bezoek {code};;unieke cliënten;koffie*;;100;;lijsten" for place, year, code in rows]
    return "\n".join([HEAD, *lines]).encode()


def codes(world: World, municipality: str, year: int) -> list[str]:
    return [i.code for i in agreements_of(world.services, world.lead, municipality, year)]


def test_a_preview_stores_nothing(world: World) -> None:
    read = import_agreements(world.services, world.lead, file(("Duinrade", 2026, "D1")), "a.csv", preview=True)
    assert len(read.indicators) == 1
    assert list_municipalities(world.services, world.lead) == (HERE,)


def test_a_file_replaces_the_years_it_holds_and_no_others(world: World) -> None:
    import_agreements(world.services, world.lead, file(("Lindemeer (GM9998)", 2026, "N1"), ("Lindemeer (GM9998)", 2027, "N2")), "a.csv")
    import_agreements(world.services, world.lead, file(("Lindemeer (GM9998)", 2027, "N3"), ("Duinrade", 2027, "D1")), "b.csv")
    assert (codes(world, HERE.key, 2026), codes(world, HERE.key, 2027), codes(world, "duinrade", 2027)) == (["N1"], ["N3"], ["D1"])
    assert [e.subject for e in world.events("import_agreements")].count("agreements:GM9998:2027") == 2


@pytest.mark.parametrize("written", ["Lindemeer", "gemeente Lindemeer", "LINDEMEER", "Lindemeer (GM9998)"])
def test_a_municipality_without_its_code_is_the_one_that_is_known(world: World, written: str) -> None:
    import_agreements(world.services, world.lead, file((written, 2027, "N1")), "a.csv")
    assert [m.key for m in list_municipalities(world.services, world.lead)] == [HERE.key]


def test_within_a_file_the_code_is_taken_from_where_it_stands(world: World) -> None:
    import_agreements(world.services, world.lead, file(("Duinrade", 2026, "D1"), ("Duinrade GM9997", 2026, "D2")), "a.csv")
    assert codes(world, "GM9997", 2026) == ["D1", "D2"]


def test_two_municipalities_of_one_name_stay_two(world: World) -> None:
    import_agreements(world.services, world.lead, file(("Bergen (GM0373)", 2026, "B1"), ("Bergen (GM0893)", 2026, "B2")), "a.csv")
    assert {Municipality("GM0373", "Bergen"), Municipality("GM0893", "Bergen")} <= set(list_municipalities(world.services, world.lead))


@pytest.mark.parametrize(("data", "reason"), [(b"%PDF-1.7", Reason.WRONG_TYPE), (HEAD.encode() + b"\nLindemeer;2026;T;;;;x;;y;;;;;\n", Reason.BAD_AGREEMENTS)])
def test_a_file_without_one_good_row_is_refused_with_its_reason(world: World, data: bytes, reason: Reason) -> None:
    with pytest.raises(InputRejected, match=reason.value):
        import_agreements(world.services, world.lead, data, "a.csv")
