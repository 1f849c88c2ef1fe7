"""Tencent's own SDK against the stand-in of the identity check: the signature is computed twice, independently."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import requests
from werkzeug.serving import BaseWSGIServer

from chalicelib.platform.realname.tencent import RealNameUnavailable, TencentFaceId
from local.documents import Documents
from local.environment import REALNAME_ID, REALNAME_KEY
from local.layout import url
from local.partners.realname import make_realname
from local.serving import serve_in_thread
from tests.builders.wechat import WeChat

NUMBER = "11010519491231002X"


@pytest.fixture(scope="module")
def register() -> Iterator[str]:
    documents = Documents(":memory:")
    documents.put("person", NUMBER, {"name": "阿依古丽·买买提", "id_number": NUMBER})
    server: BaseWSGIServer = serve_in_thread(make_realname(documents, secret_id=REALNAME_ID, secret_key=REALNAME_KEY))
    yield url(server.server_port)
    server.shutdown()


def adapter(register: str, wechat: WeChat, **secrets: str) -> TencentFaceId:
    ours = wechat.secrets().model_copy(update=secrets)
    return TencentFaceId(register, lambda: ours, face_rule_id="1")  # type: ignore[arg-type]


class TestMatches:
    def test_name_and_number_that_belong_together(self, register: str, wechat: WeChat) -> None:
        assert adapter(register, wechat).matches(name="阿依古丽·买买提", id_number=NUMBER)

    @pytest.mark.parametrize(
        ("name", "number"), [("王秀英", NUMBER), ("阿依古丽•买买提", NUMBER), ("王秀英", "110105194912310047")]
    )
    def test_not_another_name_nor_an_unknown_number(
        self, register: str, wechat: WeChat, name: str, number: str
    ) -> None:
        assert not adapter(register, wechat).matches(name=name, id_number=number)

    @pytest.mark.parametrize(
        "fault", [{"errcode": -4}, {"errcode": -6}, {"errcode": -7}, {"status": 500}, {"drop": "before"}]
    )
    def test_no_verdict_is_a_refusal(self, register: str, wechat: WeChat, fault: dict[str, Any]) -> None:
        requests.post(f"{register}/__sim/faults", json={"path": "/", **fault}, timeout=5)
        with pytest.raises(RealNameUnavailable):
            adapter(register, wechat).matches(name="王秀英", id_number=NUMBER)

    def test_a_wrong_key_is_a_refusal(self, register: str, wechat: WeChat) -> None:
        stranger = adapter(register, wechat, realname_secret_key="wrong")
        with pytest.raises(RealNameUnavailable):
            stranger.matches(name="王秀英", id_number=NUMBER)
