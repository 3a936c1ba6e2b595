"""Three official test persons and how far they have come: one relayed, two with a follow-up."""

from __future__ import annotations

from datetime import date, timedelta

from app.bootstrap import Services
from app.demo.days import CountedBack, MadeUpClock, typed
from app.demo.measures import measure
from app.demo.practices import PRACTICES
from app.demo.roundtables import Roundtables
from app.domain.complexity import propose
from app.domain.consent import PartyId, RelayedDraft
from app.domain.contact import ContactDraft
from app.domain.flag import FlagCard
from app.domain.flag_choice import FlagStatus
from app.domain.followup import FollowupDraft, FollowupId
from app.domain.goal import GoalDraft
from app.domain.grant import GrantDraft
from app.domain.party import PartyDraft
from app.domain.task import TaskDraft
from app.domain.transfer import TransferDraft, write_key

NANCY = "Nancy Ann Test Berggren"
EINER = "Einer Test Lauridsen"
SCHWENDLUND = "Schwendlund Test Mosebryggersen"
PURPOSES = {
    "pass_on": "plan",
    "take_part": "roundtable",
    "obtain": "ability",
    "feedback": "feedback",
}
HELD_BACK = "At hun har søgt andet arbejde"
HELD_BACK_WHY = "Hun vil selv tale med lederen om det"


