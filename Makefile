# One command each. `make` alone prints this list; every target brings its environment up to date first.
SHELL := /bin/bash
BIN := .venv/bin
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header --no-annotate

.PHONY: help setup demo test check bench fmt lock migrations vendor

help:  ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 12

setup:  ## virtual environment with locked packages, system packages if missing
	@scripts/setup.sh

demo: setup  ## a city with data, then its server (KEBRIDGE_SERVE=0: data only)
	$(BIN)/kebridge demo

test: setup  ## SQLite, PostgreSQL, browser; ends with one line of totals
	@$(BIN)/python scripts/run_tests.py

check: setup  ## style, types, layers, templates, sizes, cleanliness
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djlint --lint --quiet src
	$(BIN)/python scripts/check_sizes.py
	$(BIN)/python scripts/check_clean.py

bench: setup  ## measured comparisons
	$(BIN)/python -m pytest -m bench -o testpaths=bench -s

fmt: setup  ## put source in order
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: setup  ## recompile requirements/*.txt from *.in
	$(LOCK) requirements/base.in -o requirements/base.txt
	$(LOCK) requirements/dev.in -o requirements/dev.txt

migrations: setup  ## the first migrations anew from the models
	$(BIN)/python scripts/remake_migrations.py

vendor: setup  ## fetch the front-end files again from npm
	$(BIN)/python scripts/vendor.py
