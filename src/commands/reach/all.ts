// reach --all: who is nearest to a rank or a tier?
import { reach, type Question, type Reach } from '../../analysis/reach/index.ts';
import { fieldOf } from '../../analysis/reach/outcome.ts';
import { of } from '../../math/at.ts';
import { countsAhead } from '../../methods/rank/run.ts';
import type { Result } from '../../model/result.ts';
import { count, list } from '../../model/words.ts';
import type { Document } from '../../report/document.ts';
import type { Call } from '../command.ts';
import { comparableNotes } from '../shared/comparable.ts';
import { nameAt } from '../shared/countries.ts';
import { notInShownYear, tableOfYear } from '../shared/panel.ts';
import { underRegion } from '../shared/recipe/regions.ts';
import { arrange, inRankOrder } from '../shared/rows.ts';
import { titleOf, type Session } from '../shared/session.ts';
import { columnsFor, entriesOf, tableOf, type Unit } from './all-table.ts';
import { assumptionWords, points, stepsOf, totalOf } from './changes.ts';
import type { NamedTarget } from './options.ts';

/** Who is there already, and who is not, the nearest first. */
interface Distances {
  readonly there: readonly Reach[];
  readonly away: readonly Reach[];
  /** Steps where every answer is in steps, else points: the two cannot be compared. */
  readonly unit: Unit;
}

/** What is said of all countries; `lines` are the notes on weights and recipe. */
export async function allDocument(
  session: Session,
  options: Call['options'],
  question: Question,
  target: NamedTarget,
  lines: readonly string[],
): Promise<Document> {
  const { result } = session;
  const distances = await session.withPlaces(() => distancesOf(result, question));
  const { away, unit } = distances;
  const shown = await arrange(
    entriesOf(result, away),
    options,
    columnsFor(result).map(({ key }) => key),
  );
  return {
    command: 'reach',
    title: `${titleOf(session)}: countries nearest to ${target.name}`,
    lead: headline(result, distances, targetWords(result, target)),
    table: tableOfYear(result, tableOf(result, away, unit, shown.entries)),
    passages: [],
    notes: [
      ...shown.notes,
      ...notInShownYear(result),
      ...comparableNotes(!countsAhead(result.recipe.rank), 'reach counts', result.recipe.rank),
      ...checkNotes(away),
      ...lines,
    ],
    data: async () => {
      const byRow = new Map(away.map((one) => [one.row, one]));
      const answers = shown.entries.map(({ row }) => of(byRow, row));
      return (await import('./json.ts')).dataOf(session, target, answers, shown.hidden);
    },
  };
}

function distancesOf(result: Result, question: Question): Distances {
  const ranked = inRankOrder(result.ranks, result.countries, result.shown.rows).filter((row) =>
    fieldOf(result, row).includes(row),
  );
  const all = ranked.map((row) => reach(result, row, question));
  const missed = all.filter(({ isThere }) => !isThere);
  const answers = missed.flatMap(({ changes }) => (changes === null ? [] : [changes]));
  const areInSteps = answers.length > 0 && answers.every((changes) => stepsOf(changes) !== null);
  const unit = areInSteps ? 'steps' : 'total';
  return {
    there: all.filter(({ isThere }) => isThere),
    away: missed.toSorted((a, b) => distance(a, unit) - distance(b, unit)),
    unit,
  };
}

/** Who cannot get there comes last. */
function distance({ changes }: Reach, unit: Unit): number {
  if (changes === null) return Infinity;
  return unit === 'steps' ? (stepsOf(changes) ?? Infinity) : totalOf(changes);
}

/** The target, with the weights that it must hold under. */
function targetWords(result: Result, { name, isRobust }: NamedTarget): string {
  return isRobust ? `${name} ${underRegion(result, result.recipe.region)}` : name;
}

function headline(result: Result, { there, away, unit }: Distances, target: string): string[] {
  const already = thereWords(result, there, target);
  const [first] = away;
  const assuming = assumptionWords(result, away);
  if (first === undefined) return [already];
  if (first.changes === null)
    return [
      `${assuming}${assuming === '' ? 'No' : 'no'} ` +
        `${there.length === 0 ? '' : 'other '}country can reach ${target}.`,
      already,
    ];
  const least = distance(first, unit);
  const nearest = away.filter((one) => Math.abs(distance(one, unit) - least) <= 1e-9 * (1 + least));
  const amount = unit === 'steps' ? count(least, 'rating step') : points(result, least);
  const out = away.filter(({ changes }) => changes === null).length;
  const unable = out === 0 ? [] : [`${count(out, 'country', 'countries')} cannot reach ${target}.`];
  const are = nearest.length === 1 ? 'is' : 'are';
  return [
    `${assuming}${namesOf(result, nearest, 6)} ${are} nearest to ${target}: ${amount} away.`,
    already,
    ...unable,
  ];
}

/** Who is there already. */
function thereWords(result: Result, there: readonly Reach[], target: string): string {
  if (there.length === 0) return `No country has reached ${target} yet.`;
  if (there.length === 1) return `${namesOf(result, there, 1)} has already reached ${target}.`;
  return `${there.length} countries have already reached ${target}: ${namesOf(result, there, 4)}.`;
}

function namesOf(result: Result, some: readonly Reach[], most: number): string {
  return list(
    some.map(({ row }) => nameAt(result, row)),
    most,
  );
}

/** Whether building anew with each answer says the same. */
function checkNotes(away: readonly Reach[]): string[] {
  const answered = away.filter(({ changes }) => changes !== null);
  const tried = answered.flatMap(({ frozen, rebuilt }) => (rebuilt === null ? [] : [{ frozen, rebuilt }]));
  const moved = tried.filter(
    ({ frozen, rebuilt }) => rebuilt.rank !== frozen.rank || rebuilt.tier !== frozen.tier,
  ).length;
  const untried = answered.length - tried.length;
  const notes: string[] = [];
  if (tried.length > 0 && moved === 0) notes.push('confirmed by recomputing the index with each answer');
  if (moved > 0)
    notes.push(
      'recomputed: the new scores change the normalisation, and with it ' +
        `${count(moved, 'rank or tier', 'ranks or tiers')}; "rank then" includes that`,
    );
  if (untried > 0)
    notes.push(
      `not confirmed for ${count(untried, 'country', 'countries')}: a step changes whole columns, so the ` +
        'raw scores are unknown',
    );
  return notes;
}
