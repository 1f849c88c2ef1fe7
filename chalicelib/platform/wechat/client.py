"""wechatpy's client, overridden where it falls short. Imported on first use only: it costs a third of a start."""

from __future__ import annotations

from typing import Any

import requests
from wechatpy.client import WeChatClient
from wechatpy.exceptions import WeChatClientException

from chalicelib.kernel.frozen import dataclass
from chalicelib.platform.wechat.token_storage import TokenStorage

TIMEOUT_S = (3, 8)
_TOKEN_REFUSED = frozenset({40001, 40014, 42001})


@dataclass(frozen=True, slots=True)
class Answer:
    """`errcode` 0 is done, None is no answer at all. Exceptions stay in here: their texts hold secrets in URLs."""

    errcode: int | None
    body: dict[str, Any]


class MiniProgramClient(WeChatClient):  # type: ignore[misc]
    """Base URL, stable token and a bounded retry; wechatpy has each of these otherwise."""

    def __init__(self, *, appid: str, secret: str, api_base: str, storage: TokenStorage) -> None:
        # auto_retry recurses without limit while WeChat answers 40001.
        super().__init__(appid, secret, session=storage, timeout=TIMEOUT_S, auto_retry=False)
        self.api_base = api_base

    def fetch_access_token(self) -> dict[str, Any]:
        """stable_token in normal mode: many processes may ask at once and get the same token."""
        answer = self._http.post(
            f"{self.api_base}/cgi-bin/stable_token",
            json={"grant_type": "client_credential", "appid": self.appid, "secret": self.secret},
            timeout=TIMEOUT_S,
        )
        answer.raise_for_status()
        token = self._handle_result(answer)
        if not isinstance(token, dict):
            raise requests.RequestException("not an answer of WeChat's")
        self.session.set(self.access_token_key, token["access_token"], token["expires_in"])
        return token

    def code_to_session(self, code: str) -> Answer:
        """Without an access token, which wechatpy would fetch and append."""

        def ask() -> dict[str, Any]:
            response = self._http.get(
                f"{self.api_base}/sns/jscode2session",
                params={
                    "appid": self.appid,
                    "secret": self.secret,
                    "js_code": code,
                    "grant_type": "authorization_code",
                },
                timeout=TIMEOUT_S,
            )
            response.raise_for_status()
            session: dict[str, Any] = self._handle_result(response)
            return session

        return _answered(ask)

    def call(self, path: str, data: dict[str, Any]) -> Answer:
        """POST with the token; a refused token is fetched anew once, unless another process did already."""

        def ask() -> dict[str, Any]:
            used = self.access_token
            try:
                return self._post_with(used, path, data)
            except WeChatClientException as error:
                if error.errcode not in _TOKEN_REFUSED:
                    raise
            if self.session.get(self.access_token_key) in (used, None):
                self.fetch_access_token()
            return self._post_with(self.access_token, path, data)

        return _answered(ask)

    def _post_with(self, token: str, path: str, data: dict[str, Any]) -> dict[str, Any]:
        answer: dict[str, Any] = self.post(f"{self.api_base}{path}", data=data, params={"access_token": token})
        return answer


def _answered(ask: Any) -> Answer:
    try:
        body = ask()
        # wechatpy hands the response itself through when it is not JSON: somebody in between answered.
        return Answer(errcode=0, body=body) if isinstance(body, dict) else Answer(errcode=None, body={})
    except requests.RequestException:
        return Answer(errcode=None, body={})
    except WeChatClientException as error:
        return Answer(errcode=error.errcode, body={})
