from __future__ import annotations

import pytest

from app.bootstrap import Services
from app.domain.flag_view import FlagFilter, ViewDraft
from app.domain.problem import Rejected
from tests.builders import followup_draft

URGENT = FlagFilter(urgent=True)
PAIN = FlagFilter(theme="pain", over=60, within=14, often=True)


def test_views_are_kept_in_the_order_of_their_names(services: Services) -> None:
    assert services.flag_view.list_views() == ()
    services.flag_view.add_view(ViewDraft(name="Smerter snart"), PAIN)
    services.flag_view.add_view(ViewDraft(name="haster"), URGENT)
    views = services.flag_view.list_views()
    assert [(view.name, view.shows) for view in views] == [
        ("haster", URGENT),
        ("Smerter snart", PAIN),
    ]


def test_a_view_is_renamed_and_removed(services: Services) -> None:
    services.flag_view.add_view(ViewDraft(name="Haster"), URGENT)
    services.flag_view.rename_view("Haster", ViewDraft(name="haster"))
    services.flag_view.rename_view("haster", ViewDraft(name="Før besøget"))
    [view] = services.flag_view.list_views()
    assert (view.name, view.shows) == ("Før besøget", URGENT)
    services.flag_view.remove_view("Før besøget")
    assert services.flag_view.list_views() == ()


@pytest.mark.parametrize("name", ["", "HASTER", "ring 251248-9996", "Berggren", "x" * 41])
def test_a_view_needs_a_name_of_its_own_that_names_nobody(services: Services, name: str) -> None:
    services.followup.begin(followup_draft())
    services.flag_view.add_view(ViewDraft(name="Haster"), URGENT)
    services.flag_view.add_view(ViewDraft(name="Smerter snart"), PAIN)
    with pytest.raises(Rejected):
        services.flag_view.add_view(ViewDraft(name=name), PAIN)
    with pytest.raises(Rejected):
        services.flag_view.rename_view("Smerter snart", ViewDraft(name=name))
    assert len(services.flag_view.list_views()) == 2
