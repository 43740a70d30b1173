// rank under other weights: a named set, and pairs as --weights takes them.
import { Fraction } from './fraction.ts';
import { compareStands, type Stand } from './check-rank.ts';
import { exactIndex, type Weights } from './exact-index.ts';
import { ask } from './program.ts';
import { inYear, type Question } from './question.ts';
import { branchesOf } from './sample.ts';

export async function checkWeights(question: Question): Promise<void> {
  const { sample, random, weights } = question;
  const [name, set] = random.pick([...sample.sets, ['', null] as const]);
  if (set !== null) await compareUnder(question, `set:${name}`, 'set', [...set]);
  const branch = random.pick(branchesOf(sample.root));
  const pairs = random
    .shuffled(branch.children)
    .slice(0, random.whole(1, branch.children.length))
    .map(({ code }) => [code, random.pick(['0', '1', '2.5', '0.4', '3'])] as const);
  const isEmpty = branch.children.every(({ code }) => {
    const named = pairs.find(([one]) => one === code)?.[1];
    return (named === undefined ? (weights.get(code) ?? Fraction.zero) : Fraction.of(named)).sign === 0;
  });
  if (!isEmpty) await compareUnder(question, pairs.map((pair) => pair.join('=')).join(','), 'pairs', pairs);
}

async function compareUnder(
  { sample, folder, findings, weights, countries }: Question,
  written: string,
  kind: string,
  changed: readonly (readonly [code: string, weight: string])[],
): Promise<void> {
  const all: Weights = new Map([
    ...weights,
    ...changed.map(([code, weight]) => [code, Fraction.of(weight)] as const),
  ]);
  const { command, json, stderr } = await ask<{ readonly countries: readonly Stand[] }>(folder, [
    'rank',
    '--weights',
    written,
  ]);
  const prefix = `rank.weights.${kind}`;
  findings.holds(`${prefix}.answers`, command, 'an answer', json !== null, 'JSON', stderr);
  if (json === null) return;
  const year = Math.max(...countries.map((country) => country.year ?? 0));
  const under = inYear(sample, all, exactIndex(sample, all), year);
  compareStands({ sample, findings, ...under }, command, json.countries, prefix);
}
