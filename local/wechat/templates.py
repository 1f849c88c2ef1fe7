"""The account's subscription templates, and what WeChat takes as a value of each type (wechat-facts.md §4.2)."""

from __future__ import annotations

import re
from typing import Any

KEYS = {
    "visit_status": ("thing1", "time2", "phrase3", "thing4"),
    "visit_offer": ("thing1", "time2", "thing3"),
    "visit_billed": ("thing1", "amount2", "thing3"),
    "case_status": ("thing1", "phrase2", "thing3"),
    "family_digest": ("thing1", "thing2"),
}
_HAN = "\u3400-\u9fff\U00020000-\U0003ffff"
_DAY = r"\d{4}(年\d{1,2}月\d{1,2}日|-\d\d-\d\d)"
_HOUR = r"\d{1,2}:\d\d(:\d\d)?"
_SHAPE = {
    "thing": r".{1,20}",
    "number": r"[\d.]{1,32}",
    "letter": r"[A-Za-z]{1,32}",
    "symbol": r"[^\w\s]{1,5}",
    "character_string": r"[\x21-\x7e]{1,32}",
    "time": rf"({_DAY} )?{_HOUR}(~({_DAY} )?{_HOUR})?",
    "date": rf"{_DAY}( {_HOUR})?",
    "amount": r"[¥￥$€£]?\d{1,10}(\.\d+)?元?",
    "phone_number": r"[\d+\- ]{1,17}",
    "car_number": rf"[{_HAN}A-Z0-9]{{1,8}}",
    "name": rf"[{_HAN}]{{1,10}}|[A-Za-z ·.]{{1,20}}",
    "phrase": rf"[{_HAN}]{{1,5}}",
}


def wrong_value(template: str, data: Any) -> str | None:
    """What WeChat says of the first value it does not take."""
    for key in KEYS[template]:
        given = data.get(key) if isinstance(data, dict) else None
        value = str(given.get("value", "")) if isinstance(given, dict) else ""
        if not value:
            return f"argument invalid! data.{key}.value is empty"
        if not re.fullmatch(_SHAPE[key.rstrip("0123456789")], value):
            return f"argument invalid! data.{key}.value invalid"
    return None
