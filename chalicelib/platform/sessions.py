"""Session tokens: signed, bound to a person, with an end. Whether one was revoked stands on the person."""

from __future__ import annotations

from datetime import datetime, timedelta

from chalicelib.kernel.ids import PersonId
from chalicelib.kernel.refusals import NotSignedIn, SessionExpired
from chalicelib.kernel.time import to_millis
from chalicelib.platform.settings import SecretSource

# Long, because logging in again costs an elder nothing but us a WeChat call; every request asks for revocation.
SESSION_LIFE = timedelta(days=7)
# One shift: who may read and decide about others signs in for each.
DESK_SESSION_LIFE = timedelta(hours=12)
_ALGORITHM = "HS256"


class SessionTokens:
    def __init__(self, secrets: SecretSource) -> None:
        self._secrets = secrets

    def issue(self, person_id: PersonId, *, epoch: int, now: datetime, at_desk: bool = False) -> tuple[str, datetime]:
        """The token and the instant from which it is no longer accepted."""
        expires_at = now + (DESK_SESSION_LIFE if at_desk else SESSION_LIFE)
        import jwt  # noqa: PLC0415 - it loads all of cryptography, which a cold start can do without

        claims = {"sub": person_id, "epoch": epoch, "end": to_millis(expires_at), "desk": at_desk}
        return jwt.encode(claims, self._secrets().session_keys[0], algorithm=_ALGORITHM), expires_at

    def read(self, token: str, *, now: datetime) -> tuple[PersonId, int, bool]:
        """The person, of which epoch of theirs it is, and whether it took the second factor.

        Times are compared with `now`, not with the library's clock, hence claims of our own. A new key is put last
        for the life of a secret's cache, then first, as with the lookup keys (docs/runbooks/rotate.md).
        """
        import jwt  # noqa: PLC0415 - see issue()

        for key in self._secrets().session_keys:
            try:
                claims = jwt.decode(token, key, algorithms=[_ALGORITHM])
            except jwt.InvalidTokenError:
                continue
            if to_millis(now) >= claims["end"]:
                raise SessionExpired
            return PersonId(claims["sub"]), claims.get("epoch", 0), claims.get("desk", False)
        raise NotSignedIn
