// What sensitivity says in words: which choice matters most, which part, and how that was drawn.
import { isTold, type LeftOut } from '../../analysis/uncertainty/sensitivity.ts';
import { at } from '../../math/at.ts';
import type { Estimate } from '../../math/statistics/sensitivity.ts';
import type { Result } from '../../model/result.ts';
import { count, list } from '../../model/words.ts';
import type { ResultRow } from '../../model/rows.ts';
import { nameAt } from '../shared/countries.ts';
import { partNames } from '../shared/parts/names.ts';
import { errorNotes, variationWords } from '../shared/recipe/vary.ts';
import { constantWords, incompleteWords } from './constant.ts';
import type { ChoiceFindings, Findings } from './findings.ts';
import { outcomeWords } from './outcome.ts';

/** Choices that surely have a smaller share of the variance hardly matter. */
const LEAST_SHARE = 0.01;

/** A choice of which there are estimates. */
interface Varying extends ChoiceFindings {
  readonly first: Estimate;
  readonly total: Estimate;
}

/** Which choice matters most, which hardly do, and which part moves ranks most when it is left out. */
export function headline(result: Result, findings: Findings): string[] {
  const varying = findings.choices
    .flatMap(({ first, total, ...rest }): Varying[] =>
      first === null || total === null ? [] : [{ ...rest, first, total }],
    )
    .toSorted((a, b) => b.total.value - a.total.value);
  const sentences =
    varying.length === 0 ? [constantWords(result, findings)] : choiceWords(result, findings, varying);
  return [...sentences, ...partWords(result, findings)];
}

/** Which choices matter most and which hardly do; that draws are too few where the first is not known. */
function choiceWords(result: Result, findings: Findings, varying: readonly Varying[]): string[] {
  const [first, ...others] = [at(varying, 0), ...varying.slice(1)];
  if (!isTold(first.total))
    return [`Too few draws to tell which choice matters most; try ${moreDraws(findings)}.`];
  const rivals = others.filter(({ total }) => !isClearlyMore(first.total, total));
  const verb = rivals.length === 0 ? 'matters' : 'seems to matter';
  const alone = isTold(first.first)
    ? `${percent(first.first)} alone`
    : 'too few draws to tell its share alone';
  const what = outcomeWords(result, findings.rows, findings.outcome);
  const sentences = [
    `${capital(variationWords(first.variation))} ${verb} most: ` +
      `it accounts for ${percent(first.total)} of the variance in ${what} (${alone}).`,
  ];
  if (rivals.length > 0) sentences.push(`${capital(subjects(rivals))} may matter as much.`);
  const idle = others.filter(({ total }) => total.high < LEAST_SHARE);
  if (idle.length > 0)
    sentences.push(`${capital(subjects(idle))} hardly ${idle.length === 1 ? 'matters' : 'matter'}.`);
  return sentences;
}

/**
 * Whether an estimate is above another by 1½ times what lies between them and their limits. Of two that are
 * equally sure, that is 3½ standard errors of the difference; where limits only just part, it is 2.3.
 */
function isClearlyMore(more: Estimate, less: Estimate): boolean {
  return more.value - less.value > 1.5 * (more.value - more.low + less.high - less.value);
}

function subjects(choices: readonly Varying[]): string {
  return list(choices.map(({ variation }) => variationWords(variation)));
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function percent({ value }: Estimate): string {
  return `${Math.round(100 * value)} %`;
}

function moreDraws({ drawsNeeded }: Findings): string {
  return drawsNeeded === null ? 'more draws' : `--draws ${drawsNeeded}`;
}

/** The part that matters most when it is left out; nothing where none does. */
function partWords(result: Result, { left, rows, outcome }: Findings): string[] {
  const [first] = left
    .filter(({ shift }) => shift !== null && shift > 0)
    .toSorted((a, b) => (b.shift ?? 0) - (a.shift ?? 0));
  return first === undefined ? [] : partSentence(result, rows, first, outcome);
}

function partSentence(
  result: Result,
  rows: readonly ResultRow[],
  { node, shift, most, dropped }: LeftOut,
  { kind }: Findings['outcome'],
): string[] {
  const nameOf = (country: number) => nameAt(result, at(rows, country));
  const part = `Leaving out ${partNames(result)(node.code)}`;
  if (dropped !== null) {
    const verb = dropped.length === 1 ? 'drops' : 'drop';
    return [`${part} changes the first places most: ${list(dropped.map(nameOf))} ${verb} out.`];
  }
  if (shift === null || most === null) return [];
  const move = `from ${most.from} to ${most.to}`;
  return kind === 'country'
    ? [`${part} moves ${nameOf(most.country)} most: ${move}.`]
    : [
        `${part} moves ranks most: ${shift.toFixed(1)} places on average. ` +
          `${nameOf(most.country)} then moves ${move}.`,
      ];
}

/** What the columns mean, and how much was drawn. */
export function findingNotes(result: Result, findings: Findings): string[] {
  const { outcome, rows, replicates, blocks, seed, choices } = findings;
  const notes = [
    `alone: share of the variance in ${outcomeWords(result, rows, outcome)} due to this choice alone; ` +
      'total: including interactions; 90 %: interval of the share before it',
    shiftNote(findings),
  ];
  if (findings.drawsNeeded !== null) notes.push(`?: too few draws to tell; try ${moreDraws(findings)}`);
  notes.push(
    ...errorNotes(
      choices.map(({ variation }) => variation),
      result.edition,
    ),
  );
  const left =
    blocks.failed === 0
      ? ''
      : `; ${count(blocks.failed, 'block')} of ${blocks.used + blocks.failed} left out, because ` +
        incompleteWords(result, findings);
  notes.push(`draws: ${count(replicates, 'ranking')} at Sobol' points, seed ${seed}${left}`);
  return notes;
}

/** What the columns on the effect of one choice count. */
function shiftNote({ outcome }: Findings): string {
  switch (outcome.kind) {
    case 'shift':
      return 'shift: average change of rank in places, if only this choice varies; moves most: the largest';
    case 'country':
      return 'shift: how many places the country moves on average if only this choice varies';
    case 'top':
      return outcome.size === 1
        ? 'shift: how often the first drops out if only this choice varies'
        : `shift: how many of the first ${outcome.size} drop out on average if only this choice varies`;
  }
}
