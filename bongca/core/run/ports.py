"""The address we listen on. We hold the socket, so a restarted web server loses no request."""

import errno
import os
import socket

from bongca.core.run.errors import CannotStart

FIRST_PORT = 8000
PORTS_TRIED = 100


def listen(host: str, first: int = FIRST_PORT) -> socket.socket:
    """Return a listening socket on the first free port from `first` upwards.

    Raises CannotStart when a hundred ports are taken, or the host is not ours.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for port in range(first, first + PORTS_TRIED):
        listener = socket.socket(family, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
        except OSError as error:
            listener.close()
            if error.errno in (errno.EADDRINUSE, errno.EACCES):
                continue
            raise CannotStart(
                f"Cannot listen on {host}: {os.strerror(error.errno or 0)}."
            ) from None
        listener.listen(512)
        listener.set_inheritable(True)
        return listener
    raise CannotStart(f"The ports {first} to {first + PORTS_TRIED - 1} are all taken.")
