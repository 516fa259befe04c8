"""Polite requests: one at a time, a pause between two to a host, robots.txt obeyed, with limits to everything.

A host is asked for its robots.txt once a run, one that is redirected to as well. Where it answers 401, 403 or a server
error, nothing is fetched from it; another error means that it has no rules (RFC 9309).
"""

from __future__ import annotations

import http.client
import time
import urllib.error
import urllib.request
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO, Any
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

import dossier

USER_AGENT = f"dossier/{dossier.__version__} (news reading on behalf of one person)"
MAX_REDIRECTS = 5
ROBOTS = "/robots.txt"


class FetchError(Exception):
    """An address that gave nothing: a short code and a reason in words."""

    def __init__(self, reason_code: str, reason: str) -> None:
        super().__init__(reason)
        self.reason_code = reason_code


@dataclass(frozen=True)
class Limits:
    """Bounds of a run: a feed of a year's entries has a few MB, and a good server answers within seconds."""

    max_bytes: int = 64 * 2**20
    timeout: float = 20.0  # seconds without a byte
    max_seconds: float = 120.0  # for one address in all
    pause: float = 1.0  # seconds between two requests to a host
    max_pause: float = 30.0  # a longer Crawl-delay is not waited for: the feed fails with that reason


@dataclass(frozen=True)
class Answer:
    """What an address gave; ``content`` is None where nothing has changed since."""

    content: bytes | None
    etag: str | None
    last_modified: str | None


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows redirects where the host that they lead to allows it, after its pause."""

    max_repeats = 2
    max_redirections = MAX_REDIRECTS

    def __init__(self, ask: Callable[[str], None]) -> None:
        self._ask = ask

    def redirect_request(
        self,
        request: urllib.request.Request,
        answer: IO[bytes],
        code: int,
        words: str,
        headers: http.client.HTTPMessage,
        target: str,
    ) -> urllib.request.Request | None:
        if urlsplit(target).scheme not in ("http", "https"):
            raise FetchError("redirected", f"it redirects to {target[:200]}, which is no address of the web")
        # Rules themselves may stand elsewhere (RFC 9309, 2.3.1.2).
        if urlsplit(request.full_url).path != ROBOTS:
            self._ask(target)
        return super().redirect_request(request, answer, code, words, headers, target)


class Fetcher:
    """Fetches addresses one after the other."""

    def __init__(self, limits: Limits = Limits(), wait: Callable[[float], None] = time.sleep) -> None:  # noqa: B008
        self._limits, self._wait = limits, wait
        self._opener = urllib.request.build_opener(_Redirects(self._ask))
        self._robots: dict[str, RobotFileParser] = {}
        self._last: dict[str, float] = {}

    def fetch(self, address: str, etag: str | None = None, last_modified: str | None = None) -> Answer:
        """Fetch an address, or learn that it is as it was; raises ``FetchError``."""
        self._ask(address)
        asked = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        return self._request(address, {name: value for name, value in asked.items() if value})

    def _ask(self, address: str) -> None:
        """Wait until the host may be asked for an address; raises ``FetchError`` where its rules forbid it."""
        parts = urlsplit(address)
        host = f"{parts.scheme}://{parts.netloc}"
        robots = self._robots_of(host)
        if not robots.can_fetch(USER_AGENT, address):
            raise FetchError("robots", f"{host}{ROBOTS} does not allow it")
        pause = float(robots.crawl_delay(USER_AGENT) or self._limits.pause)
        if pause > self._limits.max_pause:
            raise FetchError("robots", f"{host}{ROBOTS} asks for {pause:g} seconds between requests")
        self._pause(parts.netloc, pause)

    def _pause(self, netloc: str, pause: float) -> None:
        waited = time.monotonic() - self._last.get(netloc, float("-inf"))
        if waited < pause:
            self._wait(pause - waited)
        self._last[netloc] = time.monotonic()

    def _robots_of(self, host: str) -> RobotFileParser:
        if host not in self._robots:
            rules = RobotFileParser(f"{host}{ROBOTS}")
            try:
                self._pause(urlsplit(host).netloc, self._limits.pause)
                content = self._request(f"{host}{ROBOTS}", {}).content or b""
                rules.parse(content[: 512 * 2**10].decode("utf-8", "replace").splitlines())
            except FetchError as error:
                is_closed = error.reason_code in ("http-401", "http-403") or error.reason_code.startswith("http-5")
                rules.parse(["User-agent: *", "Disallow: /" if is_closed else "Disallow:"])
            self._robots[host] = rules
        return self._robots[host]

    def _request(self, address: str, headers: dict[str, str]) -> Answer:
        usual = {"User-Agent": USER_AGENT, "Accept-Encoding": "gzip", "Accept": "*/*"}
        try:
            request = urllib.request.Request(address, headers=usual | headers)  # noqa: S310 - http and https only
            with self._opener.open(request, timeout=self._limits.timeout) as answer:
                content = self._read(answer)
                return Answer(content, answer.headers.get("ETag"), answer.headers.get("Last-Modified"))
        except urllib.error.HTTPError as error:
            with error:
                if error.code == 304:
                    return Answer(None, headers.get("If-None-Match"), headers.get("If-Modified-Since"))
                if error.code in (301, 302, 303, 307, 308):
                    raise FetchError(
                        "redirected", f"it redirects more than {MAX_REDIRECTS} times, or in a ring"
                    ) from None
                raise FetchError(f"http-{error.code}", f"the server answers {error.code} {error.reason}") from None
        except TimeoutError:
            raise FetchError("slow", f"the server was silent for {self._limits.timeout:g} seconds") from None
        except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
            what = " ".join(str(getattr(error, "reason", error)).split())[:200] or type(error).__name__
            raise FetchError("unreachable", f"it could not be fetched ({what})") from None
        finally:
            self._last[urlsplit(address).netloc] = time.monotonic()

    def _read(self, answer: Any) -> bytes:
        """The whole body, unpacked, within the limits of size and time."""
        is_packed = (answer.headers.get("Content-Encoding") or "").lower() in ("gzip", "x-gzip")
        unpack = zlib.decompressobj(31) if is_packed else None
        until = time.monotonic() + self._limits.max_seconds
        content = bytearray()
        while piece := answer.read1(2**16):
            room = self._limits.max_bytes + 1 - len(content)
            content += unpack.decompress(piece, room) if unpack else piece
            if len(content) > self._limits.max_bytes:
                raise FetchError("too-large", f"it sends more than {self._limits.max_bytes:,} bytes")
            if time.monotonic() > until:
                raise FetchError("slow", f"it is not done after {self._limits.max_seconds:g} seconds")
        announced = answer.headers.get("Content-Length") or ""
        if unpack is None and announced.isdecimal() and len(content) < int(announced):
            raise FetchError("truncated", f"{int(announced):,} bytes were announced, {len(content):,} came")
        return bytes(content)
