"""What the mini program has to know by itself is what the backend and the local stack say."""

from __future__ import annotations

import json
import re
from pathlib import Path

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
        "packages/family/family/family",
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
