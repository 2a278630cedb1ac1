"""Settings of the tests: only what must differ."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("BONGCA_DEBUG", "")

from bongca.config.settings import *  # noqa: F403
from bongca.config.settings import ROOT

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True  # look a file up when asked, not all of them for each test client
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
STATE_DIR = Path(tempfile.mkdtemp(prefix="bongca-test-"))
FILES_DIR = STATE_DIR / "files"
STATICFILES_DIRS = [path for path in [ROOT / "build" / "static"] if path.exists()]
COLUMN_KEYS = {"test": "11" * 32}
LOOKUP_KEY = "22" * 32
SECRET_KEY = "only-for-tests-" + "x" * 40
ALLOWED_HOSTS = ["*"]
