# All that is done with this repository. `make` alone lists it.

SHELL := bash
.DEFAULT_GOAL := help
.SUFFIXES:
MAKEFLAGS += --no-builtin-rules --no-print-directory

export PYTHON ?= python3
export HOST ?= 127.0.0.1
export PORT ?= 8000
export FRONTEND ?= 0
export FRONTEND_PORT ?= 3000

BIN := .venv/bin
LTS := .venv-7.4/bin

.PHONY: help demo test test-sqlite test-postgresql test-lts check contract release-contract bench soak lock clean dev lts

help: ## What can be done
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):.*## (.*)/make \1\t\2/' | expand -t 24

demo: ## Run the newsroom here, with demo content: PORT=8001 sets the port, FRONTEND=1 adds the reference press room, Ctrl-C stops it
	@scripts/venv .venv requirements/demo$(if $(filter-out 0,$(FRONTEND)),-frontend).txt
	@exec $(BIN)/python scripts/demo.py

test: ## Run every test, on SQLite and then on PostgreSQL
	@scripts/test sqlite postgresql

test-sqlite: ## Run every test on SQLite
	@scripts/test sqlite

test-postgresql: ## Run every test on PostgreSQL
	@scripts/test postgresql

test-lts: ## Run the tests of the apps on SQLite with Wagtail 7.4
	@scripts/test lts

check: dev lts ## Look for what tests do not find: style, types, layers, migrations, stale contract, unsafe settings
	@scripts/check

contract: dev ## Write frontend_contract/ anew from the code, and what its operations answer on the demo (a minute)
	@DJANGO_SETTINGS_MODULE=cms.project.settings.test $(BIN)/python manage.py newsroom_contract
	@test -d frontend_contract/typescript/node_modules || $(BIN)/python scripts/npm.py ci --prefix frontend_contract/typescript
	@$(BIN)/python scripts/npm.py run --silent generate --prefix frontend_contract/typescript
	@data=$$(mktemp -d) && trap 'rm -rf "$$data"' EXIT && \
		DATA_DIR=$$data DJANGO_SETTINGS_MODULE=cms.project.settings.examples $(BIN)/python manage.py newsroom_examples

release-contract: dev ## Keep the contract as released: what is compared with it from now on may not break its readers
	@$(BIN)/python scripts/released_contract.py release

bench: dev ## Measure reading, media, conversations, changes and webhooks, into benchmarks/*.md: half an hour on an idle machine
	@$(BIN)/python -m benchmarks
	@$(BIN)/python -m benchmarks --conversation
	@$(BIN)/python -m benchmarks.syndication --database postgresql
	@$(BIN)/python -m benchmarks.deliveries

soak: dev ## Let editors publish at random while web, worker and a partner's mirror are killed: SOAK_WORKS=500 works
	@SOAK_WORKS=$(or $(SOAK_WORKS),500) TEST_RUN=-soak $(BIN)/python -m pytest --create-db tests/journeys/test_convergence.py

lock: dev ## Write the lock files anew: UPGRADE=1 takes the newest versions
	@scripts/lock $(if $(UPGRADE),--upgrade)

clean: ## Remove what was installed and built; the data in var/ stays
	rm -rf .venv .venv-7.4 dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

dev: # everything that development needs, on the newest Wagtail
	@scripts/venv .venv requirements/wagtail-8.0.txt

lts: # the same on Wagtail's long-term support line
	@scripts/venv .venv-7.4 requirements/wagtail-7.4.txt
