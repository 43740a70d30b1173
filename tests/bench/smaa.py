# Rank acceptability and central weights over all weights by numpy: countries, indicators, draws; prints seconds.
import sys
import time

import numpy

countries, indicators, draws = map(int, sys.argv[1:4])
scores = numpy.random.default_rng(1).uniform(0, 10, (countries, indicators))
random = numpy.random.default_rng(2)
start = time.perf_counter()
ranks = numpy.zeros(countries * countries, dtype=numpy.int64)
firsts = numpy.zeros((countries, indicators))
place = numpy.arange(countries)
for done in range(0, draws, 4000):
    weights = random.standard_exponential((min(4000, draws - done), indicators))
    weights /= weights.sum(axis=1, keepdims=True)
    order = numpy.argsort(-(weights @ scores.T), axis=1)
    rank = numpy.empty_like(order)
    numpy.put_along_axis(rank, order, place[None, :], axis=1)
    ranks += numpy.bincount((rank + place * countries).ravel(), minlength=countries * countries)
    for j in range(indicators):
        firsts[:, j] += numpy.bincount(order[:, 0], weights=weights[:, j], minlength=countries)
acceptability = ranks.reshape(countries, countries) / draws
central = firsts / numpy.maximum(1, ranks.reshape(countries, countries)[:, :1])
print(time.perf_counter() - start)
