"""Points carry their datum: GCJ-02 and WGS-84 differ by 350-620 m in Chinese cities."""

from __future__ import annotations

from enum import StrEnum
from math import asin, cos, pi, radians, sin, sqrt

from chalicelib.kernel.frozen import dataclass


class Datum(StrEnum):
    GCJ02 = "GCJ02"
    WGS84 = "WGS84"


@dataclass(frozen=True, slots=True)
class Point:
    """Degrees, in the datum named. Stored points are GCJ-02."""

    lat: float
    lng: float
    datum: Datum


# The Krasovsky 1940 ellipsoid, on which the GCJ-02 offset is defined.
_SEMI_MAJOR_AXIS_M = 6_378_245.0
_ECCENTRICITY_SQUARED = 0.006_693_421_622_965_943
_EARTH_RADIUS_M = 6_371_008.8


def to_gcj02(point: Point) -> Point:
    """The same place in GCJ-02, by the public approximation of the offset (a few metres at worst)."""
    if point.datum is Datum.GCJ02 or not _has_offset(point):
        return Point(point.lat, point.lng, Datum.GCJ02)
    x, y = point.lng - 105.0, point.lat - 35.0
    north, east = _north_wave(x, y), _east_wave(x, y)
    phi = radians(point.lat)
    curvature = 1 - _ECCENTRICITY_SQUARED * sin(phi) ** 2
    metres_per_degree_north = (
        _SEMI_MAJOR_AXIS_M * (1 - _ECCENTRICITY_SQUARED) / (curvature * sqrt(curvature)) * pi / 180
    )
    metres_per_degree_east = _SEMI_MAJOR_AXIS_M / sqrt(curvature) * cos(phi) * pi / 180
    return Point(
        lat=point.lat + north / metres_per_degree_north,
        lng=point.lng + east / metres_per_degree_east,
        datum=Datum.GCJ02,
    )


def distance_m(one: Point, other: Point) -> float:
    """Great-circle distance in metres; both points are brought to GCJ-02 first."""
    a, b = to_gcj02(one), to_gcj02(other)
    lat_a, lat_b = radians(a.lat), radians(b.lat)
    half_chord = sin((lat_b - lat_a) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin(radians(b.lng - a.lng) / 2) ** 2
    return 2 * _EARTH_RADIUS_M * asin(sqrt(half_chord))


def _has_offset(point: Point) -> bool:
    """Roughly mainland China; elsewhere map providers draw WGS-84."""
    return 0.8293 <= point.lat <= 55.8271 and 72.004 <= point.lng <= 137.8347


def _north_wave(x: float, y: float) -> float:
    swell = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x))
    return (
        swell
        + _ripple(x)
        + _two_thirds(20 * sin(y * pi) + 40 * sin(y / 3 * pi))
        + _two_thirds(160 * sin(y / 12 * pi) + 320 * sin(y / 30 * pi))
    )


def _east_wave(x: float, y: float) -> float:
    swell = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x))
    return (
        swell
        + _ripple(x)
        + _two_thirds(20 * sin(x * pi) + 40 * sin(x / 3 * pi))
        + _two_thirds(150 * sin(x / 12 * pi) + 300 * sin(x / 30 * pi))
    )


def _ripple(x: float) -> float:
    return _two_thirds(20 * sin(6 * x * pi) + 20 * sin(2 * x * pi))


def _two_thirds(sines: float) -> float:
    return sines * 2 / 3
