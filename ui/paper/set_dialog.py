"""Saving many papers in one go: what is in the set, how far it is, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.language import _, language, ngettext
from app.domain.paper_set import SavedSet, SetPaper
from ui.common.bars import TimeBar
from ui.common.button import Button, Kind
from ui.common.choose_file import choose_folder
from ui.common.desk import Desk
from ui.common.dialog import Dialog
from ui.common.errors import show_error
from ui.common.fonts import Role
from ui.common.notice import Notice
from ui.common.segments import Segments, name_parts
from ui.common.tasks import Progress
from ui.common.text import Text
from ui.common.tokens import Token, Tone

_WIDTH = 600
_SPOKEN = (("da", "Dansk"), ("en", "English"))  # each is named in itself


class PaperSetDialog(Dialog):
    """Saves the papers beside the window's thread; Cancel stops after the one that is being made.

    What is saved stays, and saving again in the same folder goes on where it was stopped.
    """

    def __init__(
        self, desk: Desk, title: str, papers: Sequence[SetPaper], parent: QWidget | None = None
    ) -> None:
        super().__init__(title, parent, width=_WIDTH)
        self._desk, self._papers = desk, papers
        self._progress: Progress | None = None
        self._spoken = Segments(_SPOKEN, name=_("Language of the papers"))
        name_parts("spoken", _("Language of the papers"), self._spoken.parts())
        self._spoken.set_value("en" if language() == "en" else "da")
        self._bar = TimeBar((max(len(papers), 1),))
        self._far = Text("", Role.SECONDARY, tone=Token.INK2)
        self._notice = Notice(Tone.OK, "")
        self._refused = Text("", Role.SECONDARY, wrap=True)
        # i18n: Danish: »Vælg mappe og gem …«
        self._save = Button(_("Choose a folder and save …"), Kind.PRIMARY, pressed=self._choose)
        self._save.setObjectName("save_set")
        self._leave = Button(_("Cancel"), keys="Esc", pressed=self.reject)
        self._leave.setObjectName("cancel")
        self._build()

    def save_into(self, folder: Path) -> None:
        """Begin to save in `folder`, or go on there."""
        service, papers, spoken = self._desk.services.paper_set, self._papers, self._spoken.value()
        progress = self._progress = Progress(self)
        progress.advanced.connect(self._on_advanced)
        self._show_working(working=True)
        self._notice.setVisible(False)
        self._desk.tasks.run(
            lambda: service.save(papers, folder, spoken, progress.report),
            owner=self,
            done=self._on_saved,
            failed=self._on_failed,
        )

    @override
    def reject(self) -> None:
        if self._progress is None:
            super().reject()
            return
        self._progress.cancel()
        self._show_working(working=False)
        self._tell(
            Tone.WARN,
            _("Stopped. What is saved stays."),
            # i18n: Danish: »Gem igen i samme mappe for at fortsætte.«
            _("Save again in the same folder to go on."),
        )

    def _build(self) -> None:
        count = len(self._papers)
        words = ngettext("{n} paper, numbered", "{n} papers, numbered", count).format(n=count)
        # i18n: Danish: »Hvert dokument spørger selv samtykket. Det, der ikke må gives videre,
        # bliver sprunget over, og du ser hvorfor. Filnavnene fortæller intet om personen.«
        how = _(
            "Each paper asks the consent by itself. What may not be handed over is left out, and "
            "you see why. The files' names tell of nobody."
        )
        nothing = _("There is no paper to save yet.")
        self.body.addWidget(Text(f"{words}. {how}" if count else nothing, Role.BODY, wrap=True))
        self.body.addWidget(self._spoken)
        self.body.addWidget(self._bar)
        self.body.addWidget(self._far)
        self.body.addWidget(self._notice)
        self.body.addWidget(self._refused)
        self.body.addStretch(1)
        self.add_button(self._leave)
        self.add_button(self._save)
        self._save.setEnabled(count > 0)
        self._notice.setVisible(False)
        self._refused.setVisible(False)
        self._show_working(working=False)

    def _choose(self) -> None:
        # i18n: Danish: »Hvor skal dokumenterne gemmes?«
        choose_folder(self, _("Where are the papers saved?"), Path.home(), self.save_into)

    def _show_working(self, *, working: bool) -> None:
        if not working:
            self._progress = None
        self._bar.setVisible(working)
        self._far.setVisible(working)
        self._save.setEnabled(not working and bool(self._papers))
        self._spoken.setEnabled(not working)

    def _on_advanced(self, done: int, total: int) -> None:
        self._bar.set_done(done)
        self._far.setText(_("{done} of {total}").format(done=done, total=total))

    def _on_saved(self, saved: SavedSet) -> None:
        self._show_working(working=False)
        self._leave.setText(_("Close"))
        words = ngettext("{n} paper is saved.", "{n} papers are saved.", saved.saved)
        there = ngettext("{n} was there already.", "{n} were there already.", saved.there)
        told = there.format(n=saved.there) if saved.there else ""
        self._tell(Tone.OK, words.format(n=saved.saved), told)
        left = [f"{each.label}: {each.why}" for each in saved.refused]
        # i18n: Danish: »Ikke gemt:«
        self._refused.setText("\n".join((_("Not saved:"), *left)) if left else "")
        self._refused.setVisible(bool(left))
        self.fit()

    def _on_failed(self, error: BaseException) -> None:
        self._show_working(working=False)
        show_error(self, error)

    def _tell(self, tone: Tone, what: str, why: str) -> None:
        self._notice.set_tone(tone)
        self._notice.set_words(what, why)
        self._notice.setVisible(True)
        self.fit()
