"""The simulated WeChat: its server API, WeChat Pay, and the surface by which people and tests act in it."""

from __future__ import annotations

from flask import Flask, Response, request

from local.layout import LOOPBACK
from local.wechat.callbacks import Callbacks, Post, post_over_http
from local.wechat.control import add_control
from local.wechat.faults import Faults
from local.wechat.mini_program import add_mini_program
from local.wechat.pay import add_pay
from local.wechat.pushes import Pushes
from local.wechat.signing import Signing
from local.wechat.subscriptions import add_subscriptions
from local.wechat.world import World


def make_wechat(world: World, post: Post = post_over_http) -> tuple[Flask, Callbacks]:
    app = Flask("wechat")
    faults = Faults(world.documents)
    signing = Signing(world.keys, world.mchid)
    pushes = Pushes(world, faults, post)
    callbacks = Callbacks(world, faults, signing, pushes, post)
    add_mini_program(app, world, faults, pushes)
    add_pay(app, world, faults, signing)
    add_control(app, world, faults, signing, callbacks)
    add_subscriptions(app, world, pushes)

    @app.before_request
    def loopback_only() -> Response | None:
        """Also by name: a web page somewhere must not be able to act in here."""
        host = request.host.partition(":")[0]
        if host not in (LOOPBACK, "localhost") or request.remote_addr != LOOPBACK:
            return Response("this simulator answers its own machine only", status=403)
        return None

    return app, callbacks
