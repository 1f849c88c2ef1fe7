"""What the mini program has to know by itself is what the backend and the local stack say."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from pathlib import Path
from zoneinfo import ZoneInfo

from app import APIS
from chalicelib.kernel.principal import Relation, Scope
from local.environment import HOTLINE
from local.layout import DEFAULT_PORT_BASE, ROOT, Ports, url
from local.wechat.mini_program import PAGES

SOURCE = ROOT / "miniprogram-stub" / "miniprogram"
CONFIG = (SOURCE / "services" / "config.ts").read_text()


def test_the_hotline_and_the_address_of_this_machine() -> None:
    assert f"HOTLINE = '{HOTLINE}'" in CONFIG
    assert f"api: '{url(Ports(DEFAULT_PORT_BASE).api())}'" in CONFIG


def test_every_message_of_wechat_leads_to_a_page_that_exists() -> None:
    templates = json.loads((ROOT / "chalicelib" / "notify" / "templates.json").read_text())
    pages = {each["wechat"]["page"] for each in templates.values() if "wechat" in each}
    assert pages <= set(PAGES)
    assert pages == {
        "packages/tracking/visit/visit",
        "packages/caregiver/job/job",
        "packages/help/case/case",
        "packages/family/shared/shared",
        "packages/family/digest/digest",
    }


def test_every_credential_a_service_asks_for_has_a_name() -> None:
    catalogue = json.loads((ROOT / "chalicelib" / "care" / "catalogue.json").read_text())
    named = set(re.findall(r"^  (\w+): '\S+证',$", _text("packages/tracking/visit/visit.ts"), re.MULTILINE))
    assert named == {service["credential"] for service in catalogue["services"]}


def _text(name: str) -> str:
    return Path(SOURCE / name).read_text()


def test_it_acts_for_others_on_every_route_on_which_family_may_and_on_no_other() -> None:
    operations = [operation for api in APIS for operation in api.operations]
    may = {f"{each.method} {each.path}" for each in operations if each.on_behalf and each.on_behalf.scope}
    # A yes for who cannot say it: the button is a guardian's alone.
    may.add("POST /v1/visits/{visit_id}/approve")
    assert set(re.findall(r"^  '((?:GET|POST|PUT) \S+)',$", _text("services/acting.ts"), re.MULTILINE)) == may


def test_it_names_every_scope_and_relation_there_is() -> None:
    assert set(re.findall(r"scope: '(\w+)'", _text("services/acting.ts"))) == {each.value for each in Scope}
    named = dict(re.findall(r"value: '(\w+)', name: '(\w+)'", _text("components/grant/grant.ts")))
    assert set(named) == {each.value for each in Relation}


CITIES = {
    "国内": "Asia/Shanghai",
    "东京": "Asia/Tokyo",
    "首尔": "Asia/Seoul",
    "新加坡": "Asia/Singapore",
    "悉尼": "Australia/Sydney",
    "墨尔本": "Australia/Melbourne",
    "奥克兰": "Pacific/Auckland",
    "迪拜": "Asia/Dubai",
    "伦敦": "Europe/London",
    "巴黎": "Europe/Paris",
    "柏林": "Europe/Berlin",
    "纽约": "America/New_York",
    "多伦多": "America/Toronto",
    "芝加哥": "America/Chicago",
    "洛杉矶": "America/Los_Angeles",
    "温哥华": "America/Vancouver",
}


def test_places_on_one_line_have_one_clock() -> None:
    """By the package that Lambda has, and not by this machine's older data."""
    lines = re.findall(r"zone: '(\S+)', name: '(\S+)'", _text("packages/family/digest/digest.ts"))
    assert lines
    for line_zone, names in lines:
        for name in names.split("、"):
            assert _offsets(CITIES[name]) == _offsets(line_zone), name


def _offsets(zone: str) -> list[timedelta | None]:
    with (files("tzdata") / "zoneinfo" / zone).open("rb") as data:
        known = ZoneInfo.from_file(data)
    days = (datetime(2026, 11, 1, 20, tzinfo=UTC) + timedelta(days=day) for day in range(0, 2 * 365, 7))
    return [day.astimezone(known).utcoffset() for day in days]
