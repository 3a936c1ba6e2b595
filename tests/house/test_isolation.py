"""The tests' own fences: no network, no real home, no language carried over."""

from __future__ import annotations

import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from platformdirs import user_data_path

from app.domain.language import language, use_language
from tests.conftest import DIALLED, Dialled


@pytest.fixture
def forgiven() -> Iterator[None]:
    """This test dials on purpose."""
    yield
    DIALLED.clear()


@pytest.mark.usefixtures("forgiven")
@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_a_network_socket_is_refused_before_it_is_made(family: socket.AddressFamily) -> None:
    with pytest.raises(Dialled):
        socket.socket(family, socket.SOCK_STREAM)


@pytest.mark.usefixtures("forgiven")
def test_a_name_is_never_looked_up() -> None:
    with pytest.raises(Dialled):
        socket.getaddrinfo("nowhere.example", 443)


@pytest.mark.usefixtures("forgiven")
def test_a_network_socket_counts_even_when_its_refusal_is_swallowed() -> None:
    with pytest.raises(Dialled):
        socket.socket(socket.AF_INET)
    assert DIALLED == ["socket.__new__"]


def test_a_socket_within_this_machine_is_allowed() -> None:
    socket.socket(socket.AF_UNIX).close()
    assert DIALLED == []


def test_home_and_temp_and_data_lie_in_the_tests_own_folder(tmp_path: Path) -> None:
    assert Path.home().is_relative_to(tmp_path)
    assert Path(tempfile.gettempdir()).is_relative_to(tmp_path)
    assert user_data_path("Fasthold").is_relative_to(tmp_path)


@pytest.mark.parametrize("_turn", [1, 2])
def test_each_test_starts_in_english(_turn: int) -> None:
    assert language() == "en"
    use_language("da")
