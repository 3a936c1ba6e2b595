"""Who comes to a visit, noted while it runs. Names of doctors stay in the file: papers count."""

from __future__ import annotations

from sqlmodel import Session

from app.changes import Topic
from app.data.practice import DoctorRecord, find_doctors, get_doctor
from app.data.vault import Vault
from app.data.visit import VisitRecord, get_visit
from app.data.visit_people import VisitDoctorRecord, find_people
from app.domain.language import _
from app.domain.practice import DoctorId
from app.domain.problem import NotFound, Refused
from app.domain.visit import VisitId
from app.domain.visit_people import Attendance, VisitDoctor


class VisitPeopleService:
    """Keep the line in front of the room, and the list of who was there."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def note_doctor(
        self, visit_id: VisitId, doctor_id: DoctorId, attendance: Attendance | None
    ) -> None:
        """Note where a doctor is now; None takes them off the list. Who waits goes to the end."""
        with self._vault.write(Topic.VISIT) as session:
            visit = get_visit(session, visit_id)
            _refuse_unstarted(visit)
            _refuse_stranger(visit, get_doctor(session, doctor_id))
            _put(session, visit_id, doctor_id, attendance)

    def next_doctor(self, visit_id: VisitId) -> DoctorId | None:
        """Let whoever is in the room be seen, and the next in line come in; return who came."""
        with self._vault.write(Topic.VISIT) as session:
            _refuse_unstarted(get_visit(session, visit_id))
            people = find_people(session, visit_id)
            for one in people:
                if one.attendance is Attendance.IN_ROOM:
                    one.attendance = Attendance.SEEN
            waiting = [one for one in people if one.attendance is Attendance.WAITING]
            if not waiting:
                return None
            waiting[0].attendance = Attendance.IN_ROOM
            return DoctorId(waiting[0].doctor_id)

    def restore(self, visit_id: VisitId, people: tuple[VisitDoctor, ...]) -> None:
        """Let the list be as it was: everyone where `people` says."""
        with self._vault.write(Topic.VISIT) as session:
            for one in people:
                _put(session, visit_id, one.id, None)
            for one in sorted(people, key=lambda one: one.place):
                _put(session, visit_id, one.id, one.attendance)


def visit_doctors(session: Session, visit: VisitRecord) -> tuple[VisitDoctor, ...]:
    """Return every doctor of the practice by name, and where each is at this visit."""
    here = {record.doctor_id: record for record in find_people(session, visit.id)}
    return tuple(
        VisitDoctor(
            id=DoctorId(doctor.id),
            name=doctor.name,
            role=doctor.role,
            attendance=here[doctor.id].attendance if doctor.id in here else None,
            place=here[doctor.id].place if doctor.id in here else 0,
        )
        for doctor in find_doctors(session, visit.practice_id)
    )


def _put(
    session: Session, visit_id: VisitId, doctor_id: DoctorId, attendance: Attendance | None
) -> None:
    record = session.get(VisitDoctorRecord, (visit_id, doctor_id))
    if record is not None and (attendance is None or attendance is Attendance.WAITING):
        session.delete(record)
        session.flush()
        record = None
    if record is not None and attendance is not None:
        record.attendance = attendance
    elif attendance is not None:
        last = max((one.place for one in find_people(session, visit_id)), default=0)
        session.add(
            VisitDoctorRecord(
                visit_id=visit_id, doctor_id=doctor_id, attendance=attendance, place=last + 1
            )
        )
        session.flush()


def _refuse_unstarted(visit: VisitRecord) -> None:
    if visit.started_at is None:
        raise Refused(_("The visit has not been held yet. Start it first."))


def _refuse_stranger(visit: VisitRecord, doctor: DoctorRecord) -> None:
    if doctor.practice_id != visit.practice_id:
        raise NotFound(_("This doctor is not at the practice."))
