"""The host site as an ASGI application: for thousands of open streams to a process."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.project.settings.production")
application = get_asgi_application()
