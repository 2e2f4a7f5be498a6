"""Why figures are left out, and the proposal of which classes to show: on the screen, by role, confirmed by a person."""

from reporting.actions.settings import list_settings
from reporting.model.people import Role
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
