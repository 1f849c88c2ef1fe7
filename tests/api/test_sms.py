"""SMS over several gateways: the next one at once, a breaker with probes, a cap, no loss in a storm (#12, #13)."""

from __future__ import annotations

import json
from typing import Any

import boto3
import pytest

from chalicelib.kernel.unit_of_work import ItemKey
from chalicelib.platform.dynamo.database import Database, DatabaseBusy
from chalicelib.platform.settings import Settings, SmsGatewaySettings
from local import people
from local.people import done
from tests.builders.story import shanghai
from tests.builders.telling import Scene, sns_down
from tests.builders.world import World

SINGAPORE, TOKYO = "ap-southeast-1", "ap-northeast-1"


@pytest.fixture
def scene(world: World) -> Scene:
    return Scene(world)


def gateways(scene: Scene) -> dict[str, dict[str, Any]]:
    items = done(scene.staff.get("/v1/staff/gateways"))["items"]
    return {each["name"]: each for each in items}


def taken(region: str) -> int:
    from moto.sns.models import sns_backends  # noqa: PLC0415 - inside the mock

    return len(sns_backends["123456789012"][region].sms_messages)


def caregivers_asked(scene: Scene, count: int) -> None:
    """So many SMS: each booking asks the caregiver, who has no WeChat credits."""
    for half_day in range(count):
        scene.cancel(scene.book(shanghai(24 + half_day % 5, 9)))


