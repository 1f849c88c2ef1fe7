"""Why family do not come to act for an elder who has no mini program, and what to do then."""

from __future__ import annotations

from chalicelib.kernel.refusals import Conflict, Gone, Invalid, Missing, TooMany


class NoSuchEntrustment(Missing):
    """Also for somebody else's."""

    code = "identity.no_such_entrustment"
    message = "没有找到这份申请。"
    next_step = "请回到“家人”，从列表里重新点进去。"


class EntrustmentOver(Gone):
    code = "identity.entrustment_over"
    message = "这份申请已经有了结果，或者过了七天，不再打电话了。"
    next_step = "还要办的话，请在“家人”里重新填一份。"


class ElderNotMatched(Invalid):
    """By the register, which is asked about somebody else's number: nothing is told but that the two do not fit."""

    code = "identity.elder_not_matched"
    message = "老人的姓名和身份证号，与公安的记录对不上。"
    next_step = "请对着老人的身份证再看一遍；名字里有生僻字的，请打客服电话 {hotline}，人工帮您办。"


class ElderIsMyself(Invalid):
    code = "identity.elder_is_myself"
    message = "这是您自己的身份证号。"
    next_step = "请填老人的姓名和身份证号；您自己的事，直接办就可以。"


class ElderHasWeChat(Conflict):
    code = "identity.elder_has_wechat"
    message = "老人已经用自己的微信开过账户了，不用您代开。"
    next_step = "请让老人在自己的小程序里点“家人”，发一份邀请给您；老人的微信不用了，请打客服电话 {hotline}。"


class ElderHasNoPhone(Conflict):
    code = "identity.elder_has_no_phone"
    message = "老人的账户没有登记电话，没法问老人本人同意不同意。"
    next_step = "请打客服电话 {hotline}，看看怎么办。"


class PhoneOfMine(Invalid):
    code = "identity.phone_of_mine"
    message = "这是您自己的手机号，电话要打给老人本人。"
    next_step = "请填老人自己接的电话；老人没有电话的话，请打客服电话 {hotline}，看看怎么办。"


class ElderHasGuardian(Conflict):
    code = "identity.elder_has_guardian"
    message = "老人有法定监护人，老人的事由监护人来定。"
    next_step = "请和监护人商量；监护人有变动，或者您觉得不对，请打客服电话 {hotline}。"


class ElderAsleep(Conflict):
    code = "identity.elder_asleep"
    message = "国内现在是夜里，打电话会吵着老人。"
    next_step = "请在北京时间 {wakes_at} 以后再点；填好的我们都留着。"


class ElderRungJustNow(TooMany):
    code = "identity.elder_rung_just_now"
    message = "刚刚给老人打过电话。"
    next_step = "{retry_at_spoken} 以后可以再打一次；打之前，先跟老人说一声会有电话来。"


class ElderRungTooOften(TooMany):
    code = "identity.elder_rung_too_often"
    message = "老人的电话今天打得太多了，为了不打扰老人，先停一停。"
    next_step = "{retry_at_spoken} 以后可以再打；着急的话，请打客服电话 {hotline}。"


class ElderNotReached(Conflict):
    code = "identity.elder_not_reached"
    message = "电话现在打不出去。"
    next_step = "填好的我们都留着，请过几分钟再点一次；一直打不出去，请打客服电话 {hotline}。"


class ActsAlready(Conflict):
    code = "identity.acts_already"
    message = "您已经可以替这位老人办事了。"
    next_step = "请回到“家人”，点老人的名字；要改能办的事，请让老人打客服电话 {hotline}。"


class ElderForPeople(Conflict):
    """Nothing failed: that the phone is the elder's is known to nobody yet, or the name is spelled otherwise in the
    register, and one of us rings.
    """

    code = "identity.elder_for_people"
    stuck = "identity.elder_voice"
    at_once = True
    message = "这一份机器不能直接打电话，由客服核对以后打给老人，听老人自己说。"
    next_step = "您不用再做什么，请跟老人说一声会有电话来：结果出来马上通知您。"


class GuardianForPeople(Conflict):
    code = "identity.guardian_for_people"
    stuck = "identity.guardian"
    at_once = True
    message = "文书收到了，由人工对着它核对。"
    next_step = "您不用再做什么：结果出来马上通知您。"


class OneAtATime(Conflict):
    code = "identity.one_at_a_time"
    message = "您还有一份同样的申请在等人工核对。"
    next_step = "请等那一份有了结果，再交下一份；急的话，请打客服电话 {hotline}。"


class EndTooFar(Invalid):
    code = "identity.guardian_end_too_far"
    message = "监护最多登记五年。"
    next_step = "请填文书上写的最后一天；文书没写、或者更久的，请填五年之内的一天，到期再交一次。"
