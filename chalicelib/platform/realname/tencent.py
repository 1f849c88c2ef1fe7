"""Who somebody is, through Tencent Cloud's FaceID: the public-security record, the carrier's, and face checks."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from chalicelib.contracts.face import FaceOutcome
from chalicelib.kernel.refusals import Unavailable
from chalicelib.platform.logging import logger
from chalicelib.platform.settings import SecretSource

TIMEOUT_S = 8

_MATCH = "0"
# Source: the result codes documented on IdCardVerificationResponse in Tencent's own SDK. A number without a
# record is answered like a wrong name: telling them apart would tell strangers which numbers exist.
_NO_MATCH = frozenset({"-1", "-2", "-3", "-5"})
# Source: the same on PhoneVerificationResponse; -11 is the carrier's centre being busy.
_NOT_THEIRS = frozenset({"-1", "-2", "-3", "-4", "-5", "-6", "-7", "-8", "-9", "-10"})
# Source: the table of return codes of face checks in mini programs, cloud.tencent.com/document/product/1007/31082,
# and of its older versions for 11xx and 12xx. Whatever is in none of these broke off.
_NOT_FINISHED = frozenset({17})
_FACE = {
    0: FaceOutcome.PASSED,
    **dict.fromkeys((1102, 1203, 1204, 1205, 2010, 2013), FaceOutcome.ANGLE),
    **dict.fromkeys((1108, 2004, 2014), FaceOutcome.BLUR),
    **dict.fromkeys((1201, 1202), FaceOutcome.GLARE),
    2012: FaceOutcome.BACKGROUND,
    **dict.fromkeys((1002, 1003, 1004, 1005, 1301, 1302, 2011), FaceOutcome.NOT_LIVE),
    **dict.fromkeys((2015, 2016), FaceOutcome.NOT_SAME),
    **dict.fromkeys((2005, 2007, 2008, 2009), FaceOutcome.NO_PHOTO),
    **dict.fromkeys((301, 2002, 2003, 2006), FaceOutcome.NAME),
}
_TEXTS_ONLY = "1"  # never the pictures


class RealNameUnavailable(Unavailable):
    code = "realname.unavailable"
    message = "公安的身份核验系统暂时没有回应，您填的内容没有问题，只是还没核验完。"
    next_step = "请过几分钟再点一次“提交”；着急的话，请打客服电话 {hotline}。"


class FaceUnavailable(Unavailable):
    code = "realname.face_unavailable"
    message = "刷脸的系统暂时没有回应，不是您的问题。"
    next_step = "请过几分钟再点一次“刷脸”，或者现在就换一种办法：凭姓名和身份证号、凭手机号都能核实。"


class _TokenGone(Exception):
    """The provider does not know it, or no more."""


class TencentFaceId:
    """Questions to a register are charged, and asked once; what begins or reads a face check is free."""

    def __init__(self, endpoint: str, secrets: SecretSource, *, face_rule_id: str) -> None:
        self._endpoint = urlsplit(endpoint)
        self._secrets = secrets
        self._face_rule_id = face_rule_id

    def matches(self, *, name: str, id_number: str) -> bool:
        answer = self._ask("IdCardVerification", {"IdCard": id_number, "Name": name}, RealNameUnavailable)
        return _verdict(answer, _NO_MATCH)

    def owns_phone(self, *, name: str, id_number: str, phone: str) -> bool:
        asked = {"IdCard": id_number, "Name": name, "Phone": phone.removeprefix("+86")}
        return _verdict(self._ask("PhoneVerification", asked, RealNameUnavailable), _NOT_THEIRS)

    def begin(self, check_id: str, *, name: str, id_number: str) -> str:
        asked = {"RuleId": self._face_rule_id, "IdCard": id_number, "Name": name, "Extra": check_id}
        return str(self._ask("DetectAuth", asked, FaceUnavailable)["BizToken"])

    def outcome(self, token: str) -> FaceOutcome:
        asked = {"RuleId": self._face_rule_id, "BizToken": token, "InfoType": _TEXTS_ONLY}
        try:
            code = self._ask("GetDetectInfoEnhanced", asked, FaceUnavailable)["Text"]["ErrCode"]
        except _TokenGone:
            return FaceOutcome.SERVICE
        if code is None or code in _NOT_FINISHED:
            return FaceOutcome.WAITING
        if code not in _FACE:
            logger.warning("face", extra={"result": code})
        return _FACE.get(code, FaceOutcome.SERVICE)

    def _ask(self, action: str, asked: dict[str, Any], silent: type[Unavailable]) -> dict[str, Any]:
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
            answer: dict[str, Any] = client.call_json(action, asked)["Response"]
        except TencentCloudSDKException as error:
            # Not the message: the SDK quotes the request in some of them.
            logger.error("realname", extra={"sdk_code": error.get_code(), "action": action})
            if str(error.get_code()).startswith("InvalidParameterValue.BizToken"):
                raise _TokenGone from None
            raise silent from None
        return answer


def _verdict(answer: dict[str, Any], no: frozenset[str]) -> bool:
    result = str(answer["Result"])
    if result == _MATCH:
        return True
    if result in no:
        return False
    logger.error("realname", extra={"result": result})
    raise RealNameUnavailable
