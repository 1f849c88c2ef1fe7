"""Name and number against the public-security record, through Tencent Cloud's IdCardVerification."""

from __future__ import annotations

from urllib.parse import urlsplit

from chalicelib.kernel.refusals import Unavailable
from chalicelib.platform.logging import logger
from chalicelib.platform.settings import SecretSource

TIMEOUT_S = 8

# Source: the result codes documented on IdCardVerificationResponse in Tencent's own SDK. A number without a
# record is answered like a wrong name: telling them apart would tell strangers which numbers exist.
_MATCH = "0"
_NO_MATCH = frozenset({"-1", "-2", "-3", "-5"})


class RealNameUnavailable(Unavailable):
    code = "realname.unavailable"
    message = "公安的身份核验系统暂时没有回应，您填的内容没有问题，只是还没核验完。"
    next_step = "请过几分钟再点一次“提交”；着急的话，请打客服电话 {hotline}。"


class TencentRealName:
    def __init__(self, endpoint: str, secrets: SecretSource) -> None:
        self._endpoint = urlsplit(endpoint)
        self._secrets = secrets

    def matches(self, *, name: str, id_number: str) -> bool:
        """Asked once, never repeated: each answer is charged."""
        from tencentcloud.common.common_client import CommonClient  # noqa: PLC0415 - cold start
        from tencentcloud.common.credential import Credential  # noqa: PLC0415
        from tencentcloud.common.exception import TencentCloudSDKException  # noqa: PLC0415
        from tencentcloud.common.profile.client_profile import ClientProfile  # noqa: PLC0415
        from tencentcloud.common.profile.http_profile import HttpProfile  # noqa: PLC0415

        secrets = self._secrets()
        client = CommonClient(
            "faceid",
            "2018-03-01",
            Credential(secrets.realname_secret_id, secrets.realname_secret_key),
            "ap-shanghai",
            ClientProfile(
                httpProfile=HttpProfile(
                    protocol=self._endpoint.scheme, endpoint=self._endpoint.netloc, reqTimeout=TIMEOUT_S
                )
            ),
        )
        try:
            answer = client.call_json("IdCardVerification", {"IdCard": id_number, "Name": name})
        except TencentCloudSDKException as error:
            # Not the message: the SDK quotes the request in some of them.
            logger.error("realname", extra={"sdk_code": error.get_code()})
            raise RealNameUnavailable from None
        result = str(answer["Response"]["Result"])
        if result == _MATCH:
            return True
        if result in _NO_MATCH:
            return False
        logger.error("realname", extra={"result": result})
        raise RealNameUnavailable
