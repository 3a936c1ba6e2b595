"""A paper before it leaves: seen whole, in either language, then saved as it is seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.consent import LEFT_OUT_LABELS
from app.domain.language import N_, _, language
from app.domain.paper import PAPER_LABELS, PaperKind, Prepared
from app.domain.problem import FastholdError, Refused
from app.domain.words import joined, long_day
from ui.common.button import Button, Kind
from ui.common.choice_field import ChoiceBox
from ui.common.desk import Desk
from ui.common.errors import show_error
from ui.common.fonts import Role
from ui.common.notice import Notice
from ui.common.segments import Options, Segments
from ui.common.stopped import Stopped
from ui.common.text import Text
from ui.common.tokens import Token, Tone, colour
from ui.paper.paper_keys import PaperTools, listen
from ui.paper.paper_view import PaperView
from ui.paper.print_act import print_button, print_paper
from ui.paper.save_act import ask_where, protect_box
from ui.paper.saved import saved_words

Prepare = Callable[[str], Prepared]  # language code -> the paper
_SPOKEN = (("da", N_("Dansk")), ("en", N_("English")))  # each is named in itself
_SIDE_BY_SIDE = 2  # languages; more than these are chosen from a list


@dataclass(frozen=True, slots=True)
class Version:
    """One way to print what a dialog shows: the paper's kind, the word for it, and its maker."""

    kind: PaperKind
    label: str
    prepare: Prepare


def open_paper(desk: Desk, parent: QWidget, kind: PaperKind, prepare: Prepare) -> PaperDialog:
    """Show the paper over `parent`, and let it be saved."""
    dialog = PaperDialog(desk, [Version(kind, "", prepare)], parent)
    dialog.open()
    return dialog


