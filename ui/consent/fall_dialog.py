"""After a consent fell: what stopped at once, what had been shared, and who is told of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from app.domain.consent_fall import (
    ROUTE_LABELS,
    Fall,
    FallId,
    FallKind,
    FallNoteDraft,
    StopKind,
)
from app.domain.language import N_, _, ngettext
from app.domain.problem import Rejected
from app.domain.typed import write_day
from app.domain.words import joined, long_day
from ui.common.button import Button, Kind, Size
from ui.common.chips import ChipsField
from ui.common.day_field import DayField
from ui.common.dialog import Dialog
from ui.common.fonts import Role
from ui.common.form import Form
from ui.common.icons import IconLabel
from ui.common.rows import Row, RowList
from ui.common.segments import SegmentField
from ui.common.text import Text
from ui.common.tokens import Token

_TITLES: dict[FallKind, str] = {
    FallKind.WITHDRAWN: N_("The consent is withdrawn"),
    FallKind.INVALID: N_("This consent never held"),
    FallKind.EXPIRED: N_("The consent has run out"),
    FallKind.FULFILLED: N_("The purpose is reached"),
}
_MEANINGS: dict[FallKind, str] = {
    FallKind.WITHDRAWN: N_("This holds from now on. Nothing of it has to be confirmed."),
    FallKind.INVALID: N_(
        "It was recorded by mistake, so nothing may be done on it. If something was shared, tell "
        "the citizen, and ask your data protection adviser whether it is a breach."
    ),
    FallKind.EXPIRED: N_("Its last day is over. Ask the citizen before you go on."),
    FallKind.FULFILLED: N_("What it was for is done, so it is closed. Nobody has to be told."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Afterwards:
    """What can be done once a consent fell: note how and who was told, log it, make tasks of it."""

    note: Callable[[FallId, FallNoteDraft], object]
    log: Callable[[], object]
    make_tasks: Callable[[Sequence[str]], object]
    today: Callable[[], date]


class FallDialog(Dialog):
    """Lists what stopped; it has happened already. Asks by what route, and who was told."""

    def __init__(self, parent: QWidget, fall: Fall, acts: Afterwards) -> None:
        super().__init__(_(_TITLES[fall.kind]), parent, width=600)
        self._fall, self._acts = fall, acts
        self.form = Form(gap=12)
        self.body.addWidget(Text(_(_MEANINGS[fall.kind]), Role.BODY, wrap=True))
        self.body.addWidget(_list_of(stopped_lines(fall), "circle-x", Token.DANGER))
        self._add_shared()
        self._add_tell()
        self._add_form()
        self.body.addStretch(1)
        self._add_buttons()

    def save(self) -> None:
        """Save how it came about and who was told."""
        try:
            self._acts.note(self._fall.id, self.form.draft(FallNoteDraft))
        except Rejected as rejection:
            self.form.show_problems(rejection.problems)
        else:
            self.accept()

    def _add_shared(self) -> None:
        if self._fall.kind is not FallKind.INVALID:
            return
        shared = self._fall.shared
        head = _("This was shared on it:") if shared else _("Nothing was shared on it.")
        self.body.addWidget(Text(head, Role.ROW_TITLE, wrap=True))
        if shared:
            self.body.addWidget(_list_of(shared, "file-text", Token.INK2))

    def _add_tell(self) -> None:
        if not self._fall.untold:
            return
        words = _("These should be told, by you or by the citizen: {names}.")
        names = joined([one.name for one in self._fall.untold])
        told = Text(words.format(names=names), Role.BODY, wrap=True)
        told.setObjectName("tell")
        self.body.addWidget(told)

    def _add_form(self) -> None:
        fall, form = self._fall, self.form
        if fall.kind is FallKind.WITHDRAWN:
            routes = tuple((code.value, _(label)) for code, label in ROUTE_LABELS.items())
            form.add("route", _("How the citizen took it back"), SegmentField(routes))
        if fall.tell:
            names = tuple((one.party_id.hex, one.name) for one in fall.tell)
            form.add("told", _("Told already"), ChipsField(names, many=True))
            form.add("told_on", _("Told on"), DayField(self._acts.today))
        form.show_draft(
            FallNoteDraft(
                route=fall.route.value if fall.route else "",
                told=tuple(one.party_id.hex for one in fall.tell if one.told_on),
                told_on=write_day(self._acts.today()),
            )
        )
        self.body.addWidget(form)
        log = Button(_("Log it as a contact"), Kind.QUIET, icon="phone", size=Size.COMPACT)
        log.setObjectName("log_withdrawal")
        log.clicked.connect(self.accept)
        log.clicked.connect(lambda: self._acts.log())
        log.setVisible(fall.kind is FallKind.WITHDRAWN)
        self.body.addWidget(log)

    def _add_buttons(self) -> None:
        untold = [one.name for one in self._fall.untold]
        if untold:
            words = ngettext("Make a task of it", "Make a task of each", len(untold))
            task = Button(words, icon="list-checks")
            task.clicked.connect(lambda: self._acts.make_tasks(untold))
            task.clicked.connect(self.accept)
            self.add_button(task).setObjectName("add_task")
        asks = self._fall.kind is FallKind.WITHDRAWN or bool(self._fall.tell)
        close = Button(_("Close"), Kind.SECONDARY if asks else Kind.PRIMARY, pressed=self.accept)
        self.add_button(close).setObjectName("close")
        if asks:
            save = Button(_("Save this"), Kind.PRIMARY, keys="Ctrl+Enter", pressed=self.save)
            self.add_button(save).setObjectName("save")
        close.setFocus()


def tell_fallen(parent: QWidget, fall: Fall, acts: Afterwards) -> FallDialog:
    """Open the list of what a fallen consent stopped."""
    dialog = FallDialog(parent, fall, acts)
    dialog.open()
    return dialog


def stopped_lines(fall: Fall) -> tuple[str, ...]:
    """Return, in words, everything that stopped."""
    lines = [_("You may no longer work on this with the citizen.")] if fall.everything else []
    if fall.cells:
        text = ngettext("{n} field is closed.", "{n} fields are closed.", fall.cells)
        lines.append(text.format(n=fall.cells))
    lines += _named_lines(fall)
    if fall.forms:
        text = ngettext(
            "{n} unfinished form is dropped.", "{n} unfinished forms are dropped.", fall.forms
        )
        lines.append(text.format(n=fall.forms))
    if fall.links_cleared:
        lines.append(_("The link to the flag is cut."))
    return tuple(lines or [_("Nothing rested on it.")])


def _named_lines(fall: Fall) -> list[str]:
    lines = [
        _("The roundtable of {day} is stopped.").format(day=long_day(stop.day))
        for stop in fall.stopped(StopKind.ROUNDTABLE)
        if stop.day
    ]
    lines += [
        _("{party} no longer takes part in the roundtable of {day}.").format(
            party=stop.words, day=long_day(stop.day)
        )
        for stop in fall.stopped(StopKind.SEAT)
        if stop.day
    ]
    lines += [
        _("The task “{what}” is stopped.").format(what=stop.words)
        for stop in fall.stopped(StopKind.TASK)
    ]
    return lines


def _list_of(lines: Sequence[str], icon: str, ink: Token) -> RowList:
    rows = [
        Row(line, leading=IconLabel(icon, ink, 18), opens=False, role=Role.BODY, wrap=True)
        for line in lines
    ]
    return RowList(rows)
