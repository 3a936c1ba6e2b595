"""The roundtables of the story: one held and finalised, one planned."""

from __future__ import annotations

from datetime import date, timedelta

from app.bootstrap import Services
from app.demo.days import CountedBack, MadeUpClock, typed
from app.domain.agenda import PointState
from app.domain.agreement import ActionDraft, AgreementDraft, StepDraft
from app.domain.followup import FollowupId
from app.domain.language import in_language
from app.domain.remark import RemarkDraft
from app.domain.roundtable import RoundtableDraft, RoundtableId
from app.domain.scheme import SchemeDraft

AGREEMENTS = (
    (
        "Kort koncentrationstid",
        "Ordrebehandling",
        "Rolig plads væk fra gennemgang. Kl. 9–11 uden telefon.",
        "Nærmeste leder",
    ),
    (
        "Begrænset udholdenhed",
        "Hele arbejdsdagen",
        "To korte pauser, lagt ind på forhånd. Krævende opgaver om formiddagen.",
        "Medarbejder",
    ),
    (
        "Overblik ved mange opgaver",
        "Kundehenvendelser",
        "Prioriteret liste hver morgen. Én opgave ad gangen.",
        "Nærmeste leder",
    ),
)
# What was said at the table: for whom, and the words. The last one is held: it tells of health.
REMARKS = (
    ("own", "Lederen virker presset. Ring til ham inden opfølgningen."),
    ("citizen", "Nancy vil selv sige til, hvis tre timer ad gangen bliver for meget."),
    (
        "doctor",
        "Arbejdspladsen kan give fri, hvis lægen skal se hende i arbejdstiden.",
    ),
    ("employer", "Mandag er den tunge dag. Ingen nye opgaver den dag."),
    ("all", "Planen ses efter, hvis et trin viser sig for stort."),
    ("employer", "Går til psykolog torsdag eftermiddag."),
)
NOT_REACHED = 1  # point of the agenda, counted from its end
ACTIONS = (
    ("Nærmeste leder", "Gør den rolige plads klar og aftaler telefonfri tid", 5),
    ("Medarbejder", "Noterer, hvilke tilpasninger der virker", 8),
    ("Kim Eksempelsen", "Undersøger tilskud til støjdæmpende udstyr", 16),
)
# Schemes of the plan: which, how far one has come, who sees to it, and days after the meeting.
SCHEMES = (
    ("partial_sick_leave", "applied", "Nærmeste leder", 0),
    ("work_aid", "to_apply", "Kim Eksempelsen", 22),
)


class Roundtables:
    """Holds what the citizens of the story meet for."""

    def __init__(self, services: Services, clock: MadeUpClock, today: date) -> None:
        self._services = services
        self._today = today
        self._back = CountedBack(clock, today)

    def of_nancy(self, followup_id: FollowupId) -> None:
        """Hold hers: agreed, said, finalised."""
        day = self._back.at(13)
        review = typed(self._back.day(13) + timedelta(weeks=6))
        roundtable_id = self._plan(
            followup_id,
            RoundtableDraft(
                agenda="roundtable",
                day=day,
                at="13.00",
                place="Hos arbejdsgiveren",
                review_on=review,
                review_at="13.00",
                duration="10–14 uger",
                colleagues_told=(
                    "Nancy er på nedsat tid i en periode og har en rolig plads."
                    " Spørg hende selv, hvis du er i tvivl om en opgave."
                ),
                disagreements=(
                    "Nancy vil gerne op på 25 timer før nytår. Lederen vil hellere blive på 20"
                    " timer så længe."
                ),
            ),
        )
        self._agree(roundtable_id, review)
        self._talk_at(roundtable_id)
        with in_language("da"):  # the tasks it makes are kept in the words of the day
            self._services.roundtable.finalise(roundtable_id)

    def _plan(self, followup_id: FollowupId, draft: RoundtableDraft) -> RoundtableId:
        """Plan it in Danish, as all that is made up: the template gives the agenda its words."""
        with in_language("da"):
            return self._services.roundtable.plan_roundtable(followup_id, draft)

    def _agree(self, roundtable_id: RoundtableId, review: str) -> None:
        parts = self._services.agreement
        for function, task, adjustment, owner in AGREEMENTS:
            parts.add_agreement(
                roundtable_id,
                AgreementDraft(
                    function=function,
                    task=task,
                    adjustment=adjustment,
                    first=typed(self._back.day(9)),
                    last=review,
                    review_on=review,
                    owner=owner,
                ),
            )
        monday = self._back.day(13) + timedelta(days=7 - self._back.day(13).weekday())
        for number, hours in enumerate(("10", "15", "20")):
            first = monday + timedelta(weeks=2 * number)
            parts.add_step(
                roundtable_id,
                StepDraft(first=typed(first), last=typed(first + timedelta(days=13)), hours=hours),
            )
        for who, what, days in ACTIONS:
            due = typed(self._today + timedelta(days=days))
            parts.add_action(roundtable_id, ActionDraft(who=who, what=what, due_on=due))
        for scheme, state, who, days in SCHEMES:
            day = typed(self._today + timedelta(days=days))
            draft = SchemeDraft(scheme=scheme, state=state, who=who, day=day)
            parts.add_scheme(roundtable_id, draft)

    def _talk_at(self, roundtable_id: RoundtableId) -> None:
        """Type what was said, and tick off what was reached: all but the last point but one."""
        for audience, words in REMARKS:
            draft = RemarkDraft(text=words, audience=audience)
            self._services.remark.add_remark(roundtable_id, draft)
        points = self._services.roundtable.roundtable(roundtable_id).agenda
        for place, point in enumerate(reversed(points)):
            if place != NOT_REACHED:
                self._services.agenda.mark_point(point.id, PointState.REACHED)

    def of_einer(self, followup_id: FollowupId) -> None:
        """Plan his, which lies ahead."""
        self._back.at(3)
        day = typed(self._today + timedelta(days=4))
        self._plan(
            followup_id,
            RoundtableDraft(agenda="roundtable", day=day, at="10.00", place="Hos arbejdsgiveren"),
        )
