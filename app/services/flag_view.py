"""What can be done with views of the flags: keep, rename, remove."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

from sqlmodel import Session

from app.changes import Topic
from app.data.consent import known_names
from app.data.setting import find_settings, put_setting
from app.data.vault import Vault
from app.domain.flag_view import FlagFilter, FlagView, ViewDraft, read_filter, settle_view_name

_VIEWS = "flag_views"


class FlagViewService:
    """Keeps views in the file, in the order of their names."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def list_views(self) -> tuple[FlagView, ...]:
        """Return every view, by name."""
        with self._vault.read() as session:
            return _views(session)

    def add_view(self, draft: ViewDraft, shows: FlagFilter) -> FlagView:
        """Keep what is asked for under a name; raise `Rejected` for one that cannot be."""
        with self._vault.write(Topic.SETTINGS) as session:
            views = _views(session)
            name = settle_view_name(draft, [view.name for view in views], known_names(session))
            added = FlagView(name=name, shows=shows)
            _put(session, [*views, added])
            return added

    def rename_view(self, name: str, draft: ViewDraft) -> FlagView:
        """Give the view another name; raise `Rejected` for one that cannot be."""
        with self._vault.write(Topic.SETTINGS) as session:
            views = {view.name: view for view in _views(session)}
            shows = views.pop(name).shows if name in views else FlagFilter()
            renamed = FlagView(
                name=settle_view_name(draft, list(views), known_names(session)), shows=shows
            )
            _put(session, [*views.values(), renamed])
            return renamed

    def remove_view(self, name: str) -> None:
        """Remove the view; the flags it showed stay."""
        with self._vault.write(Topic.SETTINGS) as session:
            _put(session, [view for view in _views(session) if view.name != name])


def _views(session: Session) -> tuple[FlagView, ...]:
    kept = json.loads(find_settings(session).get(_VIEWS, "[]"))
    return tuple(FlagView(name=one["name"], shows=read_filter(one["shows"])) for one in kept)


def _put(session: Session, views: Sequence[FlagView]) -> None:
    ordered = sorted(views, key=lambda view: view.name.casefold())
    put_setting(session, _VIEWS, json.dumps([asdict(view) for view in ordered]))
