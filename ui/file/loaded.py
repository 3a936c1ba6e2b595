"""What is loaded only once the first window is in view: services, database, papers, rooms."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.bootstrap import Services
    from app.services.file import FileService

Report = Callable[[int, int], None]  # done, total


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """The ways to a file: its service, opening it, and making a made-up one."""

    files: FileService
    open_services: Callable[[Path, bytes], Services]
    make_demo: Callable[[Path, Report], bytes]
    demo_phrase: str


Load = Callable[[], Loaded]
