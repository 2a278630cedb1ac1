"""What the web server runs."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from bongca.config.production import refuse_demonstration

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bongca.config.settings")
application = get_wsgi_application()
if settings.PRODUCTION:
    refuse_demonstration()
