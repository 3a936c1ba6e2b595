"""What to say, and what to offer, when a file cannot be opened or made."""

from __future__ import annotations

from app.domain.language import N_, _
from app.domain.problem import (
    DiskFull,
    FastholdError,
    FileDamaged,
    FileInUse,
    FileMissing,
    FileNotWritable,
    FileTooNew,
    NotOurFile,
)
from ui.common.button import Button
from ui.common.notice import Act, Notice
from ui.common.tokens import Tone

_WHAT: dict[type[FastholdError], str] = {
    FileMissing: N_("The file is not there."),
    NotOurFile: N_("This is another program's file."),
    FileTooNew: N_("The file is newer than this Fasthold."),
    FileDamaged: N_("The file cannot be opened as it is."),
    FileInUse: N_("The file is open elsewhere."),
    FileNotWritable: N_("Fasthold may not write here."),
    DiskFull: N_("The disk is full."),
}
# Trying the same again changes nothing about these.
_LASTING = (NotOurFile, FileTooNew, FileDamaged)


class TroubleNotice(Notice):
    """Says what is wrong with a file, and offers to do it `again` or to take the `other` way."""

    def __init__(self, error: BaseException, again: Act, other: Act) -> None:
        if not isinstance(error, FastholdError):
            raise error  # no expected trouble, but a bug
        what = _WHAT.get(type(error))
        words = (_(what), str(error)) if what else (str(error), "")
        acts = [Button(text, pressed=pressed) for text, pressed in (again, other)]
        acts[0].setVisible(not isinstance(error, _LASTING))
        super().__init__(Tone.DANGER, *words, acts=acts)
        self.setObjectName("trouble")
