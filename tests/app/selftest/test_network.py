"""What counts as a way to the net."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from app.selftest.check import Failed
from app.selftest.network import SocketWatch, open_internet_sockets


@pytest.mark.parametrize(
    ("event", "told"),
    [
        ("socket.__new__", (None, socket.AF_INET, socket.SOCK_STREAM, 0)),
        ("socket.__new__", (None, socket.AF_INET6, socket.SOCK_DGRAM, 0)),
        ("socket.connect", (None, ("192.0.2.1", 80))),
        ("socket.getaddrinfo", ("kommune.example", 80, 0, 0, 0)),
    ],
)
def test_a_socket_of_the_net_fails_the_check(
    tmp_path: Path, event: str, told: tuple[object, ...]
) -> None:
    watch = SocketWatch()
    watch._hear(event, told)
    with pytest.raises(Failed):
        watch.check(tmp_path)


def test_a_socket_of_this_machine_is_none_of_the_net(tmp_path: Path) -> None:
    watch = SocketWatch()
    watch._hear("socket.__new__", (None, getattr(socket, "AF_UNIX", 1), socket.SOCK_STREAM, 0))
    watch._hear("socket.connect", (None, "/run/user/bus"))
    watch._hear("open", ("a file", "r", 0))
    assert watch.check(tmp_path) == {"asked": 0, "open": 0}


def test_no_socket_of_the_net_is_open_here() -> None:
    assert open_internet_sockets() == []
