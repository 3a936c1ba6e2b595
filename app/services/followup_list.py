"""The lines of the list of follow-ups: a few questions for all of them, none for each."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlmodel import Session

from app.data.followup_list import employer_names, find_listed, next_tasks
from app.domain.followup import FollowupId
from app.domain.followup_sheet import FollowupRow
from app.domain.words import joined


def listed_rows(session: Session, today: date, *, archived: bool) -> tuple[FollowupRow, ...]:
    """Return the follow-ups in the archive, or those that are not, newest number first."""
    employers, tasks = employer_names(session), next_tasks(session)
    return tuple(
        FollowupRow(
            id=FollowupId(UUID(one.followup)),
            number=one.number,
            citizen=one.citizen,
            employer=joined(employers.get(one.whose, ())),
            employment=one.employment,
            origin=one.origin,
            started_on=one.started_on,
            ended_on=one.ended_on,
            outcome=one.outcome,
            consent_live=one.consent_live,
            next_task=tasks.get(one.followup, ""),
            archived=archived,
        )
        for one in find_listed(session, today, archived=archived)
    )
