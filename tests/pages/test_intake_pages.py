"""Reading files in: agreements, registrations in four steps, wrong files, the same file again, and the ledger."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest
from streamlit.testing.v1 import AppTest

from reporting.actions.agreements import agreements_of
from reporting.actions.batches import list_batches
from reporting.actions.import_agreements import import_agreements
from reporting.actions.save_indicator import save_indicator
from reporting.bootstrap import SAMPLE_DATA
from reporting.model.agreement import Target, TargetKind
from reporting.model.people import Role
from tests.pages.conftest import SAMPLE_MUNICIPALITY, House, confirm, press, said

AGREEMENTS = (SAMPLE_DATA / "afspraken.csv").read_bytes()
GOOD = b"Datum;Activiteit;Clientnummer;Wijk;Rapportcijfer\n03-07-2026;Eetgroep;0012;Noord;8\n04-07-2026;Eetgroep;0013;Zuid;7,5\n"
WRONG = GOOD + b"32-07-2026;Eetgroep;0014;Zuid;8\n05-07-2026;Eetgroep;0015;Zuid;81\n"


def _upload(app: AppTest, name: str, data: bytes) -> AppTest:
    app.file_uploader[0].set_value((name, data, "text/csv"))
    return app.run()


def _agreed(house: House) -> House:
    import_agreements(house.services, house.person(Role.TEAM_LEAD), AGREEMENTS, "afspraken.csv")
    return house


def _choose(app: AppTest, label: str, value: str) -> AppTest:
    return next(r for r in app.radio if r.label == label).set_value(value).run()


def test_agreements_are_read_and_stored(house: House) -> None:
    lead = house.person(Role.TEAM_LEAD)
    app = press(_upload(house.open("afspraken", lead), "afspraken.csv", AGREEMENTS), "Afspraken opslaan")
    assert not app.exception
    assert "opgeslagen" in said(app)
    assert len(agreements_of(house.services, lead, SAMPLE_MUNICIPALITY, 2026)) == 10


def test_a_wrong_agreements_file_says_why_and_keeps_nothing(house: House) -> None:
    lead = house.person(Role.TEAM_LEAD)
    app = _upload(house.open("afspraken", lead), "afspraken.csv", b"%PDF-1.7 geen tabel")
    assert "geen CSV- of Excelbestand" in said(app)
    assert not [b for b in app.button if b.label == "Afspraken opslaan"]
    assert agreements_of(house.services, lead, SAMPLE_MUNICIPALITY, 2026) == ()


def test_one_agreement_is_changed_and_an_unreadable_target_is_explained(sample: House) -> None:
    lead = sample.person(Role.TEAM_LEAD)
    app = sample.open("afspraken", lead)
    field = next(t for t in app.text_input if t.label == "Jaardoel")
    field.set_value("heel veel")
    app = press(app, "Afspraak opslaan")
    assert "Dit jaardoel kunnen wij niet lezen" in said(app)
    next(t for t in app.text_input if t.label == "Jaardoel").set_value("minimaal 700")
    app = press(app, "Afspraak opslaan")
    assert not app.exception
    assert "minimaal 700" in {i.target.text for i in agreements_of(sample.services, lead, SAMPLE_MUNICIPALITY, 2026)}


def test_a_worker_reads_agreements_and_cannot_change_them(sample: House) -> None:
    app = sample.open("afspraken", sample.person(Role.WORKER))
    assert "Met uw rol kunt u de afspraken lezen" in said(app)
    assert not app.file_uploader


def test_without_agreements_registrations_ask_for_those_first(house: House) -> None:
    app = house.open("registraties", house.person(Role.WORKER))
    assert "Lees eerst de afspraken in" in said(app)
    assert not app.file_uploader


def test_a_good_file_is_stored_and_the_sum_stands_on_the_screen(house: House) -> None:
    worker = _agreed(house).person(Role.WORKER)
    app = _upload(house.open("registraties", worker), "juli.csv", GOOD)
    assert "2 gelezen = 2 goed + 0 fout + 0 overgeslagen" in said(app)
    app = press(app, "Registraties opslaan")
    assert not app.exception
    assert "2 registraties uit juli.csv zijn opgeslagen." in said(app)
    assert [b.rows_accepted for b in list_batches(house.services, worker)] == [2]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("rapport.pdf", b"%PDF-1.7\n%\xe2\xe3", "geen CSV- of Excelbestand"),
        ("leeg.csv", b"", "leeg"),
        ("kop.csv", b"aap;noot;mies\n1;2;3\n", "Er staat geen regel met kolomnamen"),
    ],
)
def test_a_wrong_file_says_why_and_the_other_steps_stay_hidden(house: House, name: str, data: bytes, words: str) -> None:
    worker = _agreed(house).person(Role.WORKER)
    app = _upload(house.open("registraties", worker), name, data)
    assert not app.exception
    assert words in said(app)
    assert [h.value for h in app.header] == ["1. Kies bestand"]
    assert list_batches(house.services, worker) == ()


def test_wrong_rows_are_listed_by_kind_and_not_yet_is_a_choice(house: House) -> None:
    worker = _agreed(house).person(Role.WORKER)
    app = _upload(house.open("registraties", worker), "juli.csv", WRONG)
    assert "4 gelezen = 2 goed + 2 fout + 0 overgeslagen" in said(app)
    assert "32-07-2026" in said(app)
    app = press(_choose(app, "Er zijn rijen met fouten. Wat wilt u doen?", "Nog niet opslaan"), "Registraties opslaan")
    assert "U koos om nog niets op te slaan" in said(app)
    assert list_batches(house.services, worker) == ()


def test_a_name_nobody_knows_is_translated_once_and_remembered(house: House) -> None:
    worker = _agreed(house).person(Role.WORKER)
    strange = GOOD.replace(b"Eetgroep", b"Samen eten")
    app = _upload(house.open("registraties", worker), "juli.csv", strange)
    assert "1 onbekende activiteit (2 rijen)" in [e.label for e in app.expander]
    next(s for s in app.selectbox if s.label.replace("\\", "") == "Wat is Samen eten (2 ×)?").set_value("Eetgroep")
    app = press(app, "Namen overnemen")
    assert "Hersteld: Samen eten werd Eetgroep." in said(app)
    app = press(app, "Registraties opslaan")
    assert not app.exception
    later = strange.replace(b";001", b";002").replace(b"Rapportcijfer", b"Tevredenheid")
    app = _upload(house.open("registraties", worker), "augustus.csv", later)
    assert "Hersteld: Samen eten werd Eetgroep." in said(app)
    assert "Nieuw: Tevredenheid. Niet meer in het bestand: Rapportcijfer." in said(app)
    app = press(app, "Herstel ongedaan maken")
    assert "Hersteld" not in said(app)
    assert "1 onbekende activiteit (2 rijen)" in [e.label for e in app.expander]


def test_one_repair_holds_for_all_rows_of_a_kind(house: House) -> None:
    worker = _agreed(house).person(Role.WORKER)
    app = _upload(house.open("registraties", worker), "juli.csv", WRONG)
    next(c for c in app.checkbox if str(c.key).endswith("bad_grade")).check()
    app = next(b for b in app.button if str(b.key).endswith("|bad_grade")).click().run()
    assert "3 goed" in said(app)
    next(t for t in app.text_input if t.label.startswith("Vervang 32")).set_value("31-07-2026")
    app = next(b for b in app.button if str(b.key).endswith("|bad_date")).click().run()
    assert "4 goed" in said(app)
    assert "+ 0 fout + 0 overgeslagen" in said(app)
    app = press(app, "Registraties opslaan")
    assert [b.rows_accepted for b in list_batches(house.services, worker)] == [4]


def test_a_column_whose_name_only_looks_alike_is_offered_with_its_values_and_said_to_be_so(house: House) -> None:
    worker = _agreed(house).person(Role.WORKER)
    looks = (
        GOOD.replace(b"Datum", b"Datun").replace(b"Wijk", b"Leeftyd").replace(b"Noord", b"34").replace(b"Zuid", b"56").replace(b"Clientnummer", b"Clientnumer")
    )
    app = _upload(house.open("registraties", worker), "juli.csv", looks)
    assert "De naam van kolom Datun lijkt hierop." in said(app)
    assert "Voorbeelden: 03-07-2026 · 04-07-2026" in said(app)
    assert "Er ontbreken kolommen die nodig zijn: Datum." in said(app)
    app = next(s for s in app.selectbox if s.label == "Datum (nodig)").set_value("Datun").run()
    assert "2 gelezen = 2 goed" in said(app)
    assert "De naam van kolom Datun" not in said(app)
    assert "De naam van kolom Leeftyd lijkt hierop." in said(app)


def test_a_guessed_column_is_said_to_be_guessed_and_a_list_of_errors_can_be_had(house: House) -> None:
    worker = _agreed(house).person(Role.WORKER)
    app = _upload(house.open("registraties", worker), "juli.csv", WRONG.replace(b"Clientnummer", b"Clientnumer"))
    assert "Wij kozen deze kolom omdat de naam erop lijkt." in said(app)
    assert {"1 × datum niet te lezen in kolom Datum", "1 × rapportcijfer niet te lezen in kolom Rapportcijfer"} <= {
        e.label.replace("\\", "") for e in app.expander
    }
    assert [b.proto.label for b in app.get("download_button")] == ["Foutenlijst downloaden (CSV)"]


def test_the_same_file_again_is_recognised_and_stops_by_itself(house: House) -> None:
    worker = _agreed(house).person(Role.WORKER)
    press(_upload(house.open("registraties", worker), "juli.csv", GOOD), "Registraties opslaan")
    app = _upload(house.open("registraties", worker), "nog een keer.csv", GOOD)
    assert "al ingelezen als juli.csv" in said(app)
    app = press(app, "Registraties opslaan")
    assert len(list_batches(house.services, worker)) == 1
    app = _upload(house.open("registraties", worker), "nog een keer.csv", GOOD)
    press(_choose(app, "Wat wilt u doen?", "Vervang het eerdere bestand: dit is een verbeterde versie"), "Registraties opslaan")
    assert [b.active for b in list_batches(house.services, worker)] == [True, False]


def test_another_column_can_be_chosen(house: House) -> None:
    worker = _agreed(house).person(Role.WORKER)
    app = _upload(house.open("registraties", worker), "juli.csv", GOOD)
    fields: Mapping[str, object] = {s.label: s.value for s in app.selectbox}
    assert fields["Wijk"] == "Wijk"
    app = next(s for s in app.selectbox if s.label == "Wijk").set_value("wordt niet gebruikt").run()
    press(app, "Registraties opslaan")
    assert "district" not in list_batches(house.services, worker)[0].columns


def test_a_file_is_withdrawn_after_a_question_and_put_back(house: House) -> None:
    worker = _agreed(house).person(Role.WORKER)
    press(_upload(house.open("registraties", worker), "juli.csv", GOOD), "Registraties opslaan")
    app = press(house.open("ingelezen", worker), "Intrekken")
    assert "2 registraties uit juli.csv tellen dan niet meer mee" in said(app)
    confirm(house.open("ingelezen", worker), "Intrekken", "Ja, intrekken")
    assert not list_batches(house.services, worker)[0].active
    app = press(house.open("ingelezen", worker), "Ongedaan maken")
    assert list_batches(house.services, worker)[0].active


def test_two_municipalities_can_be_chosen_for_all_pages(house: House) -> None:
    lead = _agreed(house).person(Role.TEAM_LEAD)
    other = AGREEMENTS.replace(b"Merelveen (GM9999)", b"Lindedorp (GM9998)")
    import_agreements(house.services, lead, other, "lindedorp.csv")
    app = house.open("afspraken", lead)
    picker = next(s for s in app.sidebar.selectbox if s.label == "Gemeente")
    assert len(picker.options) == 2
    app = picker.set_value("GM9999").run()
    assert "Gemeente: Merelveen" in said(app)
    app = app.switch_page("../../pages/registraties.py").run()
    assert "Gemeente: Merelveen" in said(app)


def test_two_people_who_change_an_agreement_see_both_targets(sample: House) -> None:
    lead = sample.person(Role.TEAM_LEAD)
    app = sample.open("afspraken", lead)
    next(t for t in app.text_input if t.label == "Jaardoel").set_value("minimaal 700")
    first = agreements_of(sample.services, lead, SAMPLE_MUNICIPALITY, 2026)[0]
    save_indicator(
        sample.services, sample.person(Role.MANAGER), replace(first, target=Target(TargetKind.AT_LEAST, "minimaal 650", Decimal(650))), first.version
    )
    app = press(app, "Afspraak opslaan")
    assert "‘minimaal 650’" in said(app)
    assert "‘minimaal 700’" in said(app)
    assert agreements_of(sample.services, lead, SAMPLE_MUNICIPALITY, 2026)[0].target.text == "minimaal 650"
