"""After a withdrawal: what stopped at once, and who should be told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from app.domain.consent import Stopped
from app.domain.language import _, ngettext
from app.domain.words import joined
from ui.common.button import Button, Kind
from ui.common.dialog import Dialog
from ui.common.fonts import Role
from ui.common.icons import IconLabel
from ui.common.rows import Row, RowList
from ui.common.text import Text
from ui.common.tokens import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Afterwards:
    """What can be done once a consent is withdrawn: note how it came about, tell others."""

    log: Callable[[], object]
    make_tasks: Callable[[Sequence[str]], object]


def tell_withdrawn(parent: QWidget, stopped: Stopped, acts: Afterwards) -> Dialog:
    """Open the list of what a withdrawal stopped; it has happened already."""
    dialog = Dialog(_("The consent is withdrawn"), parent, width=560)
    dialog.body.addWidget(
        Text(_("This holds from now on. Nothing of it has to be confirmed."), Role.BODY, wrap=True)
    )
    dialog.body.addWidget(_happened(stopped))
    if stopped.tell:
        words = _("These should be told, by you or by the citizen: {names}.")
        told = Text(words.format(names=joined(stopped.tell)), Role.BODY, wrap=True)
        told.setObjectName("tell")
        dialog.body.addWidget(told)
    dialog.body.addStretch(1)
    log = dialog.add_button(Button(_("Log how it came about"), icon="phone"))
    log.clicked.connect(dialog.accept)
    log.clicked.connect(lambda: acts.log())
    log.setObjectName("log_withdrawal")
    if stopped.tell:
        task = Button(
            ngettext("Make a task of it", "Make a task of each", len(stopped.tell)),
            icon="list-checks",
        )
        task.clicked.connect(lambda: acts.make_tasks(stopped.tell))
        task.clicked.connect(dialog.accept)
        dialog.add_button(task).setObjectName("add_task")
    close = Button(_("Close"), Kind.PRIMARY, pressed=dialog.accept)
    dialog.add_button(close).setObjectName("close")
    close.setFocus()
    dialog.open()
    return dialog


def stopped_lines(stopped: Stopped) -> tuple[str, ...]:
    """Return, in words, everything a withdrawal stopped."""
    lines = [_("You may no longer work on this with the citizen.")] if stopped.everything else []
    if stopped.cells:
        lines.append(
            ngettext("{n} field is closed.", "{n} fields are closed.", stopped.cells).format(
                n=stopped.cells
            )
        )
    lines += [
        _("The roundtable of {day} is stopped.").format(day=day) for day in stopped.roundtables
    ]
    if stopped.links_cleared:
        lines.append(_("The link to the flag is cut."))
    return tuple(lines or [_("Nothing rested on it.")])


def _happened(stopped: Stopped) -> RowList:
    rows = [
        Row(line, leading=IconLabel("circle-x", Token.DANGER, 18), opens=False, role=Role.BODY)
        for line in stopped_lines(stopped)
    ]
    return RowList(rows)
