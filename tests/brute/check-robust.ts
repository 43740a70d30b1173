// What must hold under every weighting of a region: reach --robust to the first rank, and drawn ranks within
// the exact bounds.
import { costOf } from './check-reach.ts';
import { at, Fraction, product } from './fraction.ts';
import { isLinearOver, kindOf } from './asked-region.ts';
import { contestOf, rankBounds } from './exact-bounds.ts';
import { stepsUntil } from './exact-reach.ts';
import { risersOf } from './check-reach.ts';
import { randomRegion } from './generate-questions.ts';
import { ask } from './program.ts';
import { isWeightedSum, rankedPlaces, type Question } from './question.ts';
import { cornersOf, regionText } from './weight-corners.ts';

interface RobustJson {
  readonly countries: readonly {
    readonly reached: boolean;
    readonly possible: boolean;
    readonly steps: number | null;
  }[];
}

interface DrawnJson {
  readonly countries: readonly { readonly code: string; readonly acceptability: readonly number[] }[];
}

export async function checkRobust(question: Question): Promise<void> {
  const { sample, folder, random, findings, countries, exact, rows } = question;
  const places = rankedPlaces(question);
  const isPlain = sample.rank.method === 'competition' && sample.rank.decimals === null;
  if (!isPlain || !isWeightedSum(question) || places.length < 2) return;
  const region = randomRegion(question);
  if (!isLinearOver(question, region)) return;
  const kind = kindOf(question, region);
  const corners = cornersOf(sample, region);
  if (corners.length === 0) return;
  const points = places.map((place) => at(exact.points, at(rows, place)));
  const drawn = await ask<DrawnJson>(folder, [
    'uncertainty',
    '--region',
    regionText(region),
    '--draws',
    '64',
  ]);
  const contest = contestOf(corners, points);
  for (const [i, place] of places.entries()) {
    const { code } = at(countries, place);
    const shares = drawn.json?.countries.find((one) => one.code === code)?.acceptability ?? [];
    const ranks = shares.flatMap((share, rank) => (share > 0 ? [rank + 1] : []));
    const { best, worst } = rankBounds(contest, i);
    const isWithin = ranks.length > 0 && Math.min(...ranks) >= best && Math.max(...ranks) <= worst;
    findings.holds(
      `uncertainty.within.${kind}`,
      drawn.command,
      code,
      isWithin,
      { best, worst },
      drawn.json === null ? drawn.stderr : ranks,
    );
  }
  // Over a published region the statements are about scores that would change.
  if (
    sample.scale === null ||
    exact.slopes.includes(null) ||
    sample.rows.some(({ scores }) => scores.includes(null))
  )
    return;
  if (kind.startsWith('published')) return;
  const place = random.pick(places);
  const { command, json } = await ask<RobustJson>(folder, [
    'reach',
    at(countries, place).code,
    '--to-rank',
    '1',
    '--robust',
    '--region',
    regionText(region),
  ]);
  const [found] = json?.countries ?? [];
  const actual = found === undefined ? 'no answer' : costOf(found, found.steps);
  findings.same(
    `reach.robust.${kind}`,
    command,
    at(countries, place).code,
    stepsToLead(question, corners, place),
    actual,
  );
}

/** The fewest steps after which nobody is ahead at any corner. */
function stepsToLead(
  question: Question,
  corners: readonly (readonly Fraction[])[],
  place: number,
): number | null {
  const { exact, rows } = question;
  const pointsOf = (one: number): Fraction[] =>
    at(exact.points, at(rows, one)).map((x) => x ?? Fraction.zero);
  const others = rankedPlaces(question).filter((other) => other !== place);
  const needs = corners.map((corner) =>
    others
      .map((other) => product(corner, pointsOf(other)))
      .reduce((most, x) => (x.compare(most) > 0 ? x : most))
      .minus(product(corner, pointsOf(place))),
  );
  return stepsUntil(risersOf(question, place), (rises) => {
    const gains = rises.map((rise, leaf) => rise.times(at(exact.factors, leaf)));
    return corners.every((corner, i) => product(corner, gains).compare(at(needs, i)) >= 0);
  });
}
