"""The slip a doctor hands to a patient who would rather ring than be rung."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.flag import KEPT_DAYS, FlagSlip
from app.domain.language import _
from app.domain.words import long_day
from app.reports import ink
from app.reports.arrangement import Box, Stack
from app.reports.mark import Air, CodeTag
from app.reports.piece import text
from app.reports.row import Row, across, line
from app.reports.sheet import A6, Paper, Rendered, print_paper


def render(slip: FlagSlip) -> Rendered:
    """Print `slip`."""
    return print_paper(
        Paper(
            kind=_("Slip"),
            beside=long_day(slip.printed_on),
            name=_("Slip"),
            promise=_("Says nothing about who you are."),
            contact=lambda width: _contact(slip, width),
            rows=lambda width: _rows(slip, width),
            sender=slip.sender,
            format=A6,
        )
    )


def _rows(slip: FlagSlip, width: float) -> Iterator[Row]:
    title = _("Ring when it suits you")
    yield Row(piece=text(title, ink.SMALL_TITLE), width=width, bookmark=title)
    lead = _("You decide whether to ring, and what you tell.")
    yield line(text(lead, ink.SMALL_QUIET), width)
    yield Row(piece=_number_and_code(slip, width), width=width, above=8)
    for words in _what_happens():
        yield line(text(words, ink.SMALL), width, above=5)


def _number_and_code(slip: FlagSlip, width: float) -> Box:
    left = Stack(
        (
            text(_("Ring"), ink.LABEL),
            text(slip.sender.phone, ink.BIG),
            text(slip.sender.reachable, ink.SMALL_QUIET),
        )
    )
    right = Stack((text(_("Say this code"), ink.LABEL), Air(4), CodeTag(slip.code, 19, 27)))
    inner = width - 2 * 9
    code = min(right.natural, inner * 0.6)
    places = ((0.0, inner - code - 10), (inner - code, code))
    return Box(across((left, right), places), ink.TINT_EDGE, ink.TINT, 9)


def _what_happens() -> tuple[str, ...]:
    kept = _(
        "What was noted goes by itself: after {days} days only month, practice and theme are kept, "
        "for counting."
    )
    return (
        _(
            "When you ring, you say the code. I then know what your doctor and I talked about, and "
            "you tell the rest yourself. Together we find out what would help you keep your job."
        ),
        _(
            "The municipality knows neither your name nor your date of birth before you say so "
            "yourself."
        ),
        kept.format(days=KEPT_DAYS),
    )


def _contact(slip: FlagSlip, width: float) -> Box:
    """Return whom one rings to; number and hours stand large above."""
    sender = slip.sender
    words = (
        text(_("You ring to"), ink.LABEL),
        text(sender.title, ink.SMALL_QUIET, lead=sender.name),
        text(sender.email, ink.SMALL),
    )
    return Box(Stack(words), ink.STRONG_RULE, ink.WHITE, 8)
