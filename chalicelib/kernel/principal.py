"""Who is asking, as the session and the person's record say it."""

from __future__ import annotations

from enum import StrEnum
from typing import NewType

from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import CaregiverId, CaseId, GrantId, PersonId, TalkId
from chalicelib.kernel.money import Money

# A person's data key, wrapped by the company's key-encryption key: useless without it, so it may travel.
WrappedKey = NewType("WrappedKey", bytes)


class Role(StrEnum):
    MEMBER = "member"
    CAREGIVER = "caregiver"
    STAFF = "staff"  # every one of those below is also this
    AGENT = "agent"
    REVIEWER = "reviewer"
    FINANCE = "finance"
    RESCUE = "rescue"
    SUPERVISOR = "supervisor"


class Scope(StrEnum):
    """What a person may let somebody of the family do (features.md A9); `dispute` is also asking us for help."""

    VIEW_VISITS = "view_visits"
    BOOK = "book"
    PAY = "pay"
    DISPUTE = "dispute"
    VIEW_HEALTH = "view_health"
    MANAGE_CARDS = "manage_cards"


class Consent(StrEnum):
    """What is sensitive enough to be agreed to apart from everything else (PIPL, articles 28 to 30)."""

    FACE = "face"
    HEALTH = "health"
    LOCATION = "location"


class Relation(StrEnum):
    """Who somebody of the family is to the person, in the person's own words: from a closed list, so that it may
    stand in messages where a name may not."""

    DAUGHTER = "daughter"
    SON = "son"
    SPOUSE = "spouse"
    GRANDCHILD = "grandchild"
    RELATIVE = "relative"


RELATION_NAME = {
    Relation.DAUGHTER: "女儿",
    Relation.SON: "儿子",
    Relation.SPOUSE: "老伴",
    Relation.GRANDCHILD: "孙辈",
    Relation.RELATIVE: "家人",
}


@dataclass(frozen=True, slots=True)
class Acting:
    """One of us does it for a person who is on the phone with them; `case_id` is where that was agreed."""

    by: PersonId
    case_id: CaseId
    talk_id: TalkId


@dataclass(frozen=True, slots=True)
class Family:
    """Somebody of the family does it, as the person lets them.

    `limit` is what they may spend on one day of Shanghai, nothing without the scope `pay`; `spent` is what they had
    spent of it when the request came in, and `acted_today` whether they had done anything by then. `guardian`: by a
    court's paper, and so before everybody who was only invited. `needs_a_yes`: the person has no screen to read that
    silence would be one, so above the limit nothing is done without a yes.
    """

    by: PersonId
    grant_id: GrantId
    relation: Relation
    scopes: frozenset[Scope]
    limit: Money
    spent: Money
    acted_today: bool
    guardian: bool = False
    needs_a_yes: bool = False


@dataclass(frozen=True, slots=True)
class Principal:
    """`acting`: it is not the person who does it; their rights hold all the same, and no others.

    Nor is it with `family`, and then the rights are those the person gave. `caregiver_id` is of whose hand it is.
    `locked`: somebody guesses at the account, and until its owner unlocks it little can be done. `consents` are the
    person's own, whoever acts.
    """

    person_id: PersonId
    roles: frozenset[Role]
    identity_proven: bool
    data_key: WrappedKey
    caregiver_id: CaregiverId | None = None
    acting: Acting | None = None
    family: Family | None = None
    locked: bool = False
    consents: frozenset[Consent] = frozenset()

    @property
    def actor(self) -> PersonId:
        """Whose hand it is."""
        hand = self.acting or self.family
        return hand.by if hand else self.person_id
