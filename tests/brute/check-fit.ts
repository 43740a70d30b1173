// fit: whether weights reproduce what was published, and whether those that are named do.
import { at, Fraction } from './fraction.ts';
import { isEmptyRegion, isLinearOver, kindOf } from './asked-region.ts';
import { canBeReproduced } from './exact-fit.ts';
import { compareDetails, type FitDetails } from './check-fit-details.ts';
import { aggregate, type Weights } from './exact-index.ts';
import { contestOf } from './exact-bounds.ts';
import { exactRanks } from './exact-ranks.ts';
import { randomRegion } from './generate-questions.ts';
import { ask } from './program.ts';
import { idleSuffix, isWeightedSum, roundedSuffix, type Question } from './question.ts';
import type { Published } from './sample.ts';
import { cornersOf, regionText, type Region } from './weight-corners.ts';

interface FitJson {
  readonly fits: readonly (FitDetails & {
    readonly of: number;
    readonly agree: number;
    readonly options: string;
  })[];
}

export async function checkFit(question: Question): Promise<void> {
  const { sample, folder, random, findings, countries, exact, rows } = question;
  const { published } = sample;
  if (published === null || !isWeightedSum(question)) return;
  const region: Region = random.chance(0.5)
    ? { sets: false, level: 'levels', limits: [{ method: 'any' }] }
    : randomRegion(question);
  const kind = kindOf(question, region);
  const answer = await ask<FitJson>(folder, ['fit', '--region', regionText(region)]);
  const { command, json, stderr } = answer;
  if (isEmptyRegion(question, region, answer)) return;
  if (!isLinearOver(question, region)) return;
  const [fit] = json?.fits ?? [];
  const asked = `fit.answers.${published.quantity}.${kind}`;
  findings.holds(asked, command, 'an answer', fit !== undefined, 'JSON', stderr);
  if (fit === undefined) return;
  const contest = contestOf(
    cornersOf(sample, region),
    rows.map((row) => at(exact.points, row)),
  );
  const rounded = published.quantity === 'rank' ? roundedSuffix(sample) : '';
  const printed = {
    values: countries.map((country) => published.values.get(country.name) ?? null),
    codes: countries.map(({ code }) => code),
  };
  const isOneTier = published.quantity === 'tier' && new Set(printed.values).size === 1;
  const isAllEqual = contest.corners.every(
    (_, corner) => new Set(contest.values.map((own) => String(at(own, corner)))).size === 1,
  );
  const name = [
    `fit.${published.quantity}${rounded}`,
    region.sets ? idleSuffix(question) : '',
    isAllEqual ? '.all-equal' : '',
    isOneTier ? '.one-tier' : '',
    sample.aggregate === 'sum' ? '.sum' : '',
  ].join('');
  const canBe = rounded === '' ? canBeReproduced(contest, published, printed, sample.rank) : null;
  if (canBe !== null) findings.same(`${name}.found`, command, kind, canBe, fit.found);
  else if (published.isReproducible && kind === 'any')
    findings.same(`${name}.found`, command, kind, true, fit.found);
  if (published.quantity === 'rank' && rounded === '' && sample.rank.method !== 'ordinal')
    compareDetails(question, command, name, contest, printed.values.map(Number), fit);
  if (!fit.found) return;
  findings.same(`${name}.agree`, command, fit.options, fit.of, fit.agree);
  compareOutcome(question, command, name, published, fit);
}

/** The published figures, under the weights that are named. */
function compareOutcome(
  { sample, findings, weights, exact, rows, countries }: Question,
  command: string,
  name: string,
  { quantity, values, tolerance }: Published,
  { options }: FitJson['fits'][number],
): void {
  const written = /--weights (\S+)/.exec(options)?.[1] ?? '';
  const changed = written.split(',').map((part) => part.split('='));
  const all: Weights = new Map([
    ...weights,
    ...changed.map(([code = '', weight = '0']) => [code, Fraction.of(weight)] as const),
  ]);
  const scores = rows.map((row) => aggregate(sample, all, at(exact.normalised, row)) ?? Fraction.zero);
  const printed = countries.map((country) => values.get(country.name) ?? '');
  if (quantity === 'rank') {
    // Levelness to 12 decimals of a weight is what --weights can say.
    const settled = sample.rank.decimals === null ? scores.map((score) => score.rounded(8)) : scores;
    const ranks = exactRanks(
      settled,
      countries.map(({ code }) => code),
      sample.rank,
    );
    findings.same(`${name}.weights`, command, options, printed.map(Number), ranks);
  }
  if (quantity === 'score')
    findings.holds(
      `${name}.weights`,
      command,
      options,
      scores.every((score, i) => Math.abs(score.number - Number(printed[i])) <= Number(tolerance) + 1e-8),
      printed,
      scores.map((score) => score.number),
    );
  if (quantity === 'tier') {
    const order = ['Upper', 'Middle', 'Lower'];
    const { decimals } = sample.rank;
    const compared = decimals === null ? scores : scores.map((score) => score.rounded(decimals));
    const areParted = compared.every((score, one) =>
      compared.every(
        (next, other) =>
          order.indexOf(at(printed, one)) >= order.indexOf(at(printed, other)) || score.compare(next) > 0,
      ),
    );
    findings.holds(
      `${name}.weights`,
      command,
      options,
      areParted,
      printed,
      scores.map((score) => score.number),
    );
  }
}
