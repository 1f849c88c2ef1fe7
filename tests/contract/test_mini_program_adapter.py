"""What the product asks of WeChat, against the simulator: outcomes, refusals, and a token that is shared."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import boto3
import pytest
from moto import mock_aws

from chalicelib.kernel.refusals import Refusal
from chalicelib.platform.dynamo.database import Database
from chalicelib.platform.wechat.mini_program import MiniProgram
from chalicelib.platform.wechat.refusals import AccountRestricted, CodeRefused, WeChatUnreachable
from local.environment import TEMPLATE_IDS
from local.resources import create_tables
from tests.builders.wechat import WeChat

VALUES = {"thing1": "生活照护", "time2": "2026年11月24日 09:00", "phrase3": "已接单", "thing4": "准时上门"}


@pytest.fixture
def table() -> Iterator[Database]:
    with mock_aws():
        client = boto3.client("dynamodb")
        create_tables(client)
        yield Database(client)


def adapter(wechat: WeChat, table: Database) -> MiniProgram:
    secrets = wechat.secrets()
    return MiniProgram(wechat.settings(), lambda: secrets, table, "healthcard-platform", wechat.clock)  # type: ignore[arg-type]


def send(wechat: WeChat, table: Database, openid: str, **changes: Any) -> str:
    message = {
        "template_id": TEMPLATE_IDS["visit_status"],
        "page": "packages/tracking/visit/visit?id=1",
        "values": VALUES,
    }
    return adapter(wechat, table).send(openid=openid, **(message | changes)).outcome


class TestLogin:
    def test_gives_the_openid_without_asking_for_a_token(self, wechat: WeChat, table: Database) -> None:
        openid = wechat.user()
        assert adapter(wechat, table).openid_for(wechat.code(openid)) == openid
        assert wechat.documents.all("stable") == []

    @pytest.mark.parametrize(
        ("errcode", "refusal"),
        [
            (40029, CodeRefused),
            (40163, CodeRefused),
            (40226, AccountRestricted),
            (-1, WeChatUnreachable),
            (40125, WeChatUnreachable),
        ],
    )
    def test_refuses_in_words(self, wechat: WeChat, table: Database, errcode: int, refusal: type[Refusal]) -> None:
        wechat.sim("POST", "/faults", {"path": "/sns/", "errcode": errcode})
        with pytest.raises(refusal):
            adapter(wechat, table).openid_for(wechat.code(wechat.user()))

    @pytest.mark.parametrize("fault", [{"drop": "before"}, {"drop": "after"}, {"status": 502}])
    def test_no_answer_is_a_refusal_without_secrets_in_it(
        self, wechat: WeChat, table: Database, fault: dict[str, Any]
    ) -> None:
        wechat.sim("POST", "/faults", {"path": "/sns/", **fault})
        with pytest.raises(WeChatUnreachable) as refused:
            adapter(wechat, table).openid_for(wechat.code(wechat.user()))
        assert refused.value.__cause__ is None

    def test_a_code_is_never_asked_about_twice(self, wechat: WeChat, table: Database) -> None:
        wechat.sim("POST", "/faults", {"path": "/sns/", "drop": "after"})
        code = wechat.code(wechat.user())
        with pytest.raises(WeChatUnreachable):
            adapter(wechat, table).openid_for(code)
        with pytest.raises(CodeRefused):
            adapter(wechat, table).openid_for(code)


class TestToken:
    def test_is_shared_between_processes(self, wechat: WeChat, table: Database) -> None:
        first, second = adapter(wechat, table), adapter(wechat, table)
        first.phone_for(wechat.code(wechat.user(), "phone"))
        wechat.sim("POST", "/faults", {"path": "/cgi-bin/stable_token", "status": 500, "times": 9})
        assert second.phone_for(wechat.code(wechat.user(), "phone")) == "+8613800001111"

    def test_is_renewed_before_it_ends(self, wechat: WeChat, table: Database) -> None:
        mini = adapter(wechat, table)
        mini.phone_for(wechat.code(wechat.user(), "phone"))
        old = list(wechat.documents.all("stable")[0]["tokens"])
        wechat.clock.advance(timedelta(seconds=7200 - 300))
        mini.phone_for(wechat.code(wechat.user(), "phone"))
        assert len(wechat.documents.all("stable")[0]["tokens"]) == len(old) + 1

    def test_refused_once_is_fetched_anew_once(self, wechat: WeChat, table: Database) -> None:
        mini = adapter(wechat, table)
        mini.phone_for(wechat.code(wechat.user(), "phone"))
        wechat.sim("POST", "/faults", {"path": "/wxa/", "errcode": 40001})
        assert mini.phone_for(wechat.code(wechat.user(), "phone")) == "+8613800001111"

    def test_refused_for_ever_ends_in_a_refusal(self, wechat: WeChat, table: Database) -> None:
        wechat.sim("POST", "/faults", {"path": "/wxa/", "errcode": 40001, "times": 50})
        with pytest.raises(WeChatUnreachable):
            adapter(wechat, table).phone_for(wechat.code(wechat.user(), "phone"))
        assert wechat.sim("GET", "/faults")["items"][0]["times"] == 48


class TestPhone:
    def test_is_e164(self, wechat: WeChat, table: Database) -> None:
        code = wechat.code(wechat.user("+8613912345678"), "phone")
        assert adapter(wechat, table).phone_for(code) == "+8613912345678"

    def test_a_login_code_is_refused(self, wechat: WeChat, table: Database) -> None:
        with pytest.raises(CodeRefused):
            adapter(wechat, table).phone_for(wechat.code(wechat.user()))


class TestSend:
    def test_with_a_consent_is_sent(self, wechat: WeChat, table: Database) -> None:
        openid = wechat.user()
        wechat.sim("POST", "/consents", {"openid": openid, "template": "visit_status"})
        assert send(wechat, table, openid) == "sent"
        assert wechat.sim("GET", "/outbox")["items"][0]["data"]["thing1"] == {"value": "生活照护"}

    def test_without_one_is_final(self, wechat: WeChat, table: Database) -> None:
        assert send(wechat, table, wechat.user()) == "no_consent"

    @pytest.mark.parametrize("fault", [{"errcode": 43108, "times": 3}, {"errcode": -1}])
    def test_what_passes_is_tried_later(self, wechat: WeChat, table: Database, fault: dict[str, Any]) -> None:
        adapter(wechat, table).phone_for(wechat.code(wechat.user(), "phone"))
        wechat.sim("POST", "/faults", {"path": "/cgi-bin/message", **fault})
        assert send(wechat, table, wechat.user()) == "try_later"

    @pytest.mark.parametrize("fault", [{"drop": "before"}, {"drop": "after"}, {"status": 500}])
    def test_without_an_answer_nobody_knows(self, wechat: WeChat, table: Database, fault: dict[str, Any]) -> None:
        adapter(wechat, table).phone_for(wechat.code(wechat.user(), "phone"))
        wechat.sim("POST", "/faults", {"path": "/cgi-bin/message", **fault})
        assert send(wechat, table, wechat.user()) == "unknown"

    @pytest.mark.parametrize("changes", [{"template_id": "unknown"}, {"page": "pages/x/x"}, {"values": {}}])
    def test_what_is_ours_to_mend_is_told_as_such(
        self, wechat: WeChat, table: Database, changes: dict[str, Any]
    ) -> None:
        assert send(wechat, table, wechat.user(), **changes) == "defect"
