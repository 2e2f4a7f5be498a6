"""A manager makes a new master key from the settings page; everything stays readable."""

from reporting.actions.stories import list_stories
from reporting.model.people import COMMAND_LINE, Role
from tests.pages.conftest import House, press, said


def test_a_manager_renews_the_key_and_stories_stay_readable(sample: House) -> None:
    before = [s.text.title for s in list_stories(sample.services, COMMAND_LINE)]
    app = press(sample.open("instellingen", sample.person(Role.MANAGER)), "Nieuwe sleutel maken")
    assert not app.exception
    assert "Er is een nieuwe sleutel." in said(app)
    assert [s.text.title for s in list_stories(sample.services, COMMAND_LINE)] == before


def test_nobody_else_is_offered_a_new_key(sample: House) -> None:
    for role in (Role.TEAM_LEAD, Role.PRIVACY_OFFICER):
        app = sample.open("instellingen", sample.person(role))
        assert "Nieuwe sleutel maken" not in [b.label for b in app.button]
