"""What a doctor may hear back about a flag: what the citizen allowed, else nothing at all.

A paper never tells whether the citizen has rung. Everything that could follow from it - no news
yet, rung but no leave to tell, rung and advised - is the same status and the same words, whatever
the doctor and the consultant had agreed before.
"""

from __future__ import annotations

from app.domain.flag_choice import CloseReason, FlagStatus
from app.domain.language import N_, _, ngettext

# i18n: Danish: »Intet at melde tilbage.«
NOTHING = N_("Nothing to report.")
# i18n: Danish: »Vi har kontakt med borgeren.«
IN_CONTACT = N_("We are in contact with the citizen.")
# i18n: Danish: »Rundbord er holdt, og der er lagt en plan.«
PLAN_MADE = N_("A roundtable has been held, and a plan has been made.")

# Only what the doctor told us; "citizen advised" is not among them, for that the citizen told us.
CLOSED_TEXTS: dict[CloseReason, str] = {
    CloseReason.ADVICE_ONLY: N_("Advice was given. The flag is closed."),
    CloseReason.PATIENT_DECLINED: N_("The patient said no. The flag is closed."),
    CloseReason.NO_LONGER_NEEDED: N_("Help is no longer needed. The flag is closed."),
}
_WITH_THE_DOCTOR = (FlagStatus.RAISED, FlagStatus.DOCTOR_ASKS)


def feedback_line(
    status: FlagStatus,
    close_reason: CloseReason | None,
    *,
    feedback_allowed: bool,
    roundtable_final: bool,
    asked_days: int,
) -> tuple[FlagStatus, str]:
    """Return the status and the words for the screen, where the doctor is still to be asked."""
    if status in _WITH_THE_DOCTOR:
        return status, ask(asked_days)
    return paper_line(
        status,
        close_reason,
        feedback_allowed=feedback_allowed,
        roundtable_final=roundtable_final,
    )


def paper_line(
    status: FlagStatus,
    close_reason: CloseReason | None,
    *,
    feedback_allowed: bool,
    roundtable_final: bool,
) -> tuple[FlagStatus, str]:
    """Return the status and the words for paper: no days, and nothing nobody allowed."""
    shown = on_paper(status, close_reason, feedback_allowed=feedback_allowed)
    if shown is FlagStatus.CLOSED and close_reason is not None:
        return shown, _(CLOSED_TEXTS[close_reason])
    if shown is FlagStatus.CONSENTED:
        parts = (IN_CONTACT, PLAN_MADE) if roundtable_final else (IN_CONTACT,)
        return shown, " ".join(_(part) for part in parts)
    return shown, _(NOTHING)


def on_paper(
    status: FlagStatus, close_reason: CloseReason | None, *, feedback_allowed: bool
) -> FlagStatus:
    """Return the status a paper shows; whatever nobody allowed to tell is awaited."""
    if status is FlagStatus.CLOSED and close_reason in CLOSED_TEXTS:
        return FlagStatus.CLOSED
    if status is FlagStatus.CONSENTED and feedback_allowed:
        return FlagStatus.CONSENTED
    return FlagStatus.AWAITING


def untold_line(shown: FlagStatus) -> tuple[FlagStatus, str] | None:
    """Return what paper says of a line that was not read out at the visit: nothing to report, as
    of every flag that waits; or None for one the doctor closed, of which nothing is awaited."""
    return None if shown is FlagStatus.CLOSED else (FlagStatus.AWAITING, _(NOTHING))


def is_told(shown: FlagStatus) -> bool:
    """Return whether a line shown under this status tells the doctor anything."""
    return shown in (FlagStatus.CONSENTED, FlagStatus.CLOSED)


def ask(days: int) -> str:
    """Return the question that is due when the doctor was to talk to the patient."""
    if days < 1:
        return _("Ask: have you had a chance to talk to the patient?")
    # i18n: Danish: »Spørg: Har I fået talt med patienten? Vi har ikke hørt noget i 42 dage.«
    return ngettext(
        "Ask: have you had a chance to talk to the patient? We have heard nothing for {n} day.",
        "Ask: have you had a chance to talk to the patient? We have heard nothing for {n} days.",
        days,
    ).format(n=days)
