# Every command of the project. Plain `make` prints this list.
PYTHON ?= python3
OUT ?= out
LANGUAGE ?= en
PORT ?= 8501
NO_APP ?=
BIN := .venv/bin
UV := $(shell command -v uv 2>/dev/null)

ifdef UV
INSTALL = VIRTUAL_ENV=.venv $(UV) pip install --quiet
else
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check
endif

PIN = uv pip compile --upgrade --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --extra all

.DEFAULT_GOAL := help
.PHONY: help demo app test check bench lock clean

help: ## print this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-7s %s\n", $$1, $$2}'

demo: .venv/runtime ## load the 2003 data, write scores, workbook and deck to out/, open the app (NO_APP=1: only the files, LANGUAGE=zh: in Chinese)
	$(BIN)/gapline demo --out $(OUT) --lang $(LANGUAGE) --port $(PORT) $(if $(NO_APP),--no-app)

app: .venv/runtime ## open the app on your own store, gapline.sqlite3
	$(BIN)/gapline app --port $(PORT)

test: .venv/develop ## run all tests, with branch coverage of the core
	$(BIN)/python -m pytest -n auto --dist loadgroup --cov --cov-report=term

check: .venv/develop ## format, lint, types, known holes in the dependencies
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/gapline rubric check rubrics
	$(BIN)/pip-audit --disable-pip --require-hashes --requirement requirements.lock --progress-spinner off

bench: .venv/develop ## measure speed and size as ratios against floors and peers
	$(BIN)/python -m tests.perf

lock: ## pin all dependencies again, with hashes (needs uv)
	$(PIN) --group build pyproject.toml --output-file requirements.lock
	$(PIN) --constraint requirements.lock --group build --group dev pyproject.toml --output-file requirements-dev.lock

clean: ## remove what these commands made (your stores stay)
	rm -rf .venv out dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage*
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/bin/python:
	@$(if $(UV),$(UV) venv --quiet --python $(PYTHON) .venv,$(PYTHON) -m venv .venv) \
		|| { echo "Making .venv failed. On Debian or Ubuntu install it with: apt-get install python3-venv"; exit 1; }

.venv/runtime: .venv/bin/python requirements.lock pyproject.toml
	$(INSTALL) --require-hashes -r requirements.lock
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/develop: .venv/runtime requirements-dev.lock
	$(INSTALL) --require-hashes -r requirements-dev.lock
	@touch $@
