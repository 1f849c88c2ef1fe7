"""Support over HTTP: for staff."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from chalicelib.kernel.ids import ULID_PATTERN
from chalicelib.kernel.principal import Role
from chalicelib.platform.calls import LogsSilent
from chalicelib.platform.http.edge import Api, Call
from chalicelib.platform.logging import logger
from chalicelib.support.ports import NothingKnown, Support
from chalicelib.support.usecases.story import story_of
from chalicelib.support.views import StoryView

api: Api[Support] = Api("support")

StoryId = Annotated[str, StringConstraints(pattern=f"^(vis|card|top|per|req)_{ULID_PATTERN}$")]


@api.get("/v1/staff/story/{story_id}", role=Role.STAFF, refuses=(NothingKnown, LogsSilent))
def read_story(call: Call[Support], story_id: StoryId) -> StoryView:
    """Everything that happened to a visit, card, top-up, person or request, in order; who looked is logged."""
    logger.info("story", extra={"request_id": call.request_id, "by": call.principal.person_id, "about": story_id})
    return StoryView.of(story_id, story_of(call.deps, any_id=story_id, now=call.now))
