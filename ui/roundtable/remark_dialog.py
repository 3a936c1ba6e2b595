"""The forms of a point of the agenda and of a remark."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.agenda import LONGEST_POINT, PointDraft
from app.domain.audience import AUDIENCE_LABELS, FOR_EMPLOYER, Audience
from app.domain.guard import About, Finding, find_traces
from app.domain.language import _
from app.domain.remark import RemarkDraft
from ui.common.choice_field import ChoiceField
from ui.common.draft_memory import DraftMemory
from ui.common.form import Form
from ui.common.form_dialog import FormDialog
from ui.common.guarded import GuardedLine
from ui.common.number_field import NumberField
from ui.common.segments import Options


class PointDialog(FormDialog[PointDraft]):
    """What is talked about, and how long."""

    @override
    def build(self, form: Form) -> None:
        form.add("title", _("Point"), GuardedLine(About.CITIZEN))
        form.add("minutes", _("Minutes"), NumberField(1, LONGEST_POINT, unit=_("minutes")))


class RemarkDialog(FormDialog[RemarkDraft]):
    """The words, and who may read them."""

    def __init__(
        self,
        title: str,
        draft: RemarkDraft,
        submit: Callable[[RemarkDraft], object],
        parent: QWidget | None = None,
        *,
        memory: DraftMemory | None = None,
    ) -> None:
        super().__init__(title, draft, submit, parent, memory=memory)
        self._read_again()

    @override
    def build(self, form: Form) -> None:
        self._readers = ChoiceField(reader_options())
        self._text = GuardedLine(About.CITIZEN, traces=self._traces)
        form.add("text", _("Remark"), self._text)
        form.add("audience", _("Who may read it"), self._readers, reader_hint())
        self._readers.changed.connect(self._read_again)

    def _read_again(self) -> None:
        """Let the guard read the words for whom they are now."""
        self._text.set_value(self._text.value())

    def _traces(self, text: str) -> Sequence[Finding]:
        code = str(self._readers.value()) or Audience.OWN.value
        about = About.EMPLOYER if Audience(code) in FOR_EMPLOYER else About.CITIZEN
        return find_traces(text, about=about)


def reader_options() -> Options:
    """Return who may read a line, to choose among."""
    return [(audience.value, _(label)) for audience, label in AUDIENCE_LABELS.items()]


def reader_hint() -> str:
    """Return what choosing a reader means."""
    # i18n: Danish: »Samtykket afgør stadig, hvad der kommer med på arket. …«
    return _(
        "The consent still decides what comes onto a sheet. What somebody else reads, the citizen "
        "reads too."
    )
