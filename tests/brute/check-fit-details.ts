// fit: how far weights may go while all of it is reproduced, the margin, and what contradicts itself.
import { at, Fraction, total } from './fraction.ts';
import { leads, type Contest } from './exact-bounds.ts';
import { mixtureExists, type Signs } from './mixture.ts';
import type { Question } from './question.ts';
import { branchesOf, leavesOf } from './sample.ts';

interface Range {
  readonly least: number;
  readonly most: number;
}

export interface FitDetails {
  readonly found: boolean;
  readonly margin: number | null;
  readonly weights: Readonly<Record<string, { readonly effectiveRange: Range | null }>>;
  readonly contradiction: readonly { readonly countries: readonly { readonly code: string }[] }[];
}

const SLACK = Fraction.of('0.000001');

/** Of ranks that are neither rounded nor parted by code. */
export function compareDetails(
  question: Question,
  command: string,
  name: string,
  contest: Contest,
  ranks: readonly number[],
  fit: FitDetails,
): void {
  if (!fit.found) {
    compareContradiction(question, command, name, contest, ranks, fit);
    return;
  }
  const { findings } = question;
  const pairs = pairsOf(ranks);
  const rows = (isIt: (one: number, other: number) => boolean) =>
    pairs
      .filter(([one, other]) => isIt(at(ranks, one), at(ranks, other)))
      .map(([one, other]) => leads(contest, one, other));
  const [strict, equal] = [rows((a, b) => a < b), rows((a, b) => a === b)];
  const amount = contest.corners.length;
  for (const [code, { effectiveRange }] of Object.entries(fit.weights)) {
    if (effectiveRange === null) continue;
    const weight = weightsAt(question, contest, code);
    for (const [end, sign] of [
      ['least', -1],
      ['most', 1],
    ] as const) {
      const reaches = (shift: Fraction): boolean => {
        const limit = Fraction.of(effectiveRange[end]).plus(shift.times(Fraction.of(sign)));
        const beyond = weight.map((x) => x.minus(limit).times(Fraction.of(sign)));
        return mixtureExists(amount, { above: [], notBelow: [...strict, beyond], equal });
      };
      const answer = { upTo: reaches(SLACK.negated()), beyond: reaches(SLACK) };
      findings.same(
        `${name}.ranges`,
        command,
        `${code} ${end} ${effectiveRange[end]}`,
        { upTo: true, beyond: false },
        answer,
      );
    }
  }
  if (fit.margin === null || strict.length === 0) return;
  const margin = Fraction.of(fit.margin);
  const holdsBy = (by: Fraction): boolean =>
    mixtureExists(amount, { above: [], notBelow: strict.map((row) => row.map((x) => x.minus(by))), equal });
  const slack = SLACK.times(Fraction.of(10));
  const answer = { upTo: holdsBy(margin.minus(slack)), beyond: holdsBy(margin.plus(slack)) };
  findings.same(`${name}.margin`, command, String(fit.margin), { upTo: true, beyond: false }, answer);
}

/** What a node weighs at each corner. */
function weightsAt({ sample }: Question, { corners }: Contest, code: string): Fraction[] {
  const leaves = leavesOf(sample.root).map((leaf) => leaf.code);
  const branch = branchesOf(sample.root).find((one) => one.code === code);
  const below = branch === undefined ? [code] : leavesOf(branch).map((leaf) => leaf.code);
  return corners.map((corner) => total(corner.filter((_, leaf) => below.includes(at(leaves, leaf)))));
}

function pairsOf(ranks: readonly number[]): (readonly [number, number])[] {
  const all = [...ranks.keys()];
  return all.flatMap((one) => all.filter((other) => other !== one).map((other) => [one, other] as const));
}

/** The statements cannot all hold; without any one of them the others can. */
function compareContradiction(
  { findings, countries }: Question,
  command: string,
  name: string,
  contest: Contest,
  ranks: readonly number[],
  { contradiction }: FitDetails,
): void {
  const placeOf = (code: string): number => countries.findIndex((country) => country.code === code);
  const pairs = contradiction.flatMap((statement) => {
    const [one, other] = statement.countries.map(({ code }) => placeOf(code));
    return one === undefined || other === undefined ? [] : [[one, other] as const];
  });
  const canHold = (some: typeof pairs): boolean => {
    const row = ([one, other]: readonly [number, number]) => leads(contest, one, other);
    const isLevel = ([one, other]: readonly [number, number]) => at(ranks, one) === at(ranks, other);
    const signs: Signs = {
      above: some.filter((pair) => !isLevel(pair)).map(row),
      equal: some.filter(isLevel).map(row),
    };
    return mixtureExists(contest.corners.length, signs);
  };
  const answer = {
    together: canHold(pairs),
    withoutOne: pairs.every((_, i) => canHold(pairs.filter((__, j) => j !== i))),
  };
  findings.same(
    `${name}.contradiction`,
    command,
    JSON.stringify(contradiction),
    { together: false, withoutOne: true },
    answer,
  );
}
