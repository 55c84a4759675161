# `make demo` audits an example article; `make test` runs everything. Both set up what they need in .venv.

# The gold data are copyrighted and not part of this project; whatever needs them is skipped, with a word, where they are absent.
SOURCE_AUDIT_GOLD ?= $(abspath ../shared)
export SOURCE_AUDIT_GOLD

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test coverage check bench fuzz train base-rates handbook golden registers clean

demo: $(VENV)/installed
	@$(BIN)/source-audit demo -o source-audit-demo.html

test: check
	$(BIN)/python -m pytest -n auto

# The tests once more with every line counted, which takes half as long again.
coverage: $(VENV)/installed-dev
	$(BIN)/python -m pytest -n auto --cov --cov-report=term:skip-covered

check: $(VENV)/installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

bench: $(VENV)/installed-dev
	$(BIN)/python -W error -m tests.bench

# Twenty thousand spoilt pages, about a quarter of an hour: real ones where the gold data are present.
fuzz: $(VENV)/installed-dev
	$(BIN)/python -W error -m tests.fuzz

train: $(VENV)/installed-dev
	$(BIN)/python -W error -m tests.train source_audit/data/attribution_model.json

# What is usual in the training articles, by length; without the gold data the table stays as it is, and that is said.
BASE_RATES_DATE ?= 2026-11-27
base-rates: $(VENV)/installed-dev
	$(BIN)/python -W error -m tests.train.base_rates source_audit/data/base_rates.toml $(BASE_RATES_DATE)

# The registers of hosts, accounts and state media from the public dumps in this folder; a table whose dumps are absent stays as it is.
REGISTERS ?= $(SOURCE_AUDIT_GOLD)/data/registry
registers: $(VENV)/installed-dev
	$(BIN)/python -W error -m tests.registers $(REGISTERS)

handbook: $(VENV)/installed-dev
	$(BIN)/source-audit handbook docs/reference

golden: $(VENV)/installed-dev
	$(BIN)/python -m pytest tests/golden --remake-golden

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "source_audit needs Python 3.11 or later; set PYTHON=/path/to/python"; exit 2; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/installed-dev: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/installed

clean:
	rm -rf $(VENV) build dist .coverage* .mypy_cache .pytest_cache .ruff_cache .hypothesis source-audit-demo.html
