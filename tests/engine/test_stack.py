"""The stack as processes: the story, a restart of everything, crashes, a burst, and two at once."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
import requests

from chalicelib.kernel.time import SHANGHAI
from local import people
from local.demo.receipt import print_receipt
from local.demo.story import Narrator, play
from local.layout import LOOPBACK, ROOT, DataFolder, url
from local.people import ADDRESS, Answer, Phone, done, fix, new_id
from local.stack import CannotStart, Stack
from tests.engine.conftest import RunningStack, free_ports

pytestmark = pytest.mark.engine


class Cast:
    def __init__(self, running: RunningStack, *, balance_fen: int = 100_000) -> None:
        self.town = running.town
        self.staff = people.a_staff_member(self.town)
        self.caregiver, self.caregiver_id = people.a_caregiver(self.town, self.staff)
        self.id_number = people.a_resident_number()
        self.elder = self.an_elder(balance_fen, self.id_number)

    def an_elder(self, balance_fen: int, id_number: str | None = None) -> Phone:
        number = id_number or people.a_resident_number()
        return people.an_elder(self.town, self.staff, name="王秀英", id_number=number, balance_fen=balance_fen)

    def booking(self, *, later: int = 0) -> dict[str, Any]:
        """At nine tomorrow, or so many days later: the caregiver is one for all tests of a file."""
        tomorrow = (self.town.now() + timedelta(days=1 + later)).astimezone(SHANGHAI)
        return {
            "id": new_id("vis"),
            "caregiver_id": self.caregiver_id,
            "service": "living_care",
            "start_at": tomorrow.replace(hour=9, minute=0, second=0, microsecond=0).isoformat(),
            "duration_min": 120,
            "address": ADDRESS,
            "needs": "",
            "quote_fen": 12_800,
        }

    def visit_in_service(self) -> str:
        body = self.booking()
        visit = done(self.elder.post("/v1/visits", body), 201)
        done(self.caregiver.post(f"/v1/visits/{visit['id']}/accept"))
        self.town.pass_time(timedelta(days=1))
        self.town.wechat("POST", "/clock", {"set_to": visit["start_at"]})
        done(self.caregiver.post(f"/v1/visits/{visit['id']}/depart"))
        done(self.caregiver.post(f"/v1/visits/{visit['id']}/check-in", fix()))
        self.town.pass_time(timedelta(hours=2))
        return str(visit["id"])

    def is_billed(self, visit_id: str) -> bool:
        return self.elder.get(f"/v1/bills/{visit_id}").status == 200


class TestTheStory:
    @pytest.mark.slow  # `make demo` itself is run by test_commands.py
    def test_holds_over_http(self, running: RunningStack, capsys: pytest.CaptureFixture[str]) -> None:
        print_receipt(play(running.town, Narrator()))
        printed = capsys.readouterr().out
        assert "¥500.00 − ¥128.00 = ¥372.00 ✓" in printed
        assert printed.count("= 0 │") == 2


class TestRestartOfEverything:
    @pytest.mark.slow
    def test_keeps_money_names_and_sessions_and_repeats_nothing(self, running: RunningStack) -> None:
        cast = Cast(running)
        done(cast.elder.post("/v1/visits", cast.booking()), 201)
        cast.town.until(lambda: len(_inbox(cast.elder)) == 3, "three messages")
        before = done(cast.elder.get("/v1/me")), done(cast.elder.get("/v1/wallet")), _inbox(cast.elder)
        running.stack.stop()
        running.stack.start(lambda _: None)
        assert done(cast.elder.get("/v1/me")) == before[0]
        assert before[0]["name_masked"] == "王*英"
        assert done(cast.elder.get("/v1/wallet")) == before[1]
        people.top_up(cast.elder, 1_000)
        cast.town.until(lambda: len(_inbox(cast.elder)) == 4, "the one new message")
        assert _inbox(cast.elder)[1:] == before[2]


@pytest.mark.slow
class TestCrashes:
    def test_a_dead_worker_delays_the_bill_and_loses_nothing(self, running: RunningStack) -> None:
        cast = Cast(running)
        visit_id = cast.visit_in_service()
        running.stack.kill("worker")
        done(cast.caregiver.post(f"/v1/visits/{visit_id}/check-out", fix()))
        assert not cast.is_billed(visit_id)
        running.stack.launch("worker")
        cast.town.until(lambda: cast.is_billed(visit_id), "the bill")
        assert done(cast.elder.get("/v1/wallet"))["available_fen"] == 87_200

    def test_queues_that_forget_are_filled_again_from_the_streams(self, running: RunningStack) -> None:
        cast = Cast(running)
        visit_id = cast.visit_in_service()
        running.stack.kill("aws")
        done(cast.caregiver.post(f"/v1/visits/{visit_id}/check-out", fix()))
        running.stack.launch("aws")
        cast.town.until(lambda: cast.is_billed(visit_id), "the bill")
        kinds = [message["kind"] for message in _inbox(cast.elder)]
        assert kinds.count("visit_billed") <= 1
        assert done(cast.elder.get("/v1/wallet"))["available_fen"] == 87_200

    def test_the_database_dies_and_comes_back_with_everything(self, running: RunningStack) -> None:
        cast = Cast(running)
        done(cast.elder.post("/v1/visits", cast.booking()), 201)
        before = done(cast.elder.get("/v1/wallet"))
        running.stack.kill("database")
        refused = cast.elder.get("/v1/wallet")
        assert (refused.status, refused.body["code"]) == (503, "platform.database_busy")
        running.stack.launch("database")
        cast.town.until(lambda: cast.elder.get("/v1/wallet").status == 200, "the database")
        assert done(cast.elder.get("/v1/wallet")) == before

    def test_a_simulator_that_is_down_is_a_refusal_with_a_next_step(self, running: RunningStack) -> None:
        cast = Cast(running)
        running.stack.kill("partners")
        newcomer = people.a_member(cast.town)
        typed = {"name": "李强", "id_number": people.a_resident_number()}
        refused = newcomer.put("/v1/me/identity", typed)
        assert (refused.status, refused.body["code"]) == (503, "realname.unavailable")
        running.stack.launch("partners")
        running.stack.wait_for("partners", lambda _: None)


class TestTwoAtOnce:
    def test_one_window_has_one_winner_whichever_process_answers(self, running: RunningStack) -> None:
        cast = Cast(running, balance_fen=0)
        elders = [cast.an_elder(20_000) for _ in range(4)]
        wanted = [(elder, cast.booking()) for elder in elders for _ in range(4)]
        addresses = [url(running.stack.ports.api(process)) for process in (0, 1)]

        def book(attempt: int) -> tuple[str, Answer]:
            elder, body = wanted[attempt % len(wanted)]
            answer = requests.post(
                addresses[attempt % 2] + "/v1/visits",
                json=body,
                headers={"Authorization": f"Bearer {elder.token}"},
                timeout=30,
            )
            return str(body["id"]), Answer(answer.status_code, answer.json())

        with ThreadPoolExecutor(16) as pool:
            answers = list(pool.map(book, range(2 * len(wanted))))

        won = {visit_id for visit_id, answer in answers if answer.status == 201}
        assert len(won) == 1
        lost = [answer.body["code"] for visit_id, answer in answers if visit_id not in won]
        assert set(lost) == {"care.slot_taken"}
        held = [done(elder.get("/v1/wallet"))["held_fen"] for elder in elders]
        assert sorted(held) == [0, 0, 0, 12_800]

    def test_a_burst_of_connections_is_answered_not_reset(self, running: RunningStack) -> None:
        address = url(running.stack.ports.api()) + "/v1/health"
        with ThreadPoolExecutor(200) as pool:
            statuses = list(pool.map(lambda _: requests.get(address, timeout=30).status_code, range(400)))
        assert statuses == [200] * 400


class TestTheWholeStory:
    def test_of_a_request_is_what_the_functions_logged_of_it(self, running: RunningStack) -> None:
        cast = Cast(running)
        booked = cast.elder.post("/v1/visits", cast.booking())
        cast.town.until(lambda: len(_inbox(cast.elder)) == 3, "three messages")
        path = f"/v1/staff/story/{booked.headers['X-Request-Id']}"
        wanted = ["request route=POST /v1/visits status=201", "event consumer=notify event=care.visit.booked"]

        def told() -> list[str]:
            items = done(cast.staff.get(path))["items"]
            return [word for word in wanted if any(each["what"].startswith(word) for each in items)]

        cast.town.until(lambda: told() == wanted, "both lines")

    def test_of_a_visit_is_printed_by_one_command(self, running: RunningStack) -> None:
        cast = Cast(running)
        visit = done(cast.elder.post("/v1/visits", cast.booking()), 201)
        environment = os.environ | {"PORT_BASE": str(running.stack.ports.base)}
        printed = subprocess.run(
            [sys.executable, "-m", "local.story", visit["id"]],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        assert "care      预约生活照护" in printed
        assert "现在：等护工接单" in printed
        assert "现在：钱包里为这次服务预留着 ¥128.00" in printed


class TestTheGateway:
    def test_refuses_an_unknown_route_in_the_one_format(self, running: RunningStack) -> None:
        for headers in ({}, {"authorization": "Bearer x"}):
            answer = running.town.request("GET", "/v1/nothing/here", headers=headers)
            assert (answer.status, answer.body["code"]) == (404, "request.no_such_route")
            assert set(answer.body) == {"code", "message", "next_step", "request_id"}

    def test_refuses_an_unknown_method_in_the_one_format(self, running: RunningStack) -> None:
        answer = running.town.request("PATCH", "/v1/wallet")
        assert (answer.status, answer.body["code"]) == (405, "request.no_such_method")
        assert answer.headers["Allow"] == "GET"


class TestStarting:
    def test_a_taken_port_is_one_sentence_with_a_way_out(self, empty_folder: DataFolder) -> None:
        ports = free_ports()
        with socket.socket() as other:
            other.bind((LOOPBACK, ports.wechat))
            other.listen()
            with pytest.raises(CannotStart, match=f"Port {ports.wechat} is taken .* PORT_BASE="):
                Stack(ports, empty_folder).start(lambda _: None)


def _inbox(phone: Phone) -> list[dict[str, Any]]:
    return list(done(phone.get("/v1/inbox"))["items"])
