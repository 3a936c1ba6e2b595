"""The form in which a visit gets another day, alone or with the ones planned after it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.language import _, ngettext
from app.domain.plan_shape import SeriesMove
from app.domain.problem import FastholdError
from app.domain.visit import MoveDraft, MoveScope, VisitDraft
from app.domain.words import weekday_and_day
from ui.common.draft_memory import DraftMemory
from ui.common.fonts import Role
from ui.common.form import Form
from ui.common.segments import SegmentField
from ui.common.text import Text
from ui.visit.visit_dialog import VisitDialog, Week

Preview = Callable[[VisitDraft], Sequence[SeriesMove]]


class MoveDialog(VisitDialog):
    """Shows where each of the `following` visits goes before anything is saved."""

    def __init__(
        self,
        draft: MoveDraft,
        submit: Callable[[VisitDraft], object],
        parent: QWidget,
        *,
        at: str,
        following: int,
        preview: Preview,
        today: Callable[[], date],
        week: Week,
        memory: DraftMemory,
    ) -> None:
        self._following, self._preview = following, preview
        self._told = Text("", Role.SECONDARY, wrap=True)
        self._told.setObjectName("series")
        super().__init__(
            _("Move the visit"),
            draft,
            submit,
            parent,
            at=at,
            today=today,
            week=week,
            memory=memory,
            save_text=_("Move it"),
        )
        self.form.changed.connect(self._show_series)
        self._show_series()

    @override
    def build(self, form: Form) -> None:
        super().build(form)
        if not self._following:
            alone = _("The later visits there are only proposals; they follow by themselves.")
            form.add_widget(Text(alone, Role.SECONDARY, wrap=True))
        else:
            # i18n: Danish: »Kun dette besøg«, »Og de følgende«
            scopes = (
                (MoveScope.ONE.value, _("Only this visit")),
                (MoveScope.FOLLOWING.value, _("And the following")),
            )
            text = ngettext(
                "{n} more visit is planned there. It can move by as many days.",
                "{n} more visits are planned there. They can move by as many days.",
                self._following,
            )
            form.add(
                "scope", _("Which visits?"), SegmentField(scopes), text.format(n=self._following)
            )
            form.add_widget(self._told)

    def _show_series(self) -> None:
        draft = self.draft()
        lines: list[str] = []
        if isinstance(draft, MoveDraft) and draft.scope == MoveScope.FOLLOWING:
            try:
                lines = [move_words(move) for move in self._preview(draft)]
            except FastholdError as error:  # told under its field when it is saved
                lines = [str(error)]
        self._told.setText("\n".join(lines))
        self._told.setVisible(bool(lines))
        self.fit()


def move_words(move: SeriesMove) -> str:
    """Return where a visit goes, and why there."""
    old = weekday_and_day(move.start.date())
    if move.new_start == move.start:
        moved = _("{day} stays.").format(day=_begun(old))
    else:
        new = weekday_and_day(move.new_start.date())
        moved = _("{old} goes to {new}.").format(old=_begun(old), new=new)
    return " ".join((moved, *move.reasons))


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]
