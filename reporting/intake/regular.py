"""Which lines of a text are regular: one record of the usual width, whose quotes, if any, stand around whole fields and close on it."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from reporting.intake.splitter import LONGEST_RECORD
from reporting.intake.table import Lines, Mask, Places

Bytes = npt.NDArray[np.uint8]
PIECE = 1 << 20  # bytes looked at in one go, so that what is counted in them stays near the processor
NEWLINE, QUOTE = 10, 34


def sorted_out(body: memoryview, first_line: int, delimiter: str, width: int) -> tuple[bytes, Lines, list[tuple[int, list[str]]]]:
    """Regular lines as bytes with their numbers, and the runs of other lines with the number of their first."""
    data = np.frombuffer(body, dtype=np.uint8)
    usual = width if delimiter.isascii() else 0  # no byte is such a delimiter by itself: no line is regular
    found = [(at, *_lines(piece, delimiter, usual)) for at, piece in _pieces(data)]
    ends = np.concatenate([np.zeros(0, dtype=np.int64), *(at + ends for at, ends, _ in found)])
    regular = np.concatenate([np.zeros(0, dtype=bool), *(mask for _, _, mask in found)])
    numbers = np.arange(first_line, first_line + len(ends), dtype=np.int32)
    bounds = [0, *(np.flatnonzero(np.diff(regular)) + 1).tolist(), len(ends)]
    good, runs = [], []
    for first, last in pairwise(bounds):
        if first == last:
            continue
        piece = body[ends[first - 1] + 1 if first else 0 : ends[last - 1]]
        if regular[first]:
            good.append(piece)
        else:
            runs.append((first_line + first, bytes(piece).decode("utf-8", "replace").split("\n")))
    return b"\n".join(good), numbers[regular], runs


def quotes_are_plain(body: memoryview, delimiter: str) -> bool:
    """True where every quote stands around a whole field of one line, or doubled inside one."""
    for _, data in _pieces(np.frombuffer(body, dtype=np.uint8)):
        quotes = np.flatnonzero(data == QUOTE)
        if len(quotes) % 2 or len(_odd_quotes(data, quotes, np.arange(len(quotes)), delimiter)):
            return False
    return True


def _pieces(data: Bytes) -> Iterator[tuple[int, Bytes]]:
    """The text in pieces of whole lines, each with its place."""
    start = 0
    while start < len(data):
        stop = start + PIECE
        while stop < len(data) and data[stop - 1] != NEWLINE:
            breaks = np.flatnonzero(data[stop : stop + PIECE] == NEWLINE)
            stop += int(breaks[0]) + 1 if len(breaks) else PIECE
        yield start, data[start:stop]
        start = stop


def _lines(data: Bytes, delimiter: str, width: int) -> tuple[Places, Mask]:
    """Where each line ends, and whether it is regular."""
    is_end = data == NEWLINE
    marks = np.flatnonzero(is_end | (data == ord(delimiter)))
    last = np.flatnonzero(is_end[marks])
    ends = marks[last]
    if data[-1] != NEWLINE:
        ends, last = np.append(ends, len(data)), np.append(last, len(marks))
    marked = np.diff(last, prepend=-1)
    delimiters = marked - 1
    regular = np.diff(ends, prepend=-1) <= LONGEST_RECORD
    quotes = np.flatnonzero(data == QUOTE)
    if len(quotes):
        per_line = _per_line(quotes, ends)
        earlier = np.cumsum(per_line) - per_line
        odd = _odd_quotes(data, quotes, np.arange(len(quotes)) - np.repeat(earlier, per_line), delimiter)
        regular &= (per_line % 2 == 0) & (_per_line(odd, ends) == 0)
        quoted = per_line > 0
        places = marks[np.repeat(quoted, marked)[: len(marks)]]
        line = np.repeat(np.flatnonzero(quoted), marked[quoted])[: len(places)]
        inside = (np.searchsorted(quotes, places) - earlier[line]) % 2 == 1
        delimiters -= np.bincount(line[inside], minlength=len(ends))
    return ends, regular & (delimiters == width - 1) & (width > 1)


def _odd_quotes(data: Bytes, quotes: Places, ordinal: Places, delimiter: str) -> Places:
    """Which quotes do not stand around a whole field or doubled inside one; Arrow would read these differently from us.

    `ordinal`: how many quotes stand before each one on its line; even ones open.
    """
    before = np.where(quotes > 0, data[quotes - 1], NEWLINE)
    after = np.where(quotes + 1 < len(data), data[np.minimum(quotes + 1, len(data) - 1)], NEWLINE)
    beside = np.where(ordinal % 2 == 0, before, after)
    odd: Places = quotes[(beside != ord(delimiter)) & (beside != NEWLINE) & (beside != QUOTE)]
    return odd


def _per_line(places: Places, ends: Places) -> Places:
    return np.diff(np.searchsorted(places, ends), prepend=0)
