"""What is known of the photos people hand in; the photos themselves are in S3."""

from __future__ import annotations

from dataclasses import replace

from chalicelib.identity import keys
from chalicelib.identity.domain.paper import Paper
from chalicelib.kernel.ids import PaperId
from chalicelib.kernel.unit_of_work import Item, Put, Rank, UnitOfWork, absent, already_done, equal, stale
from chalicelib.platform.dynamo.codec import from_item, to_item
from chalicelib.platform.dynamo.database import Database


class PaperItems:
    def __init__(self, database: Database, table: str) -> None:
        self._database = database
        self._table = table

    def find(self, paper_id: PaperId) -> Paper | None:
        item = self._database.get(keys.paper_key(self._table, paper_id))
        return self.paper_in(item) if item else None

    def paper_in(self, item: Item) -> Paper:
        return from_item(Paper, item)

    def stage_new(self, uow: UnitOfWork, paper: Paper) -> None:
        key = keys.paper_key(self._table, paper.paper_id)
        uow.stage(Put(key, to_item(paper), needs=(absent("PK"),), rank=Rank.IDENTITY, otherwise=already_done))

    def stage(self, uow: UnitOfWork, paper: Paper) -> None:
        item = to_item(replace(paper, version=paper.version + 1))
        key = keys.paper_key(self._table, paper.paper_id)
        uow.stage(Put(key, item, needs=(equal("version", paper.version),), rank=Rank.STATE, otherwise=stale))
