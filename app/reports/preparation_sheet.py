"""What to know and bring before a visit. It speaks of nobody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from app.domain.flag_choice import THEME_LABELS
from app.domain.flag_doctor import by_doctor
from app.domain.habits import habit_lines, people_words
from app.domain.language import _
from app.domain.lesson import LessonFacts
from app.domain.practice import FORMAT_LABELS, ROLE_LABELS
from app.domain.practice_history import MEETING_LABELS
from app.domain.preparation import (
    OpenQuestion,
    Preparation,
    PreparationPaper,
    PreparedFlag,
    nobody_new,
)
from app.domain.visit_note import Promiser, PromiseRow
from app.domain.visit_summary import Term
from app.domain.words import day_with_weekday, long_day, long_span, time_span
from app.reports import ink
from app.reports.arrangement import Box
from app.reports.contact import contact_block
from app.reports.facts import fact, opening
from app.reports.mark import Air, CodeTag
from app.reports.piece import Piece, text
from app.reports.row import Column, Row, as_list, cells, heading, line, parted_table, table
from app.reports.sheet import Paper, Rendered, print_paper


def render(paper: PreparationPaper) -> Rendered:
    """Print `paper`."""
    return print_paper(
        Paper(
            kind=_("Preparation sheet"),
            beside=long_day(paper.printed_on),
            name=_("Preparation sheet"),
            promise=_("Contains no personal data about patients."),
            contact=lambda width: contact_block(_("Made by"), paper.sender, width),
            rows=lambda width: _rows(paper.sheet, width),
            sender=paper.sender,
        )
    )


def _rows(sheet: Preparation, width: float) -> Iterator[Row]:
    yield from opening(sheet.habits.name, _lead(sheet), _facts(sheet), width)
    if sheet.clash:
        words = text(sheet.clash, lead=_("This visit has to be moved."))
        yield Row(piece=Box(words, ink.STRONG_RULE, ink.WHITE), width=width, above=10)
    yield from _owed(sheet.owed, width)
    yield from _waiting(sheet.waiting, width)
    yield from _questions(sheet.questions, width)
    yield from _promises(sheet.promises, width)
    yield from _newcomers(sheet, width)
    yield from _topics(sheet.topics, sheet.term, width)
    yield from _habits(sheet, width)


def _lead(sheet: Preparation) -> str:
    if sheet.start is None:
        return _("No visit is planned yet. Only codes; no names of patients.")
    sentence = _("Before the visit on {day}, {time}. Only codes; no names of patients.")
    return sentence.format(
        day=day_with_weekday(sheet.start), time=time_span(sheet.start, sheet.minutes)
    )


def _facts(sheet: Preparation) -> tuple[Piece, ...]:
    last = long_day(sheet.last_held_on) if sheet.last_held_on else _("First visit")
    return (
        fact(_("Format"), _(FORMAT_LABELS[sheet.habits.format])),
        fact(_("Who works there"), people_words(sheet.doctors, sheet.trainees) or _("Not known")),
        fact(_("Room"), sheet.habits.place or _("Not known")),
        fact(_("Last visit"), last),
    )


def _owed(flags: Sequence[PreparedFlag], width: float) -> Iterator[Row]:
    yield heading(_("Feedback to the doctors"), width)
    if not flags:
        yield _none(_("Nothing to tell this time."), width)
        return
    columns = (
        Column(heading=_("Code"), share=48),
        Column(heading=_("Theme"), share=118),
        Column(heading=_("What we may say"), share=300),
    )
    parts = [
        (
            owed.heading,
            [(CodeTag(flag.code), _theme(flag), text(flag.told, ink.CELL)) for flag in owed.lines],
        )
        for owed in by_doctor(flags)
    ]
    yield from parted_table(columns, parts, width)


def _waiting(flags: Sequence[PreparedFlag], width: float) -> Iterator[Row]:
    yield heading(_("Flags with nothing to report yet"), width)
    if not flags:
        yield _none(_("None."), width)
        return
    ask = _("Of these there is nothing to report. Ask about each: what became of it?")
    yield line(text(ask, ink.NOTE), width)
    one = (Column(heading=_("Code"), share=48), Column(heading=_("Theme"), share=160))
    parts = by_doctor(flags)
    # Two flags in each line where there are two: of these there is little to say.
    sides = min(2, max(len(owed.lines) for owed in parts))
    lines = [(owed.heading, _side_by_side(owed.lines, sides)) for owed in parts]
    yield from parted_table(one * sides, lines, width)


def _side_by_side(flags: Sequence[PreparedFlag], sides: int) -> list[tuple[Piece, ...]]:
    pieces: list[Piece] = []
    for flag in flags:
        pieces += (CodeTag(flag.code), _theme(flag))
    across = 2 * sides
    pieces += [Air()] * (-len(pieces) % across)
    return [tuple(pieces[at : at + across]) for at in range(0, len(pieces), across)]


def _theme(flag: PreparedFlag) -> Piece:
    return text(_(THEME_LABELS[flag.theme]), ink.CELL)


def _questions(questions: Sequence[OpenQuestion], width: float) -> Iterator[Row]:
    yield heading(_("Certificate questions without an answer"), width)
    if not questions:
        yield _none(_("None."), width)
    yield from as_list(line(_question(asked), width, above=2) for asked in questions)


def _question(asked: OpenQuestion) -> Piece:
    lead = _("Asked {day}:").format(day=long_day(asked.asked_on))
    return text(asked.question, lead=lead)


def _promises(promises: Sequence[PromiseRow], width: float) -> Iterator[Row]:
    yield heading(_("Promised and not done yet"), width)
    if not promises:
        yield _none(_("None."), width)
        return
    who = {Promiser.DOCTOR: _("The practice"), Promiser.CONSULTANT: _("Me")}
    columns = (
        Column(heading=_("Who"), share=70),
        Column(heading=_("What"), share=216),
        Column(heading=_("Promised"), share=90),
        Column(heading=_("By"), share=90),
    )
    lines = [
        cells(who[row.facts.who], row.facts.what, long_day(row.made_on), _day(row.facts.due_on))
        for row in promises
    ]
    yield from table(columns, lines, width)


def _newcomers(sheet: Preparation, width: float) -> Iterator[Row]:
    yield heading(_("New faces"), width)
    if not sheet.newcomers:
        yield _none(nobody_new(sheet), width)
        return
    columns = (
        Column(heading=_("Name"), share=170),
        Column(heading=_("Role"), share=118),
        Column(heading=_("Met"), share=178),
    )
    lines = [
        cells(one.facts.name, _(ROLE_LABELS[one.facts.role]), _(MEETING_LABELS[one.meeting]))
        for one in sheet.newcomers
    ]
    yield from table(columns, lines, width)


def _topics(topics: Sequence[LessonFacts], term: Term | None, width: float) -> Iterator[Row]:
    yield heading(_("Topics planned"), width)
    if not topics and term is None:
        yield _none(_("None."), width)
    told = [text(term.pair, lead=_("Term of the day:"))] if term is not None else []
    told += [text(topic.noted, lead=topic.topic) for topic in topics]
    yield from as_list(line(words, width, above=2) for words in told)


def _habits(sheet: Preparation, width: float) -> Iterator[Row]:
    yield heading(_("How the practice likes it"), width)
    told = list(habit_lines(sheet.habits))
    told += [(_("Closed"), _closed(one.first, one.last, one.reason)) for one in sheet.closed]
    if sheet.review_on is not None:
        told.append((_("Cooperation agreement"), _review(sheet.review_on)))
    if sheet.habits.quick_facts:
        told.append((_("Good to know"), sheet.habits.quick_facts))
    yield from as_list(line(text(words, lead=f"{label}:"), width, above=2) for label, words in told)


def _closed(first: date, last: date, reason: str) -> str:
    days = long_span(first, last)
    return _("{days} ({reason})").format(days=days, reason=reason) if reason else days


def _review(day: date) -> str:
    return _("to be gone through together by {day}").format(day=long_day(day))


def _none(words: str, width: float) -> Row:
    return line(text(words, ink.NOTE), width)


def _day(day: date | None) -> str:
    return long_day(day) if day else ""