class People:
    """Lives what the citizens of the story go through."""

    def __init__(self, services: Services, clock: MadeUpClock, today: date) -> None:
        self._services = services
        self._clock = clock
        self._today = today
        self._back = CountedBack(clock, today)

    def live(self) -> None:
        """Bring all three to where they stand today."""
        nancy = self._begin_nancy()
        einer = self._begin_einer()
        tables = Roundtables(self._services, self._clock, self._today)
        tables.of_nancy(nancy)
        measure(self._services, self._clock, nancy, self._today)
        tables.of_einer(einer)
        self._relay_schwendlund()
        self._tasks(nancy, einer)
        self._copy(nancy)

    def _begin_nancy(self) -> FollowupId:
        flag = self._flag_of_first_practice()
        followup_id = self._services.followup.begin(
            FollowupDraft(
                name=NANCY,
                reach="00 00 00 11",
                safe_when="Hverdage efter kl. 15",
                given_on=self._back.at(27),
                form="written",
                received_by="Kim Eksempelsen",
                received_place="I lægehuset",
                told_voluntary=True,
                original_at="Kommunens fagsystem",
                origin="flag",
                employment="partly_sick",
                job_title="Ordrebehandler",
                weekly_hours="37",
                sick_since=typed(self._back.day(41)),
                functions="Kan samle sig en time ad gangen. Støj er svær.",
                wishes="Vil gerne beholde jobbet og de faste kolleger.",
                flag_id=flag.id.hex if flag else "",
            )
        )
        self._goal(followup_id, "same_job_considerations", "same_job", "lasting few_around")
        self._consents_of_nancy(followup_id)
        self._contact(followup_id, 27, "phone", "in", "Ringede selv og vil gerne have hjælp.")
        self._contact(followup_id, 20, "meeting", "out", "Samtykker givet på skrift.")
        self._contact(followup_id, 6, "phone", "out", "Tre timer ad gangen går. Støj er svær.")
        return followup_id

    def _consents_of_nancy(self, followup_id: FollowupId) -> None:
        employer = self._party(
            followup_id,
            PartyDraft(
                kind="employer",
                name="Eksempel Tømmerhandel A/S",
                person="Nærmeste leder",
                aim="Nancy tilbage på fuld tid",
                aim_rung="same_job",
                next_step="Flytter pladsen",
                next_on=typed(self._today + timedelta(days=5)),
            ),
        )
        doctor = self._party(
            followup_id,
            PartyDraft(
                kind="gp",
                name="Egen læge",
                aim_rung="same_job",
                next_step="Svarer på LÆ 125",
                next_on=typed(self._today + timedelta(days=9)),
            ),
        )
        union = self._party(
            followup_id,
            PartyDraft(
                kind="union_rep",
                name="Tillidsrepræsentanten",
                next_step="Med til opfølgning",
                next_on=typed(self._today + timedelta(days=29)),
            ),
        )
        self._services.party.drive_myself(followup_id)
        self._back.at(20)
        functions = "function considerations hours schemes"
        self._grant(followup_id, employer, "pass_on", functions, 164, held_back=True)
        self._grant(followup_id, employer, "take_part", "function considerations hours", 164)
        self._grant(followup_id, doctor, "obtain", "considerations duration", 164)
        self._grant(followup_id, doctor, "feedback", "hours schemes", 164)
        self._grant(followup_id, union, "take_part", "function considerations hours", 21)

    def _flag_of_first_practice(self) -> FlagCard | None:
        """Return the newest flag of the first practice that is still open, if any."""
        first = PRACTICES[0].draft.name
        cards = [
            card
            for card in self._services.flag.list_flags()
            if card.practice == first
            and card.raised_on <= self._back.day(27)
            and card.status is not FlagStatus.CLOSED
        ]
        return cards[-1] if cards else None

    def _begin_einer(self) -> FollowupId:
        day = self._back.at(60)
        followup_id = self._services.followup.begin(
            FollowupDraft(
                name=EINER,
                reach="00 00 00 12",
                safe_when="Formiddage",
                given_on=day,
                told_voluntary=True,
                origin="doctor_165",
                employment="in_job",
                job_title="Chauffør",
                weekly_hours="37",
                functions="Kan ikke løfte tungt. Kan køre korte ture.",
                wishes="Vil gerne prøve kontoret en periode.",
            )
        )
        self._parties_of_einer(followup_id)
        self._goal(followup_id, "same_job", "other_duties", "settled long")
        self._contact(followup_id, 58, "phone", "out", "Aftalt at tale med lederen.")
        return followup_id

    def _parties_of_einer(self, followup_id: FollowupId) -> None:
        employer = self._party(
            followup_id,
            PartyDraft(
                kind="employer",
                name="Eksempel Transport ApS",
                person="Driftslederen",
                aim_rung="other_duties",
                next_step="Finder opgaver på kontoret",
                next_on=typed(self._today + timedelta(days=2)),
            ),
        )
        self._party(
            followup_id,
            PartyDraft(
                kind="union",
                name="Fagforeningen",
                aim_rung="same_job_considerations",
                next_step="Finder opgaver på kontoret med lederen",
            ),
        )
        self._back.at(30)
        self._grant(followup_id, employer, "pass_on", "considerations hours", 5)
        self._grant(followup_id, employer, "take_part", "function considerations hours", 60)

    def _relay_schwendlund(self) -> None:
        day = self._back.at(4)
        self._services.consent.record_relayed(
            RelayedDraft(
                name=SCHWENDLUND,
                reach="00 00 00 13",
                safe_when="Kun tirsdag formiddag",
                relayed_by="Anna Eksempel",
                given_on=day,
            )
        )

    def _goal(self, followup_id: FollowupId, now: str, aim: str, signs: str) -> None:
        goals = self._services.goal
        goals.set_goal(followup_id, GoalDraft(now=now, aim=aim))
        goals.tick_signs(followup_id, signs.split())
        level = propose(goals.complexity(followup_id).signs).level
        goals.decide_level(followup_id, level.value if level else "")

    def _copy(self, followup_id: FollowupId) -> None:
        """Copy to the case system what is older than a week."""
        today = self._back.at(0)
        old = [
            write_key(row.key)
            for row in self._services.timeline.to_transfer(followup_id)
            if row.day < self._back.day(7)
        ]
        draft = TransferDraft(entries=tuple(old), transferred_on=today)
        self._services.timeline.transfer(followup_id, draft)

    def _tasks(self, nancy: FollowupId, einer: FollowupId) -> None:
        self._back.at(0)
        for what, days, subject, subject_id in (
            ("Svar på attestspørgsmål", -1, "own", ""),
            ("Ring som aftalt", 0, "followup", nancy.hex),
            ("Overfør notat til fagsystemet", 1, "followup", einer.hex),
            ("Kopiér flere kodesedler", 2, "own", ""),
        ):
            due = typed(self._today + timedelta(days=days))
            self._services.task.add_task(
                TaskDraft(what=what, due_on=due, subject=subject, subject_id=subject_id)
            )

    def _party(self, followup_id: FollowupId, draft: PartyDraft) -> PartyId:
        return self._services.party.add_party(followup_id, draft)

    def _grant(
        self,
        followup_id: FollowupId,
        party_id: PartyId,
        direction: str,
        what: str,
        days: int,
        *,
        held_back: bool = False,
    ) -> None:
        self._services.consent.grant(
            followup_id,
            GrantDraft(
                party_id=party_id.hex,
                direction=direction,
                information=tuple(what.split()),
                until=typed(self._today + timedelta(days=days)),
                given_on=typed(self._clock.today()),
                form="written",
                received_by="Kim Eksempelsen",
                received_place="Hos egen læge",
                purpose_code=PURPOSES[direction],
                hold_back=HELD_BACK if held_back else "",
                hold_back_why=HELD_BACK_WHY if held_back else "",
                original_at="Kommunens fagsystem",
                told_voluntary=True,
            ),
        )

    def _contact(
        self, followup_id: FollowupId, before: int, channel: str, way: str, note: str
    ) -> None:
        self._services.party.log_contact(
            followup_id,
            ContactDraft(
                day=self._back.at(before),
                channel=channel,
                way=way,
                note=note,
                transferred_on=typed(self._back.day(before)) if before > 20 else "",
            ),
        )
