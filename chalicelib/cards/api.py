"""Cards over HTTP."""

from __future__ import annotations

import os
from datetime import timedelta

from chalicelib.cards.domain import card as rules
from chalicelib.cards.domain.codes import CODE_BYTES, printed
from chalicelib.cards.ports import Cards
from chalicelib.cards.usecases import activation
from chalicelib.cards.views import BatchView, CardsView, CardView, IssuedCodesView
from chalicelib.kernel.ids import BatchIdField, CardIdField
from chalicelib.kernel.principal import Role, Scope
from chalicelib.kernel.refusals import IdTaken, MovedMeanwhile
from chalicelib.platform.http.acting import Behalf
from chalicelib.platform.http.edge import Api, Call
from chalicelib.platform.http.refusals import NoSuchThing
from chalicelib.platform.http.throttling import Throttle
from chalicelib.platform.logging import logger

api: Api[Cards] = Api("cards")

_LOOKS = Behalf("看卡", scope=Scope.VIEW_VISITS)
# A code has 80 random bits; what is slowed down here is trying stolen or half-read ones.
_ACTIVATION = (
    Throttle("activation", per="person", most=20, within=timedelta(hours=1)),
    Throttle("activation", per="address", most=300, within=timedelta(hours=1)),
)


@api.post(
    "/v1/cards/activations",
    role=Role.MEMBER,
    status=201,
    refuses=(
        rules.IdentityNotProven,
        rules.CodeNotRecognised,
        rules.CodeAlreadyUsed,
        rules.CodeExpired,
        rules.CodeRevoked,
        rules.AlreadyHasCard,
        IdTaken,
    ),
    throttles=_ACTIVATION,
    on_behalf=Behalf("激活护工卡", on_phone=True, scope=Scope.MANAGE_CARDS),
)
def activate_card(call: Call[Cards], command: rules.ActivateCard) -> CardView:
    """Activate a card with the code printed on it; `id` is made by the client and names the new card."""
    card = activation.activate_card(call.deps, command=command, by=call.principal, now=call.now, uow=call.begin())
    return CardView.of(card)


@api.get("/v1/cards", role=Role.MEMBER, on_behalf=_LOOKS)
def list_cards(call: Call[Cards]) -> CardsView:
    """My cards."""
    return CardsView(items=[CardView.of(card) for card in call.deps.store.cards_of(call.principal.person_id)])


@api.get("/v1/cards/{card_id}", role=Role.MEMBER, on_behalf=_LOOKS)
def read_card(call: Call[Cards], card_id: CardIdField) -> CardView:
    """One card of mine."""
    card = activation.read_card(call.deps, card_id=card_id, by=call.principal)
    if card is None:
        raise NoSuchThing
    return CardView.of(card)


@api.post("/v1/staff/activation-codes", role=Role.STAFF, status=201, refuses=(rules.CodesShownOnce, rules.UseByPast))
def issue_codes(call: Call[Cards], command: rules.IssueCodes) -> IssuedCodesView:
    """Issue activation codes for printing on cards; their plain text is in this answer and nowhere else."""
    codes = activation.issue_codes(
        call.deps,
        command=command,
        randomness=[os.urandom(CODE_BYTES) for _ in range(command.count)],
        by=call.principal,
        now=call.now,
        uow=call.begin(),
    )
    return IssuedCodesView(id=command.id, codes=[printed(code) for code in codes])


@api.post(
    "/v1/staff/activation-codes/{batch_id}/revoke",
    role=Role.SUPERVISOR,
    refuses=(rules.NoSuchBatch, MovedMeanwhile),
)
def revoke_codes(call: Call[Cards], batch_id: BatchIdField, command: rules.RevokeCodes) -> BatchView:
    """Make a batch worthless that was lost or printed wrongly; what was activated before stays a card."""
    batch = activation.revoke_codes(
        call.deps, batch_id=batch_id, command=command, by=call.principal, now=call.now, begin=call.begin
    )
    logger.info("revoke", extra={"request_id": call.request_id, "by": call.principal.person_id, "about": batch_id})
    return BatchView.of(batch)
