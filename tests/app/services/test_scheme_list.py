"""The list of schemes, and what one found on looking one up again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.bootstrap import Services
from app.domain.problem import NotFound
from app.domain.scheme import schemes


def test_a_new_file_has_the_list_that_came_with_fasthold(services: Services) -> None:
    assert set(services.scheme.list_schemes()) == set(schemes())


def test_what_was_found_is_kept_until_one_goes_back(services: Services) -> None:
    shipped = services.scheme.scheme_check_draft("section_56")
    services.scheme.check_scheme("section_56", replace(shipped, line="Højst 1 år ad gangen."))
    services.scheme.check_scheme("section_56", replace(shipped, line="Højst 3 år ad gangen."))
    assert services.scheme.scheme_check_draft("section_56").line == "Højst 3 år ad gangen."
    services.scheme.use_shipped_scheme("section_56")
    assert services.scheme.scheme_check_draft("section_56") == shipped


def test_one_that_has_ended_comes_after_those_that_hold(services: Services) -> None:
    first = services.scheme.list_schemes()[0]
    ended = replace(services.scheme.scheme_check_draft(first.code), certain_until="1/8/2026")
    services.scheme.check_scheme(first.code, ended)
    assert services.scheme.list_schemes()[0].code != first.code
    assert services.scheme.list_schemes()[-1].code == first.code


def test_only_a_scheme_of_the_list_can_be_looked_up(services: Services) -> None:
    shipped = services.scheme.scheme_check_draft("section_56")
    with pytest.raises(NotFound):
        services.scheme.check_scheme("other", shipped)
