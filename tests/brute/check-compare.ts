// compare: who is ahead, by how much over a region, and how little puts the other level.
import { at, Fraction, product } from './fraction.ts';
import { isEmptyRegion, isLinearOver, kindOf } from './asked-region.ts';
import { aggregate, effectiveShares, type Weights } from './exact-index.ts';
import { contestOf, standing, type Standing } from './exact-bounds.ts';
import { randomRegion } from './generate-questions.ts';
import { leastDoubt, leastMoved } from './least-change.ts';
import { mixtureExists } from './mixture.ts';
import { ask } from './program.ts';
import { rankedPlaces, type Question, closeSuffix } from './question.ts';
import { anyBeside, cornersOf, regionText, takingPart, type Region } from './weight-corners.ts';

interface Over {
  readonly relation: string;
  readonly least: number | null;
  readonly most: number | null;
}

interface Flip {
  readonly change: number;
  readonly weights: Readonly<Record<string, number>> | null;
}

interface PairJson {
  readonly ahead: string;
  readonly behind: string;
  readonly gap: number;
  readonly region: Over | null;
  readonly any: Over | null;
  readonly epsilon: number | null;
  readonly flips: Readonly<Record<'l1' | 'l2' | 'lInfinity', Flip | null>> | null;
  readonly single: Readonly<Record<string, Flip | null>> | null;
}

interface CompareJson {
  readonly pairs: readonly PairJson[];
}

export async function checkCompare(question: Question): Promise<void> {
  const { folder, random, findings, countries } = question;
  const places = rankedPlaces(question);
  if (places.length < 2) return;
  const chosen = random.shuffled(places).slice(0, random.whole(2, 3));
  const region = randomRegion(question);
  const codes = chosen.map((place) => at(countries, place).code);
  const answer = await ask<CompareJson>(folder, ['compare', ...codes, '--region', regionText(region)]);
  const { command, json, stderr } = answer;
  if (isEmptyRegion(question, region, answer)) return;
  const name = `compare.answers.${kindOf(question, region)}`;
  if (!findings.holds(name, command, 'an answer', json !== null, 'JSON', stderr)) return;
  for (const pair of json?.pairs ?? []) comparePair(question, command, pair, region);
}

function comparePair(question: Question, command: string, pair: PairJson, region: Region): void {
  const { findings, countries, index } = question;
  const placeOf = (code: string): number => countries.findIndex((country) => country.code === code);
  const [ahead, behind] = [placeOf(pair.ahead), placeOf(pair.behind)];
  const gap = (index[ahead] ?? Fraction.zero).minus(index[behind] ?? Fraction.zero);
  const about = `${pair.ahead} and ${pair.behind}`;
  findings.holds('compare.order', command, about, gap.sign >= 0, 'the one ahead first', gap.number);
  findings.near('compare.gap', command, about, gap.number, pair.gap);
  if (gap.sign === 0)
    findings.same(`compare.gap.of-ties${closeSuffix(question)}`, command, about, 0, pair.gap);
  if (!isLinearOver(question, region)) return;
  const kind = kindOf(question, region);
  compareOver(
    question,
    command,
    `compare.region.${kind}`,
    about,
    overCorners(question, cornersOf(question.sample, region), ahead, behind),
    pair.region,
  );
  const level = !region.sets && region.level === 'top' ? 'top' : 'levels';
  const any: Region = { sets: false, level, limits: [{ method: 'any' }] };
  const corners = level === 'top' ? cornersOf(question.sample, any) : anyBeside(question.sample, region);
  compareOver(
    question,
    command,
    'compare.any',
    about,
    overCorners(question, corners, ahead, behind),
    pair.any,
  );
  if (level === 'levels') compareChanges(question, command, about, pair, region, [ahead, behind]);
}

function overCorners(
  { exact, rows }: Question,
  corners: readonly (readonly Fraction[])[],
  one: number,
  other: number,
): Standing {
  const points = [one, other].map((place) => at(exact.points, at(rows, place)));
  return standing(contestOf(corners, points), 0, 1);
}

