"""The cooperation agreement: who does what when, whom to turn to. It speaks of no patient."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.domain.cooperation import SIDE_LABELS, CooperationPaper, DutyFacts
from app.domain.habits import habit_lines
from app.domain.language import _
from app.domain.practice import FORMAT_LABELS
from app.domain.words import long_day
from app.reports import ink
from app.reports.arrangement import Box, Stack
from app.reports.contact import contact_block
from app.reports.facts import fact, opening
from app.reports.mark import Air, WritingLine
from app.reports.piece import Piece, text
from app.reports.row import Column, Row, as_list, beside, cells, heading, line, table
from app.reports.sheet import Paper, Rendered, print_paper


def render(paper: CooperationPaper) -> Rendered:
    """Print `paper`."""
    facts = paper.facts
    return print_paper(
        Paper(
            kind=_("Cooperation agreement"),
            beside=long_day(facts.agreed_on),
            name=_("Cooperation agreement"),
            promise=_("Contains no personal data about patients."),
            contact=lambda width: contact_block(_("Contact between visits"), paper.sender, width),
            rows=lambda width: _rows(paper, width),
            sender=paper.sender,
        )
    )


def _rows(paper: CooperationPaper, width: float) -> Iterator[Row]:
    yield from opening(paper.practice, _lead(paper), _facts(paper), width)
    yield from _visits(paper, width)
    yield from _duties(paper.duties, width)
    yield from _contacts(paper, width)
    yield _about_flags(paper, width)
    yield _signatures(paper, width)


def _lead(paper: CooperationPaper) -> str:
    sentence = _(
        "How the practice and {municipality} work together, so that people with a job keep it."
    )
    return sentence.format(municipality=paper.sender.municipality)


def _facts(paper: CooperationPaper) -> tuple[Piece, ...]:
    return (
        fact(_("Agreed"), long_day(paper.facts.agreed_on)),
        fact(_("Format"), _(FORMAT_LABELS[paper.habits.format])),
        fact(_("Review yearly, next by"), long_day(paper.facts.review_on), strong=True),
    )


def _visits(paper: CooperationPaper, width: float) -> Iterator[Row]:
    yield heading(_("The visits"), width)
    told = *habit_lines(paper.habits), (_("Room"), paper.habits.place)
    yield from as_list(
        line(text(words, lead=f"{label}:"), width, above=1) for label, words in told if words
    )


def _duties(duties: Sequence[DutyFacts], width: float) -> Iterator[Row]:
    yield heading(_("Who does what, and when"), width)
    if not duties:
        yield line(text(_("Nothing has been written down yet."), ink.NOTE), width)
        return
    columns = (
        Column(heading=_("Who"), share=92),
        Column(heading=_("What"), share=254),
        Column(heading=_("When"), share=120),
    )
    lines = [cells(_(SIDE_LABELS[one.who]), one.what, one.timing) for one in duties]
    yield from table(columns, lines, width)


def _contacts(paper: CooperationPaper, width: float) -> Iterator[Row]:
    facts = paper.facts
    yield heading(_("Contact persons"), width)
    theirs = facts.practice_contact, facts.practice_phone, facts.practice_email
    ours = facts.own_contact, facts.own_phone, facts.own_email
    boxes = [_contact(paper.practice, *theirs), _contact(paper.sender.municipality, *ours)]
    yield Row(piece=beside(boxes, width), width=width)


def _contact(side: str, name: str, phone: str, email: str) -> Box:
    reach = [text(words) for words in (phone, email) if words]
    words = Stack((text(side, ink.LABEL), text(name, ink.BODY_STRONG), *reach))
    return Box(words, ink.STRONG_RULE, ink.WHITE)


def _about_flags(paper: CooperationPaper, width: float) -> Row:
    words = _(
        "A flag holds a code, choices from fixed lists, and at most 120 characters without names "
        "or numbers. Only the practice knows which patient it is about, until the patient has said "
        "yes. After {days} days only month, practice and theme are kept, for counting."
    )
    piece = text(words.format(days=paper.kept_days), lead=_("What a flag holds."))
    return Row(piece=Box(piece, ink.TINT_EDGE, ink.TINT), width=width, above=12)


def _signatures(paper: CooperationPaper, width: float) -> Row:
    labels = (
        _("Date and signature, {name}").format(name=paper.practice),
        _("Date and signature, {name}").format(name=paper.sender.municipality),
    )
    half = (width - 21) / 2
    lines = [Stack((WritingLine(half, 26), Air(4), text(label, ink.CAPTION))) for label in labels]
    return Row(piece=beside(lines, width, gap=21), width=width, above=10)
