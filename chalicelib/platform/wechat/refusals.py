"""What WeChat's answers mean to the person in front of the phone."""

from __future__ import annotations

from chalicelib.kernel.refusals import Forbidden, Invalid, Unauthenticated, Unavailable


class CodeRefused(Invalid):
    code = "wechat.code_refused"
    message = "微信给的这次授权已经过期，或者已经用过了。"
    next_step = "请再点一次，微信会重新授权，一般马上就好。"


class AccountRestricted(Forbidden):
    """Source: code2Session answers 40226 for an account WeChat holds to be at high risk."""

    code = "wechat.account_restricted"
    message = "微信认为这个微信号有风险，暂时不让它登录小程序。"
    next_step = "请打开微信“我-设置-账号与安全”按提示解除；着急预约请打客服电话 {hotline}。"


class WeChatUnreachable(Unavailable):
    code = "wechat.unreachable"
    message = "微信那边暂时没有回应，您的这一步还没有办成。"
    next_step = "请过一分钟再点一次；着急的话，请打客服电话 {hotline}。"


class PayUnreachable(Unavailable):
    code = "wechat_pay.unreachable"
    message = "微信支付暂时没有回应，这一单还没有付成，也没有扣钱。"
    next_step = "请过一分钟再点一次“充值”，还是同一单，不会重复扣钱。"


class CallbackRefused(Unauthenticated):
    """WeChat tries again later when it is answered so; anybody else learns nothing."""

    code = "wechat_pay.callback_refused"
    alarms = True
    message = "这条支付通知没有通过校验。"
    next_step = "微信支付会自动重新通知；其他来源不予受理。"
