"""The cases of `cargo xtask peers` by SciPy: reads FOLDER/cases.csv and the data it names, prints a line of JSON for each."""

import csv
import json
import statistics
import sys
import time
import warnings
from pathlib import Path

import numpy
import scipy
from scipy import stats
from scipy.stats import _mannwhitneyu

LEAST, BUDGET, LONG_ENOUGH = 5, 1.0, 0.002
TIMES = [365, 730, 1826, 3652, 5479]


def signed_rank(data, **options):
    found = stats.wilcoxon(data["change"], **({"method": "exact"} | options))
    return {"p": found.pvalue, "w": found.statistic}


def signed_rank_by_signs(data):
    """Every one of the 2^n signs: the only way that knows ties, for few pairs."""
    return signed_rank(data, method=stats.PermutationMethod(n_resamples=2 ** len(data["change"])))


def mann_whitney(data):
    groups = [data["value"][data["group"] == group] for group in (0, 1)]
    # It keeps the distribution of the last sizes; a first call is what is timed.
    vars(_mannwhitneyu._mwu_state).clear()
    found = stats.mannwhitneyu(*groups, method="exact")
    return {"p": found.pvalue, "u": found.statistic}


def kaplan_meier(data):
    curve = stats.ecdf(censored(data["time"], data["event"])).sf
    return {f"s{at}": value for at, value in zip(TIMES, curve.evaluate(TIMES))}


def log_rank(data):
    groups = [censored(data["time"][data["group"] == group], data["event"][data["group"] == group]) for group in (0, 1)]
    found = stats.logrank(*groups)
    return {"chi-square": found.statistic**2, "p": found.pvalue}


def friedman(data):
    found = stats.friedmanchisquare(*data.values())
    return {"chi-square": found.statistic, "p": found.pvalue}


def censored(times, events):
    return stats.CensoredData(uncensored=times[events == 1], right=times[events == 0])


def ways(kind, ties, n):
    """What SciPy has for a case: its name and the function."""
    if kind == "signed-rank":
        found = [("wilcoxon, exact" + (" (takes no ties)" if ties else ""), signed_rank)]
        if ties and n <= 10:
            found.append(("wilcoxon, all signs", signed_rank_by_signs))
        return found
    if kind == "mann-whitney":
        return [("mannwhitneyu, exact" + (" (takes no ties)" if ties else ""), mann_whitney)]
    one = {"kaplan-meier": ("ecdf", kaplan_meier), "log-rank": ("logrank", log_rank)}
    one["friedman"] = ("friedmanchisquare", friedman)
    return [one[kind]] if kind in one else []


def timed(run):
    """The median of several timings, in seconds for one run, after one that does not count."""
    start = time.perf_counter()
    run()
    runs = max(1, int(LONG_ENOUGH / max(time.perf_counter() - start, 1e-9)))
    timings, begun = [], time.perf_counter()
    while len(timings) < LEAST or time.perf_counter() - begun < BUDGET:
        start = time.perf_counter()
        for _ in range(runs):
            run()
        timings.append((time.perf_counter() - start) / runs)
    return statistics.median(timings), len(timings)


def main(folder):
    warnings.simplefilter("ignore")
    print(json.dumps({"program": f"SciPy {scipy.__version__}, NumPy {numpy.__version__}, Python {sys.version.split()[0]}"}))
    with open(folder / "cases.csv", encoding="utf-8") as lines:
        cases = list(csv.DictReader(lines))
    for case in cases:
        path = folder / case["file"]
        with open(path, encoding="utf-8") as lines:
            columns = lines.readline().strip().split(",")
            table = numpy.loadtxt(lines, delimiter=",", ndmin=2)
        data = {column: numpy.ascontiguousarray(table[:, place]) for place, column in enumerate(columns)}
        for by, way in ways(case["kind"], case["ties"] == "yes", len(table)):
            values = {name: float(value) for name, value in way(data).items()}
            seconds, timings = timed(lambda: way(data))
            line = {"case": case["case"], "by": by, "seconds": seconds, "timings": timings, "values": values}
            print(json.dumps(line), flush=True)


main(Path(sys.argv[1]))
