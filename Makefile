# Every target says what it does: make help
.DEFAULT_GOAL := help
.PHONY: help maps serve test soak bench docs gallery install format lint clean

PREFIX ?= /usr/local
# What make serve shows, and on which port of this computer.
FOLDER ?= Maps
PORT ?= 8087
SOURCES := Package.swift Sources Tests Examples

# One release build for everything; on Linux it carries the Swift runtime within it.
RELEASE := swift build --configuration release
ifeq ($(shell uname -s),Linux)
RELEASE += --static-swift-stdlib
endif
FINGERPOST := .build/release/fingerpost
# Nobody steps through the tests that make runs, so it builds them without what debuggers read.
TEST := swift test --disable-xctest -debug-info-format none \
  --explicit-target-dependency-import-check error

help:  ## List what make can do
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

maps:  ## Install what is missing, build, then check and draw every map in Maps/ into Pictures/
	@Scripts/install-requirements.sh
	@echo "Building Fingerpost (the first time takes a few minutes)."
	@$(RELEASE) --product fingerpost
	@echo "Checking every map in Maps/."
	@$(FINGERPOST) check --quiet --on as-of Maps
	@echo "Drawing every map in Maps/ into Pictures/."
	@$(FINGERPOST) draw Maps --output Pictures

serve:  ## Show the maps of a folder in the browser, live: make serve FOLDER=Maps PORT=8087
	@Scripts/install-requirements.sh
	@echo "Building the server (the first time takes a few minutes)."
	@$(RELEASE) --product fingerpost-server
	@.build/release/fingerpost-server "$(FOLDER)" --port "$(PORT)"

test:  ## Install what is missing, then run every quick test
	@Scripts/install-requirements.sh tests
	@Scripts/python-environment.sh
	@echo "Building and running the tests (the first time takes a few minutes)."
	@$(TEST)

soak:  ## Run the tests with their full figures, which takes long
	@Scripts/install-requirements.sh soak
	@Scripts/python-environment.sh
	@FINGERPOST_SOAK=1 $(TEST)

bench:  ## Measure Fingerpost beside what it is compared with, and print ratios
	@Scripts/install-requirements.sh bench
	@Scripts/python-environment.sh
	@$(RELEASE) --product fingerpost
	@$(RELEASE) --product fingerpost-server
	@$(RELEASE) --product fingerpost-benchmarks
	@.build/release/fingerpost-benchmarks

docs:  ## Write the pages in docs/ that are made from code, and the API's pages into .build/docs
	@Scripts/install-requirements.sh
	@$(RELEASE) --product fingerpost
	@Scripts/write-docs.sh

gallery:  ## Draw again the pictures that are kept in the repository
	@Scripts/install-requirements.sh
	@$(RELEASE) --product fingerpost
	@$(RELEASE) --product draw-architecture
	@Scripts/draw-gallery.sh

install:  ## Put the program where people keep programs: make install PREFIX=/usr/local
	@Scripts/install-requirements.sh
	@$(RELEASE) --product fingerpost
	@Scripts/install-program.sh "$(PREFIX)"

format:  ## Format the Swift sources in place
	@swift format --in-place --parallel --recursive $(wildcard $(SOURCES))

lint:  ## Report what is not formatted or named as agreed
	@swift format lint --strict --parallel --recursive $(wildcard $(SOURCES))

clean:  ## Remove everything that was built or drawn
	@rm -rf .build Pictures
