"""Somebody says a code: a citizen who rings, or a doctor in the room. No name stands where a code
is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.flag import FlagCard
from app.domain.language import _
from app.domain.practice import PracticeId
from app.domain.problem import Problem, Rejected
from ui.common.fonts import Role
from ui.common.form import Form
from ui.common.form_dialog import FormDialog
from ui.common.text import Text
from ui.common.text_field import TextField

if TYPE_CHECKING:
    from app.services.flag import FlagService


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeDraft:
    """The code as it was said."""

    code: str = ""


class CodeDialog(FormDialog[CodeDraft]):
    """Asks for the code; `find` returns its flag, or raises `Rejected`. `saved` brings the flag."""

    def __init__(
        self, title: str, words: str, find: Callable[[str], FlagCard], parent: QWidget | None = None
    ) -> None:
        self._words = words
        super().__init__(
            title,
            CodeDraft(),
            lambda draft: find(draft.code),
            parent,
            save_text=_("Go on"),
            width=480,
        )

    @override
    def build(self, form: Form) -> None:
        form.add_widget(Text(self._words, Role.SECONDARY, wrap=True))
        form.add("code", _("Code"), TextField(placeholder="K7-QX"))


def flag_said(flags: FlagService, code: str, practice_id: PracticeId | None = None) -> FlagCard:
    """Return the flag whose code is said, of one practice if given; raise `Rejected`, with the
    codes it may have been, if there is none."""
    found = _of(practice_id, flags.find_by_code(code))
    if found is not None:
        return found
    near = [one for one in flags.codes_like(code) if _of(practice_id, flags.find_by_code(one))]
    words = _("No flag has this code. Ask for it sign by sign.")
    if near:
        words = _("No flag has this code. Was it {codes}?").format(codes=" / ".join(near))
    elif practice_id is not None:
        words = _("No flag of this practice has this code. Ask for it sign by sign.")
    raise Rejected([Problem("code", words)])


def _of(practice_id: PracticeId | None, card: FlagCard | None) -> FlagCard | None:
    elsewhere = card is not None and practice_id not in (None, card.practice_id)
    return None if elsewhere else card
