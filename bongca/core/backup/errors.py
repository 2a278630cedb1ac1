"""What stops a backup or a restore, each as one clear sentence."""


class BackupError(RuntimeError):
    """The archive cannot be made, is damaged, or cannot go where it was to go."""
