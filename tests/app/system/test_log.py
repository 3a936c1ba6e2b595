from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.system import log

TYPED = "Nancy Ann Test Berggren"


@pytest.fixture
def written(tmp_path: Path) -> Iterator[Path]:
    root, before = logging.getLogger(), logging.getLogger().handlers[:]
    last, level = logging.lastResort, root.level
    yield log.start(tmp_path)
    for handler in set(root.handlers) - set(before):
        root.removeHandler(handler)
        handler.close()
    logging.lastResort = last
    root.setLevel(level)


def test_an_event_is_a_name_and_numbers(written: Path) -> None:
    log.event("file.copied", rows=7500)
    assert written.read_text(encoding="utf-8").rstrip().endswith("INFO file.copied rows=7500")


def test_only_events_of_the_list_are_written(written: Path) -> None:
    with pytest.raises(ValueError, match="not an event"):
        log.event(TYPED)


def test_what_a_library_says_is_not_written(
    written: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.CRITICAL, logger="some.library"):
        logging.getLogger("some.library").critical("cannot read %s", TYPED)
    caplog.clear()
    text = written.read_text(encoding="utf-8")
    assert TYPED not in text
    assert "CRITICAL library.some.library" in text


def test_a_crash_tells_classes_and_places_but_no_word(
    written: Path, caplog: pytest.LogCaptureFixture
) -> None:
    lines = log.crash_lines(_crash())
    log.crash(lines)
    caplog.clear()
    assert lines[0] == "builtins.ValueError"
    told = written.read_text(encoding="utf-8")
    for line in ("builtins.ValueError", "builtins.KeyError", "app.system.files:"):
        assert line in told
    for text in ("\n".join(lines), told):
        assert TYPED not in text
        assert "Nancy" not in text


def _crash() -> BaseException:
    from app.system.files import free_place

    try:
        try:
            known: dict[str, int] = {}
            known[TYPED]
        except KeyError:
            free_place(Path(TYPED), TYPED)
    except ValueError as error:
        return error
    raise AssertionError
