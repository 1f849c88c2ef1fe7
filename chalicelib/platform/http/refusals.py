"""What the edge itself refuses, before any context is asked."""

from __future__ import annotations

from chalicelib.kernel import refusals as kinds

STATUS_BY_KIND: dict[type[kinds.Refusal], int] = {
    kinds.Malformed: 400,
    kinds.Unauthenticated: 401,
    kinds.PaymentNeeded: 402,
    kinds.Forbidden: 403,
    kinds.Missing: 404,
    kinds.MethodRefused: 405,
    kinds.Conflict: 409,
    kinds.Gone: 410,
    kinds.TooLarge: 413,
    kinds.MediaRefused: 415,
    kinds.Invalid: 422,
    kinds.TooMany: 429,
    kinds.Unavailable: 503,
}


def status_of(refusal: kinds.Refusal | type[kinds.Refusal]) -> int:
    of = refusal if isinstance(refusal, type) else type(refusal)
    return next(status for kind, status in STATUS_BY_KIND.items() if issubclass(of, kind))


class MalformedJson(kinds.Malformed):
    code = "request.malformed_json"
    message = "这次提交的内容不完整，我们没能读懂。"
    next_step = "请返回上一页再提交一次；还是不行，请打客服电话 {hotline}。"


class RoleMissing(kinds.Forbidden):
    code = "request.role_missing"
    message = "您的账号没有办这件事的权限。"
    next_step = "如果您认为应该有，请打客服电话 {hotline}。"


class NoSuchThing(kinds.Missing):
    code = "request.no_such_thing"
    message = "没有找到您要看的内容。"
    next_step = "请回到首页，从列表里重新点进去。"


class NoSuchRoute(kinds.Missing):
    code = "request.no_such_route"
    message = "这个地址不存在。"
    next_step = "请更新小程序到最新版本再试；还是不行，请打客服电话 {hotline}。"


class NoSuchMethod(kinds.MethodRefused):
    code = "request.no_such_method"
    message = "这个地址不能这样使用。"
    next_step = "请更新小程序到最新版本再试；还是不行，请打客服电话 {hotline}。"


class BodyTooLarge(kinds.TooLarge):
    code = "request.too_large"
    message = "一次提交的内容太多了（最多 64 KB）。"
    next_step = "请把文字写短一些再提交。"


class NotJson(kinds.MediaRefused):
    code = "request.not_json"
    message = "提交内容的格式不对，应为 JSON。"
    next_step = "请更新小程序到最新版本再试；还是不行，请打客服电话 {hotline}。"


class FieldMissing(kinds.Invalid):
    code = "request.field_missing"
    message = "还有一项没有填：{name}。"
    next_step = "请补上这一项再提交。"


class FieldUnknown(kinds.Invalid):
    code = "request.field_unknown"
    message = "多了一项我们不认识的内容：{name}。"
    next_step = "请更新小程序到最新版本再试。"


class FieldInvalid(kinds.Invalid):
    code = "request.field_invalid"
    message = "这一项没有填，或者填得不对。"
    next_step = "请照着要求填好，再提交一次。"


EVERY_ROUTE = (MalformedJson, NoSuchMethod, BodyTooLarge, NotJson, FieldMissing, FieldUnknown, FieldInvalid)
EVERY_SIGNED_IN_ROUTE = (
    kinds.NotSignedIn,
    kinds.SessionExpired,
    kinds.SessionRevoked,
    RoleMissing,
    kinds.NotOnBehalf,
    NoSuchThing,
)