class PaperDialog(QDialog):
    """Prepares a paper beside the window's thread, shows its bytes and saves the same bytes.

    Where there are several `versions` of it, one is chosen; so is the language, of those `spoken`.
    """

    def __init__(
        self,
        desk: Desk,
        versions: Sequence[Version],
        parent: QWidget,
        spoken: Options = (),
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._versions = {version.kind.value: version for version in versions}
        self._languages = spoken or [(code, _(name)) for code, name in _SPOKEN]
        self._prepared: Prepared | None = None
        self._details: Notice | None = None
        self._build()
        self._load()

    @property
    def prepared(self) -> Prepared | None:
        """The paper that is shown, once it is ready."""
        return self._prepared

    def save_into(self, folder: Path, password: str = "") -> None:
        """Save the shown bytes in `folder`, locked by `password`; say where, or why not."""
        if self._prepared is None:
            return
        try:
            place = self._desk.services.export.save(self._prepared, folder, password)
        except Refused as refusal:
            self._refuse(refusal)
        except FastholdError as error:
            self._tell(_("The paper was not saved."), str(error))
        else:
            self._prepared = None  # a hand in haste presses more than once
            self._desk.message.say(saved_words(place))
            self.accept()

    @override
    def sizeHint(self) -> QSize:
        parent = self.parentWidget()
        screen = self.screen().availableGeometry().size()
        room = parent.window().size().boundedTo(screen) if parent else screen
        return QSize(min(960, room.width() - 48), room.height() - 48)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        # Qt makes a new window no larger than two thirds of the screen.
        self.resize(self.sizeHint())
        super().showEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(Token.CANVAS))
        painter.end()

    def _build(self) -> None:
        label = _(PAPER_LABELS[next(iter(self._versions.values())).kind])
        self.setWindowTitle("Fasthold")
        self.setAccessibleName(label)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._kinds = Segments(
            [(code, version.label) for code, version in self._versions.items()],
            name=_("What is printed"),
        )
        self._kinds.setObjectName("version")
        self._kinds.set_value(next(iter(self._versions)))
        self._kinds.setVisible(len(self._versions) > 1)
        self._kinds.chosen.connect(lambda _code: self._load())
        self._spoken = self._language_switch()
        self._state = Text(_("The paper is being made …"), Role.SECONDARY)
        self._notice = Notice(Tone.ACCENT, "")
        self._notice.setVisible(False)
        self._view = PaperView()
        self._view.page_changed.connect(lambda _page: self._say_page())
        listen(self, lambda: self._view)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addLayout(self._head(label))
        column.addWidget(self._notice)
        column.addWidget(self._view, 1)
        column.addLayout(self._foot())

    def _language_switch(self) -> Segments | ChoiceBox:
        name = _("Language of the paper")
        switch: Segments | ChoiceBox
        if len(self._languages) > _SIDE_BY_SIDE:
            switch = ChoiceBox(self._languages)
            switch.setAccessibleName(name)
            switch.activated.connect(lambda _place: self._load())
        else:
            switch = Segments(self._languages, name=name)
            switch.chosen.connect(lambda _code: self._load())
        switch.setObjectName("language")
        switch.set_value("en" if language() == "en" else "da")
        return switch

    def _head(self, label: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Text(label, Role.PAGE_TITLE))
        row.addWidget(self._state)
        row.addStretch(1)
        row.addWidget(self._kinds)
        row.addWidget(self._spoken)
        row.addWidget(PaperTools(self._view))
        return row

    def _foot(self) -> QHBoxLayout:
        save = Button(_("Save PDF"), Kind.PRIMARY, icon="file-text", keys="Ctrl+P")
        save.setObjectName("save")
        save.clicked.connect(self._on_save_clicked)
        self._save = Stopped(save, also=print_button(self._on_print))
        self._save.set_stopped(_("The paper is being made."))
        row = QHBoxLayout()
        row.setSpacing(12)
        words = _("What you see is what is saved. Nothing is sent.")
        self._protect = protect_box()
        left = QVBoxLayout()
        left.setSpacing(2)
        left.addWidget(Text(words, Role.SECONDARY))
        left.addWidget(self._protect)
        row.addLayout(left)
        row.addStretch(1)
        row.addWidget(self._save, 1)
        close = Button(_("Close"), keys="Esc")
        close.clicked.connect(self.reject)
        row.addWidget(close)
        return row

    def _load(self) -> None:
        asked = self._asked()
        prepare = self._versions[asked[0]].prepare
        self._prepared = None
        # i18n: Danish: »Papiret bliver lavet …«
        self._state.setText(_("The paper is being made …"))
        self._save.set_stopped(_("The paper is being made."))
        self._desk.tasks.run(
            lambda: prepare(asked[1]),
            owner=self,
            done=lambda prepared: self._on_ready(prepared, asked),
            failed=self._refuse,
        )

    def _asked(self) -> tuple[str, str]:
        """Return which version is wanted, and its language."""
        return self._kinds.value(), self._spoken.value()

    def _on_ready(self, prepared: Prepared, asked: tuple[str, str]) -> None:
        if asked != self._asked():
            return  # another one was asked for meanwhile; that paper comes next
        self._prepared = prepared
        self._view.show_pdf(prepared.pdf)
        self._say_page()
        self._save.set_stopped(None)
        self._warn(prepared)
        self._ask_about_details()

    def _say_page(self) -> None:
        """Say which page is in view, and of how many."""
        if self._prepared is None:
            return
        pages = self._prepared.pages
        words = _("Pages: {count}").format(count=pages)
        if pages > 1:
            words = _("Page {page} of {pages}").format(page=self._view.page() + 1, pages=pages)
        self._state.setText(words)
        self._view.setAccessibleDescription(words)

    def _ask_about_details(self) -> None:
        """Let my details be looked through, if that was not done for long."""
        settings = self._desk.services.settings
        sender = settings.sender()
        if self._details is not None or sender is None or not settings.sender_is_worn():
            return
        checked = settings.sender_checked_on()
        day = _("You have not said yet that they are.")
        if checked is not None:
            day = _("You last looked through them on {day}.").format(day=long_day(checked))
        # i18n: Danish: »Passer de ikke, så ret dem under Indstillinger, før du gemmer.«
        ask = _("If not, change them in Settings before you save.")
        printed = f"{sender.name} · {sender.phone} · {sender.email} · {sender.reachable}"
        self._details = Notice(
            Tone.WARN,
            _("Are your details still right?"),
            f"{printed}. {day} {ask}",
            acts=[(_("They are right"), self._on_details_confirmed)],
            beside=True,
        )
        self._details.setObjectName("details")
        self._column.insertWidget(1, self._details)

    def _on_details_confirmed(self) -> None:
        self._desk.services.settings.confirm_sender()
        if self._details is not None:
            self._details.setVisible(False)
        self._view.setFocus()

    def _warn(self, prepared: Prepared) -> None:
        """Say what is to be known before it is saved, if there is anything."""
        self._notice.setVisible(prepared.unread or bool(prepared.left_out))
        if prepared.unread:
            self._notice.set_tone(Tone.WARN)
            self._notice.set_words(
                _("Have a speaker of the language read this before it is used."),
                _("A machine translated it. Once it has been read, say so in Settings."),
            )
        elif prepared.left_out:
            kinds = joined([_(LEFT_OUT_LABELS[kind]).lower() for kind in prepared.left_out])
            self._notice.set_tone(Tone.ACCENT)
            self._notice.set_words(
                _("Only what the consent covers is in the paper."),
                _("Left out: {kinds}.").format(kinds=kinds),
            )

    def _refuse(self, error: BaseException) -> None:
        if not isinstance(error, FastholdError):
            show_error(self, error)
            return
        self._prepared = None
        self._view.clear()
        self._state.setText("")
        self._tell(_("The paper cannot be handed out."), str(error))
        self._save.set_stopped(_("There is nothing to save."))

    def _tell(self, what: str, why: str) -> None:
        self._notice.set_tone(Tone.DANGER)
        self._notice.set_words(what, why)
        self._notice.setVisible(True)

    def _on_print(self) -> None:
        if self._prepared is None:
            return
        print_paper(self._desk, self, self._prepared, self._on_printed, self._on_not_printed)

    def _on_printed(self) -> None:
        self._prepared = None
        self.accept()

    def _on_not_printed(self, error: FastholdError) -> None:
        if isinstance(error, Refused):
            self._refuse(error)
        else:
            self._tell(_("The paper was not printed."), str(error))

    def _on_save_clicked(self) -> None:
        ask_where(self._desk, self, self.save_into, protected=self._protect.isChecked())
