"""The identity check's stand-in: Tencent Cloud's IdCardVerification over a made-up register of people."""

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
    with documents.changing():
        documents.put("question", f"{len(documents.all('question')):09d}", {"at": time.time()})
    if "errcode" in fault:
        return _respond({"Result": str(fault["errcode"]), "Description": "服务异常"})
    person = documents.get("person", asked["IdCard"])
    if person is None:
        return _respond({"Result": "-5", "Description": "证件库中无此身份证记录"})
    if person["name"] != asked["Name"]:
        return _respond({"Result": "-1", "Description": "姓名和身份证号不一致"})
    return _respond({"Result": "0", "Description": "姓名和身份证号一致"})


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
