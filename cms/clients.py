"""Who sends a request: the network address, as far as it can be believed."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address

from django.http import HttpRequest

from cms.conf import newsroom as conf

UNKNOWN_ADDRESS = "unknown"


def client_address(request: HttpRequest) -> str:
    """Who asks. `X-Forwarded-For` counts only as far as proxies of ours have written it; an IPv6 host is its /64."""
    address = str(request.META.get("REMOTE_ADDR", ""))
    if conf.TRUSTED_PROXIES:
        hops = [hop.strip() for hop in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if hop.strip()]
        if hops:
            address = hops[-min(conf.TRUSTED_PROXIES, len(hops))]
    try:
        parsed = ip_address(address)
    except ValueError:
        return UNKNOWN_ADDRESS
    if isinstance(parsed, IPv6Address):
        if parsed.ipv4_mapped is not None:
            return str(parsed.ipv4_mapped)
        return parsed.exploded[:19]
    return str(parsed)
