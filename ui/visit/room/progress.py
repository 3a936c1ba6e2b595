"""How far each point of the agenda is, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.domain.flag import FlagCard
from app.domain.language import _, ngettext
from app.domain.visit import AgendaCode, VisitSheet


@dataclass(frozen=True, slots=True)
class State:
    """What stands under a point, and whether it is done."""

    detail: str
    done: bool = False


def progress(
    sheet: VisitSheet, flags: Sequence[FlagCard], *, begun: bool
) -> Mapping[AgendaCode, State]:
    """Return the state of every point; `begun` tells that a flag is being typed."""
    return {
        AgendaCode.FEEDBACK: _feedback(sheet),
        AgendaCode.NEW_FLAGS: _flags(len(flags), begun=begun),
        AgendaCode.QUESTIONS: _questions(sheet),
        AgendaCode.TERM: _term(sheet),
    }


def _feedback(sheet: VisitSheet) -> State:
    total = len(sheet.feedback)
    if not total:
        return State(_("Nothing is owed"))
    given = sum(line.given for line in sheet.feedback)
    # i18n: Danish: »4 af 4 koder er givet videre«
    words = ngettext("{given} of {n} code told", "{given} of {n} codes told", total)
    return State(words.format(given=given, n=total), done=given == total)


def _flags(saved: int, *, begun: bool) -> State:
    if not saved:
        return State(_("1 in progress") if begun else _("None yet"))
    if begun:
        # i18n: Danish: »3 gemt, 1 i gang«
        return State(_("{n} saved, 1 in progress").format(n=saved))
    return State(_("{n} saved").format(n=saved))


def _questions(sheet: VisitSheet) -> State:
    asked = (*sheet.questions, *sheet.owed_questions)
    waiting = sum(not row.facts.answer for row in asked)
    if waiting:
        # i18n: Danish: »1 spørgsmål venter«
        words = ngettext("{n} question waits", "{n} questions wait", waiting)
        return State(words.format(n=waiting))
    if not asked:
        return State(_("None yet"))
    words = ngettext("{n} answered", "{n} answered", len(asked))
    return State(words.format(n=len(asked)), done=True)


def _term(sheet: VisitSheet) -> State:
    if sheet.term is None:
        return State(_("Not chosen yet"))
    return State(sheet.term.pair, done=True)
