"""Everything a person does, one file each: one permission check, one transaction, one audit event.

Call as `from reporting.actions.make_report import make_report`. Each takes `services: Services, actor: Actor` first, unless shown
otherwise; municipality is always the key (`Municipality.key`), quarter a `Quarter`. All raise NotAllowed when the role may not, and
Conflict (with `theirs`) where an `expected_version` is behind. Result and request types are in `actions.types`.

people            list_people(services) -> tuple[Actor, ...]
                  add_person(services, actor | None, name, role) -> Actor     no actor: the first profile, or the first manager
                  update_person(services, actor, person: Actor) -> Actor · remove_person(services, actor, person_id) -> None
agreements        list_municipalities(s, a) -> tuple[Municipality, ...] · years_of(s, a, municipality) -> tuple[int, ...]
                  agreements_of(s, a, municipality, year) -> tuple[Indicator, ...]
import_agreements import_agreements(s, a, data: bytes, name, *, preview=False) -> AgreementsIntake
save_indicator    save_indicator(s, a, indicator, expected_version) -> Indicator · remove_indicator(s, a, municipality, year, code)
preview_import    preview_import(s, a, data: bytes, name, mapping=None, *, keep_with_empty=frozenset(), replace=None) -> ImportPreview
import_batch      import_batch(s, a, intake: Intake, municipality="", *, supersedes: str | None = None) -> ImportBatch
batches           list_batches(s, a) -> tuple[ImportBatch, ...] newest first · open_rows(s, a, batch_id) -> tuple[OpenRow, ...]
withdraw_batch    withdraw_batch(s, a, batch_id) · restore_batch(s, a, batch_id)
erase_client      erase_client(s, a, client_number) -> ErasureProof
drafts            save_draft(s, a, form, fields) -> Draft · load_draft(s, a, form) -> Draft | None · drop_draft(s, a, form)
stories           list_stories(s, a, municipality=None, quarter=None) -> tuple[Story, ...]
                  get_story(s, a, story_id) -> Story · new_story(a, municipality, quarter) -> Story (not stored yet, version 0)
                  consents_of(s, a, story_id) -> tuple[Consent, ...] oldest first · story_gaps(s, a, municipality, quarter) -> StoryGaps
save_story        save_story(s, a, story, expected_version) -> Story
propose_story     propose_story(s, a, story_id) -> Proposal · preview_story(s, a, story_id) -> SafeTexts
                  preview_marked(s, a, story_id) -> per printed field, stretches and whether each was replaced
submit_story      submit_story(s, a, story_id, expected_version) -> Story
register_check    register_check_of(s, a, story_id) -> RegisterCheck: held (too few clients like the teller), the trait to generalise
                  submitting, approving and making a report raise NotReleasable FEW_OF_AGE, FEW_IN_DISTRICT, FEW_ALIKE or FEW_IN_ALL
review_story      approve_story(s, a, story_id, expected_version) -> Story · send_back_story(s, a, story_id, expected_version, note) -> Story
                  undo_approval(s, a, story_id, expected_version) -> Story
choose_story      choose_story(s, a, story_id, chosen: bool) -> Story         the tick "In het rapport"; a new story is chosen
confirm_namesake  confirm_namesake(s, a, story_id, name, reason) -> Story   after NAME_LEFT (details: story = its title, story_id)
withdraw_story    withdraw_story(s, a, story_id, expected_version) -> tuple[StoredReport, ...] that hold it · restore_story(...) -> Story
erase_story       erase_story(s, a, story_id) -> tuple[StoredReport, ...] that hold it
reveal_original   reveal_original(s, a, story_id) -> StoryText                logged
record_consent    record_consent(s, a, consent) -> Consent as stored · withdraw_consent(s, a, story_id) -> tuple[StoredReport, ...] that hold it
consent_sheet     consent_sheet(s, a, story_id) -> tuple[str, bytes]          the Word sheet a storyteller signs
explanations      explanations_of(s, a, municipality, quarter) -> tuple[StoredExplanation, ...]
                  save_explanation(s, a, explanation: StoredExplanation, expected_version) -> StoredExplanation
                  conversation_of(s, a, municipality, quarter) -> StoredConversation (version 0 when nothing is stored)
                  save_conversation(s, a, conversation: StoredConversation, expected_version) -> StoredConversation
                  messages_of(s, a, municipality, quarter) -> tuple[StoredMessage, ...] · drop_message(s, a, message: StoredMessage) -> None
                  new_rows_since(s, a, explanation: StoredExplanation) -> int   "sinds u dit schreef"
talks             talks_of(s, a, municipality, quarter) -> tuple[StoredTalk, ...] · new_talk(s, municipality, quarter) -> StoredTalk (not stored yet)
                  save_talk(s, a, talk, expected_version, *, checked=False) -> StoredTalk   what was said about a report; opens the next one
story_fate        story_fates(s, a, municipality) -> tuple[StoryFate, ...] · story_sheet(s, a, story_id) -> tuple[str, bytes]   for its teller
figures           protected_figures(s, a, municipality, quarter) -> SafeTable
                  raw_figures(s, a, municipality, quarter) -> CountTable         SEE_RAW
                  prove_figure(s, a, municipality, quarter, code, period) -> FigureProof   SEE_RAW: it holds the raw value
                  figures_stamp(s, a, municipality) -> str                       changes when figures may: a cache key for screens
hidden_figures    hidden_figures(s, a, municipality, quarter) -> HiddenFigures   why cells are hidden, what merging saves (SEE_RAW)
                  propose_classes(s, a, municipality, year) -> Mapping[Dimension, labels]   by last year's counts, for the setting "shown:…"
report_checklist  report_checklist(s, a, municipality, quarter) -> tuple[CheckItem, ...]
make_report       make_report(s, a, request: ReportRequest, progress=None) -> StoredReport       a concept
finalise_report   finalise_report(s, a, report_id, progress=None) -> StoredReport
renew_report      reports_to_renew(s, a, municipality) -> tuple[ToRenew, ...] that readers have with a withdrawn story
                  renew_report(s, a, report_id, progress=None) -> StoredReport   a concept without it
note_sent         note_sent(s, a, report_id, day: date) -> None
read_back         read_back(s, a, document: bytes) -> ReadBack   what an editor changed in a report that was made here; stores nothing
                  take_back(s, a, document, chosen: place -> version seen, checked=()) -> the places stored
changes           changes_since(s, a, report_id, until=None) -> Changes   texts, figures and stories, up to another report or up to now
reports           list_reports(s, a, municipality=None) -> tuple[StoredReport, ...] newest first
                  download_report(s, a, report_id) -> tuple[str, bytes] · published_of(s, a, municipality) -> tuple[PublishedCell, ...]
report_pdf        report_pdf(s, a, report_id) -> tuple[str, bytes]   made once where LibreOffice is · has_pdf(s, a, report_id) -> bool
reader_view       reader_view(s, a, municipality) -> dict   all that readers of the reports have, as plain objects
verify_report     verify_report(s, a, document: bytes) -> Verification        every printed figure counted again (SEE_RAW)
reader_view       reader_view(s, a, municipality) -> dict                       what readers of all reports have together
enter_published   read_published(s, a, municipality, data: bytes) -> EarlierFigures   what a file says; stores nothing
                  enter_published(s, a, cells: Sequence[PublishedCell]) -> None   figures from before this tool
verify_report     verify_report(s, a, document: bytes) -> Verification   every printed figure recounted
overview          overview(s, a, municipality, quarter) -> Overview
settings          list_settings(s, a) -> Mapping[str, Setting] · save_setting(s, a, name, value, expected_version) -> Setting
                  rules_of(uow, municipality) -> HouseRules                      for actions
house_style       house_style_of(s, a) -> HouseStyleInfo | None · remove_house_style(s, a) -> None
                  save_house_style(s, a, data: bytes, name, *, preview=False) -> HouseStyleInfo   tried on a report first
audit_trail       audit_trail(s, a, limit=500) -> tuple[AuditEvent, ...]
load_sample       load_sample(s, folder: Path) -> None                           as the people of the sample themselves
renew_key         renew_key(s, a) -> int   data keys wrapped by a new master key
backup            make_backup(s, a) -> tuple[str, bytes] · restore_backup(s, a, data: bytes) -> None
"""
