"""Runs the simulated WeChat of the local stack."""

from __future__ import annotations

from local.clock import SimulatedClock
from local.documents import Documents
from local.environment import APPID, MCHID, TEMPLATE_IDS, wechat_keys
from local.layout import Ports, data_folder, url
from local.serving import serve_in_thread, wait_for_ever
from local.wechat.server import make_wechat
from local.wechat.world import World


def main() -> None:
    data, ports = data_folder(), Ports.from_environment()
    world = World(
        documents=Documents(data.wechat),
        clock=SimulatedClock(data.clock),
        appid=APPID,
        mchid=MCHID,
        keys=wechat_keys(data),
        template_ids=TEMPLATE_IDS,
        push_url=f"{url(ports.api())}/v1/wechat/push",
    )
    app, callbacks = make_wechat(world)
    callbacks.start()
    serve_in_thread(app, ports.wechat)
    wait_for_ever()


if __name__ == "__main__":
    main()
