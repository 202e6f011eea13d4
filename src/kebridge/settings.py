"""Settings: everything that differs between installations comes from the environment (docs/operators).

KEBRIDGE_DATA   folder for database, evidence, keys (default: ./var)
KEBRIDGE_DB     postgresql://user:password@host:port/name or sqlite:///path (default: SQLite in KEBRIDGE_DATA)
KEBRIDGE_HOSTS  comma-separated host names that may be served (default: 127.0.0.1, localhost)
KEBRIDGE_DEBUG  1 shows error details: never in production
KEBRIDGE_HTTPS  1 when served behind TLS: cookies are then sent over TLS only
"""

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

from kebridge.core.privacy.keys import load_or_make_key

PACKAGE = Path(__file__).resolve().parent
DATA = Path(os.environ.get("KEBRIDGE_DATA", "var")).resolve()
DATA.mkdir(parents=True, exist_ok=True)

DEBUG = os.environ.get("KEBRIDGE_DEBUG") == "1"
SECRET_KEY = load_or_make_key(DATA / "session.key").hex()
FIELD_KEY = load_or_make_key(DATA / "field.key")
HTTPS = os.environ.get("KEBRIDGE_HTTPS") == "1"
ALLOWED_HOSTS = os.environ.get("KEBRIDGE_HOSTS", "127.0.0.1,localhost,testserver").split(",")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "kebridge.core.db",
    "kebridge.core.audit",
    "kebridge.core.files",
    "kebridge.core.subjects",
    "kebridge.core.access",
    "kebridge.core.orgs",
    "kebridge.core.ledger",
    "kebridge.core.records",
    "kebridge.core.transfer",
    "kebridge.core.outside",
    "kebridge.core.collecting",
    "kebridge.core.jobs",
    "kebridge.core.web",
    "kebridge.core.api",
    "kebridge.rooms.organisations",
    "kebridge.rooms.activities",
    "kebridge.rooms.venues",
    "kebridge.rooms.people",
    "kebridge.rooms.honours",
    "kebridge.rooms.contests",
    "kebridge.rooms.innovation",
    "kebridge.rooms.advice",
    "kebridge.rooms.projects",
    "kebridge.rooms.media",
    "kebridge.rooms.planning",
    "kebridge.rooms.party",
    "kebridge.rooms.works",
    "kebridge.rooms.designations",
    "kebridge.rooms.surveys",
    "kebridge.rooms.appeals",
    "kebridge.rooms.volunteers",
    "kebridge.figures",
    "kebridge.staff",
    "kebridge.casework",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "kebridge.core.web.middleware.ActorMiddleware",
    "kebridge.core.web.reading.PositionMiddleware",
    "kebridge.core.web.middleware.RefusalMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "kebridge.urls"
WSGI_APPLICATION = "kebridge.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # Our own pages of the sign-in come before those of allauth.
        "DIRS": [PACKAGE / "core" / "web" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "kebridge.core.web.context.house",
            ],
            "builtins": ["kebridge.core.web.templatetags.house"],
        },
    }
]


def database(url: str) -> dict[str, object]:
    """Connection settings of a database address; an empty one means SQLite in the data folder."""
    if not url or url.startswith("sqlite:///"):
        return {
            "ENGINE": "kebridge.core.db.sqlite3",
            "NAME": url.removeprefix("sqlite:///") or str(DATA / "kebridge.sqlite3"),
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536;",
            },
            # A file, not memory: tests of races start other processes on it.
            "TEST": {"NAME": str(DATA / "test.sqlite3")},
        }
    parts = urlsplit(url)
    return {
        "ENGINE": "kebridge.core.db.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
    }


DATABASES = {"default": database(os.environ.get("KEBRIDGE_DB", ""))}
# What was computed from the ledger, shared by all processes; every entry bears the position it was computed at.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": DATA / "cache",
        "TIMEOUT": 24 * 3600,
        "OPTIONS": {"MAX_ENTRIES": 3000},
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
STATIC_ROOT.mkdir(exist_ok=True)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
MEDIA_ROOT = DATA / "evidence"
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 2**20
DATA_UPLOAD_MAX_MEMORY_SIZE = 60 * 2**20
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

AUTH_USER_MODEL = "access.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_ADAPTER = "kebridge.core.access.adapter.ClosedDoor"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "科桥"

AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = 0.5
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "web/locked_out.html"

SESSION_COOKIE_AGE = 8 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        # ECharts and htmx set style attributes.
        "style-src": ["'self'", "'unsafe-inline'"],
        "script-src": ["'self'"],
        "frame-ancestors": ["'none'"],
        "form-action": ["'self'"],
    }
}

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"without_keys": {"()": "kebridge.core.web.logs.WithoutKeys"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["without_keys"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
