"""Public holidays of countries and their parts, from the library `holidays` (ISO 3166 codes)."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

import holidays
from django.utils.translation import gettext_lazy as _
from holidays.registry import COUNTRIES


def countries() -> list[tuple[str, str]]:
    """Code and English name of every country whose public holidays are known, by name."""
    named = [(codes[1], re.sub(r"(?<=[a-z])(?=[A-Z])", " ", codes[0])) for codes in COUNTRIES.values()]
    return sorted(named, key=lambda country: country[1])


@lru_cache
def regions() -> dict[str, frozenset[str]]:
    """Codes of the parts with holidays of their own, by the country's code."""
    supported = holidays.list_supported_countries(include_aliases=False)
    return {country: frozenset(parts) for country, parts in supported.items()}


def problems_with(country: str, region: str) -> dict[str, object]:
    """What is wrong with a country's code and that of its part, by field; nothing when both are known."""
    known = regions().get(country)
    if known is None:
        return {
            "holiday_country": _("No public holidays are known for “%(code)s”. Give a code such as SE or GB.")
            % {"code": country}
        }
    if region and region not in known:
        codes = ", ".join(sorted(known)) or "–"
        return {
            "holiday_region": _("“%(code)s” is no part of %(country)s with holidays of its own: %(codes)s")
            % {"code": region, "country": country, "codes": codes}
        }
    return {}


@lru_cache(maxsize=256)
def public_holidays(country: str, region: str, year: int) -> frozenset[dt.date]:
    """The public holidays of a year; none for a country or part that is not known."""
    if not country or problems_with(country, region):
        return frozenset()
    return frozenset(holidays.country_holidays(country, subdiv=region or None, years=year))
