# Two commands matter: `make cycle` prints a month of board reports, `make test` proves the house stands.
SHELL := /bin/bash
VENV := .venv
PYTHON := $(VENV)/bin/python
LINEOFSIGHT := $(VENV)/bin/lineofsight
AUTHORITY ?= lancashire
SAMPLES := data/samples/$(AUTHORITY)

.DEFAULT_GOAL := help
.PHONY: help setup cycle week test test-quick browser lint check-print serve lock benchmark benchmark-rules clean

help: ## what can be made
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  make %-16s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(VENV)/.ready ## .venv from requirements.lock, Pango and the typeface

$(VENV)/.ready: requirements.lock pyproject.toml setup.sh
	@bash setup.sh
	@touch $@

cycle: setup ## August, September and October 2026 for the made-up council: three board PDFs a month
	@$(LINEOFSIGHT) sample --authority $(AUTHORITY) --to $(SAMPLES) --months 3 --weeks 4 --seed 1 --if-absent
	@$(LINEOFSIGHT) cycle monthly --authority $(AUTHORITY) --period 2026-08 --period 2026-09 --period 2026-10; \
	  status=$$?; if [ $$status -eq 10 ]; then exit 0; else exit $$status; fi

week: setup ## four weeks for the made-up council: worklists, weekly report and quality site
	@$(LINEOFSIGHT) sample --authority $(AUTHORITY) --to $(SAMPLES) --months 3 --weeks 4 --seed 1 --if-absent
	@$(LINEOFSIGHT) cycle weekly --authority $(AUTHORITY) --week 2026-W40 --week 2026-W41 --week 2026-W42 --week 2026-W43; \
	  status=$$?; if [ $$status -eq 10 ]; then exit 0; else exit $$status; fi

test: setup browser lint ## everything that CI runs
	@$(PYTHON) -m pytest -n 2 --dist loadfile

test-quick: setup ## the inner loop: the house rules, what every number means, and the tasks one by one; no process, no browser
	@$(VENV)/bin/ruff check .
	@$(PYTHON) -m pytest -n 2 --dist loadfile -m "not slow" tests/architecture tests/reporting tests/properties tests/tasks

browser: ## a Chromium for the tests that look at pages; without one they are skipped, and say so
	@bash setup.sh browser || true

lint: setup
	@$(VENV)/bin/ruff check . && $(VENV)/bin/ruff format --check . && $(VENV)/bin/mypy && $(VENV)/bin/lint-imports --no-cache

check-print: setup ## veraPDF on every pack (needs Java)
	@$(PYTHON) -m tests.print.check_with_verapdf

serve: setup ## a real Prefect server and worker with every council's cycles deployed
	@$(PYTHON) -m flows.serve

benchmark: setup ## one 52,600-row month, stage by stage, beside the bare libraries
	@$(PYTHON) -m benchmarks.month

benchmark-rules: setup ## all rules on 100,000 rows a list, and the ledger that follows
	@$(PYTHON) -m benchmarks.rules

lock: ## resolve pyproject.toml again
	@$(VENV)/bin/uv pip compile --quiet --all-extras --generate-hashes --no-emit-index-url --python-version 3.11 \
	  --custom-compile-command "make lock" pyproject.toml -o requirements.lock

clean: ## forget the environment and everything that runs produced
	rm -rf $(VENV) data/record data/samples
