# One entry point; `make` alone prints this list. Needs Python 3.11 or later and make, nothing else.
.DEFAULT_GOAL := help
SHELL := /bin/sh
.PHONY: help run stop test drill check lint fmt types arch migrations-check access openapi bench \
        seed backup restore check-audit release venv venv-dev assets

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
  command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
  && { echo $$p; exit; }; done; echo python3)
BIN := .venv/bin
PY := $(BIN)/python
MANAGE := $(PY) manage.py
PYTEST := $(PY) -m pytest
TEMPLATES = $(shell find bongca -name '*.html')
DJADE := $(BIN)/djade --target-version 5.2

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1|/' \
	  | awk -F'|' '{ printf "%-24s %s\n", $$1, $$2 }'

venv:
	@command -v $(PYTHON) >/dev/null 2>&1 || { echo "Python 3.11 or later is needed."; exit 1; }
	@$(PYTHON) bongca/core/run/bootstrap.py run

venv-dev:
	@command -v $(PYTHON) >/dev/null 2>&1 || { echo "Python 3.11 or later is needed."; exit 1; }
	@$(PYTHON) bongca/core/run/bootstrap.py dev

assets: venv
	@$(PY) -m bongca.core.run.assets

run: venv ## start everything and print the address and whom to sign in as
	@$(PY) -m bongca.core.run

stop: venv ## stop a PostgreSQL of ours that was left running on purpose
	@$(PY) -m bongca.core.postgres stop

test: venv-dev ## the fast tests, then those in a browser; K=words picks some by name
	@$(PY) -m bongca.core.run.tests "$(K)"

drill: venv-dev assets ## kill web, worker, PostgreSQL and uploads at random under load
	@$(PYTEST) tests/drills -m slow -q --log-cli-level=INFO

check: lint types arch migrations-check openapi-check ## all that must be green before a commit

lint: venv-dev ## ruff, the template formatter, the check of Vietnamese
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(DJADE) --check $(TEMPLATES) || { echo "Templates are not formatted: make fmt."; exit 1; }
	@$(PY) -m djlint bongca --lint --quiet

fmt: venv-dev ## write what lint would ask for
	@$(BIN)/ruff check --fix --quiet .
	@$(BIN)/ruff format .
	@$(DJADE) $(TEMPLATES) || true

types: venv-dev ## mypy, strict, with Django's types
	@$(BIN)/mypy

arch: venv-dev ## the order of apps and layers, and the other rules of the house
	@$(BIN)/lint-imports --no-logo
	@$(PYTEST) tests/architecture -q

migrations-check: venv-dev
	@$(MANAGE) makemigrations --check --dry-run >/dev/null || { \
	  echo "Models and migrations differ: run 'manage.py makemigrations'."; exit 1; }

openapi: venv-dev ## write tests/openapi.json anew
	@$(MANAGE) openapi

openapi-check: venv-dev
	@$(PYTEST) bongca/config/tests/test_api.py -q -k as_described

access: venv ## print who may do what, and how far
	@$(MANAGE) access

bench: venv-dev ## measure the claims on the generated country
	@$(PY) -m bench

seed: venv ## load the Association's units on the territory of today
	@$(MANAGE) seed

backup: venv ## database and files into one archive; TO=folder
	@$(PY) -m bongca.core.backup make $(if $(TO),--to "$(TO)")

restore: venv ## FROM=archive into a new database INTO=name; SWAP=1 puts it in place
	@$(PY) -m bongca.core.backup restore "$(FROM)" $(if $(INTO),--into "$(INTO)") $(if $(SWAP),--swap)

check-audit: venv ## find changed, deleted, reordered or cut audit entries
	@$(MANAGE) check_audit

release: venv-dev assets ## an archive with wheels and compiled assets, for an office without registries
	@$(PY) -m bongca.core.run.release
