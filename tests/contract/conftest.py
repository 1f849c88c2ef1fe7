from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.builders.wechat import WeChat


@pytest.fixture(scope="session")
def _one_wechat() -> Iterator[WeChat]:
    wechat = WeChat()
    yield wechat
    wechat.stop()


@pytest.fixture
def wechat(_one_wechat: WeChat) -> WeChat:
    _one_wechat.empty()
    return _one_wechat
