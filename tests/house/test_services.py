"""Services: plain values come out, and every act is in some test."""

from __future__ import annotations

import ast
import inspect
import pkgutil
import re
import typing
from collections.abc import Callable, Iterator
from importlib import import_module

import app.services
from tests.source import ROOT, name, parse


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
                for said, method in inspect.getmembers(service, inspect.isfunction):
                    if not said.startswith("_"):
                        yield f"{service.__name__}.{said}", method


def test_what_is_saved_is_settled_in_its_own_transaction() -> None:
    """There the file notes what the guard refused."""
    early = [
        f"{name(path)}:{call.lineno}"
        for path in sorted((ROOT / "app/services").glob("*.py"))
        for act in ast.walk(parse(path))
        if isinstance(act, ast.FunctionDef) and any(_writes(node) for node in act.body)
        for node in act.body
        if not _writes(node)
        for call in ast.walk(node)
        if isinstance(call, ast.Call) and ast.unparse(call.func).startswith("settle_")
    ]
    assert not early


def _writes(node: ast.stmt) -> bool:
    return isinstance(node, ast.With) and any(
        ".write(" in ast.unparse(item.context_expr) for item in node.items
    )
