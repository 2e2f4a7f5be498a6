"""Bytes of an upload → a checked registration frame and findings; agreement files → indicators.

read                    the whole way: sniff, split, map, normalise, validate
kinds                   what a file is, by content; workbooks that are bombs
decode                  bytes to UTF-8
splitter, lines         text: one record at a time with care, many at once
regular                 which lines of a text may go many at once
dialect                 any delimited text: bytes in, rows out
workbook, html_table    sheets as rows of text
sparse                  workbooks with a stray cell far away
words, header           synonyms; which row is the header and what its cells name
dates, values, columns  single values; columns by their distinct values
skip, check             rows that are no records; errors, warnings, accounting
image, export           what is stored; what others get to see
guard                   the same in a process of its own, with limits
targets, agreements     what was agreed: targets as municipalities write them, agreements files
earlier                 figures of reports from before this tool
"""

from reporting.intake.agreements import AgreementsIntake, read_agreements
from reporting.intake.dialect import split
from reporting.intake.earlier import EarlierFigures, read_earlier
from reporting.intake.export import error_list_csv, inspect_object, neutral
from reporting.intake.guard import keep_ready, read_guarded
from reporting.intake.header import nearest
from reporting.intake.image import from_image, pseudonym, pseudonymise, to_image
from reporting.intake.read import read_upload
from reporting.intake.result import Intake, Outcome
from reporting.intake.targets import TARGET_FORMS, parse_path, parse_target

__all__ = [
    "TARGET_FORMS",
    "AgreementsIntake",
    "EarlierFigures",
    "Intake",
    "Outcome",
    "error_list_csv",
    "from_image",
    "inspect_object",
    "keep_ready",
    "nearest",
    "neutral",
    "parse_path",
    "parse_target",
    "pseudonym",
    "pseudonymise",
    "read_agreements",
    "read_earlier",
    "read_guarded",
    "read_upload",
    "split",
    "to_image",
]
