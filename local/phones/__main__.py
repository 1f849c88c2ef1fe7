"""`python -m local.phones`: serves the page with the phones, which is up before the mini program is built."""

from __future__ import annotations

from werkzeug.serving import make_server

from local.layout import LOOPBACK, Ports, data_folder
from local.phones.making import Making
from local.phones.server import make_app


def main() -> None:
    ports, making = Ports.from_environment(), Making()
    making.start()
    make_server(LOOPBACK, ports.phones, make_app(ports, data_folder(), making), threaded=True).serve_forever()


if __name__ == "__main__":
    main()
