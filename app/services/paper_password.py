"""Whether a password may lock a paper."""

from __future__ import annotations

from app.domain.language import _
from app.domain.password import PasswordDraft
from app.domain.problem import Problem, Rejected
from app.reports.lock import fits
from app.system.passphrase import settle_passphrase


def settle_password(draft: PasswordDraft) -> str:
    """Return the password; raise `Rejected` if it is easily guessed, too long or not repeated."""
    try:
        password = settle_passphrase(draft.password)
    except Rejected as rejection:
        raise Rejected([Problem("password", one.text) for one in rejection.problems]) from None
    if not fits(password):
        raise Rejected([Problem("password", _("This is too long for a PDF. Write less."))])
    if draft.again != draft.password:
        raise Rejected([Problem("again", _("The two are not the same. Write it once more."))])
    return password
