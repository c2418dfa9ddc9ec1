"""Sites with a log-in of their own vouch for their users by a signed token (JWT, RFC 7519; advice of RFC 8725).

Who is believed is in the setting JWT, a list: each site has `issuer` and `audience`, one of `jwks_url`, `jwks` and
`shared_key` (a list of two while it is changed), and `algorithms` where the usual ones do not fit. The algorithm and
the key come from the setting, never from the token, which may only choose among them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import jwt

from cms.conf import JWT_SHARED_ALGORITHMS, JWT_SIGNING_ALGORITHMS
from cms.conf import newsroom as conf
from cms.conversation.identity.key_sets import chosen, key_for, key_set, usable
from cms.conversation.identity.lines import one_line
from cms.errors import InvalidToken

LEEWAY = 30
"""Seconds by which clocks may differ."""
LONGEST = 8192
FIELD = "identity_token"
TEXTS = {
    "sub": 255,
    "name": 100,
    "email": 254,
    "organisation": 100,
    "title": 100,
    "url": 500,
    "picture": 500,
}
"""Claims that are read, and the most characters of each. The limits are those of a comment's fields."""
REQUIRED = ["iss", "sub", "aud", "exp", "name"]


@dataclass(frozen=True, slots=True)
class Identity:
    """Who somebody is, by the word of a site that we believe. What the token does not say is empty."""

    issuer: str
    subject: str
    name: str
    email: str = ""
    email_verified: bool = False
    organisation: str = ""
    title: str = ""
    url: str = ""
    picture: str = ""


def verify(token: str) -> Identity:
    """The identity that a token proves.

    Raises `InvalidToken`, which says what is wrong with it, and `OutboundFailed` when the site's keys are needed and
    cannot be fetched.
    """
    if not conf.JWT:
        raise _refusal("This newsroom takes no log-ins of other sites.")
    if len(token) > LONGEST:
        raise _refusal(f"The token is longer than {LONGEST} characters.")
    header, unproven = _look_at(token)
    site = next((site for site in conf.JWT if site["issuer"] == unproven.get("iss")), None)
    if site is None:
        raise _refusal("The token's issuer (iss) is not one that this newsroom believes.")
    algorithm = header.get("alg")
    if algorithm not in accepted_algorithms(site):
        raise _refusal(
            f"The token's algorithm (alg) is not accepted. Sign with {', '.join(accepted_algorithms(site))}."
        )
    return _identity(_proven(token, site, str(algorithm), header.get("kid")))


def accepted_algorithms(site: dict[str, Any]) -> Sequence[str]:
    """How tokens of a site may be signed."""
    usual = JWT_SHARED_ALGORITHMS[:1] if "shared_key" in site else JWT_SIGNING_ALGORITHMS
    return site.get("algorithms") or usual


def _look_at(token: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Header and claims, of which nothing is proven yet."""
    try:
        seen = jwt.api_jwt.decode_complete(token, options={"verify_signature": False})
    except (jwt.PyJWTError, ValueError):
        raise _refusal("The token is malformed: a signed JWT in its compact form is wanted.") from None
    return seen["header"], seen["payload"]


def _proven(token: str, site: dict[str, Any], algorithm: str, kid: str | None) -> dict[str, Any]:
    """The claims, once a key of the site has proven them."""
    known = False
    for key in _keys(site, algorithm, kid):
        known = True
        try:
            return jwt.decode(
                token,
                key,
                algorithms=[algorithm],
                audience=site["audience"],
                issuer=site["issuer"],
                leeway=LEEWAY,
                options={"require": REQUIRED, "enforce_minimum_key_length": True},
            )
        except (jwt.InvalidSignatureError, jwt.InvalidKeyError):
            continue
        except jwt.PyJWTError as error:
            raise _refusal(_in_words(error)) from None
    if not known:
        raise _refusal("The token is signed with a key (kid) that its issuer does not have.")
    raise _refusal("The token's signature is wrong.")


def _keys(site: dict[str, Any], algorithm: str, kid: str | None) -> Iterator[jwt.PyJWK | str]:
    """The site's keys that may have signed a token."""
    if "shared_key" in site:
        shared = site["shared_key"]
        yield from [shared] if isinstance(shared, str) else shared
        return
    listed = key_set(site["jwks_url"]).named(kid) if "jwks_url" in site else chosen(usable(site["jwks"]), kid)
    for key in listed:
        if (found := key_for(key, algorithm)) is not None:
            yield found


def _in_words(error: jwt.PyJWTError) -> str:
    match error:
        case jwt.ExpiredSignatureError():
            return "The token has expired (exp)."
        case jwt.ImmatureSignatureError():
            return "The token is not valid yet (nbf or iat): is the clock of its issuer right?"
        case jwt.MissingRequiredClaimError():
            return f"The token lacks the claim {error.claim}."
        case jwt.InvalidAudienceError():
            return "The token is for another audience (aud)."
        case _:
            return "A claim of the token is malformed: times are numbers of seconds, sub and jti are strings."


def _identity(claims: dict[str, Any]) -> Identity:
    texts = {name: _text(claims, name, longest) for name, longest in TEXTS.items()}
    for name in ("sub", "name"):
        if not texts[name]:
            raise _refusal(f"The token's claim {name} is empty.")
    return Identity(
        issuer=claims["iss"],
        subject=texts["sub"],
        name=texts["name"],
        email=texts["email"],
        email_verified=bool(texts["email"]) and claims.get("email_verified") is True,
        organisation=texts["organisation"],
        title=texts["title"],
        url=_web_address(texts["url"]),
        picture=_web_address(texts["picture"]),
    )


def _text(claims: dict[str, Any], name: str, longest: int) -> str:
    """A claim as one line of text."""
    value = claims.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise _refusal(f"The token's claim {name} is no string.")
    if len(value) > longest:
        raise _refusal(f"The token's claim {name} has more than {longest} characters.")
    return one_line(value, longest)


def _web_address(value: str) -> str:
    """An address of the web; empty for any other, which the token is not refused for."""
    try:
        parts = urlsplit(value)
    except ValueError:
        return ""
    return value if parts.scheme in ("http", "https") and parts.netloc else ""


def _refusal(message: str) -> InvalidToken:
    return InvalidToken(message, field=FIELD)
