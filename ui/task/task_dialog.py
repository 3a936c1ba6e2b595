"""The form of a task, and the two ways to open it."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.consent import CitizenId
from app.domain.draft import DraftKind
from app.domain.language import _
from app.domain.task import LONGEST_LEAD, TaskDraft, TaskId, TaskRow, TaskSubject
from app.domain.words import quoted, short_weekday_and_day
from ui.common.choice_field import ChoiceField
from ui.common.day_field import DayField
from ui.common.desk import Desk
from ui.common.draft_memory import DraftMemory
from ui.common.form import Form
from ui.common.form_dialog import FormDialog
from ui.common.number_field import NumberField
from ui.common.removal import Removal, offer_removal
from ui.common.text_field import TextField
from ui.task.subject_field import SubjectField

Subjects = tuple[tuple[TaskSubject, str, str], ...]  # kind, id as text, name to show


class TaskDialog(FormDialog[TaskDraft]):
    """What, who, by when, and what it is about."""

    def __init__(
        self,
        desk: Desk,
        title: str,
        draft: TaskDraft,
        submit: Callable[[TaskDraft], object],
        parent: QWidget | None = None,
        *,
        subjects: Subjects,
        memory: DraftMemory,
    ) -> None:
        self._today = desk.services.today.day
        self._subjects = subjects
        super().__init__(title, draft, submit, parent, memory=memory)

    @override
    def build(self, form: Form) -> None:
        form.add("what", _("What is to be done?"), TextField())
        form.add("who", _("Who does it?"), TextField(), _("Leave it empty if it is you."))
        form.add("due_on", _("By when?"), DayField(self._today, by=True))
        before = _("It is shown on Today from then on. Leave it empty for the day itself.")
        lead = NumberField(0, LONGEST_LEAD, unit=_("days before"))
        form.add("lead_days", _("Remind me"), lead, before)
        kind = form.add("subject", _("What is it about?"), SubjectField())
        self._which = form.add("subject_id", _("Which one?"), ChoiceField(placeholder=_("Choose")))
        kind.settled.connect(self._narrow)

    def _narrow(self, kind: str) -> None:
        """Let only what is of this kind be chosen; one's own task is about nothing else."""
        self._which.set_options([(key, name) for code, key, name in self._subjects if code == kind])
        if (cell := self._which.parentWidget()) is not None:
            cell.setVisible(kind != TaskSubject.OWN)


def new_task(
    desk: Desk,
    parent: QWidget,
    draft: TaskDraft | None = None,
    citizen_id: CitizenId | None = None,
) -> TaskDialog:
    """Open the form of a new task; `citizen_id` if it is about a citizen's follow-up."""
    tasks = desk.services.task
    dialog = TaskDialog(
        desk,
        _("New task"),
        draft or TaskDraft(),
        tasks.add_task,
        parent,
        subjects=tasks.subjects(),
        memory=desk.memory(DraftKind.TASK, "", citizen_id),
    )
    dialog.saved.connect(lambda made: _say_when_due(desk, made))
    dialog.open()
    return dialog


def edit_task(
    desk: Desk, parent: QWidget, task_id: UUID, citizen_id: CitizenId | None = None
) -> TaskDialog:
    """Open the form of a task that is there, to correct or remove it."""
    tasks, found = desk.services.task, TaskId(task_id)
    draft = tasks.task_draft(found)
    memory = desk.memory(DraftKind.TASK, task_id.hex, citizen_id)
    dialog = TaskDialog(
        desk,
        _("Correct the task"),
        draft,
        lambda typed: tasks.correct_task(found, typed),
        parent,
        subjects=_with_own(tasks.subjects(), draft, tasks.task(found)),
        memory=memory,
    )
    offer_removal(dialog, task_removal(desk, found, draft.what, memory))
    dialog.saved.connect(lambda _none: _say_when_due(desk, found))
    dialog.open()
    return dialog


def task_removal(
    desk: Desk, task_id: TaskId, what: str, memory: DraftMemory | None = None
) -> Removal:
    """Return how the task is removed."""

    def remove() -> None:
        desk.services.task.remove_task(task_id)
        if memory is not None:
            memory.drop()
        desk.message.say(_("The task is removed."))

    return Removal(
        "remove_task",
        _("Remove this task?"),
        _("{what} goes away and cannot be brought back.").format(what=quoted(what)),
        _("Remove the task"),
        remove,
    )


def _say_when_due(desk: Desk, task_id: TaskId) -> None:
    """Say that it is saved, for a list of the next days alone may not show it."""
    day = short_weekday_and_day(desk.services.task.task(task_id).due_on)
    desk.message.say(_("The task is saved. It is due {day}.").format(day=day))


def _with_own(subjects: Subjects, draft: TaskDraft, row: TaskRow) -> Subjects:
    """Offer also what the task is about already, when nothing new may be about it any more."""
    known = {key for _kind, key, _name in subjects}
    if not draft.subject_id or draft.subject_id in known:
        return subjects
    return (*subjects, (row.subject, draft.subject_id, row.about))
