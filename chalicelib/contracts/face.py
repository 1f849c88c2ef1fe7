"""What a face check can end with, whoever makes it."""

from __future__ import annotations

from enum import StrEnum


class FaceOutcome(StrEnum):
    """`waiting`: not finished, or no verdict yet. `service`: it broke off, and nobody in front of it is to blame."""

    WAITING = "waiting"
    PASSED = "passed"
    ANGLE = "angle"
    BLUR = "blur"
    GLARE = "glare"
    BACKGROUND = "background"
    NOT_LIVE = "not_live"
    NOT_SAME = "not_same"
    NO_PHOTO = "no_photo"
    NAME = "name"
    SERVICE = "service"
