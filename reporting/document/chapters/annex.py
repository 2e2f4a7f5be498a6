"""The annexes: where the figures come from, what was left out and why, how we protect, count and choose; the terms."""

from collections.abc import Iterator

from reporting.document.blocks import Block, Cell, Column, Heading, Line, Listing, Paragraph, Table, Text, cell, plain
from reporting.document.markup import TEXT_WIDTH, one_line
from reporting.model.safe import Report
from reporting.texts import report as words
from reporting.texts.findings import CODE_NAMES
from reporting.texts.numbers import capital, day, number


def annex(report: Report) -> Iterator[Block]:
    """The blocks of all annexes."""
    account, table = report.accounting, report.table
    yield Heading(1, words.CHAPTERS["annex"])
    yield Paragraph(plain(words.ANNEX_INTRO))
    yield Heading(2, words.SOURCES)
    if account.sources:
        yield _sources(report)
    else:
        yield Paragraph(plain(words.NO_SOURCES))
    if account.reported_by_code:
        yield Heading(2, words.REJECTED)
        yield _rejected(report)
    yield Heading(2, words.CORRECTIONS)
    names = {indicator.code: one_line(indicator.name) for indicator in table.indicators}
    corrections = [one_line(words.correction(c, names.get(c.key.subject, c.key.subject))) for c in account.corrected]
    yield Listing(tuple(plain(c) for c in corrections)) if corrections else Paragraph(plain(words.NO_CORRECTIONS))
    yield Heading(2, words.PRIVACY)
    yield Listing(tuple(plain(rule) for rule in words.privacy_rules(table.threshold, table.rounded_to)))
    yield Heading(2, words.COUNTING)
    yield Listing(tuple(plain(rule) for rule in words.HOW_WE_COUNT))
    if report.stories:
        yield Heading(2, words.STORY_CHOICE)
        yield Listing(tuple(plain(rule) for rule in words.story_rules(report.stamp.signed_in)))
        chosen = [(s.number, one_line(s.story.chosen_why)) for s in report.stories if one_line(s.story.chosen_why)]
        if chosen:
            yield Paragraph((Text(words.WHY_THIS if len(chosen) == 1 else words.WHY_THESE, "Strong"),), "RegelKop")
            yield Listing(tuple((Text(f"{n}: {why}{'' if why[-1] in '.!?' else '.'}"),) for n, why in chosen))
    yield from terms()


def terms() -> Iterator[Block]:
    """The words a reader may not know, explained."""
    yield Heading(2, words.TERMS)
    for term, meaning in words.TERM_MEANINGS.items():
        yield Paragraph((Text(f"{term}: ", "Strong"), Text(meaning)), "Begrip")


def _sources(report: Report) -> Table:
    widths = (4.3, 1.8, 1.9, 2.1, 2.5, TEXT_WIDTH - 12.6)
    heads = ("Bestand", "Gelezen", "Gebruikt", "Afgekeurd", "Overgeslagen", "Vingerafdruk")
    columns = tuple(Column(h, w, right=0 < n < 5) for n, (h, w) in enumerate(zip(heads, widths, strict=True)))
    rows = tuple(
        (
            Cell((Line(plain(one_line(s.label) or "zonder naam")),)),
            *(cell(number(n)) for n in (s.read, s.used, s.reported, s.skipped)),
            Cell((Line((Text(s.sha256[:16] or "onbekend", "Vingerafdruk"),)),)),
        )
        for s in report.accounting.sources
    )
    newest = max(s.imported_on for s in report.accounting.sources)
    described = "Per bestand hoeveel rijen zijn gelezen, gebruikt, afgekeurd en overgeslagen, en het begin van de vingerafdruk."
    return Table(
        "Gebruikte bestanden en controle op rijen",
        f"Aantal rijen. Laatste bestand ingelezen op {day(newest)}.",
        columns,
        rows,
        described,
        words.FINGERPRINT_NOTE,
    )


def _rejected(report: Report) -> Table:
    counted = sorted(report.accounting.reported_by_code.items(), key=lambda pair: (-pair[1], pair[0]))
    named = {str(code): name for code, name in CODE_NAMES.items()}
    rows = [(cell(capital(named.get(code, one_line(code)))), cell(number(rows))) for code, rows in counted]
    rows.append((cell("Totaal"), cell(number(sum(n for _, n in counted)))))
    columns = (Column("Reden", TEXT_WIDTH - 3.5, right=False), Column("Aantal rijen", 3.5))
    described = "Per reden het aantal rijen dat niet meetelt, met het totaal in de laatste rij."
    return Table("Afgekeurde rijen per reden", "Aantal afgekeurde rijen, alle bestanden samen.", columns, tuple(rows), described, total=True)
