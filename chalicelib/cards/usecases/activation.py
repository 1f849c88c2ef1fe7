"""Issuing activation codes, and making one a person's card."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from chalicelib.cards.domain.card import (
    ActivateCard,
    Batch,
    Card,
    CodeNotRecognised,
    IssueCodes,
    NoSuchBatch,
    RevokeCodes,
    UseByPast,
    activate,
    check_batch,
    revoked,
)
from chalicelib.cards.domain.codes import code_from, normalise_code
from chalicelib.cards.ports import Cards
from chalicelib.kernel.ids import BatchId, CardId
from chalicelib.kernel.principal import Principal
from chalicelib.kernel.refusals import AlreadyDone
from chalicelib.kernel.time import business_date
from chalicelib.kernel.unit_of_work import UnitOfWork, again_when_stale


def activate_card(cards: Cards, *, command: ActivateCard, by: Principal, now: datetime, uow: UnitOfWork) -> Card:
    """The card, active and bound. The same command again answers with the card as it is."""
    card = activate(command, by=by, now=now)
    found = cards.store.find_code(normalise_code(command.activation_code))
    if found is None:
        raise CodeNotRecognised(field="activation_code")
    code_hash, batch, is_used = found
    if not is_used:  # whose it is, and whether this is a resend, the transaction tells
        check_batch(batch, today=business_date(now))
    cards.store.stage_activation(uow, card, code_hash)
    try:
        uow.commit()
    except AlreadyDone as done:
        return cards.store.card_in(done.item)
    return card


def issue_codes(
    cards: Cards,
    *,
    command: IssueCodes,
    randomness: list[bytes],
    by: Principal,
    now: datetime,
    uow: UnitOfWork,
) -> list[str]:
    """New codes in plain text, this one time; only their keyed hashes are kept."""
    is_past = command.use_by is not None and command.use_by < business_date(now)
    if is_past and cards.store.find_batch(command.id) is None:
        raise UseByPast(field="use_by")
    codes = [code_from(each) for each in randomness]
    batch = Batch(batch_id=command.id, made_by=by.person_id, made_at=now, count=command.count, use_by=command.use_by)
    cards.store.stage_batch(uow, batch, codes)
    uow.commit()
    return codes


def revoke_codes(
    cards: Cards,
    *,
    batch_id: BatchId,
    command: RevokeCodes,
    by: Principal,
    now: datetime,
    begin: Callable[[], UnitOfWork],
) -> Batch:
    """Who begins to activate a code of the batch from now on is refused. Again changes nothing."""

    def attempt() -> Batch:
        batch = cards.store.find_batch(batch_id)
        if batch is None:
            raise NoSuchBatch
        after = revoked(batch, by=by.person_id, why=command.text, now=now)
        if after is not batch:
            uow = begin()
            cards.store.stage_revoked_batch(uow, after)
            uow.commit()
        return after

    return again_when_stale(attempt)


def read_card(cards: Cards, *, card_id: CardId, by: Principal) -> Card | None:
    """None for a card that does not exist and for another person's alike."""
    card = cards.store.find_card(card_id)
    return card if card and card.holder_id == by.person_id else None
