"""The line under a citizen's name."""

from __future__ import annotations

from app.domain.flag_choice import EMPLOYMENT_LABELS
from app.domain.followup_sheet import FollowupSheet
from app.domain.language import _
from app.domain.words import long_day


def subtitle(sheet: FollowupSheet) -> str:
    """Return number, job, and what the follow-up started from; never a flag's code."""
    facts = sheet.facts
    parts = (
        # i18n: Danish: »Forløb 26-014«
        _("Follow-up {number}").format(number=sheet.row.number),
        _(EMPLOYMENT_LABELS[facts.employment]).lower(),
        facts.job_title,
        _("started {day}").format(day=long_day(sheet.row.started_on)),
        # i18n: Danish: »flagkoden vises ikke her«
        _("from a flag, whose code is not shown here") if sheet.from_flag else "",
    )
    return " · ".join(part for part in parts if part)
