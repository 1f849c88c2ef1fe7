"""Where neither dynoxide nor DYNAMODB_ENDPOINT is to be had: moto's DynamoDB, one request at a time, kept nowhere."""

from __future__ import annotations

from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app

from local.layout import Ports
from local.serving import serve_in_thread, wait_for_ever


def main() -> None:
    # Not threaded: moto's conditional writes are not atomic between threads.
    app = DomainDispatcherApplication(create_backend_app)
    serve_in_thread(app, Ports.from_environment().database, threaded=False)
    wait_for_ever()


if __name__ == "__main__":
    main()
