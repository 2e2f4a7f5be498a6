"""A sheet of a page or two beside the reports: blocks in the house style, with the properties every document needs."""

import io
from collections.abc import Sequence
from datetime import date, datetime, time

import docx

from reporting.document.blocks import Block
from reporting.document.house_style import house_style
from reporting.document.markup import one_line
from reporting.document.package import packed_document
from reporting.document.pictures import Pictures
from reporting.document.word import fill
from reporting.document.writer import Writer


def render_sheet(blocks: Sequence[Block], title: str, organisation: str, made_on: date, seed: str, template: bytes | None) -> bytes:
    """The blocks as a .docx; the same input gives the same bytes. `seed` makes its bookmarks its own. Raises InputRejected as `render_word` does."""
    house = house_style(template)
    document = docx.Document(io.BytesIO(house.data))
    writer = Writer(Pictures(document), house.palette, seed, house.first_list)
    fill(document, "".join(writer.write(block, ()) for block in blocks), writer, house)
    properties = document.core_properties
    properties.title = title
    properties.author = properties.last_modified_by = one_line(organisation)
    properties.language = "nl-NL"
    properties.created = properties.modified = datetime.combine(made_on, time(12))
    return packed_document(document)
