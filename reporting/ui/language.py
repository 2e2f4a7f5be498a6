"""Streamlit's HTML shell says `lang="en"` and its own name; screen readers and the tab must hear Dutch."""

import re

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from reporting.texts.screens import NO_SCRIPT, PRODUCT

_NO_SCRIPT = re.compile(rb"<noscript>.*?</noscript>", re.DOTALL)


def dutch(html: bytes) -> bytes:
    """The shell with `lang="nl"`, our title and a Dutch sentence for browsers without scripts."""
    html = html.replace(b'<html lang="en">', b'<html lang="nl">').replace(b"<title>Streamlit</title>", f"<title>{PRODUCT}</title>".encode())
    return _NO_SCRIPT.sub(f"<noscript><p>{NO_SCRIPT}</p></noscript>".encode(), html)


class DutchShell:
    """ASGI middleware that rewrites HTML documents with `dutch` and lets everything else through untouched."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        headers = dict(scope.get("headers", ()))
        if scope["type"] != "http" or b"text/html" not in headers.get(b"accept", b""):
            await self._app(scope, receive, send)
            return
        plain = [(name, value) for name, value in scope["headers"] if name not in (b"accept-encoding", b"if-none-match", b"if-modified-since")]
        start: Message = {}
        body = b""

        async def rewrite(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start":
                start = message
                return
            body += message.get("body", b"")
            if message.get("more_body", False):
                return
            kept = [(n, v) for n, v in start["headers"] if n.lower() not in (b"content-length", b"etag", b"last-modified")]
            changed = dutch(body)
            await send({**start, "headers": [*kept, (b"content-length", str(len(changed)).encode())]})
            await send({"type": "http.response.body", "body": changed})

        await self._app({**scope, "headers": plain}, receive, rewrite)
