"""Mail domains that people here have, and what a mistyped one was probably meant to be. Nothing asks a network."""

from __future__ import annotations

_DOMAINS = """
aol.co.uk aol.com blueyonder.co.uk bt.com btconnect.com btinternet.com btopenworld.com doctors.org.uk email.com
fastmail.com free.fr freeserve.co.uk gmail.com gmx.at gmx.ch gmx.co.uk gmx.com gmx.de gmx.net googlemail.com
hey.com hotmail.co.uk hotmail.com hotmail.de hotmail.es hotmail.fr hotmail.it icloud.com inbox.com interia.pl
laposte.net libero.it live.co.uk live.com live.ie mac.com mail.com mail.ru me.com msn.com nhs.net nhs.scot
ntlworld.com o2.co.uk o2.pl onet.pl orange.fr orange.net outlook.com outlook.de outlook.es outlook.fr outlook.ie
outlook.it plus.com plus.net pm.me proton.me protonmail.ch protonmail.com rediffmail.com rocketmail.com sfr.fr
sky.com supanet.com t-online.de talktalk.co.uk talktalk.net tesco.net tiscali.co.uk tuta.com tutanota.com
uwclub.net virgin.net virginmedia.com wanadoo.fr web.de wp.pl yahoo.co.in yahoo.co.uk yahoo.com yahoo.de
yahoo.es yahoo.fr yahoo.ie yahoo.it yandex.com yandex.ru ymail.com zoho.com
"""
KNOWN = frozenset(_DOMAINS.split())

TRUSTED_ENDINGS = (".nhs.uk", ".nhs.net", ".nhs.scot", ".ac.uk", ".gov.uk", ".gov.scot", ".gov.wales", ".hscni.net")
"""Each hospital, university and authority has its own name before these."""

MISTYPED_ENDINGS = {
    "con": "com",
    "cmo": "com",
    "comm": "com",
    "cpm": "com",
    "cim": "com",
    "vom": "com",
    "xom": "com",
    "ocm": "com",
    "cok": "com",
    "couk": "co.uk",
    "co.ku": "co.uk",
    "co.u": "co.uk",
    "co.uj": "co.uk",
    "co.ul": "co.uk",
    "co.ik": "co.uk",
    "co.yk": "co.uk",
    "c.uk": "co.uk",
    "cp.uk": "co.uk",
    "ci.uk": "co.uk",
    "ukk": "uk",
    "ogr": "org",
    "orgg": "org",
    "nte": "net",
    "ent": "net",
    "nett": "net",
}
"""Endings that no domain has, and those they are mistyped for."""

SHORT = 8
"""Letters in a domain that is too short for two slips: it would be another one."""


def meant(domain: str) -> str:
    """Return the domain that was probably meant, or nothing for one that is likely to be right."""
    if domain in KNOWN or domain.endswith(TRUSTED_ENDINGS):
        return ""
    slips = {known: _slips(domain, known) for known in KNOWN if abs(len(known) - len(domain)) <= 2}  # noqa: PLR2004
    nearest = min(sorted(slips), key=lambda known: slips[known], default="")
    if nearest and slips[nearest] <= (1 if len(domain) < SHORT else 2):
        return nearest
    return _with_right_ending(domain)


def _with_right_ending(domain: str) -> str:
    for ending in sorted(MISTYPED_ENDINGS, key=len, reverse=True):
        if domain.endswith(f".{ending}"):
            return domain.removesuffix(ending) + MISTYPED_ENDINGS[ending]
    return ""


def _slips(typed: str, right: str) -> int:
    """Count the slips between two words: a letter wrong, missing, too much, or changed with its neighbour."""
    two_above: list[int] = []
    above = list(range(len(right) + 1))
    for row, letter in enumerate(typed, 1):
        line = [row]
        for column, wanted in enumerate(right, 1):
            fewest = min(above[column] + 1, line[-1] + 1, above[column - 1] + (letter != wanted))
            if row > 1 and column > 1 and letter == right[column - 2] and typed[row - 2] == wanted:
                fewest = min(fewest, two_above[column - 2] + 1)
            line.append(fewest)
        two_above, above = above, line
    return above[-1]
