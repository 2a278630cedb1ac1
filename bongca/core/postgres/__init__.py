"""Our own small start and stop of an embedded PostgreSQL: a wheel's programs, or POSTGRES_BIN.

Free of Django. `ensure_running(state)` gives a `Server`; while the calling program lives the
server stays, and some seconds after the last caller has gone a guard stops it. Socket only,
scram, liveness by connecting. Who runs it and where its files lie: `placement`. The guard:
`guard`. Roles: `roles`.
"""

from bongca.core.postgres.errors import PostgresError
from bongca.core.postgres.server import Server, ensure_running, release, server_of, status, stop

__all__ = [
    "PostgresError",
    "Server",
    "ensure_running",
    "release",
    "server_of",
    "status",
    "stop",
]
