"""The receipt at the end of the demo: what was done, what it cost and why, and that the books balance."""

from __future__ import annotations

import unicodedata
from collections import Counter
from datetime import datetime

from chalicelib.kernel.money import Money
from chalicelib.kernel.time import in_shanghai, spoken
from local.demo.family import Kept
from local.demo.identity import Proven
from local.demo.reminders import Heard
from local.demo.story import Told
from local.demo.stuck import Stuck
from local.people import Unexpected

WIDTH = 74
ACCOUNT_NAME = {"wechat_pay": "微信支付", "wallet": "王秀英的余额", "care_revenue": "护理收入"}


def print_receipt(told: Told) -> None:
    """Raises Unexpected when the books do not balance: a receipt that is wrong is not printed to its end."""
    bill, visit = told.bill, told.visit
    checked_in, checked_out = (datetime.fromisoformat(bill[name]) for name in ("checked_in_at", "checked_out_at"))
    print()
    _rule("┌", "┐")
    _line("远盟健康 · 服务账单", f"visit …{bill['visit_id'][-8:]}")
    _rule("├", "┤")
    _line("服务", f"{bill['service_name']}，{visit['caregiver_name']}上门")
    _line("签到 → 签退", f"{spoken(checked_in)} → {in_shanghai(checked_out):%H:%M}")
    _line("实际时长", f"{bill['actual_minutes']} 分钟（预约 {bill['booked_half_hours'] * 30} 分钟）")
    _rule("├", "┤")
    for line in bill["lines"]:
        each = f"{line['half_hours']} × {Money(line['half_hour_fen'])}"
        _line(f"{line['text']}（价目 {line['tariff_version']}）", f"{each} = {Money(line['amount_fen'])}")
    _line("合计", str(Money(bill["amount_fen"])))
    for paid in bill["paid_from"]:
        _line("付款", f"预存余额 {Money(paid['amount_fen'])}")
    _line("预留多出，已退回", str(Money(bill["released_fen"])))
    _line("余额", f"{Money(told.wallet['available_fen'])}（预留中 {Money(told.wallet['held_fen'])}）")
    _rule("├", "┤")
    _prove(told)
    _rule("└", "┘")
    print(f"  {bill['rule']}\n")


def print_ways_out(rows: list[Stuck]) -> None:
    """Who was stuck at which link, what they were told, and how they got on."""
    print()
    _rule("┌", "┐")
    _line("六个人卡在六处，每个人都知道卡在哪、轮到谁、到什么时候", "")
    for row in rows:
        _rule("├", "┤")
        _line(f"{row.who}  卡在：{row.link}", f"轮到{row.owner}，{row.by}")
        _line(f"长辈版：{row.short}", row.way_out)
    _rule("└", "┘")
    print()


def print_messages(heard: list[Heard]) -> None:
    """What one person was told in a week, and how it reached her."""
    print()
    _rule("┌", "┐")
    _line("王秀英这一周收到的消息", "")
    _rule("├", "┤")
    for each in heard:
        _line(f"{each.at}  {each.title}", each.way)
    _rule("├", "┤")
    ways = Counter(each.way for each in heard)
    _line("合计", "，".join(f"{way} {count}" for way, count in ways.most_common()))
    _rule("└", "┘")
    print()


def print_family(kept: Kept) -> None:
    """What was done in her name, and that no limit was passed, as she reads it."""
    print()
    _rule("┌", "┐")
    _line("王秀英看到的：女儿替她办的事", "")
    _rule("├", "┤")
    for act in kept.acts:
        money = f"额度 {Money(act['spends_fen'])}" if act["spends_fen"] else ""
        asks = f"请她点头 {Money(act['asks_fen'])}" if act["asks_fen"] else ""
        _line(f"{spoken(datetime.fromisoformat(act['at']))}  {act['relation_name']}：{act['what']}", money or asks)
    _rule("├", "┤")
    _line("女儿用掉的额度 ≤ 一天的额度", f"{kept.spent} ≤ {kept.limit} ✓")
    _line("充值 = 余额 + 预留", f"{kept.topped_up} = {kept.available} + {kept.held} ✓")
    _line("谁看过她的信息", f"{len(kept.looks)} 条，都列给她看")
    _rule("├", "┤")
    for what, seen in kept.elders:
        _line(what, seen)
    _rule("└", "┘")
    print()


def print_proven(rows: list[Proven]) -> None:
    """Who did not get past proving who they are, and how they did."""
    print()
    _rule("┌", "┐")
    _line(f"{len(rows)} 个人卡在“证明是您本人”，都办成了", "")
    for row in rows:
        _rule("├", "┤")
        _line(f"{row.who}：{row.trouble}", f"{row.way_out}{'' if row.alone else '，不用再填'}")
    _rule("├", "┤")
    _line("自己办成的", f"{sum(row.alone for row in rows)} / {len(rows)}")
    _rule("└", "┘")
    print()


def _prove(told: Told) -> None:
    sums: dict[str, int] = {}
    for entry in reversed(told.entries):
        legs = [f"{ACCOUNT_NAME[leg['account']]} {Money(leg['amount_fen'])}" for leg in entry["legs"]]
        balance = sum(leg["amount_fen"] for leg in entry["legs"])
        _line(f"账目：{'，'.join(legs)}", f"= {balance}")
        for leg in entry["legs"]:
            sums[leg["account"]] = sums.get(leg["account"], 0) + leg["amount_fen"]
        if balance:
            raise Unexpected("journal legs that do not sum to zero")
    in_wallet = told.wallet["available_fen"] + told.wallet["held_fen"]
    expected = told.topped_up_fen - told.bill["amount_fen"]
    if not in_wallet == sums["wallet"] == expected or told.dead_letters:
        raise Unexpected(f"the books say {sums}, the wallet {told.wallet}, dead letters {told.dead_letters}")
    _line(
        "充值 − 账单 = 余额 + 预留",
        f"{Money(told.topped_up_fen)} − {Money(told.bill['amount_fen'])} = {Money(in_wallet)} ✓",
    )


def _line(left: str, right: str) -> None:
    space = max(1, WIDTH - _columns(left) - _columns(right))
    print(f"  │ {left}{' ' * space}{right} │")


def _rule(left: str, right: str) -> None:
    print(f"  {left}{'─' * (WIDTH + 2)}{right}")


def _columns(text: str) -> int:
    """A Chinese character takes two columns of a terminal."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
