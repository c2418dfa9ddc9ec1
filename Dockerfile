# syntax=docker/dockerfile:1
# The host site for production: `web` by default, the worker with `python manage.py newsroom_worker`.

FROM python:3.13.16-slim-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PYTHONDONTWRITEBYTECODE=1
RUN python -m venv /srv/venv
ENV PATH=/srv/venv/bin:$PATH
COPY requirements/production.txt /tmp/production.txt
RUN pip install --no-deps --require-hashes --requirement /tmp/production.txt
WORKDIR /srv/app
COPY manage.py ./
COPY cms cms
COPY newsroom_api newsroom_api
COPY frontend_contract/operations frontend_contract/operations
COPY frontend_contract/released/operations.json frontend_contract/released/operations.json
COPY frontend_contract/embed frontend_contract/embed
COPY scripts/prepare_buckets.py scripts/prepare_buckets.py
# The key signs nothing: it lives for this one command.
RUN SECRET_KEY=$(python -c 'import secrets; print(secrets.token_urlsafe(50))') BASE_URL=https://build.invalid \
    DATA_DIR=/tmp/build STATIC_ROOT=/srv/static python manage.py collectstatic --no-input --verbosity 0

FROM python:3.13.16-slim-bookworm
# ffmpeg reads and cleans recordings; fonts are for the letters in drawings (SVG) and in PDF files that bring none.
RUN apt-get update && apt-get install --yes --no-install-recommends ffmpeg fontconfig fonts-dejavu-core fonts-liberation2 \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --system --uid 10001 --home-dir /srv/data --create-home newsroom
ENV PATH=/srv/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=cms.project.settings.production DATA_DIR=/srv/data STATIC_ROOT=/srv/static
COPY --from=build /srv/venv /srv/venv
COPY --from=build /srv/static /srv/static
COPY --from=build /srv/app /srv/app
WORKDIR /srv/app
USER newsroom
VOLUME /srv/data
EXPOSE 8000
CMD ["gunicorn", "--config", "python:cms.project.gunicorn", "cms.project.wsgi", "--bind", "0.0.0.0:8000", \
     "--workers", "2", "--worker-tmp-dir", "/dev/shm"]
