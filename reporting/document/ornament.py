"""The cover's ornament: tiles of quarter circles, arches and dots in the house colours, the same for the same seed."""

import hashlib
from collections.abc import Iterator

from reporting.document.palette import HOUSE, Palette

COLUMNS, ROWS, TILE = 14, 10, 60  # 21 x 15 cm


def ornament_svg(seed: str, palette: Palette = HOUSE, rows: int = ROWS) -> str:
    """The ornament as SVG, 840 wide and 60 a row. Another seed (a quarter, a municipality) gives another pattern."""
    shapes = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{COLUMNS * TILE}" height="{rows * TILE}" viewBox="0 0 {COLUMNS * TILE} {rows * TILE}">']
    shapes.append(f'<rect width="{COLUMNS * TILE}" height="{rows * TILE}" fill="#{palette.primary}"/>')
    numbers = _numbers(seed)
    for row in range(rows):
        for column in range(COLUMNS):
            shapes.append(f'<g transform="translate({column * TILE} {row * TILE})">{_tile(numbers, palette)}</g>')
    return "".join(shapes) + "</svg>"


def _numbers(seed: str) -> Iterator[int]:
    block, count = b"", 0
    while True:
        block = hashlib.sha256(f"{seed}:{count}".encode()).digest()
        count += 1
        yield from block


def _tile(numbers: Iterator[int], p: Palette) -> str:
    grounds = (p.primary, p.primary, p.primary, p.accent, p.accent, p.warm_fill, p.tint, p.cream, p.sand)
    ground = grounds[next(numbers) % len(grounds)]
    inks = [c for c in (p.primary, p.accent, p.warm_fill, p.tint, p.cream, p.sand) if c != ground]
    ink, kind, turn = inks[next(numbers) % len(inks)], next(numbers) % 10, next(numbers) % 4 * 90
    size, half = TILE, TILE // 2
    base = f'<rect width="{size}" height="{size}" fill="#{ground}"/>'
    if kind < 5:  # a quarter circle, turned
        return f'{base}<path transform="rotate({turn} {half} {half})" d="M0 0 H{size} A{size} {size} 0 0 1 0 {size} Z" fill="#{ink}"/>'
    if kind < 7:  # two arches, one above the other
        arch = "M0 {y} A30 30 0 0 1 60 {y} Z"
        return f'{base}<path d="{arch.format(y=half)}" fill="#{ink}"/><path d="{arch.format(y=size)}" fill="#{ink}"/>'
    if kind < 8:  # a dot
        return f'{base}<circle cx="{half}" cy="{half}" r="18" fill="#{ink}"/>'
    if kind < 9:  # a leaf
        return f'{base}<path transform="rotate({turn} {half} {half})" d="M0 0 A{size} {size} 0 0 1 {size} {size} A{size} {size} 0 0 1 0 0 Z" fill="#{ink}"/>'
    return f'{base}<path transform="rotate({turn} {half} {half})" d="M0 0 L{size} 0 L0 {size} Z" fill="#{ink}"/>'
