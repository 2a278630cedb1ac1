"""Settings, read from the environment; docs/operations.md has the table."""

import os
from pathlib import Path

from bongca.config.database import database_settings
from bongca.config.secrets import load_secrets

ROOT = Path(__file__).resolve().parents[2]
STATE_DIR = Path(os.environ.get("BONGCA_STATE_DIR", ROOT / "var"))
FILES_DIR = Path(os.environ.get("BONGCA_FILES_DIR", STATE_DIR / "files"))
MODE = os.environ.get("BONGCA_MODE", "office")  # office | production
PRODUCTION = MODE == "production"
DEBUG = os.environ.get("BONGCA_DEBUG", "") == "1"

_secrets = load_secrets(STATE_DIR, os.environ)
SECRET_KEY = _secrets.secret_key
COLUMN_KEYS = _secrets.column_keys
LOOKUP_KEY = _secrets.lookup_key

ALLOWED_HOSTS = os.environ.get("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [
    origin for origin in os.environ.get("CSRF_TRUSTED_ORIGINS", "").split(",") if origin
]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "django_htmx",
    "bongca.config",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "procrastinate.contrib.django",
    "bongca.core",
    "bongca.accounts",
    "bongca.org",
    "bongca.people",
    "bongca.offices",
    "bongca.indicators",
    "bongca.papers",
    "bongca.documents",
    "bongca.members",
    "bongca.cards",
    "bongca.admissions",
    "bongca.rolls",
    "bongca.care",
    "bongca.programmes",
    "bongca.meetings",
    "bongca.readings",
    "bongca.reporting",
    "bongca.privacy",
    "bongca.portal",
]

MIDDLEWARE = [
    "bongca.core.health.health",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "bongca.core.security.security_headers",
    "bongca.config.api.api_failures",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "bongca.config.door.middleware.session_seen",
    "bongca.config.door.middleware.FirstSignIn",
    "bongca.config.request.ActorMiddleware",
]

ROOT_URLCONF = "bongca.config.urls"
WSGI_APPLICATION = "bongca.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "bongca.core.context.header",
            ]
        },
    }
]
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"

DATABASES = {"default": database_settings(os.environ)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "core_cache",
        # Locks on accounts live here: the usual 300 would push them out before their time.
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "bongca.core.ui.failures.form_too_old"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = PRODUCTION
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if os.environ.get("BONGCA_BEHIND_PROXY") == "1" else None
)
SECURE_HSTS_SECONDS = 31_536_000 if PRODUCTION else 0
X_FRAME_OPTIONS = "DENY"

LANGUAGE_CODE = "vi"
FORMAT_MODULE_PATH = ["bongca.core.formatting"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
STATIC_ROOT = STATE_DIR / "static"
STATICFILES_DIRS = [path for path in [ROOT / "build" / "static"] if path.exists()]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
NODE_MODULES = ROOT / "node_modules"
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

EMAIL_HOST = os.environ.get("EMAIL_HOST", "")
_BACKEND = "smtp" if EMAIL_HOST else "console"
EMAIL_BACKEND = os.environ.get(
    "EMAIL_BACKEND", f"django.core.mail.backends.{_BACKEND}.EmailBackend"
)
EMAIL_PORT = int(os.environ.get("EMAIL_PORT", "587"))
EMAIL_HOST_USER = os.environ.get("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = os.environ.get("EMAIL_USE_TLS", "1") == "1"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = os.environ.get("DEFAULT_FROM_EMAIL", "bongca@localhost")
PUBLIC_URL = os.environ.get("BONGCA_PUBLIC_URL", "").rstrip("/")  # no mail leaves without it
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SILENCED_SYSTEM_CHECKS: list[str] = []

PROCRASTINATE_AUTODISCOVER_MODULE_NAME = ""  # jobs are found by bongca.core.jobs
PROCRASTINATE_ON_APP_READY = "bongca.core.jobs.worker.register_tasks"

# Account settings: in the own names of the sign-in library, see bongca/accounts.
from bongca.config.logs import LOGGING  # noqa: E402, F401
from bongca.config.sign_in import *  # noqa: E402, F403

if PRODUCTION:
    from bongca.config.production import refuse_unsafe

    refuse_unsafe(globals(), os.environ)
