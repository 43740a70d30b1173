"""Best and worst ranks over weights within 25 % of equal ones, by scipy's milp: usage milp.py scores.csv (numbers alone).

Pairs that are decided are taken out first; one mixed-integer program for each bound, with a big-M for each pair left.
"""
import csv
import sys

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

with open(sys.argv[1]) as file:
    scores = np.array([[float(x) for x in row] for row in csv.reader(file)])
n, m = scores.shape
low, high = np.full(m, 0.75 / m), np.full(m, 1.25 / m)


def least(difference):
    weights, left = low.copy(), 1 - low.sum()
    for j in np.argsort(difference):
        more = min(high[j] - low[j], left)
        weights[j] += more
        left -= more
    return difference @ weights


smallest = np.array([[least(a - b) for b in scores] for a in scores])
for i in range(n):
    open_ = [k for k in range(n) if k != i and smallest[k, i] <= 1e-9 and -smallest[i, k] > 1e-9]
    if not open_:
        continue
    difference, k = scores[open_] - scores[i], len(open_)
    worst, best = smallest[open_, i], -smallest[i, open_]
    for side in ("best", "worst"):
        if side == "best":
            rows = LinearConstraint(np.hstack([difference, -np.diag(best)]), -np.inf, 0)
        else:
            rows = LinearConstraint(np.hstack([difference, -np.diag(1e-6 - worst)]), worst, np.inf)
        milp(
            np.r_[np.zeros(m), np.full(k, 1 if side == "best" else -1)],
            constraints=[rows, LinearConstraint(np.r_[np.ones(m), np.zeros(k)], 1, 1)],
            integrality=np.r_[np.zeros(m), np.ones(k)], bounds=Bounds(np.r_[low, np.zeros(k)], np.r_[high, np.ones(k)]),
        )
