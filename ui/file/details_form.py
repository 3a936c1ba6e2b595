"""Who hands out the papers: the same form at set-up and in the settings."""

from __future__ import annotations

from app.domain.language import _
from ui.common.form import Form
from ui.common.text_field import TextField


def add_details(form: Form) -> None:
    """Add the fields of a `SenderDraft` to `form`."""
    form.add("name", _("Name"), TextField())
    form.add("title", _("Title"), TextField(placeholder=_("Job-retention consultant")))
    form.add("phone", _("Direct phone"), TextField(placeholder="00 00 00 00"))
    form.add("email", _("E-mail"), TextField(placeholder=_("name@municipality.example")))
    form.add("reachable", _("When you can be reached"), TextField(placeholder=_("Weekdays 9-14")))
    form.add("municipality", _("Municipality"), TextField())
    form.add("office", _("Office"), TextField(), _("Department and address; may stay empty."))
