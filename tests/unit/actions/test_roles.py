"""Every action refuses every role that may not, before it looks at anything else; and only those."""

import importlib
import inspect
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from reporting import actions
from reporting.actions.stories import new_story
from reporting.actions.types import ReportRequest
from reporting.errors import NotAllowed, Reason, ReportingError
from reporting.intake import read_upload
from reporting.model.consent import Consent, GivenBy, Purpose
from reporting.model.edits import StoredMessage
from reporting.model.people import Actor, Role
from reporting.model.period import Period
from reporting.model.safe import Conversation, Edition, Explanation, Kept
from reporting.model.stored import StoredConversation, StoredExplanation
from reporting.model.talk import StoredTalk, Talk
from tests.storage.test_repositories import CELL
from tests.unit.actions.conftest import HERE, QUARTER, World, indicator

ALL = frozenset({Role.WORKER, Role.TEAM_LEAD, Role.MANAGER, Role.PRIVACY_OFFICER})
WORK = frozenset({Role.WORKER, Role.TEAM_LEAD})
LEAD, MANAGER, OFFICER = frozenset({Role.TEAM_LEAD}), frozenset({Role.MANAGER}), frozenset({Role.PRIVACY_OFFICER})
KEY = HERE.key
CONSENT = Consent("s", GivenBy.CLIENT, "", date(2026, 9, 1), frozenset({Purpose.ALDERMAN}), Kept.SUBSTITUTE, "", True, "mondeling")
EXPLANATION = StoredExplanation(KEY, str(QUARTER), "Samen", Explanation(see="x"), 0)
CSV = b"Datum;Activiteit;Clientnummer\n01-07-2026;koffie;17\n"

# module, action, who may, arguments after services and actor
TABLE: list[tuple[str, str, frozenset[Role], Callable[[Actor], tuple[object, ...]]]] = [
    ("people", "add_person", MANAGER, lambda a: ("Iemand", Role.WORKER)),
    ("people", "update_person", MANAGER, lambda a: (replace(a, id="nobody"),)),
    ("people", "remove_person", MANAGER, lambda a: ("nobody",)),
    ("agreements", "list_municipalities", ALL, lambda a: ()),
    ("agreements", "years_of", ALL, lambda a: (KEY,)),
    ("agreements", "agreements_of", ALL, lambda a: (KEY, 2026)),
    ("import_agreements", "import_agreements", LEAD | MANAGER, lambda a: (b"", "leeg.csv")),
    ("save_indicator", "save_indicator", LEAD | MANAGER, lambda a: (indicator("N", "n"), 0)),
    ("save_indicator", "remove_indicator", LEAD | MANAGER, lambda a: (KEY, 2026, "SB1")),
    ("preview_import", "preview_import", WORK, lambda a: (CSV, "a.csv")),
    ("import_batch", "import_batch", WORK, lambda a: (read_upload(CSV, "a.csv"), KEY)),
    ("batches", "list_batches", ALL, lambda a: ()),
    ("batches", "open_rows", WORK, lambda a: ("b",)),
    ("withdraw_batch", "withdraw_batch", WORK, lambda a: ("b",)),
    ("withdraw_batch", "restore_batch", WORK, lambda a: ("b",)),
    ("erase_client", "erase_client", OFFICER, lambda a: ("17",)),
    ("drafts", "save_draft", ALL, lambda a: ("story:s", {})),
    ("drafts", "load_draft", ALL, lambda a: ("story:s",)),
    ("drafts", "drop_draft", ALL, lambda a: ("story:s",)),
    ("stories", "list_stories", WORK | OFFICER, lambda a: ()),
    ("stories", "get_story", WORK | OFFICER, lambda a: ("s",)),
    ("stories", "consents_of", WORK | OFFICER, lambda a: ("s",)),
    ("stories", "story_gaps", ALL, lambda a: (KEY, QUARTER)),
    ("save_story", "save_story", WORK, lambda a: (new_story(a, KEY, QUARTER), 0)),
    ("propose_story", "propose_story", WORK, lambda a: ("s",)),
    ("propose_story", "preview_story", WORK, lambda a: ("s",)),
    ("propose_story", "preview_marked", WORK, lambda a: ("s",)),
    ("submit_story", "submit_story", WORK, lambda a: ("s", 1)),
    ("register_check", "register_check_of", WORK, lambda a: ("s",)),
    ("review_story", "approve_story", WORK, lambda a: ("s", 1)),
    ("review_story", "send_back_story", WORK, lambda a: ("s", 1, "Wie is dit?")),
    ("review_story", "undo_approval", WORK, lambda a: ("s", 1)),
    ("choose_story", "choose_story", WORK, lambda a: ("s", True)),
    ("confirm_namesake", "confirm_namesake", WORK, lambda a: ("s", "Semhar", "De wethouder heet zo.")),
    ("withdraw_story", "withdraw_story", WORK | OFFICER, lambda a: ("s", 1)),
    ("withdraw_story", "restore_story", WORK, lambda a: ("s", 1)),
    ("erase_story", "erase_story", OFFICER, lambda a: ("s",)),
    ("reveal_original", "reveal_original", WORK, lambda a: ("s",)),
    ("record_consent", "record_consent", WORK, lambda a: (CONSENT,)),
    ("record_consent", "withdraw_consent", WORK | OFFICER, lambda a: ("s",)),
    ("consent_sheet", "consent_sheet", WORK, lambda a: ("s",)),
    ("explanations", "explanations_of", ALL, lambda a: (KEY, QUARTER)),
    ("explanations", "save_explanation", WORK, lambda a: (EXPLANATION, 0)),
    ("explanations", "new_rows_since", ALL, lambda a: (EXPLANATION,)),
    ("explanations", "conversation_of", ALL, lambda a: (KEY, QUARTER)),
    ("explanations", "save_conversation", WORK, lambda a: (StoredConversation(KEY, str(QUARTER), Conversation(), 0), 0)),
    ("explanations", "messages_of", ALL, lambda a: (KEY, QUARTER)),
    ("explanations", "drop_message", WORK, lambda a: (StoredMessage(KEY, str(QUARTER), Edition.QUARTERLY, "summary", "x", 0),)),
    ("hidden_figures", "hidden_figures", LEAD | OFFICER, lambda a: (KEY, QUARTER)),
    ("hidden_figures", "propose_classes", LEAD | MANAGER, lambda a: (KEY, 2026)),
    ("figures", "protected_figures", ALL, lambda a: (KEY, QUARTER)),
    ("figures", "raw_figures", LEAD | OFFICER, lambda a: (KEY, QUARTER)),
    ("figures", "prove_figure", LEAD | OFFICER, lambda a: (KEY, QUARTER, "SB1", Period(QUARTER))),  # nothing is shown: only who sees raw
    ("figures", "figures_stamp", ALL, lambda a: (KEY,)),
    ("verify_report", "verify_report", LEAD | OFFICER, lambda a: (b"",)),
    ("reader_view", "reader_view", ALL, lambda a: (KEY,)),
    ("report_checklist", "report_checklist", WORK, lambda a: (KEY, QUARTER)),
    ("make_report", "make_report", WORK, lambda a: (ReportRequest(KEY, QUARTER),)),
    ("renew_report", "renew_report", WORK, lambda a: ("r",)),
    ("renew_report", "reports_to_renew", WORK, lambda a: (KEY,)),
    ("finalise_report", "finalise_report", LEAD, lambda a: ("r",)),
    ("note_sent", "note_sent", LEAD, lambda a: ("r", date(2026, 10, 6))),
    ("read_back", "read_back", WORK, lambda a: (b"",)),
    ("read_back", "take_back", WORK, lambda a: (b"", {})),
    ("changes", "changes_since", WORK, lambda a: ("r",)),
    ("report_pdf", "has_pdf", ALL, lambda a: ("r",)),
    ("report_pdf", "report_pdf", WORK | OFFICER, lambda a: ("r",)),
    ("talks", "talks_of", WORK, lambda a: (KEY, QUARTER)),
    ("talks", "save_talk", WORK, lambda a: (StoredTalk("t", KEY, str(QUARTER), Talk(date(2026, 10, 1), "de raad"), 0), 0)),
    ("story_fate", "story_fates", WORK, lambda a: (KEY,)),
    ("story_fate", "story_sheet", WORK, lambda a: ("s",)),
    ("reports", "list_reports", ALL, lambda a: ()),
    ("reports", "download_report", WORK | OFFICER, lambda a: ("r",)),
    ("reports", "published_of", ALL, lambda a: (KEY,)),
    ("enter_published", "read_published", OFFICER, lambda a: (KEY, b"")),
    ("enter_published", "enter_published", OFFICER, lambda a: ([replace(CELL, municipality=KEY)],)),
    ("overview", "overview", ALL, lambda a: (KEY, QUARTER)),
    ("settings", "list_settings", ALL, lambda a: ()),
    ("settings", "save_setting", LEAD | MANAGER, lambda a: ("organisation", "Welzijn", 0)),
    ("house_style", "house_style_of", ALL, lambda a: ()),
    ("house_style", "save_house_style", LEAD | MANAGER, lambda a: (b"", "leeg.docx")),
    ("house_style", "remove_house_style", LEAD | MANAGER, lambda a: ()),
    ("audit_trail", "audit_trail", OFFICER, lambda a: ()),
    ("renew_key", "renew_key", MANAGER, lambda a: ()),
    ("backup", "make_backup", MANAGER, lambda a: ()),
    ("backup", "restore_backup", MANAGER, lambda a: (b"no backup",)),
]


