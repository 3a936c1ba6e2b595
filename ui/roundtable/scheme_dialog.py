"""The form of a scheme: which, how far one has come, who applies, and what the scheme gives."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.guard import About
from app.domain.language import _
from app.domain.scheme import OTHER, SCHEME_LABELS, Scheme, SchemeDraft, about_scheme
from ui.common.choice_field import ChoiceField
from ui.common.dated_dialog import DatedDialog, Day
from ui.common.day_field import DayField
from ui.common.draft_memory import DraftMemory
from ui.common.fonts import Role
from ui.common.form import Form
from ui.common.guarded import GuardedLine
from ui.common.segments import Options
from ui.common.text import Text
from ui.common.tokens import Token


class SchemeDialog(DatedDialog[SchemeDraft]):
    """What is done about a scheme. What the chosen one gives stands under it."""

    def __init__(
        self,
        title: str,
        known: Sequence[Scheme],
        draft: SchemeDraft,
        submit: Callable[[SchemeDraft], object],
        today: Day,
        parent: QWidget | None = None,
        *,
        memory: DraftMemory | None = None,
    ) -> None:
        self._known = tuple(known)
        super().__init__(title, draft, submit, today, parent, memory=memory)

    @override
    def build(self, form: Form) -> None:
        self._about = Text("", Role.SECONDARY, tone=Token.INK2, wrap=True)
        # i18n: Danish: »Vælg en ordning«
        which = ChoiceField(self._options(), placeholder=_("Choose a scheme"))
        form.add("scheme", _("Scheme"), which)
        form.add_widget(self._about)
        form.add("name", _("What is it called?"), GuardedLine(About.EMPLOYER))
        form.ask_if("name", "scheme", lambda code: code == OTHER)
        states = [(state.value, _(label)) for state, label in SCHEME_LABELS.items()]
        form.add("state", _("How far are you?"), ChoiceField(states))
        form.add("who", _("Who applies"), GuardedLine(About.EMPLOYER))
        # i18n: Danish: »Senest, eller dagen det skete«
        form.add("day", _("By when, or the day it happened"), DayField(self._today, by=True))
        form.changed.connect(self._say)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._say()
        super().showEvent(event)

    def _options(self) -> Options:
        # i18n: Danish: »En anden ordning«
        known = ((scheme.code, scheme.name) for scheme in self._known)
        return (*known, (OTHER, _("Another scheme")))

    def _say(self) -> None:
        code = str(self.form.field("scheme").value())
        chosen = next((scheme for scheme in self._known if scheme.code == code), None)
        words = about_scheme(chosen, self._today()) if chosen is not None else ""
        if words != self._about.text():
            self._about.setText(words)
            self._about.setVisible(bool(words))
            self.fit()