class TestFailOver:
    def test_a_dead_region_is_followed_by_the_other_within_the_same_moment(
        self, scene: Scene, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        sns_down(monkeypatch, region=SINGAPORE)
        before = scene.world.clock()
        scene.book_and_accept()
        assert scene.world.clock() == before
        assert scene.messages()["visit_accepted"]["push"] == "by_sms"
        assert (len(scene.sms_to(scene.elder)), taken(SINGAPORE)) == (1, 0)

    def test_a_tripped_gateway_gets_one_probe_in_ten_seconds(
        self, scene: Scene, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        tried: list[str] = []
        _watch(monkeypatch, tried, down=SINGAPORE)
        for _ in range(10):  # by chance it may take a few more than usual
            if not gateways(scene)["singapore"]["tripped"]:
                caregivers_asked(scene, 12)
        assert gateways(scene)["singapore"]["tripped"]
        tried.clear()
        caregivers_asked(scene, 4)  # eight SMS in one window
        assert tried.count(SINGAPORE) <= 1
        assert tried.count(TOKYO) == 8
        scene.world.pass_time(seconds=10)
        tried.clear()
        caregivers_asked(scene, 2)
        assert tried.count(SINGAPORE) == 1

    def test_it_comes_back_by_probes_and_by_and_by(self, scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
        with monkeypatch.context() as dead:
            sns_down(dead, region=SINGAPORE)
            caregivers_asked(scene, 12)
        assert gateways(scene)["singapore"] | {"rate": 0} == {
            "name": "singapore",
            "rate": 0,
            "share": 0.0,
            "tripped": True,
            "delivered": 0,
        }
        shares = []
        for _ in range(12):
            scene.world.pass_time(seconds=10)
            caregivers_asked(scene, 1)
            shares.append(gateways(scene)["singapore"]["share"])
        assert shares[0] == 0
        assert 0 < next(each for each in shares if each) < shares[-1] <= 0.75

    def test_a_storm_with_a_dead_region_loses_nothing(self, scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
        """Twenty times the usual minute, at once, while the heavier gateway is dead."""
        sns_down(monkeypatch, region=SINGAPORE)
        before = len(scene.sms_to(scene.caregiver))
        visits = [scene.book(shanghai(24 + each % 5, 7 + 2 * (each // 5))) for each in range(3)]
        for visit_id in visits:
            done(scene.elder.post(f"/v1/visits/{visit_id}/cancel"))
        caregivers_asked(scene, 20)
        assert len(scene.sms_to(scene.caregiver)) == before + 2 * 23
        pushes = {each["push"] for each in done(scene.caregiver.get("/v1/inbox?limit=50"))["items"]}
        assert pushes == {"by_sms"}

    def test_both_dead_it_comes_again_and_ends_undelivered(
        self, scene: Scene, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        sns_down(monkeypatch)
        scene.book_and_accept()
        for _ in range(6):
            scene.world.settle()
        assert scene.messages()["visit_accepted"]["push"] == "undelivered"


class TestForGood:
    @pytest.mark.parametrize("code", ["OptedOut", "InvalidParameter"])
    def test_a_number_that_takes_nothing_is_not_tried_elsewhere(
        self, scene: Scene, monkeypatch: pytest.MonkeyPatch, code: str
    ) -> None:
        visit_id = scene.book()
        sns_down(monkeypatch, code=code, times=1)
        scene.step(visit_id, "accept")
        assert scene.messages()["visit_accepted"]["push"] == "undelivered"
        assert scene.sms_to(scene.elder) == []
        assert all(not each["tripped"] for each in gateways(scene).values())


class TestCounting:
    def test_what_could_not_be_counted_is_not_sent_again(self, scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
        add = Database.add

        def busy(database: Database, key: ItemKey, adds: Any, **rest: Any) -> None:
            if key.table == "healthcard-platform":
                raise DatabaseBusy
            add(database, key, adds, **rest)

        visit_id = scene.book()
        monkeypatch.setattr(Database, "add", busy)
        scene.step(visit_id, "accept")
        assert scene.messages()["visit_accepted"]["push"] == "by_sms"
        assert len(scene.sms_to(scene.elder)) == 1


class TestSpending:
    def test_is_counted_and_over_the_cap_only_what_cannot_wait_goes_out(self, scene: Scene) -> None:
        scene.world.rebuild(lambda settings: settings.model_copy(update={"sms_cap_fen": 52}))
        visit_id = scene.book()
        scene.step(visit_id, "accept")
        spent = done(scene.staff.get("/v1/staff/gateways"))
        assert (spent["month"], spent["spent_fen"], spent["cap_fen"]) == ("2026-11", 52, 52)
        scene.until(23, 18)
        assert scene.messages()["visit_tomorrow"]["push"] == "undelivered"
        scene.until(24, 7)
        assert scene.messages()["visit_soon"]["push"] == "by_sms"


class TestTopic:
    def test_one_that_does_not_exist_is_a_failure_of_ours_and_the_next_is_tried(self, scene: Scene) -> None:
        wrong = "arn:aws-cn:sns:cn-north-1:123456789012:nobody"
        scene.world.rebuild(lambda settings: _through_topic(settings, wrong, *settings.sms_gateways))
        scene.book_and_accept()
        assert scene.messages()["visit_accepted"]["push"] == "by_sms"
        assert gateways(scene)["domestic"]["rate"] < 1

    def test_the_domestic_gateway_is_told_template_and_values(self, world_on_sqs: World) -> None:
        scene = Scene(world_on_sqs)
        heard = _topic_with_listener()
        scene.world.rebuild(lambda settings: _through_topic(settings, heard["topic"]))
        scene.book_and_accept()
        told = [json.loads(json.loads(body)["Message"]) for body in _received(heard["queue"])]
        mine = [each for each in told if each["phone"] == scene.elder.number]
        assert mine == [
            {
                "phone": scene.elder.number,
                "template_id": "SMS_1001",
                "values": ["李护理员", "11月24日 9:00", "生活照护"],
                "text": "【远盟健康】李护理员已接单，11月24日 9:00上门做生活照护。",
            }
        ]


def test_only_staff_sees_the_gateways(scene: Scene) -> None:
    assert people.a_member(scene.world).get("/v1/staff/gateways").status == 403


def _watch(monkeypatch: pytest.MonkeyPatch, tried: list[str], *, down: str) -> None:
    from moto.sns.exceptions import InternalError  # noqa: PLC0415
    from moto.sns.models import SNSBackend  # noqa: PLC0415

    publish = SNSBackend.publish

    def watched(backend: Any, *given: Any, **named: Any) -> Any:
        tried.append(backend.region_name)
        if backend.region_name == down:
            raise InternalError("down")
        return publish(backend, *given, **named)

    monkeypatch.setattr(SNSBackend, "publish", watched)


def _through_topic(settings: Settings, topic_arn: str, *others: SmsGatewaySettings) -> Settings:
    domestic = SmsGatewaySettings(name="domestic", region="cn-north-1", topic_arn=topic_arn, weight=99, fen=4)
    return settings.model_copy(
        update={"sms_gateways": (domestic, *others), "sms_template_ids": {"visit_accepted": "SMS_1001"}}
    )


def _topic_with_listener() -> dict[str, str]:
    sns, sqs = boto3.client("sns"), boto3.client("sqs")
    topic = sns.create_topic(Name="sms")["TopicArn"]
    queue = sqs.create_queue(QueueName="domestic-gateway")["QueueUrl"]
    arn = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=arn)
    return {"topic": topic, "queue": queue}


def _received(queue_url: str) -> list[str]:
    messages = boto3.client("sqs").receive_message(QueueUrl=queue_url, MaxNumberOfMessages=10).get("Messages", [])
    return [each["Body"] for each in messages]
