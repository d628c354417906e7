# Everything a developer or operator types. Each target makes the environment it needs:
# with uv when it is there, with Python's own venv and pip when it is not.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

VENV := .venv
BIN := $(VENV)/bin
CONFIG := $(wildcard config.toml)

# Gold data and scorers are not ours to ship: they lie beside the repository, or where you say.
DATA ?= $(or $(NEWSDESK_GOLD_DATA),../shared/data)
SCORERS ?= ../shared/bench

.PHONY: help run demo test check fix docs quality lock clean

help: ## Show the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(VENV)/.made: uv.lock requirements/run.txt scripts/environment
	@scripts/environment run
.venv-quality/.made: uv.lock requirements/quality.txt scripts/environment
	@scripts/environment quality
$(VENV)/.made-dev: uv.lock requirements/dev.txt scripts/environment
	@scripts/environment dev

run: $(VENV)/.made ## Start the desk: the platforms of config.toml, or the terminal without one
	@$(BIN)/newsdesk $(if $(CONFIG),--config $(CONFIG)) run

demo: $(VENV)/.made ## Show the whole journey with no network, on the sample newsroom
	@$(BIN)/newsdesk demo

test: $(VENV)/.made-dev ## Run the tests
	@$(BIN)/pytest -n auto

check: $(VENV)/.made-dev ## What CI runs: format, lint, types, imports, tests, docs
	@scripts/check

fix: $(VENV)/.made-dev ## Format, and mend what the linter can
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

docs: $(VENV)/.made-dev ## Write the generated parts of docs/ and config.example.toml anew
	@$(BIN)/python -m scripts.generate

quality: .venv-quality/.made ## Score the desk on the gold data beside other programs: docs/quality.md
	@.venv-quality/bin/python -m bench.quality $(DATA) $(SCORERS)

lock: ## Bring the lock files up to date with pyproject.toml (needs uv)
	@uv lock
	@uv export --quiet --locked --no-dev --group build --no-emit-project -o requirements/run.txt
	@uv export --quiet --locked --group build --all-extras --no-emit-project -o requirements/dev.txt
	@uv export --quiet --locked --group build --group quality --all-extras --no-emit-project -o requirements/quality.txt

clean: ## Remove the environment and caches
	@rm -rf $(VENV) .venv-quality .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage*
