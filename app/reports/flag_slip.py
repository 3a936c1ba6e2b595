"""The slip a doctor hands to a patient who would rather ring than be rung."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.domain.slip import FlagSlip
from app.domain.words import long_day_in
from app.reports import ink
from app.reports.arrangement import Box, Stack
from app.reports.mark import Air, CodeTag
from app.reports.piece import text
from app.reports.row import Row, across, line
from app.reports.sheet import (
    A6,
    Paper,
    Rendered,
    longer_than_a_slip,
    print_cut_sheet,
    print_paper,
)


def render(slip: FlagSlip) -> Rendered:
    """Print `slip` in A6; raise `PaperFailed` when it is longer than that one page."""
    printed = print_paper(_paper(slip))
    if printed.pages > 1:
        raise longer_than_a_slip()
    return printed


def fits(slip: FlagSlip) -> bool:
    """Return whether `slip` is no longer than its page."""
    return print_paper(_paper(slip)).pages == 1


def render_sheet(slips: Sequence[FlagSlip]) -> Rendered:
    """Print `slips`, four on a page of A4, with marks to cut along."""
    return print_cut_sheet([_paper(slip) for slip in slips])


def _paper(slip: FlagSlip) -> Paper:
    labels = slip.sheet.labels
    return Paper(
        kind=labels.kind,
        beside=long_day_in(slip.printed_on, labels.spoken),
        name=labels.kind,
        promise=labels.promise,
        contact=lambda width: _contact(slip, width),
        rows=lambda width: _rows(slip, width),
        sender=slip.sender,
        format=A6,
        spoken=labels.spoken,
        page=labels.page,
    )


def _rows(slip: FlagSlip, width: float) -> Iterator[Row]:
    texts = slip.sheet.texts
    title = slip.filled_in(texts.title)
    yield Row(piece=text(title, ink.SMALL_TITLE), width=width, bookmark=title)
    if texts.lead:
        yield line(text(slip.filled_in(texts.lead), ink.SMALL_QUIET), width)
    yield Row(piece=_number_and_code(slip, width), width=width, above=8)
    for words in filter(str.strip, texts.body.split("\n")):
        yield line(text(slip.filled_in(words), ink.SMALL), width, above=5)


def _number_and_code(slip: FlagSlip, width: float) -> Box:
    labels = slip.sheet.labels
    left = Stack(
        (
            text(labels.ring, ink.LABEL),
            text(slip.sender.phone, ink.BIG),
            text(slip.sender.reachable, ink.SMALL_QUIET),
        )
    )
    right = Stack((text(labels.say, ink.LABEL), Air(4), CodeTag(slip.code, 19, 27)))
    inner = width - 2 * 9
    code = min(right.natural, inner * 0.6)
    places = ((0.0, inner - code - 10), (inner - code, code))
    return Box(across((left, right), places), ink.TINT_EDGE, ink.TINT, 9)


def _contact(slip: FlagSlip, width: float) -> Box:
    """Return whom one rings to; number and hours stand large above."""
    sender = slip.sender
    words = (
        text(slip.sheet.labels.contact, ink.LABEL),
        text(sender.title, ink.SMALL_QUIET, lead=sender.name),
        text(sender.email, ink.SMALL),
    )
    return Box(Stack(words), ink.STRONG_RULE, ink.WHITE, 8)
