"""The tests run without a network, so nothing in the program can need one."""

import socket
import ssl
from urllib.request import urlopen

import pytest

ATTEMPTS = {
    "socket": socket.socket,
    "pair": lambda: socket.socketpair(),  # noqa: PLW0108, it is replaced after this line
    "connection": lambda: socket.create_connection(("127.0.0.1", 9)),
    "server": lambda: socket.create_server(("127.0.0.1", 0)),
    "name": lambda: socket.getaddrinfo("localhost", 80),
    "tls": lambda: ssl.create_default_context().wrap_socket(socket.socket()),
    "url": lambda: urlopen("http://127.0.0.1:9/"),
}


@pytest.mark.parametrize("attempt", ATTEMPTS.values(), ids=ATTEMPTS)
def test_no_socket_opens(attempt):
    """Every way to a socket ends before one is open."""
    with pytest.raises(Exception, match="works without a network") as caught:
        attempt()

    assert type(caught.value).__name__ == "NetworkUsedError"
