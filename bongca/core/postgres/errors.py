"""What can go wrong with the embedded server, each as one clear sentence."""


class PostgresError(RuntimeError):
    """The embedded PostgreSQL cannot be found, started or reached; the text says what to do."""