@pytest.mark.parametrize("role", sorted(ALL))
@pytest.mark.parametrize(("module", "name", "allowed", "arguments"), TABLE, ids=[row[1] for row in TABLE])
def test_an_action_is_for_the_roles_of_the_table(
    world: World, module: str, name: str, allowed: frozenset[Role], arguments: Callable[[Actor], tuple[object, ...]], role: Role
) -> None:
    action = getattr(importlib.import_module(f"reporting.actions.{module}"), name)
    actor = world.of(role)
    try:
        action(world.services, actor, *arguments(actor))
        refused = False
    except NotAllowed as error:
        assert error.reason is Reason.NOT_ALLOWED
        refused = True
    except ReportingError:
        refused = False  # allowed, but not with these empty hands
    assert refused is (role not in allowed)


def test_the_table_holds_every_action_that_takes_an_actor() -> None:
    found = set()
    for file in Path(actions.__path__[0]).glob("*.py"):
        module = importlib.import_module(f"reporting.actions.{file.stem}")
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if function.__module__ == module.__name__ and list(inspect.signature(function).parameters)[:2] == ["services", "actor"]:
                found.add((file.stem, name))
    assert found - {("common", "event")} == {(module, name) for module, name, _, _ in TABLE}


@pytest.mark.parametrize(("name", "allowed"), [("disclosure_threshold", OFFICER), ("rounding:GM9998", OFFICER), ("word_list", LEAD | MANAGER)])
@pytest.mark.parametrize("role", sorted(ALL))
def test_a_setting_is_for_who_answers_for_it(world: World, name: str, allowed: frozenset[Role], role: Role) -> None:
    from reporting.actions.settings import save_setting

    if role in allowed:
        assert save_setting(world.services, world.of(role), name, "5", 0).value == "5"
    else:
        with pytest.raises(NotAllowed):
            save_setting(world.services, world.of(role), name, "5", 0)
