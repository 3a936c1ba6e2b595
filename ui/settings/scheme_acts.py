"""What a hand can do with the list of schemes: look one up again, and say what was found."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.draft import DraftKind
from app.domain.guard import About
from app.domain.language import _
from app.domain.scheme import Scheme, scheme_of
from app.domain.scheme_check import SchemeCheckDraft
from ui.common.attempt import attempt
from ui.common.button import Button
from ui.common.dated_dialog import DatedDialog
from ui.common.day_field import DayField
from ui.common.desk import Desk
from ui.common.form import Form
from ui.common.guarded import GuardedNote
from ui.common.text_field import TextField


class SchemeCheckDialog(DatedDialog[SchemeCheckDraft]):
    """What the scheme gives, where that is written, and how long it holds."""

    @override
    def build(self, form: Form) -> None:
        # i18n: Danish: »Hvad den giver«
        form.add("line", _("What it gives"), GuardedNote(About.NOBODY, rows=3))
        written = _("For example the section of the act, and of which day its text is.")
        form.add("source", _("Where is it written?"), TextField(), written)
        form.add("last_checked", _("Last checked"), DayField(self._today))
        form.add(
            "certain_until",
            # i18n: Danish: »Gælder sikkert til og med«
            _("Certain to hold until"),
            DayField(self._today, by=True),
            # i18n: Danish: »Dagen før den ophører eller ventes ændret. Fra dagen efter står den
            # sidst, når du vælger en ordning, med besked om at undersøge den.«
            _(
                "The day before it ends, or is expected to change. From the day after it stands "
                "last when you choose a scheme, and says that it is to be checked."
            ),
        )


class SchemeActs:
    """Opens the form of a scheme over `parent`."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self._desk, self._parent = desk, parent
        self._schemes, self._today = desk.services.scheme, desk.services.today.day

    def check_scheme(self, code: str) -> None:
        """Open the form; what came with Fasthold can be taken back from it."""
        scheme = next(one for one in self._schemes.list_schemes() if one.code == code)
        memory = self._desk.memory(DraftKind.SCHEME_CHECK, code)
        dialog = SchemeCheckDialog(
            scheme.name,
            self._schemes.scheme_check_draft(code),
            partial(self._schemes.check_scheme, code),
            self._today,
            self._parent,
            memory=memory,
        )
        if scheme.is_own:
            self._offer_shipped(dialog, scheme)
        dialog.open()

    def resume(self, entity: str) -> bool:
        """Open the form an unfinished edit was typed in."""
        if scheme_of(entity) is None:
            return False
        self.check_scheme(entity)
        return True

    def _offer_shipped(self, dialog: SchemeCheckDialog, scheme: Scheme) -> None:
        found = self._schemes.scheme_check_draft(scheme.code)

        def go_back() -> None:
            dialog.throw_away()
            attempt(self._parent, partial(self._schemes.use_shipped_scheme, scheme.code))
            again = partial(self._schemes.check_scheme, scheme.code, found)
            # i18n: Danish: »Ordningen er igen som i Fasthold.«
            said = _("The scheme is again as it came with Fasthold.")
            self._desk.message.say(said, undo=lambda: attempt(self._parent, again))

        # i18n: Danish: »Som i Fasthold«
        button = Button(_("As it came"), icon="undo-2", pressed=go_back)
        button.setObjectName("use_shipped_scheme")
        dialog.add_left(button)
