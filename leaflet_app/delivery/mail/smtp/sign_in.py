"""Signing in to a mail server (RFC 4954), by password (RFC 4616) or by the token of XOAUTH2. Over TLS only."""

from __future__ import annotations

import base64
from collections.abc import Callable, Collection

from leaflet_app.delivery.mail.smtp.reply import Answer
from leaflet_app.delivery.mail.smtp.stopped import Stopped, Trouble
from leaflet_app.domain.mail import Stage
from leaflet_app.domain.settings import SignIn

MORE = 334


def sign_in(
    command: Callable[[str, str], Answer], offered: Collection[str], way: SignIn, user: str, secret: str
) -> Answer:
    """Say who we are by the best way that the server offers, and return its answer. Raises Stopped."""
    mechanism, *texts = _said(offered, way, user, secret)
    first, *others = map(_coded, texts)
    answer = command("AUTH", f"{mechanism} {first}".rstrip())
    for text in others:
        if answer[0] != MORE:
            break
        answer = command(text, "")
    return answer


def _said(offered: Collection[str], way: SignIn, user: str, secret: str) -> tuple[str, ...]:
    """Return the name of the way, what is said with it, and what to each challenge: to a refused token, nothing."""
    if way is SignIn.TOKEN and "XOAUTH2" in offered:
        return "XOAUTH2", f"user={user}\1auth=Bearer {secret}\1\1", ""
    if way is SignIn.PASSWORD and "PLAIN" in offered:
        return "PLAIN", f"\0{user}\0{secret}"
    if way is SignIn.PASSWORD and "LOGIN" in offered:
        return "LOGIN", "", user, secret
    raise Stopped(Stage.SIGN_IN, Trouble.NO_WAY_TO_SIGN_IN)


def _coded(text: str) -> str:
    return base64.b64encode(text.encode()).decode()
