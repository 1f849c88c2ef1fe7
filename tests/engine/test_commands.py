"""`make run` and `make demo` as a person runs them."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
import requests

from local.layout import LOOPBACK, ROOT, url
from tests.engine.conftest import free_ports

pytestmark = pytest.mark.engine
WAITS_S = 90


def start(module: str, *arguments: str, base: int, data: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", module, *arguments],
        cwd=ROOT,
        env=os.environ | {"PORT_BASE": str(base), "DATA_FOLDER": str(data)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def read_until(process: subprocess.Popen[str], words: str) -> str:
    deadline, said = time.monotonic() + WAITS_S, ""
    assert process.stdout is not None
    while words not in said:
        assert time.monotonic() < deadline, said
        line = process.stdout.readline()
        assert line, said
        said += line
    return said


def listening(base: int) -> list[int]:
    def answers(port: int) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex((LOOPBACK, port)) == 0

    return [base + offset for offset in range(11) if answers(base + offset)]


@pytest.mark.slow
class TestRun:
    def test_keeps_its_account_over_a_restart_and_ctrl_c_stops_all_of_it(self, tmp_path: Path) -> None:
        base, wallets = free_ports().base, []
        for _ in range(2):
            process = start("local.run", base=base, data=tmp_path / "data")
            said = read_until(process, "Ctrl-C stops all of it.")
            token = said.partition("TOKEN=")[2].split()[0]
            answer = requests.get(f"{url(base)}/v1/wallet", headers={"Authorization": f"Bearer {token}"}, timeout=10)
            wallets.append(answer.json())
            process.send_signal(signal.SIGINT)
            assert process.wait(20) == 0
            assert listening(base) == []
        assert wallets == [{"available_fen": 50_000, "held_fen": 0, "holds": []}] * 2

    def test_starts_again_what_a_button_kills_and_killed_itself_leaves_nothing_running(self, tmp_path: Path) -> None:
        ports = free_ports()
        base = ports.base
        process = start("local.run", base=base, data=tmp_path / "data")
        read_until(process, "Ctrl-C stops all of it.")
        assert requests.post(f"{url(ports.phones)}/kill/worker", timeout=10).status_code == 204
        read_until(process, "worker stopped; starting it again.")
        assert requests.post(f"{url(ports.phones)}/kill/database", timeout=10).status_code == 404
        process.kill()
        process.wait()
        deadline = time.monotonic() + 10
        while listening(base):
            assert time.monotonic() < deadline
            time.sleep(0.1)


@pytest.mark.slow
class TestDemo:
    def test_ends_with_the_receipt_and_nothing_running(self, tmp_path: Path) -> None:
        base = free_ports().base
        process = start("local.demo", base=base, data=tmp_path / "unused")
        said, _ = process.communicate(timeout=WAITS_S)
        assert process.returncode == 0, said
        assert "¥500.00 − ¥128.00 = ¥372.00 ✓" in said
        assert listening(base) == []

    def test_six_people_stuck_at_six_links_get_on(self, tmp_path: Path) -> None:
        process = start("local.demo", "stuck", base=free_ports().base, data=tmp_path / "unused")
        said, _ = process.communicate(timeout=2 * WAITS_S)
        assert process.returncode == 0, said
        links = re.findall(r"卡在：(\S+)", said)
        assert links == ["实名认证", "激活护工卡", "余额", "付款到账", "护工接单", "护工到家"]

    def test_a_daughter_acts_within_what_her_mother_lets_her(self, tmp_path: Path) -> None:
        process = start("local.demo", "family", base=free_ports().base, data=tmp_path / "unused")
        said, _ = process.communicate(timeout=2 * WAITS_S)
        assert process.returncode == 0, said
        assert "¥256.00 ≤ ¥300.00 ✓" in said

    def test_eight_people_prove_who_they_are(self, tmp_path: Path) -> None:
        process = start("local.demo", "identity", base=free_ports().base, data=tmp_path / "unused")
        said, _ = process.communicate(timeout=2 * WAITS_S)
        assert process.returncode == 0, said
        assert "自己办成的" in said
        assert "7 / 8" in said

    def test_a_week_of_messages_arrives(self, tmp_path: Path) -> None:
        process = start("local.demo", "reminders", base=free_ports().base, data=tmp_path / "unused")
        said, _ = process.communicate(timeout=2 * WAITS_S)
        assert process.returncode == 0, said
        counts = {
            way: int(count)
            for way, count in re.findall(r"([^\s，]+(?:，已送到)?) (\d+)(?=，| │)", said.split("合计")[1])
        }
        # Whether the last receipts were read before the end is a matter of moments.
        assert counts.pop("短信，已送到") + counts.pop("短信", 0) == 12
        assert counts == {"只在消息里": 8, "微信": 1}, said
