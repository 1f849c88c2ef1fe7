"""What cards looks after by itself: that everybody whose card was activated is told so."""

from __future__ import annotations

from chalicelib.cards.ports import Cards
from chalicelib.cards.store import event_of_card
from chalicelib.kernel.ids import CardId
from chalicelib.platform.dynamo.due import AUDIT_AFTER, Due, Sweep
from chalicelib.platform.messaging.auditor import Auditor
from chalicelib.platform.messaging.consumer import Consumer, Job

consumer: Consumer[Cards] = Consumer("cards")


def audit(job: Job[Cards], sweep: Sweep, auditor: Auditor) -> int:
    def look(due: Due) -> None:
        card_id = CardId(due.subject)
        card = job.deps.store.find_card(card_id)
        if card is None:
            raise AssertionError("an activation without its card")
        if auditor.repair(event_of_card(card)):
            uow = job.begin()
            job.deps.store.stage_due(uow, card_id, due_at=job.now + AUDIT_AFTER, now=job.now)
            uow.commit()

    return sweep.run(now=job.now, begin=job.begin, handle=look)
