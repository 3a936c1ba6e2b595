"""How it goes for Nancy, week by week, in her own numbers and words."""

from __future__ import annotations

from datetime import date, timedelta

from app.bootstrap import Services
from app.demo.days import MadeUpClock, typed
from app.domain.followup import FollowupId
from app.domain.measure import AdjustmentInPlace, InPlace, MeasureDraft, write_in_place

# Weeks before today: work ability, energy, concentration, confidence, worked, agreed, sentence.
# An empty text was not asked that week.
WEEKS = (
    (3, ("3", "2", "3", "5", "6", "8"), "Jeg bliver hurtigt træt"),
    (2, ("3", "", "3", "5", "8", "8"), ""),
    (1, ("4", "4", "4", "6", "10", "10"), ""),
    (0, ("5", "4", "5", "7", "4", "10"), "Jeg kan holde fokus en time ad gangen"),
)
STATES = ((InPlace.PARTLY, InPlace.YES, InPlace.NO), (InPlace.YES, InPlace.YES, InPlace.PARTLY))


def measure(services: Services, clock: MadeUpClock, followup_id: FollowupId, today: date) -> None:
    """Log a measure a week, up to today."""
    for before, (ability, energy, focus, hope, worked, planned), sentence in WEEKS:
        day = today - timedelta(weeks=before)
        clock.go_to(day)
        asked = services.measure.asked_adjustments(followup_id)
        states = STATES[before == 0] if asked else ()
        services.measure.log_measure(
            followup_id,
            MeasureDraft(
                day=typed(day),
                work_ability=ability,
                energy=energy,
                concentration=focus,
                confidence=hope,
                worked_hours=worked,
                planned_hours=planned,
                sentence=sentence,
                adjustments=tuple(
                    write_in_place(AdjustmentInPlace(adjustment=said, in_place=state))
                    for said, state in zip(asked, states, strict=False)
                ),
            ),
        )
