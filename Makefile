# Each target sets up what is missing first. `make help` tells them apart.
PYTHON ?= python3
RUN = .venv/bin/python
LONGEST = tests/simulation/test_crash_pairs.py tests/engine/test_openapi_fuzz.py

.PHONY: help demo run story proof test test-slow bench mutants pictures package check types errors setup format pins

help: ## What can be made here
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12 | sed 's/^/  make /'

demo: setup ## The main job, from WeChat login to an automatic bill, and its receipt; JOURNEY=stuck, family, identity or reminders: other stories
	@$(RUN) -m local.demo $(JOURNEY)

run: setup ## The stack for people, until Ctrl-C; RESET=1 starts clean, PORT_BASE=9180 uses other ports
	@$(RUN) -m local.run $(if $(RESET),--reset)

test: setup ## Every test; fails if one that needs the real local database was skipped
	@$(PYTHON) -m local.setup --browser
	@# The longest file first, or one of the two workers ends alone with it.
	@REQUIRE_ENGINE=1 $(RUN) -m pytest -q -n 2 --dist loadfile -m "not slow" tests/simulation tests

test-slow: setup ## What takes minutes: the kill script, long races, every corner of the contract
	@$(PYTHON) -m local.setup --browser
	@# The two longest side by side: neither minds that the machine is busy. -rP prints what they counted.
	@REQUIRE_ENGINE=1 $(RUN) -m pytest -q -n 2 --dist worksteal -rP -m slow $(LONGEST)
	@REQUIRE_ENGINE=1 $(RUN) -m pytest -q -n 2 --dist loadfile -rP -m slow $(LONGEST:%=--ignore=%)

story: setup ## All that happened to a visit, card, top-up, person or request of the running stack: ID=vis_…
	@$(RUN) -m local.story $(ID)

proof: setup ## Whether money, holds and half hours agree, over everything the running stack has stored
	@$(RUN) -m local.proof

mutants: setup ## How many small mistakes the tests find: a seeded sample, SECONDS=1200
	@$(RUN) -m pip install --quiet mutmut==3.8.1
	@$(RUN) -m tests.mutants

pictures: setup ## The README's pictures of the mini program, and what was measured on each screen
	@$(PYTHON) -m local.setup --browser
	@$(RUN) -m tests.browser.pictures

package: setup ## The zip and the template as they are deployed, linted; ARCH=aarch64
	@$(RUN) -m local.packaging $(ARCH)

bench: setup ## What things cost, against their budgets; ONLY=booking,settlement
	@$(RUN) -m bench

check: setup ## ruff, mypy --strict, import-linter; for the mini program types, tsc, Tencent's compiler, platform duties
	@# without its cache: that keeps what ruff thought of an import before the module beside it was there
	@$(RUN) -m ruff check --no-cache . && $(RUN) -m ruff format --check . && $(RUN) -m mypy && .venv/bin/lint-imports
	@$(RUN) -m local.miniprogram check

types: setup ## The mini program's api.d.ts anew from /openapi.json
	@$(RUN) -m local.miniprogram types

errors: setup ## docs/errors.md anew: everything the product refuses, with cause and remedy
	@$(RUN) -m local.errors

format: setup ## Puts the code into the one form `make check` accepts
	@$(RUN) -m ruff format . && $(RUN) -m ruff check --fix .
	@$(RUN) -m local.miniprogram format

setup:
	@$(PYTHON) -m local.setup

pins: ## Pins the packages anew from pyproject.toml, with hashes
	@$(RUN) -m pip install --quiet uv
	@.venv/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header pyproject.toml -o requirements.txt
	@.venv/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header pyproject.toml --group dev -c requirements.txt -o requirements-dev.txt
	@.venv/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --group browser -o tests/browser/requirements.txt
