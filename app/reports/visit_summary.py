"""The summary a practice gets after a visit. It speaks of nobody."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.flag_choice import FUNCTION_LABELS, STATUS_LABELS, STEP_LABELS, THEME_LABELS
from app.domain.language import _, ngettext
from app.domain.visit_note import PromiseFacts, Promiser, QuestionFacts
from app.domain.visit_summary import SummaryFeedback, SummaryFlag, Term, VisitSummary
from app.domain.words import (
    clock_time,
    day_with_weekday,
    long_day,
    short_day,
    time_span,
    weekday_and_day,
)
from app.reports import ink
from app.reports.arrangement import Box, Stack
from app.reports.contact import contact_block
from app.reports.facts import fact, opening
from app.reports.mark import CodeTag
from app.reports.piece import Piece, text
from app.reports.row import Column, Row, as_list, beside, cells, heading, line, table
from app.reports.sheet import Paper, Rendered, print_paper


def render(summary: VisitSummary) -> Rendered:
    """Print `summary`."""
    return print_paper(
        Paper(
            kind=_("Visit summary"),
            beside=long_day(summary.held_on),
            name=_("Visit summary"),
            # i18n: Danish: »Indeholder ingen personoplysninger om patienter.«
            promise=_("Contains no personal data about patients."),
            contact=lambda width: contact_block(_("Contact between visits"), summary.sender, width),
            rows=lambda width: _rows(summary, width),
            sender=summary.sender,
        )
    )


def _rows(summary: VisitSummary, width: float) -> Iterator[Row]:
    yield from opening(summary.practice, _lead(summary), _facts(summary), width)
    yield from _new_flags(summary.new_flags, width)
    yield from _feedback(summary.feedback, width)
    yield from _questions(summary.questions, width)
    yield from _promises(summary.promises, summary.sender.name, width)
    yield from _term(summary.term, width)
    yield _how_to_use_the_code(summary, width)


def _lead(summary: VisitSummary) -> str:
    day = day_with_weekday(summary.held_on)
    if summary.began is None:
        return _("Visit on {day}. No names, no dates of birth, only codes.").format(day=day)
    sentence = _("Visit on {day}, {time}. No names, no dates of birth, only codes.")
    return sentence.format(day=day, time=time_span(summary.began, summary.minutes))


def _facts(summary: VisitSummary) -> tuple[Piece, ...]:
    return (
        fact(_("Present"), _present(summary.present_doctors, summary.present_trainees)),
        fact(_("New flags"), str(len(summary.new_flags))),
        fact(_("Certificate questions"), str(len(summary.questions))),
        fact(_("Next visit"), _next_visit(summary), strong=True),
    )


def _present(doctors: int, trainees: int) -> str:
    told = [ngettext("{count} doctor", "{count} doctors", doctors).format(count=doctors)]
    if trainees:
        sentence = ngettext("{count} trainee", "{count} trainees", trainees)
        told.append(sentence.format(count=trainees))
    return ", ".join(told)


def _next_visit(summary: VisitSummary) -> str:
    if summary.next_visit is None:
        return _("Not agreed yet")
    return _("{day} at {time}").format(
        day=_upper_first(weekday_and_day(summary.next_visit)),
        time=clock_time(summary.next_visit),
    )


def _new_flags(flags: tuple[SummaryFlag, ...], width: float) -> Iterator[Row]:
    yield heading(_("New flags: who does what"), width)
    if not flags:
        yield line(text(_("No new flags at this visit.")), width)
        return
    columns = (
        Column(heading=_("Code"), share=48),
        Column(heading=_("Theme and function"), share=150),
        Column(heading=_("Next step"), share=132),
        Column(heading=_("Who"), share=70),
        Column(heading=_("By"), share=48),
    )
    yield from table(columns, [_flag_line(flag) for flag in flags], width)


def _flag_line(flag: SummaryFlag) -> tuple[Piece, ...]:
    return (
        CodeTag(flag.code),
        text(_about(flag), ink.CELL),
        text(_(STEP_LABELS[flag.next_step]), ink.CELL),
        text(flag.who, ink.CELL),
        text(short_day(flag.act_by) if flag.act_by else "", ink.CELL),
    )


def _about(flag: SummaryFlag) -> str:
    theme = _(THEME_LABELS[flag.theme])
    functions = [_lower_first(_(FUNCTION_LABELS[function])) for function in flag.functions]
    return f"{theme}: {', '.join(functions)}" if functions else theme


def _feedback(lines: tuple[SummaryFeedback, ...], width: float) -> Iterator[Row]:
    if not lines:
        return
    yield heading(_("Feedback on earlier flags"), width)
    columns = (
        Column(heading=_("Code"), share=48),
        Column(heading=_("Status"), share=118),
        Column(heading=_("What we may say"), share=300),
    )
    yield from table(columns, [_feedback_line(each) for each in lines], width)


def _feedback_line(line: SummaryFeedback) -> tuple[Piece, ...]:
    status = text(_(STATUS_LABELS[line.status]), ink.CELL)
    return CodeTag(line.code), status, text(line.text, ink.CELL)


def _questions(questions: tuple[QuestionFacts, ...], width: float) -> Iterator[Row]:
    if not questions:
        return
    yield heading(_("Certificate questions"), width)
    rows = (
        line(
            text(asked.answer or _("The answer follows."), lead=asked.question),
            width,
            above=5 if place else 0,
        )
        for place, asked in enumerate(questions)
    )
    yield from as_list(rows)


def _promises(promises: tuple[PromiseFacts, ...], sender: str, width: float) -> Iterator[Row]:
    if not promises:
        return
    yield heading(_("What we agreed"), width)
    who = {Promiser.DOCTOR: _("The practice"), Promiser.CONSULTANT: sender}
    columns = (
        Column(heading=_("Who"), share=118),
        Column(heading=_("What"), share=300),
        Column(heading=_("By"), share=48),
    )
    told = [
        cells(who[each.who], each.what, short_day(each.due_on) if each.due_on else "")
        for each in promises
    ]
    yield from table(columns, told, width)


def _term(term: Term | None, width: float) -> Iterator[Row]:
    if term is None:
        return
    yield heading(_("Term of the day"), width)
    boxes = [
        Box(Stack((text(word, ink.BODY_STRONG), text(meaning))), ink.STRONG_RULE, ink.WHITE)
        for word, meaning in ((term.left, term.left_text), (term.right, term.right_text))
    ]
    yield Row(piece=beside(boxes, width), width=width)


def _how_to_use_the_code(summary: VisitSummary, width: float) -> Row:
    words = _(
        "Only you know which patient a code belongs to. The municipality has neither name nor date "
        "of birth before the patient has said yes. After {days} days only month, practice and "
        "theme are kept, for counting."
    )
    piece = text(words.format(days=summary.kept_days), lead=_("How you use the code."))
    return Row(piece=Box(piece, ink.TINT_EDGE, ink.TINT), width=width, above=12)


def _lower_first(words: str) -> str:
    return words[:1].lower() + words[1:]


def _upper_first(words: str) -> str:
    return words[:1].upper() + words[1:]
