# What can be done with the maps. Put `include maps.mk` into your Makefile; `make maps-help` lists it.
#
# Only what changed is done again: a picture is drawn only when it shows something else than before,
# and when nothing changed, nothing is checked or drawn.
.PHONY: maps-help maps-check maps-draw maps-report maps-watch maps-diff

# Where the maps are, and where pictures and papers go. A date, such as ON=2026-11-21, is that of
# checks and papers instead of today.
MAPS ?= Maps
PICTURES ?= Pictures
PAPERS ?= Papers
ON ?= today
FINGERPOST ?= fingerpost

ifneq ($(ON),today)
maps_on := --on $(ON)
endif

maps-help:  ## List what make can do with the maps
	@awk -F ':.*## ' '/^maps-[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

maps-check:  ## Check every map
	@$(FINGERPOST) check $(MAPS) $(maps_on)

maps-draw:  ## Draw every map; pictures hold still where they stood
	@$(FINGERPOST) draw $(MAPS) --lock --output $(PICTURES)

maps-report:  ## Write the board pack of every map
	@$(FINGERPOST) report $(MAPS) $(maps_on) --output $(PAPERS)

maps-watch:  ## Check and draw on each save, until Control-C
	@$(FINGERPOST) watch $(MAPS) --output $(PICTURES)

maps-diff:  ## Say what changed since the last commit
	@$(FINGERPOST) diff HEAD $(maps_on) -- $(MAPS) || [ $$? -eq 1 ]
