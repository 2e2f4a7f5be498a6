"""The organisation's house style on the settings page."""

from streamlit.testing.v1 import AppTest

from reporting.actions.house_style import house_style_of
from reporting.model.people import Role
from tests.pages.conftest import House, confirm, press, said
from tests.unit.actions.test_house_style import PURPLE, template

FIELD = "Word-bestand met uw huisstijl"


def _choose(app: AppTest, data: bytes, name: str = "huisstijl.docx") -> AppTest:
    field = next(u for u in app.file_uploader if u.label == FIELD)
    return field.upload(name, data, "application/octet-stream").run()


def test_it_is_tried_saved_and_taken_away(sample: House) -> None:
    lead = sample.person(Role.TEAM_LEAD)
    app = sample.open("instellingen", lead)
    assert "Er is nog geen eigen huisstijl." in said(app)
    app = _choose(app, template())
    assert f"de kleur {PURPLE}" in said(app)
    assert "Dit nemen wij niet over: de tekst van het bestand." in said(app)
    assert house_style_of(sample.services, lead) is None
    app = press(app, "Huisstijl opslaan")
    assert "Elk rapport dat u nu maakt, krijgt deze huisstijl." in said(app)
    assert "In gebruik: huisstijl.docx" in said(app)
    app = confirm(app, "Huisstijl weghalen", "Ja, weghalen")
    assert house_style_of(sample.services, lead) is None
    assert not app.exception


def test_a_bad_file_is_refused_in_a_sentence_and_nothing_is_kept(house: House) -> None:
    lead = house.person(Role.TEAM_LEAD)
    app = _choose(house.open("instellingen", lead), b"geen Word", "huisstijl.docx")
    assert "Dit is geen Word-bestand." in said(app)
    assert "Er is niets opgeslagen." in said(app)
    assert "Huisstijl opslaan" not in {b.label for b in app.button}


def test_a_worker_does_not_see_it(sample: House) -> None:
    app = sample.open("instellingen", sample.person(Role.WORKER))
    assert FIELD not in {u.label for u in app.file_uploader}
    assert "Met uw rol is hier niets in te stellen." in said(app)
