"""What screens say is complete: every state, kind and reason has its words; typed numbers and hostile text are read right."""

from decimal import Decimal

import pytest

from reporting.actions.types import Check, Light, ProblemKind, State, Task
from reporting.model.consent import GivenBy, Purpose
from reporting.model.people import Role
from reporting.model.proof import LeftOut
from reporting.model.registration import Column, Grain
from reporting.model.safe import Kept, ReportStatus
from reporting.model.story import Band, SpanType, StoryStatus, StorytellerRole
from reporting.texts import screens, screens_intake, screens_overview, screens_proof, screens_report, screens_stories
from reporting.ui.language import dutch
from reporting.ui.numbers import read_decimal
from reporting.ui.plain import plain
from reporting.ui.table import PAGES


def test_every_member_has_its_words() -> None:
    assert set(screens_overview.STATES) == set(State)
    assert set(screens_overview.PAGES) == set(Task)
    assert set(screens_overview.PAGES.values()) <= set(PAGES)
    assert set(screens_overview.PROBLEM_PAGES) == set(ProblemKind)
    assert set(screens_report.CHECK_PAGES) == set(Check)
    assert set(screens_report.LIGHTS) == set(Light)
    assert set(screens_report.STATUSES) == set(ReportStatus)
    assert set(screens_proof.LEFT_OUT) == set(LeftOut)
    assert set(screens_stories.STATUSES) == set(StoryStatus)
    assert set(screens_stories.ROLES) == set(StorytellerRole)
    assert set(screens_stories.TYPES) == set(SpanType)
    assert set(screens_stories.BANDS) == set(Band)
    assert set(screens_stories.KEPT) == set(Kept)
    assert set(screens_stories.GIVEN_BY) == set(GivenBy)
    assert set(screens_stories.PURPOSES) == set(Purpose)
    assert set(screens_intake.COLUMNS) == set(Column)
    assert set(screens_intake.GRAINS) == set(Grain)


@pytest.mark.parametrize("kind", ProblemKind)
@pytest.mark.parametrize("count", [1, 3])
def test_every_problem_is_a_sentence(kind: ProblemKind, count: int) -> None:
    assert screens_overview.problem_text(kind, count, ("Meedoen",)).endswith(".")


@pytest.mark.parametrize("check", Check)
def test_every_check_is_said_in_words(check: Check) -> None:
    assert screens_report.check_text(check, 1, 3, ("A1|2026-K3|district:Noord",))


def test_a_hidden_cell_is_named_in_words() -> None:
    assert screens_report.cell_name("A1|2026-tm-K3|district:Noord") == "A1, januari t/m september 2026, wijk Noord"


def test_a_role_says_what_it_may_not() -> None:
    assert all(role.value in screens.not_for_role(role) for role in Role)


@pytest.mark.parametrize(
    ("typed", "read"),
    [("2,5", "2.5"), ("2.5", "2.5"), ("1.234,5", "1234.5"), ("1.234", "1234"), (" 12 ", "12"), ("-3,25", "-3.25"), ("2,5,1", None), ("acht", None), ("", None)],
)
def test_a_decimal_is_read_as_people_type_it(typed: str, read: str | None) -> None:
    assert read_decimal(typed) == (None if read is None else Decimal(read))


def test_markdown_in_text_of_people_is_made_harmless() -> None:
    assert plain("![x](http://a.b/c.png) *b*\n$y$ :red[z]") == r"\!\[x\]\(http\:\/\/a\.b\/c\.png\) \*b\* \$y\$ \:red\[z\]"


def test_the_shell_speaks_dutch() -> None:
    html = b'<html lang="en"><title>Streamlit</title><noscript>You need\nJavaScript</noscript></html>'
    assert dutch(html) == (
        b'<html lang="nl"><title>Kwartaalrapport</title><noscript><p>Zet JavaScript aan in uw browser. '
        b"Zonder JavaScript werkt dit programma niet.</p></noscript></html>"
    )
