"""Web and mail addresses as a document may hold them."""

import re
from urllib.parse import quote, urlsplit

_SCHEMES = frozenset({"http", "https", "mailto", "tel", "ftp", "ftps"})
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_MAIL = re.compile(r"[^\s@:/?#]+@[^\s@:/?#]+\.[^\s@:/?#]+")
# Word follows no address that is longer (the limit of the system's own links).
_LONGEST = 2083
_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?")


def address(link: str) -> str | None:
    """The link as a relation's target; none for what no reader could follow, or should not.

    Word calls a document damaged for one target that is not a URI (ECMA-376 part 2, 6.2.2), so what cannot be made
    into one is left as plain words. Scripts, files and addresses on this machine are no links of a public report.
    """
    link = link.strip()
    if not link or link.startswith("#") or len(link) > _LONGEST:
        return None
    found = _SCHEME.match(link)
    if found is None or (found[1].casefold() not in _SCHEMES and "." in found[1]):
        if _MAIL.fullmatch(link):
            link = f"mailto:{link}"
        elif re.match(r"[\w-]+(\.[\w-]+)+(/|$|\?|:\d)", link):
            link = f"https://{link}"
        else:
            return None
    elif found[1].casefold() not in _SCHEMES:
        return None
    uri = _as_uri(link)
    return uri if uri is not None and len(uri) <= _LONGEST else None


def _as_uri(link: str) -> str | None:
    try:
        parts = urlsplit(link)
        port = parts.port
    except ValueError:
        return None
    if parts.scheme in ("mailto", "tel"):
        return quote(link, safe="%:/?#@!$&'()*+,;=-._~") if parts.path.strip() else None
    if parts.username is not None or not parts.hostname:
        return None
    try:
        host = parts.hostname.encode("idna").decode("ascii")
    except UnicodeError:
        return None
    if not _HOST.fullmatch(host) or ".." in host:
        return None
    rest = quote(link.split("://", 1)[1][len(parts.netloc) :], safe="%:/?#@!$&'()*+,;=-._~")
    # A fragment may hold no second number sign.
    before, mark, after = rest.partition("#")
    rest = before + mark + after.replace("#", "%23")
    return f"{parts.scheme}://{host}{'' if port is None else f':{port}'}{_escapes(rest)}"


def _escapes(rest: str) -> str:
    """The rest of an address with every percent sign that begins no escape written as one."""
    return re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", rest)
