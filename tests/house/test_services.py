"""Services: plain values come out, and every act is in some test."""

from __future__ import annotations

import inspect
import pkgutil
import re
import typing
from collections.abc import Callable, Iterator
from importlib import import_module

import app.services
from tests.source import ROOT


def test_no_record_leaves_a_service() -> None:
    for said, method in _acts():
        kept = str(typing.get_type_hints(method).get("return"))
        assert "Record" not in kept, f"{said} returns {kept}"


def test_every_act_of_every_service_is_in_a_test() -> None:
    told = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("*.py"))
    words = set(re.findall(r"\w+", told))
    acts = [said for said, _ in _acts()]
    assert acts
    assert [said for said in acts if said.rpartition(".")[2] not in words] == []


def _acts() -> Iterator[tuple[str, Callable[..., object]]]:
    for info in pkgutil.walk_packages(app.services.__path__, "app.services."):
        module = import_module(info.name)
        for _, service in inspect.getmembers(module, inspect.isclass):
            if service.__module__ == module.__name__ and service.__name__.endswith("Service"):
                for name, method in inspect.getmembers(service, inspect.isfunction):
                    if not name.startswith("_"):
                        yield f"{service.__name__}.{name}", method
