"""The composition root: adapters are built once, and each context is handed its own."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import datetime
from functools import cache, partial
from typing import Any

from chalicelib.billing import consumers as billing_consumers
from chalicelib.billing import store as billing_store
from chalicelib.billing.domain.wallet import EMPTY
from chalicelib.billing.ports import Billing
from chalicelib.billing.usecases.witness import BillingWitness
from chalicelib.cards import store as cards_store
from chalicelib.cards.ports import Cards
from chalicelib.cards.usecases.witness import CardsWitness
from chalicelib.care import consumers as care_consumers
from chalicelib.care.catalogue import load_catalogue
from chalicelib.care.events import Standings, event_builders
from chalicelib.care.ports import Care
from chalicelib.care.store import CareItems
from chalicelib.care.usecases.witness import CareWitness
from chalicelib.identity import entrustment_store, face_store, family_store, otp_store, paper_store
from chalicelib.identity import store as identity_store
from chalicelib.identity.documents import load_documents
from chalicelib.identity.ports import Identity
from chalicelib.identity.usecases import sessions
from chalicelib.identity.usecases.applications import Applications
from chalicelib.identity.usecases.directory import Directory
from chalicelib.identity.usecases.families import Families
from chalicelib.identity.usecases.otps import Otps
from chalicelib.identity.usecases.witness import IdentityWitness
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.principal import Principal
from chalicelib.kernel.time import business_date
from chalicelib.notify import consumers as notify_consumers
from chalicelib.notify import store as notify_store
from chalicelib.notify import telling
from chalicelib.notify.ports import Notify
from chalicelib.notify.templates import load_templates
from chalicelib.notify.usecases.witness import NotifyWitness
from chalicelib.platform import calls
from chalicelib.platform.aws import LazyClient
from chalicelib.platform.calls import LogInsights
from chalicelib.platform.clock import Clock, system_clock
from chalicelib.platform.crypto import LookupHash, Vault
from chalicelib.platform.dynamo.database import CONNECT_TIMEOUT_S, READ_TIMEOUT_S, Database
from chalicelib.platform.dynamo.due import Sweep
from chalicelib.platform.http.edge import Api, Edge
from chalicelib.platform.http.service import Service
from chalicelib.platform.http.throttling import Throttles
from chalicelib.platform.messaging.auditor import Auditor
from chalicelib.platform.messaging.consumer import Consumer
from chalicelib.platform.messaging.queues import Queues
from chalicelib.platform.messaging.relay import Relay
from chalicelib.platform.realname.tencent import TencentFaceId
from chalicelib.platform.sessions import SessionTokens
from chalicelib.platform.settings import SecretSource, Settings, SmsGatewaySettings
from chalicelib.platform.sms.gateways import NumberGateway, SmsGateway, TopicGateway
from chalicelib.platform.sms.receipts import NumberReceipts
from chalicelib.platform.sms.routes import SmsRoutes
from chalicelib.platform.uploads import Uploads
from chalicelib.platform.wechat.mini_program import MiniProgram
from chalicelib.platform.wechat.pay import Pay
from chalicelib.platform.wechat.push import PushReader
from chalicelib.support import events as support_events
from chalicelib.support.catalogue import load_catalogue as load_causes
from chalicelib.support.ports import Support
from chalicelib.support.store import CaseItems
from chalicelib.support.usecases.stuck import note_failure
from chalicelib.support.usecases.talks import OnPhone
from chalicelib.support.usecases.witness import SupportWitness

DATABASE_OPTIONS: dict[str, Any] = {
    "connect_timeout": CONNECT_TIMEOUT_S,
    "read_timeout": READ_TIMEOUT_S,
    "retries": {"total_max_attempts": 1},
    "max_pool_connections": 50,
}
# A hand-over without an answer may have been carried out: notify counts the tries, boto3 must not make more.
SMS_OPTIONS: dict[str, Any] = {"connect_timeout": 2, "read_timeout": 5, "retries": {"total_max_attempts": 1}}
# An address in the region itself: whoever PUTs there must not be sent elsewhere.
S3_OPTIONS: dict[str, Any] = {
    "connect_timeout": 2,
    "read_timeout": 5,
    "signature_version": "s3v4",
    "retries": {"mode": "standard", "total_max_attempts": 3},
}
OPTIONS: dict[str, Any] = SMS_OPTIONS | {"retries": {"mode": "standard", "total_max_attempts": 3}}
CONSUMERS: tuple[Consumer[Any], ...] = (
    billing_consumers.consumer,
    care_consumers.consumer,
    telling.consumer,
)
# Beside what the relay fills: what notify's own schedules hand over, and gateways.
QUEUED: tuple[Consumer[Any], ...] = (
    *CONSUMERS,
    notify_consumers.due_consumer,
    notify_consumers.receipt_consumer,
)


@dataclass(frozen=True, slots=True)
class House:
    """Everything built; `app.py` binds it to routes, queues and schedules."""

    settings: Settings
    clock: Clock
    database: Database
    secrets: SecretSource
    edge: Edge
    identity: Identity
    cards: Cards
    care: Care
    billing: Billing
    notify: Notify
    support: Support
    relay: Relay
    auditor: Auditor
    queues: Queues
    receipts: Mapping[str, NumberReceipts]
    notify_sweep: Sweep
    care_sweep: Sweep
    billing_sweep: Sweep
    cards_sweep: Sweep
    support_sweep: Sweep
    identity_sweep: Sweep


def build(settings: Settings, *, clock: Clock = system_clock) -> House:
    def client(service: str, options: dict[str, Any] = OPTIONS) -> Any:
        return LazyClient(service, region=settings.aws_region, **options)

    database = Database(client("dynamodb", DATABASE_OPTIONS))
    secrets = SecretSource(client("secretsmanager"), settings.secrets_name)
    vault = Vault(client("kms"), secrets)
    lookup = LookupHash(secrets)
    wechat = MiniProgram(settings, secrets, database, settings.table("platform"), clock)
    catalogue = load_catalogue()
    causes = load_causes()

    billing_items = billing_store.BillingItems(database, settings.table("billing"))
    sms = sms_routes(settings, database)
    face_id = TencentFaceId(settings.realname_endpoint, secrets, face_rule_id=settings.face_rule_id)
    identity = Identity(
        store=identity_store.IdentityItems(database, settings.table("identity"), vault, lookup),
        families=family_store.FamilyItems(database, settings.table("identity"), lookup),
        entrustments=entrustment_store.EntrustmentItems(database, settings.table("identity"), vault, lookup),
        otps=otp_store.OtpItems(database, settings.table("identity"), vault, lookup),
        sms=sms,
        has_money=lambda person_id: billing_items.wallet_of(person_id) != EMPTY,
        wechat=wechat,
        real_name=face_id,
        documents=load_documents(),
        faces=face_id,
        checks=face_store.FaceItems(database, settings.table("identity"), vault, lookup),
        papers=paper_store.PaperItems(database, settings.table("identity")),
        uploads=Uploads(client("s3", S3_OPTIONS), settings.uploads_bucket),
        tokens=SessionTokens(secrets),
    )
    directory = Directory(identity)
    families = Families(identity)
    card_items = cards_store.CardItems(database, settings.table("cards"), lookup)

    def authenticate(token: str, *, now: datetime) -> Principal:
        return sessions.authenticate(identity, token, now=now)

    case_items = CaseItems(database, settings.table("support"), vault)

    queues = Queues(client("sqs"), {each.context: settings.queue(each.context) for each in QUEUED})

    cards = Cards(store=card_items)
    care = Care(
        store=CareItems(database, settings.table("care"), vault),
        catalogue=catalogue,
        cards=card_items,
        holds=billing_items,
        people=directory,
        families=families,
    )
    billing = Billing(store=billing_items, payments=Pay(settings, secrets), payers=directory)
    notify = Notify(
        store=notify_store.MessageItems(database, settings.table("notify")),
        people=directory,
        cards=card_items,
        visits=Standings(care.store, catalogue),
        wechat=wechat,
        pushes=PushReader(settings, secrets, lookup),
        sms=sms,
        otps=Otps(identity),
        families=families,
        templates=load_templates(),
        template_ids=settings.wechat_template_ids,
        hotline=settings.hotline,
    )

    care_witness = CareWitness(care)
    support = Support(
        store=case_items,
        catalogue=causes,
        people=directory,
        applications=Applications(identity),
        witnesses=(
            IdentityWitness(identity),
            CardsWitness(cards),
            care_witness,
            BillingWitness(
                billing,
                least=lambda now: catalogue.least_on(business_date(now)),
                ended=lambda now: care_witness.ended(now=now),
            ),
            NotifyWitness(notify),
            SupportWitness(case_items, causes),
        ),
        calls=LogInsights(client("logs", calls.OPTIONS), settings.log_groups),
    )

    return House(
        settings=settings,
        clock=clock,
        database=database,
        secrets=secrets,
        edge=Edge(
            clock=clock,
            database=database,
            authenticate=authenticate,
            throttles=Throttles(settings.table("platform"), lookup),
            hotline=settings.hotline,
            help_stuck=partial(note_failure, support),
            on_phone=OnPhone(support),
            by_family=families,
            access_log=families,
        ),
        identity=identity,
        cards=cards,
        care=care,
        billing=billing,
        notify=notify,
        support=support,
        relay=Relay(
            queues,
            builders=(
                identity_store.EVENT_BUILDERS
                | family_store.EVENT_BUILDERS
                | face_store.EVENT_BUILDERS
                | entrustment_store.EVENT_BUILDERS
                | cards_store.EVENT_BUILDERS
                | billing_store.EVENT_BUILDERS
                | notify_store.EVENT_BUILDERS
                | event_builders(catalogue)
                | support_events.event_builders(causes)
            ),
            contexts_by_event=_contexts_by_event(),
        ),
        auditor=Auditor(CONSUMERS, queues),
        queues=queues,
        receipts=_receipts(settings),
        notify_sweep=Sweep(database, settings.table("notify"), shards=notify_store.SHARDS),
        care_sweep=Sweep(database, settings.table("care")),
        billing_sweep=Sweep(database, settings.table("billing")),
        cards_sweep=Sweep(database, settings.table("cards")),
        support_sweep=Sweep(database, settings.table("support")),
        identity_sweep=Sweep(database, settings.table("identity")),
    )


def sms_routes(settings: Settings, database: Database) -> SmsRoutes:
    def gateway(each: SmsGatewaySettings) -> SmsGateway:
        client: Any = LazyClient("sns", region=each.region, **SMS_OPTIONS)
        return (
            TopicGateway(client, each.topic_arn, settings.sms_template_ids)
            if each.topic_arn
            else NumberGateway(client)
        )

    return SmsRoutes(
        database,
        settings.table("platform"),
        settings=settings.sms_gateways,
        gateways={each.name: gateway(each) for each in settings.sms_gateways},
        cap_fen=settings.sms_cap_fen,
        new_command_id=partial(os.urandom, 16),
    )


def _receipts(settings: Settings) -> dict[str, NumberReceipts]:
    return {
        each.name: NumberReceipts(LazyClient("logs", region=each.region, **OPTIONS), each.name, each.receipts)
        for each in settings.sms_gateways
        if each.receipts
    }


def _contexts_by_event() -> dict[str, list[str]]:
    contexts: dict[str, list[str]] = {}
    for consumer in CONSUMERS:
        for name in consumer.event_names:
            contexts.setdefault(name, []).append(consumer.context)
    return contexts


def service(house: House, apis: tuple[Api[Any], ...]) -> Service:
    """What the routes about the service itself need; the document is made on first demand."""
    contexts = ("identity", "cards", "care", "billing", "notify", "support", "platform")

    @cache
    def document() -> dict[str, Any]:
        from chalicelib.platform.http.openapi import openapi_document  # noqa: PLC0415 - few cold starts need it

        return openapi_document(apis, version=house.settings.commit)

    return Service(
        commit=house.settings.commit,
        tables=[house.settings.table(context) for context in contexts],
        touch_secrets=house.secrets,
        document=document,
    )
