"""Every screen in every state that a person can bring it into, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from local import people
from local.people import done, fix
from tests.browser.hand import Hand
from tests.builders.elders import Elder
from tests.builders.guardians import become_guardian
from tests.engine.conftest import RunningStack
from tests.engine.test_stack import Cast

BOOK = "/packages/booking/book/book"
VISIT = "/packages/tracking/visit/visit?id="
JOB = "/packages/caregiver/job/job?id="
WRONG_NUMBER = "110101194912310023"


class Walk:
    """A town with a past, and the walk through all screens. `opens(person)` gives a phone into a hand."""

    def __init__(self, running: RunningStack, opens: Any) -> None:
        self._town = running.town
        self._opens = opens
        self.cast = Cast(running)
        self.done_id = self._a_visit_with_its_bill()
        self.cast.staff.come_back_to_desk()  # a day has passed
        self.booked_id = self._a_booking(day=2)

    def screens(self) -> Iterator[tuple[str, Hand]]:
        yield from self._a_newcomer()
        yield from self._booking()
        yield from self._afterwards()
        yield from self._help()
        yield from self._family()
        yield from self._codes()
        yield from self._staff()
        yield from self._caregiver()

    def _a_newcomer(self) -> Iterator[tuple[str, Hand]]:
        hand = self._opens(people.somebody(self._town), signed_in=False)
        yield "登录", hand
        hand.logs_in()
        hand.sees("留个手机号吧")
        yield "留手机号", hand
        hand.tap("用微信手机号")
        hand.sees("使用您的信息之前")
        yield "微信问隐私", hand
        hand.tap("不同意", exact=True)
        hand.sees("没关系")
        hand.tap("先不留")
        hand.sees("现在到：实名认证")
        yield "首页（还没有卡）", hand
        hand.tap("去核实身份")
        hand.types("姓名", "王小梅")
        hand.types("身份证号", WRONG_NUMBER)
        hand.tap("核实", exact=True)
        hand.front.get_by_role("alert").wait_for()
        yield "核实身份（号码填错）", hand
        number = people.a_resident_number()
        self._town.register_identity("王小梅", number)
        hand.types("身份证号", number)
        yield from self._other_ways(hand, number)
        hand.tap("核实", exact=True)
        hand.sees("身份核实好了")
        yield "身份核实好了", hand
        hand.tap("去激活卡")
        hand.sees("激活码在卡片背面")
        yield "激活卡", hand
        hand.types("激活码", people.an_activation_code(self.cast.staff))
        hand.tap("激活", exact=True)
        hand.sees("激活好了")
        yield "卡激活好了", hand
        hand.go("/packages/bills/wallet/wallet")
        hand.sees("充多少")
        hand.wishes(network="answers_lost")
        hand.tap("100 元")
        hand.sees("接着付")
        yield "充值（断了网）", hand

    def _other_ways(self, hand: Hand, number: str) -> Iterator[tuple[str, Hand]]:
        hand.tap("刷脸")
        hand.sees("不收也不留您的照片和录像")
        yield "同意刷脸", hand
        hand.tap("同意", exact=True)
        hand.tap("同意了，回去接着办")
        hand.wishes(scans=1201)
        hand.tap("刷脸")
        hand.sees("光太亮、太暗")
        yield "刷脸没有通过", hand
        hand.wishes(scans="later")
        hand.tap("刷脸")
        hand.sees("结果还没有出来")
        yield "刷脸的结果晚点来", hand
        hand.tap("拍手持身份证的照片")
        hand.sees("怎么拍")
        yield "手持身份证的照片", hand
        hand.go("/pages/identity/identity")
        hand.types("姓名", "王小梅")
        hand.types("身份证号", number)

    def _booking(self) -> Iterator[tuple[str, Hand]]:
        hand = self._opens(self.cast.elder)
        hand.sees("接下来的上门")
        yield "首页", hand
        hand.go(BOOK)
        hand.sees("第 1 步")
        yield "预约 1：什么帮助", hand
        hand.tap("生活照护")
        hand.sees("第 2 步")
        yield "预约 2：什么时候", hand
        hand.tap("自己挑时间和长短")
        hand.sees("哪一天")
        yield "预约 2：哪一天", hand
        hand.tap("明天", exact=True)
        hand.sees("几点开始")
        yield "预约 2：几点", hand
        hand.tap("上午9点", exact=True)
        hand.sees("要多长时间")
        yield "预约 2：多长", hand
        hand.tap("2小时", exact=True)
        hand.sees("第 3 步")
        yield "预约 3：去哪里", hand
        hand.tap("黄浦区人民大道 200 号")
        hand.sees("李护理员")
        yield "预约 4：请谁来", hand
        hand.wishes(network="off")
        hand.tap("请李护理员来")
        hand.sees("还不知道")
        yield "预约：不知道约上没有", hand
        hand.wishes(network="on")
        hand.go(BOOK)
        hand.sees("上次没有约成")
        yield "预约：上次没有约成", hand
        hand.tap("请李护理员来")
        hand.sees("预约发出了")
        yield "预约：发出了", hand

    def _afterwards(self) -> Iterator[tuple[str, Hand]]:
        hand = self._opens(self.cast.elder)
        for name, at, text in (
            ("上门进度（等接单）", VISIT + self.booked_id, "等护工接单"),
            ("上门进度（已完成）", VISIT + self.done_id, "已完成"),
            ("评价", f"/packages/tracking/review/review?id={self.done_id}", "很满意"),
            ("账单", "/packages/bills/bills/bills", "¥128.00"),
            ("余额和充值", "/packages/bills/wallet/wallet", "可以用的余额"),
            ("消息", "/pages/inbox/inbox", "未读"),
            ("设置", "/pages/settings/settings", "长辈版"),
            ("怎么通知我", "/pages/wishes/wishes", "上门前提醒"),
            ("我同意过什么", "/packages/me/consents/consents", "收回同意"),
        ):
            hand.go(at)
            hand.sees(text)
            if name == "评价":
                hand.tap("很满意")
            yield name, hand
            if name == "评价":
                hand.tap("提交评价")
                hand.sees("谢谢您")
                yield "评价好了", hand
        yield from self._another_time(hand)
        hand.wishes(network="off")
        hand.go("/packages/bills/bills/bills")
        hand.sees("手机连不上网络。下面是")
        yield "账单（没有网络）", hand
        hand.go(VISIT + "vis_0000000000AAAAAAAAAAAAAAAA")
        hand.sees("再试一次")
        yield "打不开（没有网络）", hand

    def _another_time(self, hand: Hand) -> Iterator[tuple[str, Hand]]:
        body = self.cast.booking()
        start = datetime.fromisoformat(body["start_at"]) + timedelta(days=3)
        other = done(self.cast.elder.post("/v1/visits", body | {"start_at": start.isoformat()}), 201)["id"]
        hand.go(f"/packages/tracking/move/move?id={other}")
        hand.tap("后天", exact=True)
        hand.sees("几点开始")
        yield "改时间：几点", hand
        hand.tap("上午9点半", exact=True)
        hand.tap("就改到这个时间")
        hand.sees("刚刚被别人约走了")
        yield "改时间：有人约了", hand
        hand.tap("换个时间")
        hand.tap("后天", exact=True)
        hand.tap("下午2点", exact=True)
        hand.tap("就改到这个时间")
        hand.sees("时间改好了")
        yield "改时间：改好了", hand
        done(self.cast.elder.post(f"/v1/visits/{other}/cancel"))

    def _help(self) -> Iterator[tuple[str, Hand]]:
        hand = self._opens(self.cast.elder)
        (card,) = done(self.cast.elder.get("/v1/cards"))["items"]
        hand.go(f"/packages/help/way/way?id={card['id']}")
        hand.sees("卡可以用")
        hand.tap("自己查一查")
        hand.sees("一层一层查下来")
        yield "卡查一查", hand
        hand.go(f"/packages/help/ask/ask?about={self.booked_id}")
        hand.sees("遇到什么事了？")
        yield "求助：什么事", hand
        hand.tap("护工没来")
        hand.types("说说是怎么回事", "说好九点，没见到人")
        yield "求助：说一说", hand
        hand.tap("请人来帮我", exact=True)
        hand.sees("我们收到了")
        yield "求助：收到了", hand
        hand.tap("看求助进展")
        hand.sees("我们在处理")
        yield "求助进展", hand
        hand.go("/packages/help/cases/cases")
        hand.sees("护工没来")
        yield "我的求助", hand

    def _codes(self) -> Iterator[tuple[str, Hand]]:
        elder = people.an_elder(
            self._town, self.cast.staff, name="陈秀珍", id_number=people.a_resident_number(), balance_fen=0
        )
        hand = self._opens(elder)
        hand.go("/pages/phone/phone")
        hand.sees("获取验证码")
        yield "用短信登记手机号", hand
        hand.types("手机号", elder.number.removeprefix("+86"))
        hand.tap("获取验证码")
        hand.sees("秒后可以再发")
        yield "验证码发出了", hand
        hand.go("/pages/recover/recover")
        hand.sees("把原来的账号搬到现在这个微信上")
        yield "找回原来的账号", hand
        people.lock_out(elder, lambda: people.somebody(self._town).number)
        hand = self._opens(elder)
        hand.sees("您的账号先锁住了")
        yield "首页（账号锁住了）", hand
        hand.tap("解锁")
        hand.sees("您自己就能解开")
        yield "解锁账号", hand

    def _family(self) -> Iterator[tuple[str, Hand]]:
        daughter = people.a_relative(self._town, "王小梅")
        hand = self._opens(self.cast.elder)
        hand.go("/packages/family/family/family")
        hand.sees("还没有。您可以请儿女")
        yield "家人（还没有）", hand
        hand.tap("邀请一位家人")
        hand.tap("女儿")
        hand.sees("一天最多花多少")
        yield "邀请家人", hand
        hand.tap("¥100")
        hand.tap("做好邀请")
        hand.sees("邀请做好了")
        yield "邀请做好了", hand
        hand.tap("发给家人")
        theirs = self._opens(daughter, at=hand.calls("share")[0]["path"])
        theirs.sees("王*英 请您替他办事")
        yield "家人的邀请", theirs
        theirs.tap("接受，替他办事")
        theirs.sees("现在就替 王*英 办事")
        yield "接受了邀请", theirs
        theirs.tap("现在就替 王*英 办事")
        theirs.sees("正在替 王*英 办事", "接下来的上门")
        yield "首页（替家人办事）", theirs
        body = self.cast.booking()
        start = datetime.fromisoformat(body["start_at"]) + timedelta(days=4)
        acting = daughter.as_family_of(self.cast.elder)
        asked = done(acting.post("/v1/visits", body | {"start_at": start.isoformat()}), 201)["id"]
        theirs.go(VISIT + asked)
        theirs.sees("等本人同意")
        yield "上门进度（请本人点头）", theirs
        theirs.go("/packages/family/family/family")
        theirs.sees("我能替谁办事")
        yield "家人（我能替谁办事）", theirs
        hand.tap("发好了")
        hand.sees("女儿 王*梅")
        yield "家人（有一位）", hand
        hand.go(VISIT + asked)
        hand.sees("同意，就约这次")
        yield "上门进度（请您点头）", hand
        hand.tap("不同意，不约")
        hand.sees("没有约，已取消")
        hand.go("/packages/family/acts/acts")
        hand.sees("替您预约护工上门")
        yield "家人替我办的事", hand
        hand.go("/packages/family/looks/looks")
        hand.sees("看上门")
        yield "谁看过我的信息", hand
        yield from self._elders(theirs)

    def _elders(self, hand: Hand) -> Iterator[tuple[str, Hand]]:
        hand.go("/packages/family/digest/digest")
        hand.sees("您住在哪里")
        hand.tap("洛杉矶")
        hand.sees("洛杉矶 ✓")
        hand.tap("20 点")
        hand.sees("下一份：北京时间")
        yield "每日小结", hand
        hand.go(f"/packages/family/shared/shared?id={self.booked_id}&of=per_01M82V7M00GSP7QTCPRVA8MCST")
        hand.sees("要本人让您看")
        yield "家人发来的上门", hand
        elder = Elder(self._town)
        hand.go("/packages/family/elder/elder")
        hand.types("老人的姓名", elder.name)
        hand.types("老人的身份证号", elder.id_number)
        hand.types("老人自己接的手机号", elder.number.removeprefix("+86"))
        hand.tap("女儿")
        yield "替老人开账户", hand
        hand.tap("填好了")
        hand.sees("打之前，先跟老人说一声")
        yield "替老人开账户（打电话以前）", hand
        hand.go("/packages/family/family/family")
        hand.sees("周*兰")
        yield "家人（等老人回答）", hand
        hand.go("/packages/family/guardian/guardian")
        hand.sees("法院的文书")
        yield "登记监护人", hand
        reviewer = people.a_staff_member(self._town, "reviewer")
        son = people.a_relative(self._town, "王小刚")
        become_guardian(son, reviewer, name="王秀英", id_number=self.cast.id_number)
        his = self._opens(son, at="/packages/family/family/family")
        his.sees("您是法定监护人")
        yield "家人（监护人）", his
        his.tap("替 王*英 办事")
        his.sees("正在替 王*英 办事")
        his.go("/packages/family/ward/ward")
        his.sees("替老人决定")
        yield "监护", his

    def _staff(self) -> Iterator[tuple[str, Hand]]:
        staff = people.somebody(self._town)
        self._town.enrol_staff(staff.number, "agent")
        staff.log_in()
        staff.give_number()
        hand = self._opens(staff)
        hand.go("/pages/settings/settings")
        hand.tap("绑定动态口令")
        hand.sees("口令密钥")
        hand.tap("取登录码")
        hand.sees("登录码：")
        yield "设置（工作人员）", hand

    def _caregiver(self) -> Iterator[tuple[str, Hand]]:
        hand = self._opens(self.cast.caregiver)
        hand.sees("等您答复")
        yield "护工：我的上门", hand
        hand.go(JOB + self.booked_id)
        hand.sees("接单以后能看到地址")
        yield "护工：新预约", hand
        done(self.cast.caregiver.post(f"/v1/visits/{self.booked_id}/accept"))
        hand.refreshes()
        hand.sees("在地图上看怎么走")
        yield "护工：已接单", hand
        start = datetime.fromisoformat(done(self.cast.elder.get(f"/v1/visits/{self.booked_id}"))["start_at"])
        self._town.move_clock_to(start)
        hand.tap("出发", exact=True)
        hand.sees("到门口了，签到")
        yield "护工：已出发", hand
        hand.gives(location=False)
        hand.tap("到门口了，签到")
        hand.tap("同意，继续")
        hand.sees("没有拿到位置")
        yield "护工：位置没有打开", hand
        hand.gives(location=True)
        hand.tap("到门口了，签到")
        hand.sees("服务结束，签退")
        yield "护工：服务中", hand

    def _a_booking(self, *, day: int) -> str:
        body = self.cast.booking()
        start = datetime.fromisoformat(body["start_at"]) + timedelta(days=day - 1)
        return str(done(self.cast.elder.post("/v1/visits", body | {"start_at": start.isoformat()}), 201)["id"])

    def _a_visit_with_its_bill(self) -> str:
        visit_id = self.cast.visit_in_service()
        done(self.cast.caregiver.post(f"/v1/visits/{visit_id}/check-out", fix()))
        self._town.until(lambda: self.cast.is_billed(visit_id), "the bill")
        return visit_id
