"""A dialog with one form: it stays open until what is typed is accepted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.draft import DRAFT_KEPT
from app.domain.language import _
from app.domain.problem import FastholdError, Rejected
from ui.common.button import Button, Kind
from ui.common.dialog import Dialog
from ui.common.draft_memory import DraftMemory
from ui.common.field import FieldValue
from ui.common.form import Form
from ui.common.notice import Notice
from ui.common.reveal import reveal
from ui.common.tokens import Tone

Draft = TypeVar("Draft")


class FormDialog(Dialog, Generic[Draft]):
    """Fills in a draft; subclasses put the fields into the form in `build(form)`.

    `submit` is a service's act. `Rejected` puts each problem under its field; any other
    expected error is told inside the dialog. Nothing typed is lost either way.
    """

    saved = Signal(object)  # what submit returned

    def __init__(
        self,
        title: str,
        draft: Draft,
        submit: Callable[[Draft], object],
        parent: QWidget | None = None,
        *,
        memory: DraftMemory | None = None,
        save_text: str = "",
        save_kind: Kind = Kind.PRIMARY,
        width: int = 560,
    ) -> None:
        super().__init__(title, parent, width=width)
        self._given, self._submit, self._memory = draft, submit, memory
        self._is_saved = False
        self._aside: dict[str, FieldValue] = {}  # what was typed, while the form as it was is shown
        self.form = Form()
        self._notice = Notice(Tone.DANGER, "")
        self._notice.setVisible(False)
        self.body.addWidget(self._notice)
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self._add_buttons(save_text or _("Save"), save_kind)
        self.build(self.form)
        self.form.show_draft(draft)
        self._saved_values = self.form.values()
        self._remember()
        self.form.focus_first()

    def build(self, form: Form) -> None:
        """Add the fields."""
        raise NotImplementedError

    def draft(self) -> Draft:
        """Return what is typed."""
        return self.form.draft(type(self._given))

    def nothing_saved(self) -> bool:
        """Whether the form began empty, so that there is nothing saved to go back to."""
        return not any(self._saved_values.values())

    def offer_instead(self, what: str, act: str, go: Callable[[], object]) -> None:
        """Offer another unfinished form in this one's place, unless this one was begun too."""
        if self._memory is not None and self._memory.waiting:
            return

        def leave() -> None:
            self.reject()
            if not self.isVisible():
                go()

        self._tell(Tone.ACCENT, what, _(DRAFT_KEPT))
        self._notice.set_acts(((act, leave),))

    def throw_away(self) -> None:
        """Close without saving, and forget what was typed."""
        if self._memory is not None:
            self._memory.end()
        super().reject()

    @override
    def accept(self) -> None:
        if self._is_saved:
            return  # a hand in haste presses more than once
        self._notice.setVisible(False)
        try:
            result = self._submit(self.draft())
        except Rejected as rejection:
            self.form.show_problems(rejection.problems)
            self.fit()
        except FastholdError as error:
            self._tell(Tone.DANGER, str(error))
        else:
            self._is_saved = True
            if self._memory is not None:
                self._memory.end()
            super().accept()
            self.saved.emit(result)

    @override
    def reject(self) -> None:
        if self._aside and self.form.values() == self._saved_values:
            self._swap(self._aside, self._saved_values)  # it would be gone unseen
        if self.form.values() == self._saved_values:
            self.throw_away()
            return
        self._tell(Tone.WARN, _("What you typed is not saved."))
        throw = Button(_("Throw it away"), Kind.DESTRUCTIVE, pressed=self.throw_away)
        stay = Button(_("Keep writing"), pressed=self._on_keep_writing)
        throw.setObjectName("throw_away")
        stay.setObjectName("keep_writing")
        self._notice.set_acts((throw, stay))
        self.fit()
        stay.setFocus()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._memory is not None:
            self._memory.flush()
        super().closeEvent(event)

    def _add_buttons(self, save_text: str, save_kind: Kind) -> None:
        self.cancel = self.add_button(Button(_("Cancel"), keys="Esc", pressed=self.reject))
        self.cancel.setObjectName("cancel")
        save = Button(save_text, save_kind, keys="Ctrl+Enter", pressed=self.accept)
        self.add_button(save).setObjectName("save")

    def _remember(self) -> None:
        if self._memory is None:
            return
        self._memory.setParent(self)
        self._memory.watch(self.form)
        self._memory.failed.connect(lambda error: self._tell(Tone.DANGER, str(error)))
        waiting = self._memory.waiting
        if waiting and waiting != self.form.values():
            self._offer(waiting)

    def _offer(self, waiting: dict[str, FieldValue]) -> None:
        """Show what was typed before, with the form as it was one press away."""
        self.form.set_values(waiting)
        self._tell(
            Tone.ACCENT,
            _("You were in the middle of this."),
            _(DRAFT_KEPT),
        )
        show_saved = (self._before(), lambda: self._swap(self._saved_values, waiting))
        self._notice.set_acts((show_saved,))

    def _swap(self, shown: dict[str, FieldValue], other: dict[str, FieldValue]) -> None:
        self.form.set_values(shown)
        mine = shown is not self._saved_values
        self._aside = {} if mine else other
        words = self._before() if mine else _("Show what I had typed")
        self._notice.set_acts(((words, lambda: self._swap(other, shown)),))
        self.form.changed.emit()

    def _before(self) -> str:
        return _("Show empty fields") if self.nothing_saved() else _("Show what is saved")

    def _on_keep_writing(self) -> None:
        self._notice.setVisible(False)
        self.form.focus_first()

    def _tell(self, tone: Tone, what: str, why: str = "") -> None:
        self._notice.set_tone(tone)
        self._notice.set_words(what, why)
        self._notice.set_acts(())
        self._notice.setVisible(True)
        self.fit()
        reveal(self._notice)
