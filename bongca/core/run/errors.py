"""What stops a start, each as one clear sentence."""


class CannotStart(RuntimeError):
    """Something is missing that we cannot get by ourselves; the text says what."""
