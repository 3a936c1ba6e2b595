"""The words of the slip in one language."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.guard import About, Finding, Piecewise, find_traces
from app.domain.language import _
from app.domain.slip import BODY_LIMIT, SlipDraft, SlipLanguage, without_braces
from ui.common.check import CheckField
from ui.common.draft_memory import DraftMemory
from ui.common.fonts import Role
from ui.common.form import Form
from ui.common.form_dialog import FormDialog
from ui.common.guarded import GuardedLine, GuardedNote
from ui.common.notice import Notice
from ui.common.text import Text
from ui.common.tokens import Tone

_WORDS = ("title", "lead", "body")


class SlipDialog(FormDialog[SlipDraft]):
    """Heading, lead and body. Of a text a machine `translated` it asks whether a speaker of the
    language has read it; whoever changes a word takes that back."""

    def __init__(
        self,
        title: str,
        draft: SlipDraft,
        submit: Callable[[SlipDraft], object],
        parent: QWidget | None = None,
        *,
        memory: DraftMemory | None = None,
        language: SlipLanguage,
        translated: bool,
    ) -> None:
        self._language, self._translated = language, translated
        super().__init__(title, draft, submit, parent, memory=memory, width=640)

    @override
    def build(self, form: Form) -> None:
        words = _(
            "Number, hours and code stand in a box of their own, whatever you write. They can stand"
            " in the text too: {number}, {hours} and {code} are filled in on each slip, and {days}"
            " is how long the note is kept."
        )
        form.add_widget(Text(words, Role.SECONDARY, wrap=True))
        nobody, traces = About.NOBODY, self._traces
        form.add("title", _("Heading"), GuardedLine(nobody, traces=traces))
        form.add("lead", _("Below the heading"), GuardedLine(nobody, traces=traces))
        each = _("Each line is a paragraph. {days} must stay: the slip promises it.")
        body = GuardedNote(nobody, rows=8, limit=BODY_LIMIT, traces=Piecewise(traces))
        form.add("body", _("Text"), body, each)
        if self._translated:
            self._ask_whether_read(form)

    def _traces(self, words: str) -> Sequence[Finding]:
        return find_traces(without_braces(words), language=self._language)

    def _ask_whether_read(self, form: Form) -> None:
        words = _("Have a speaker of the language read this before it is used.")
        why = _("A machine translated the shipped text. You answer for what the slip says.")
        form.add_widget(Notice(Tone.WARN, words, why))
        read = form.add(
            "read", "", CheckField(_("A speaker of the language has read these very words"))
        )
        for name in _WORDS:
            form.field(name).changed.connect(lambda: read.set_value(False))
