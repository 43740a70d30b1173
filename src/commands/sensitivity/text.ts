// What sensitivity says in words: which choice matters most, which part, and how that was drawn.
import { at } from '../../math/at.ts';
import type { Result } from '../../model/result.ts';
import { count, list } from '../../model/words.ts';
import { nameAt } from '../shared/countries.ts';
import { describeVariation, errorNotes } from '../shared/recipe/vary.ts';
import type { ChoiceFindings, Findings } from './findings.ts';
import { outcomeWords } from './outcome.ts';

/** Choices with a smaller share of the variance matter next to nothing. */
const LEAST_SHARE = 0.01;

/** Which choice matters most, which do not, and which part's leaving moves ranks most. */
export function headline(result: Result, findings: Findings): string[] {
  const { choices, outcome, rows } = findings;
  const totalOf = ({ total }: ChoiceFindings) => total?.value ?? 0;
  const varying = choices.filter(({ total }) => total !== null).toSorted((a, b) => totalOf(b) - totalOf(a));
  const [first] = varying;
  const what = outcomeWords(result, rows, outcome);
  if (first === undefined) return [`Nothing that varies moves ${what}.`, ...partWords(result, findings)];
  const name = describeVariation(first.variation);
  const [all, alone] = [percent(totalOf(first)), percent(first.first?.value ?? 0)];
  const sentences = [
    `${name} matters most: it has a part in ${all} of the variance of ${what}, ${alone} by itself.`,
  ];
  const idle = varying
    .filter((choice) => totalOf(choice) < LEAST_SHARE)
    .map(({ variation }) => describeVariation(variation));
  if (idle.length > 0)
    sentences.push(`${list(idle)} ${idle.length === 1 ? 'matters' : 'matter'} next to nothing.`);
  return [...sentences, ...partWords(result, findings)];
}

/** The part that moves ranks most when it is left out; nothing where none moves anybody. */
function partWords(result: Result, { left, rows }: Findings): string[] {
  const built = left.flatMap(({ node, shift, most }) => (shift === null ? [] : [{ node, shift, most }]));
  const [first] = built.toSorted((a, b) => b.shift - a.shift);
  const most = first?.most ?? null;
  if (first === undefined || most === null || most.from === most.to) return [];
  return [
    `Of all parts, ${first.node.code} moves ranks most when it is left out: ${first.shift.toFixed(1)} ` +
      `places on average, ${nameAt(result, at(rows, most.country))} from ${most.from} to ${most.to}.`,
  ];
}

function percent(share: number): string {
  return `${Math.round(100 * Math.min(1, Math.max(0, share)))} %`;
}

/** What is looked at, what the columns mean, and how much was drawn. */
export function findingNotes(result: Result, findings: Findings): string[] {
  const { outcome, rows, replicates, blocks, seed, choices } = findings;
  const notes = [
    `of: ${outcomeWords(result, rows, outcome)}`,
    'first: the share of its variance that the choice explains alone; total: with all that it does ' +
      'together with others; 90 % intervals of the total by bootstrap',
  ];
  const variations = choices.map(({ variation }) => variation);
  notes.push(...errorNotes(variations, result.edition));
  if (outcome.kind !== 'shift') notes.push('alone, moves most and leaving parts out tell of all countries');
  const left =
    blocks.failed === 0
      ? ''
      : `; ${count(blocks.failed, 'block')} of ${blocks.used + blocks.failed} left out, as an index in it ` +
        'could not be built';
  notes.push(`drawn: ${count(replicates, 'replicate')} on Sobol' points, seed ${seed}${left}`);
  return notes;
}
