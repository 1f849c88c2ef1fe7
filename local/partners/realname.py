"""The identity check's stand-in: Tencent Cloud's FaceID over made-up registers of people and of phones."""

from __future__ import annotations

import hashlib
import hmac
import json
import re
import time
import uuid
from datetime import UTC, datetime

from flask import Flask, Response, jsonify, request

from local.documents import Document, Documents
from local.wechat.faults import Faults, under_faults

SKEW_S = 300
_AUTHORIZATION = re.compile(
    r"^TC3-HMAC-SHA256 Credential=(?P<id>[^/]+)/(?P<date>[^/]+)/(?P<service>[^/]+)/tc3_request, "
    r"SignedHeaders=(?P<headers>[^,]+), Signature=(?P<signature>[0-9a-f]{64})$"
)


def make_realname(documents: Documents, *, secret_id: str, secret_key: str) -> Flask:
    app = Flask("realname")
    faults = Faults(documents)

    @app.post("/")
    def verify() -> Response:
        return under_faults(faults, lambda fault: _verify(documents, fault, secret_id, secret_key))

    @app.post("/__sim/people")
    def register() -> Response:
        """Puts somebody into the register: {name, id_number}."""
        person = request.get_json(force=True)
        documents.put("person", person["id_number"], person)
        return jsonify(person)

    @app.post("/__sim/phones")
    def register_phone() -> Response:
        """Whose phone it is in the carrier's record: {phone, name, id_number}; 11 digits."""
        phone = request.get_json(force=True)
        documents.put("phone", phone["phone"], phone)
        return jsonify(phone)

    @app.post("/__sim/faces")
    def show_face() -> Response:
        """What somebody did before the camera: {token, err_code}; without a token in the newest check, 0 is well."""
        shown = request.get_json(force=True)
        with documents.changing():
            token = shown.get("token") or max(documents.all("face"), key=lambda face: face["begun"])["token"]
            face = documents.get("face", token)
            if face is None:
                return Response("", status=404)
            documents.put("face", token, {**face, "err_code": shown["err_code"]})
        return jsonify(token=token)

    @app.get("/__sim/questions")
    def questions() -> Response:
        """How often the register was asked: every question is charged."""
        return jsonify(count=len(documents.all("question")))

    @app.post("/__sim/faults")
    def order_fault() -> Response:
        return jsonify(faults.order(request.get_json(force=True)))

    return app


def _verify(documents: Documents, fault: Document, secret_id: str, secret_key: str) -> Response:
    if "status" in fault:
        return Response("", status=fault["status"])
    if not _signed(secret_id, secret_key):
        return _respond({"Error": {"Code": "AuthFailure.SignatureFailure", "Message": "签名错误"}})
    asked = request.get_json(force=True)
    action = request.headers.get("X-TC-Action", "")
    if action in _CHARGED:
        with documents.changing():
            documents.put("question", f"{len(documents.all('question')):09d}", {"at": time.time()})
    if "errcode" in fault:
        return _respond({"Result": str(fault["errcode"]), "Description": "服务异常"})
    answer = _ANSWERS.get(action)
    if answer is None:
        return _respond({"Error": {"Code": "InvalidAction", "Message": action}})
    return _respond(answer(documents, asked))


def _id_card(documents: Documents, asked: Document) -> Document:
    person = documents.get("person", asked["IdCard"])
    if person is None:
        return {"Result": "-5", "Description": "证件库中无此身份证记录"}
    if person["name"] != asked["Name"]:
        return {"Result": "-1", "Description": "姓名和身份证号不一致"}
    return {"Result": "0", "Description": "姓名和身份证号一致"}


def _phone(documents: Documents, asked: Document) -> Document:
    phone = documents.get("phone", asked["Phone"])
    if phone is None:
        return {"Result": "-9", "Description": "没有记录", "Isp": ""}
    if (phone["name"], phone["id_number"]) != (asked["Name"], asked["IdCard"]):
        return {"Result": "-4", "Description": "信息不一致", "Isp": "移动"}
    return {"Result": "0", "Description": "认证通过", "Isp": "移动"}


def _begin_face(documents: Documents, asked: Document) -> Document:
    token = str(uuid.uuid4()).upper()
    face = {"token": token, "name": asked["Name"], "id_number": asked["IdCard"], "begun": time.time()}
    documents.put("face", token, face)
    return {"BizToken": token, "Url": ""}


def _read_face(documents: Documents, asked: Document) -> Document:
    """A face that was shown well is compared with the register, as the provider does."""
    face = documents.get("face", asked["BizToken"])
    if face is None:
        return {"Error": {"Code": "InvalidParameterValue.BizTokenIllegal", "Message": "BizToken不合法"}}
    code = face.get("err_code")
    person = documents.get("person", face["id_number"])
    if code == 0 and (person is None or person["name"] != face["name"]):
        code = 2006
    return {"Text": {"ErrCode": code, "IdCard": face["id_number"], "Name": face["name"]}}


_CHARGED = frozenset({"IdCardVerification", "PhoneVerification"})
_ANSWERS = {
    "IdCardVerification": _id_card,
    "PhoneVerification": _phone,
    "DetectAuth": _begin_face,
    "GetDetectInfoEnhanced": _read_face,
}


def _respond(body: Document) -> Response:
    text = json.dumps({"Response": {**body, "RequestId": str(uuid.uuid4())}}, ensure_ascii=False)
    return Response(text, content_type="application/json")


def _signed(secret_id: str, secret_key: str) -> bool:
    """TC3-HMAC-SHA256 as its documentation computes it, over the headers the client chose to sign."""
    found = _AUTHORIZATION.match(request.headers.get("Authorization", ""))
    timestamp = request.headers.get("X-TC-Timestamp", "")
    if found is None or found["id"] != secret_id or not timestamp.isdigit():
        return False
    if abs(time.time() - int(timestamp)) > SKEW_S:
        return False
    if found["date"] != f"{datetime.fromtimestamp(int(timestamp), UTC):%Y-%m-%d}":
        return False
    names = found["headers"].split(";")
    headers = "".join(f"{name}:{request.headers.get(name, '').strip().lower()}\n" for name in names)
    payload = hashlib.sha256(request.get_data()).hexdigest()
    canonical = f"POST\n/\n\n{headers}\n{found['headers']}\n{payload}"
    scope = f"{found['date']}/{found['service']}/tc3_request"
    to_sign = f"TC3-HMAC-SHA256\n{timestamp}\n{scope}\n{hashlib.sha256(canonical.encode()).hexdigest()}"
    key = f"TC3{secret_key}".encode()
    for part in (found["date"], found["service"], "tc3_request"):
        key = hmac.new(key, part.encode(), hashlib.sha256).digest()
    expected = hmac.new(key, to_sign.encode(), hashlib.sha256).hexdigest()
    return hmac.compare_digest(expected, found["signature"])
