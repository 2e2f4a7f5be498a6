# Tellen & Vertellen. `make help` lists what you can do.
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
PYTHON ?= python3
unexport PYTHONDONTWRITEBYTECODE # where it is set, every process that starts would compile all of the project again
VENV := .venv
RUN := $(VENV)/bin/python
# one worker a file: what a module makes for its tests is made once; three on two cores, for browsers and other programs are waited for
SPREAD := -n 3 --dist loadfile --no-loadscope-reorder
OFFICE_PACKAGES := chromium libreoffice-writer fonts-crosextra-carlito fonts-crosextra-caladea fonts-liberation poppler-utils

.PHONY: help app test check format lint types imports report learn tools clean

help: ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

$(VENV)/.app: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed") if sys.version_info < (3, 11) else None'
	@test -x $(RUN) || $(PYTHON) -m venv $(VENV)
	@$(RUN) -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.dev: $(VENV)/.app requirements-dev.txt
	@$(RUN) -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

tools: ## install Chromium and LibreOffice for the tests that look (Debian, as root)
	@if command -v chromium >/dev/null && command -v soffice >/dev/null && command -v pdftoppm >/dev/null; then exit 0; fi; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $(OFFICE_PACKAGES) >/dev/null; \
	else echo "Chromium and LibreOffice are not installed here: the tests that need them are skipped and say so."; fi

app: $(VENV)/.app ## start the app on this machine (http://localhost:8501)
	@$(VENV)/bin/streamlit run app.py

test: $(VENV)/.dev tools ## run all tests
	@$(RUN) -m pytest $(SPREAD)

check: $(VENV)/.dev tools format lint types imports ## format, lint, types, import rules and tests
	@$(RUN) -m pytest $(SPREAD)

format: $(VENV)/.dev ## is the code formatted
	@$(VENV)/bin/ruff format --check --quiet .

lint: $(VENV)/.dev ## ruff
	@$(VENV)/bin/ruff check --quiet .

types: $(VENV)/.dev ## mypy, strict
	@$(VENV)/bin/mypy

imports: $(VENV)/.dev ## import-linter: imports run one way
	@$(VENV)/bin/lint-imports --no-logo 2>/dev/null || $(VENV)/bin/lint-imports

report: $(VENV)/.app ## sample data -> build/kwartaalrapport-2026-K3-concept.docx
	@mkdir -p build
	@$(RUN) -m reporting report --sample --quarter 2026-K3 --out build/kwartaalrapport-2026-K3-concept.docx

learn: $(VENV)/.dev training/requirements.txt ## learn the weights of the learned layer anew from the marked stories (about five minutes)
	@$(RUN) -m pip install --quiet --disable-pip-version-check -r training/requirements.txt
	@$(RUN) -m training.learn

clean: ## remove what make made (never your data)
	@rm -rf $(VENV) build .mypy_cache .ruff_cache .pytest_cache
