"""Runs the stand-ins of the company's partners: for now the identity check."""

from __future__ import annotations

from local.documents import Documents
from local.environment import REALNAME_ID, REALNAME_KEY
from local.layout import Ports, data_folder
from local.partners.realname import make_realname
from local.serving import serve_in_thread, wait_for_ever


def main() -> None:
    documents = Documents(data_folder().partners)
    app = make_realname(documents, secret_id=REALNAME_ID, secret_key=REALNAME_KEY)
    serve_in_thread(app, Ports.from_environment().partners)
    wait_for_ever()


if __name__ == "__main__":
    main()
