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
from ui.common.notice import Notice
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
    """Says what is wrong with a file, and offers `again` or `other`; hidden while all is well."""

    def __init__(self, again: Button, other: Button) -> None:
        super().__init__(Tone.DANGER, "")
        self.setObjectName("trouble")
        self.setVisible(False)
        self._again, self._other = again, other
        self.set_acts((again, other))

    def show_error(self, error: BaseException) -> None:
        """Show `error`; what is no expected trouble is raised as the bug it is."""
        if not isinstance(error, FastholdError):
            raise error
        what = _WHAT.get(type(error))
        self.set_words(*((_(what), str(error)) if what else (str(error), "")))
        self._again.setVisible(not isinstance(error, _LASTING))
        self.setVisible(True)

    def clear(self) -> None:
        """Say nothing any more."""
        self.setVisible(False)
