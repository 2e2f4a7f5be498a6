"""Why figures are left out, and the proposal of which classes to show: on the screen, by role, confirmed by a person."""

from streamlit.testing.v1 import AppTest

from reporting.actions.settings import list_settings
from reporting.model.people import Role
from reporting.texts.disclosure import EARLIER_FILE, EARLIER_SAVE
from tests.pages.conftest import SAMPLE_MUNICIPALITY, House, press, said


def test_who_may_see_raw_figures_sees_why_figures_are_left_out(sample: House) -> None:
    app = sample.open("cijfers", sample.person(Role.TEAM_LEAD))
    app.session_state["weggelaten"] = True
    app = app.run()
    assert not app.exception
    rows = next(t.value for t in app.table if "Waarom" in t.value.columns)
    assert "te klein" in rows[rows["Cijfer"].str.startswith("VK1")]["Waarom"].iloc[0]
    assert rows["Waarom"].str.contains("uit te rekenen").any()
    assert "samen" in said(app)


def test_a_proposal_of_classes_counts_when_a_person_takes_it_over(sample: House) -> None:
    lead = sample.person(Role.TEAM_LEAD)
    app = sample.open("instellingen", lead)
    app.session_state["voorstel"] = True
    app = press(app.run(), "Voorstel voor leeftijden overnemen")
    assert not app.exception
    assert "is overgenomen" in said(app)
    assert "65-75" in list_settings(sample.services, lead)[f"shown:{SAMPLE_MUNICIPALITY}:2026:age"].value


def _earlier(app: AppTest, data: str) -> AppTest:
    field = next(u for u in app.file_uploader if u.label == EARLIER_FILE)
    return field.upload("eerder.csv", data.encode(), "text/csv").run()


def test_figures_from_before_this_tool_are_looked_at_and_kept(sample: House) -> None:
    officer = sample.person(Role.PRIVACY_OFFICER)
    app = _earlier(sample.open("instellingen", officer), "code;periode;wijk\nSB1;2025-K2;\n")
    assert "ontbreken deze kolommen" in said(app)
    app = _earlier(
        sample.open("instellingen", officer), "code;periode;wijk;leeftijd;cijfer\nSB1;2025-K2;;;312\nSB1;2025-K2;;;veel\nZE1;2025-tm-K2;;;niet getoond\n"
    )
    assert "Er zijn 2 cijfers te lezen. Deze regels niet: 3." in said(app)
    app = press(app, EARLIER_SAVE)
    assert not app.exception
    assert "2 cijfers uit eerdere rapporten zijn bewaard." in said(app)
    with sample.services.reading() as uow:
        assert {(c.cell, c.value) for c in uow.reports.published(SAMPLE_MUNICIPALITY)} == {("SB1|2025-K2", 312), ("ZE1|2025-tm-K2", None)}