function compareOver(
  { findings }: Question,
  command: string,
  name: string,
  about: string,
  { least, most }: Standing,
  found: Over | null,
): void {
  const canLead = most.sign > 0;
  const [open, firm] = canLead ? ['undecided', 'necessary'] : ['reversed', 'level'];
  const relation = least.sign < 0 ? open : firm;
  findings.same(`${name}.relation`, command, about, relation, found?.relation);
  findings.near(`${name}.least`, command, about, least.number, found?.least);
  findings.near(`${name}.most`, command, about, most.number, found?.most);
}

function compareChanges(
  question: Question,
  command: string,
  about: string,
  pair: PairJson,
  region: Region,
  [ahead, behind]: readonly [number, number],
): void {
  const { sample, findings, weights, exact, rows, index } = question;
  const shares = effectiveShares(sample.root, weights);
  const counting = takingPart(sample, region);
  const scoreAt = (place: number, leaf: number) =>
    at(at(exact.points, at(rows, place)), leaf) ?? Fraction.zero;
  const differences = counting.map((leaf) => scoreAt(ahead, leaf).minus(scoreAt(behind, leaf)));
  const nominal = counting.map((leaf) => at(shares, leaf));
  findings.near('compare.epsilon', command, about, leastDoubt(nominal, differences).number, pair.epsilon);
  const moved = leastMoved(nominal, differences);
  if (moved === null) findings.same('compare.flips.l1', command, about, null, pair.flips?.l1);
  else findings.near('compare.flips.l1', command, about, 2 * moved.number, pair.flips?.l1?.change);
  compareLargest(question, command, about, pair, nominal, differences);
  if (product(nominal, differences).sign === 0) return;
  const written = [...Object.entries(pair.flips ?? {}), ...Object.entries(pair.single ?? {})];
  for (const [name, flip] of written) {
    if (flip === null || flip.weights === null) continue;
    const lead = leadUnder(question, flip.weights, ahead, behind);
    findings.holds('compare.flips.bear-out', command, `${about}, ${name}`, lead <= 1e-8, 'level or behind', {
      weights: flip.weights,
      lead,
      gap: (index[ahead] ?? Fraction.zero).minus(index[behind] ?? Fraction.zero).number,
    });
  }
}

function leadUnder(
  { sample, weights, exact, rows }: Question,
  changed: Readonly<Record<string, number>>,
  ahead: number,
  behind: number,
): number {
  const all: Weights = new Map([
    ...weights,
    ...Object.entries(changed).map(([code, weight]) => [code, Fraction.of(weight)] as const),
  ]);
  const [one, other] = [ahead, behind].map((place) =>
    aggregate(sample, all, at(exact.normalised, at(rows, place))),
  );
  return (one ?? Fraction.zero).minus(other ?? Fraction.zero).number;
}

/** The least change by its largest part: weights within it draw level, weights within less do not. */
function compareLargest(
  { findings }: Question,
  command: string,
  about: string,
  { flips }: PairJson,
  nominal: readonly Fraction[],
  differences: readonly Fraction[],
): void {
  const change = flips?.lInfinity?.change;
  if (change === undefined) return;
  const unit = nominal.map((_, i) => nominal.map((__, j) => (i === j ? Fraction.one : Fraction.zero)));
  const canDrawLevel = (within: Fraction): boolean =>
    mixtureExists(unit.length, {
      above: [],
      notBelow: [
        differences.map((x) => x.negated()),
        ...nominal.flatMap((weight, i) => [
          at(unit, i).map((x) => within.minus(x.minus(weight))),
          at(unit, i).map((x) => within.plus(x.minus(weight))),
        ]),
      ],
    });
  const slack = Fraction.of('0.0000001');
  const told = Fraction.of(change);
  const answer = { within: canDrawLevel(told.plus(slack)), less: canDrawLevel(told.minus(slack)) };
  findings.same(
    'compare.flips.largest',
    command,
    `${about}: ${change}`,
    { within: true, less: false },
    answer,
  );
}
