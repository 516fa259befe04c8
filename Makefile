# make build [DOCUMENTS=path] [WAREHOUSE=dir]    make test    make clean    make help
.DEFAULT_GOAL := help
.PHONY: bench docs conventions site build test test-spark lint explore report browser soak faults golden clean help install

DOCUMENTS ?=
WAREHOUSE ?=
OUT ?= target/report.html
# The first Python from 3.11 to 3.13; name another with PYTHON=…
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null && echo $$p && break; done)
# Installed once for every state of the lock file.
STAMP := .venv/installed-$(shell cksum < requirements.lock | tr ' ' '-')

export OMP_NUM_THREADS := 1
export DBT_SEND_ANONYMOUS_USAGE_STATS := false
export DO_NOT_TRACK := 1
export GX_ANALYTICS_ENABLED := false
export PIP_DISABLE_PIP_VERSION_CHECK := 1

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 20
	@echo
	@echo '  DOCUMENTS=path   folder or file to build from (default: documents/sample)'
	@echo '  WAREHOUSE=dir    where to (default: warehouse/sample, or warehouse/<name of DOCUMENTS>)'

build: $(STAMP) ## land, read, check, model, check and publish: make build [DOCUMENTS=path] [WAREHOUSE=dir]
	@.venv/bin/dossier build $(if $(DOCUMENTS),"$(DOCUMENTS)") $(if $(WAREHOUSE),--warehouse "$(WAREHOUSE)")

lint: $(STAMP) ## sqlfluff, ruff and mypy
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && set -e; \
	export DOSSIER_DATABASE="$$folder/working.duckdb" DBT_TARGET_PATH="$$folder/target" DBT_LOG_PATH="$$folder/logs"; \
	.venv/bin/sqlfluff lint --disable-progress-bar models macros analyses tests/data
	@.venv/bin/ruff check loaders dashboards tests
	@.venv/bin/mypy

test: lint ## lint, pytest, then the models with their data and unit tests on the sample documents
	@.venv/bin/pytest -q
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && set -e; \
	.venv/bin/dossier build --warehouse "$$folder"; \
	export DOSSIER_DATABASE="$$folder/private/working.duckdb" DBT_TARGET_PATH="$$folder/target" DBT_LOG_PATH="$$folder/logs"; \
	.venv/bin/dbt --quiet test && echo 'dbt: data tests and unit tests pass'

explore: $(STAMP) ## look at what is published, in a browser on this machine: make explore [WAREHOUSE=dir]
	@.venv/bin/dossier explore $(if $(WAREHOUSE),--warehouse "$(WAREHOUSE)")

report: $(STAMP) ## one HTML file to send to somebody: make report [OUT=target/report.html] [ACTOR=name] [FROM=day] [TO=day]
	@mkdir -p "$(dir $(OUT))"
	@.venv/bin/dossier report "$(OUT)" $(if $(WAREHOUSE),--warehouse "$(WAREHOUSE)") \
		$(if $(ACTOR),--actor "$(ACTOR)") $(if $(FROM),--from $(FROM)) $(if $(TO),--to $(TO))

browser: $(STAMP) ## explorer and report in headless Chromium: requests, console, keyboard, accessibility, screenshots
	@.venv/bin/python -u -m tests.browser

soak: $(STAMP) ## what takes up to half an hour: kills, readers during publications, determinism, hostile input
	@.venv/bin/python -u -m tests.soak

# Its extra lies in an environment of its own that sees .venv, where nothing but requirements.lock is installed.
test-spark: $(STAMP) ## the same rows from Apache Spark as from DuckDB: needs Java 17 and, the first time, the registry
	@test -x .venv/spark/bin/python || { .venv/bin/python -m venv --without-pip .venv/spark && \
		.venv/bin/python -c 'import site; print(f"import site; site.addsitedir({site.getsitepackages()[0]!r})")' \
		> "$$(.venv/spark/bin/python -c 'import site; print(site.getsitepackages()[0])')/dossier.pth"; }
	@.venv/spark/bin/python -m pip install -qq --no-build-isolation --editable '.[spark]'
	@.venv/spark/bin/python -u -m tests.spark $(PARTS)

faults: $(STAMP) ## plant faults in a copy of the project, one at a time: how many of them the tests and gates catch
	@.venv/bin/python -u -m tests.planted_faults

bench: $(STAMP) ## speed and growth beside peers, 40 minutes at most, into bench/figures.json: make bench [PARTS="reading judging"]
	@.venv/bin/python -u bench/run.py $(PARTS)

golden: $(STAMP) ## write the expected marts of the sample documents anew, to be read and committed
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && set -e; \
	.venv/bin/dossier build --warehouse "$$folder"; \
	.venv/bin/python tests/golden/sample_marts.py "$$folder/published/current/dossier.duckdb"; \
	.venv/bin/python tests/golden/readme.py "$$folder/published/current/dossier.duckdb"; \
	.venv/bin/python tests/golden/tutorial.py; \
	for questions in tests/golden/*/*.sql; do basename "$$(dirname "$$questions")"; done | sort -u | while read -r sample; do \
		.venv/bin/dossier build "documents/$$sample" --warehouse "$$folder/$$sample"; \
		.venv/bin/python tests/golden/sample_marts.py "$$folder/$$sample/published/current/dossier.duckdb" "$$sample"; \
	done

site: $(STAMP) ## the documentation site, into target/site
	@.venv/bin/python -m mkdocs build --quiet --strict
	@echo 'documentation: target/site/index.html'

docs: $(STAMP) ## the dbt documentation with lineage as one page: target/docs/static_index.html
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && set -e; \
	export DOSSIER_DATABASE="$$folder/working.duckdb" DBT_LOG_PATH="$$folder/logs"; \
	.venv/bin/dbt --quiet docs generate --static --target-path target/docs
	@echo 'dbt documentation: target/docs/static_index.html'

conventions: $(STAMP) ## the rules of dbt-bouncer.yml; needs pip install -e '.[conventions]'
	@test -x .venv/bin/dbt-bouncer || { echo "Run: .venv/bin/pip install -e '.[conventions]'" >&2; exit 1; }
	@.venv/bin/dbt --quiet parse --target-path target --no-partial-parse && .venv/bin/dbt-bouncer run

install: $(STAMP) ## only the environment .venv

$(STAMP): requirements.lock
	@test -n "$(PYTHON)" || { echo 'Python 3.11, 3.12 or 3.13 is needed; name it with PYTHON=…' >&2; exit 1; }
	@test -x .venv/bin/python || $(PYTHON) -m venv .venv
	@echo 'installing the packages of requirements.lock into .venv (once for every lock file)'
	@.venv/bin/python -m pip install --quiet --require-hashes --requirement requirements.lock
	@.venv/bin/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@mkdir -p .venv/types && ln -sfn ../../loaders .venv/types/dossier
	@rm -f .venv/installed-* && touch $@

clean: ## remove what was installed and built here; warehouses of your own documents stay
	rm -rf .venv target logs .mypy_cache .pytest_cache .ruff_cache .hypothesis *.egg-info build
	find warehouse/sample -mindepth 1 ! -name .gitkeep ! -name private -delete
	find loaders dashboards tests bench -name __pycache__ -type d -prune -exec rm -rf {} +
