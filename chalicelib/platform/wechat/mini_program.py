"""What the product asks of WeChat's server API: login, phone number, subscribe messages."""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING, Any, Literal

from chalicelib.kernel.frozen import dataclass
from chalicelib.platform import metrics
from chalicelib.platform.clock import Clock
from chalicelib.platform.dynamo.database import Database
from chalicelib.platform.logging import logger
from chalicelib.platform.settings import Secrets, SecretSource, Settings
from chalicelib.platform.wechat.refusals import AccountRestricted, CodeRefused, WeChatUnreachable

if TYPE_CHECKING:
    from chalicelib.platform.wechat.client import Answer, MiniProgramClient

# What became of a subscribe message (wechat-facts.md §4.2): `no_consent` is final for this message, `try_later`
# passing and certainly not sent, `not_today` the quota of the day, `unknown` no answer, `defect` ours to mend.
SendOutcome = Literal["sent", "no_consent", "try_later", "not_today", "unknown", "defect"]
# Another message to the same person is on its way this very moment.
CONCURRENT = 43108
AGAIN_WHEN_CONCURRENT = 2


@dataclass(frozen=True, slots=True)
class Sent:
    """`push_id` is what WeChat calls it, in case it tells later that it could not deliver."""

    outcome: SendOutcome
    push_id: str | None = None


class MiniProgram:
    def __init__(
        self, settings: Settings, secrets: SecretSource, database: Database, table: str, clock: Clock
    ) -> None:
        self._settings = settings
        self._secrets = secrets
        self._database = database
        self._table = table
        self._clock = clock
        self._made: tuple[Secrets, MiniProgramClient] | None = None

    def openid_for(self, login_code: str) -> str:
        """Uses up the code. Never repeated: a second answer for it is 40163 whatever the first was."""
        return str(_body(self._client().code_to_session(login_code))["openid"])

    def phone_for(self, phone_code: str) -> str:
        """The number behind a getPhoneNumber code, in E.164."""
        answer = self._client().call("/wxa/business/getuserphonenumber", {"code": phone_code})
        info = _body(answer)["phone_info"]
        if info["watermark"]["appid"] != self._settings.wechat_appid:
            raise CodeRefused(field="code")
        return f"+{info['countryCode']}{info['purePhoneNumber']}"

    def send(self, *, openid: str, template_id: str, page: str, values: dict[str, str]) -> Sent:
        body = {
            "touser": openid,
            "template_id": template_id,
            "page": page,
            "data": {key: {"value": value} for key, value in values.items()},
        }
        answer = self._client().call("/cgi-bin/message/subscribe/send", body)
        for attempt in range(AGAIN_WHEN_CONCURRENT):
            if answer.errcode != CONCURRENT:
                break
            time.sleep(random.uniform(0.05, 0.2) * 2**attempt)  # noqa: S311 - jitter, not a secret
            answer = self._client().call("/cgi-bin/message/subscribe/send", body)
        match answer.errcode:
            case 0:
                return Sent("sent", str(answer.body["msgid"]) if "msgid" in answer.body else None)
            case 43101:
                return Sent("no_consent")
            case None:
                return Sent("unknown")
            case 45009:
                return Sent("not_today")
            case -1 | 45011:
                return Sent("try_later")
            case errcode if errcode == CONCURRENT:
                return Sent("try_later")
        logger.error("wechat", extra={"errcode": answer.errcode})
        metrics.count("MessageDefects")
        return Sent("defect")

    def _client(self) -> MiniProgramClient:
        from chalicelib.platform.wechat.client import MiniProgramClient  # noqa: PLC0415 - cold start
        from chalicelib.platform.wechat.token_storage import TokenStorage  # noqa: PLC0415

        secrets = self._secrets()
        if self._made is None or self._made[0] is not secrets:
            client = MiniProgramClient(
                appid=self._settings.wechat_appid,
                secret=secrets.wechat_app_secret,
                api_base=self._settings.wechat_api_base,
                storage=TokenStorage(self._database, self._table, self._clock),
            )
            self._made = (secrets, client)
        return self._made[1]


def _body(answer: Answer) -> dict[str, Any]:
    match answer.errcode:
        case 0:
            return answer.body
        case 40029 | 40163:
            raise CodeRefused(field="code")
        case 40226:
            raise AccountRestricted
    # -1 and 45011 pass; 40125, 40164 and the like are our configuration: the person can only wait, we must act.
    logger.error("wechat", extra={"errcode": answer.errcode})
    raise WeChatUnreachable
