"""A directory of services as tables of HSDS, joined with pandas, as its users would write it.

Usage: directory_frames.py FOLDER

Every table is read as text, each service gets its organisation, area, first telephone and place, and
the rows of each table that belong to nothing are counted. Loading the library is not timed. Prints
{"seconds": ..., "services": ..., "organisations": ..., "areas": ..., "rows": ..., "unattached": ...}.
"""

import json
import pathlib
import sys
import time

import pandas


def main():
    folder = pathlib.Path(sys.argv[1])
    start = time.perf_counter()
    tables = {
        path.stem: pandas.read_csv(path, dtype=str, keep_default_na=False)
        for path in folder.glob("*.csv")
    }
    services = tables["services"].drop_duplicates("id")
    organisations = tables["organizations"].drop_duplicates("id")
    unattached = 0
    for name in ["service_at_locations", "phones", "schedules", "service_areas"]:
        unattached += int((~tables[name]["service_id"].isin(services["id"])).sum())
    unattached += int((~tables["attributes"]["link_id"].isin(services["id"])).sum())
    unattached += int((~tables["addresses"]["location_id"].isin(tables["locations"]["id"])).sum())
    places = tables["service_at_locations"].merge(
        tables["locations"].merge(
            tables["addresses"], how="left", left_on="id", right_on="location_id"),
        how="left", left_on="location_id", right_on="id_x", suffixes=("", "_place"))
    terms = tables["attributes"].merge(
        tables["taxonomy_terms"], how="left", left_on="taxonomy_term_id", right_on="id",
        suffixes=("", "_term"))
    whole = services.merge(
        organisations, how="left", left_on="organization_id", right_on="id",
        suffixes=("", "_organization"))
    for table, column in [
        (tables["phones"], "service_id"), (tables["schedules"], "service_id"),
        (tables["service_areas"], "service_id"), (places, "service_id"), (terms, "link_id"),
    ]:
        whole[column + str(len(whole.columns))] = whole["id"].map(table.groupby(column).size())
    areas = tables["service_areas"]["name"].nunique()
    seconds = time.perf_counter() - start
    json.dump(
        {
            "seconds": seconds, "services": len(whole), "organisations": len(organisations),
            "areas": int(areas), "rows": sum(len(table) for table in tables.values()),
            "unattached": unattached,
        },
        sys.stdout)


main()
