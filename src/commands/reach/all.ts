// reach --all: who is nearest to a rank or a tier?
import { reach, type Question, type Reach } from '../../analysis/reach/index.ts';
import { fieldOf } from '../../analysis/reach/outcome.ts';
import { tierOf, type Result } from '../../model/result.ts';
import { count, list } from '../../model/words.ts';
import type { Column, Document, Row } from '../../report/document.ts';
import type { Call } from '../command.ts';
import { reachJson } from './json.ts';
import { changesWords, points, risePlaces, stepsOf, totalOf, type Asked } from './text.ts';
import { arrange, inRankOrder, latestRows, notInLatestYear, placesOf, type Entry } from '../shared/rows.ts';
import { jsonHead, titleOf, type Session } from '../shared/session.ts';

export async function allDocument(
  session: Session,
  options: Call['options'],
  question: Question,
  asked: Asked,
  lines: readonly string[],
): Promise<Document> {
  const { edition, result } = session;
  const ranked = inRankOrder(result.ranks, result.countries, latestRows(result)).filter((row) =>
    fieldOf(result, row).includes(row),
  );
  const all = await session.withPlaces(() => ranked.map((row) => reach(result, row, question)));
  const there = all.filter(({ isThere }) => isThere);
  const missed = all.filter(({ isThere }) => !isThere);
  const unit = unitOf(missed);
  const found = missed.toSorted((a, b) => distance(a, unit) - distance(b, unit));
  const columns = columnsFor(result);
  const entries = found.flatMap((one): Entry[] => {
    const country = result.countries[one.row];
    return country === undefined ? [] : [{ row: one.row, country, fields: fieldsOf(result, one) }];
  });
  const {
    entries: shown,
    hidden,
    notes,
  } = await arrange(
    entries,
    options,
    columns.map(({ key }) => key),
  );
  return {
    command: 'reach',
    title: `${titleOf(edition)}: who is nearest to ${asked.target}`,
    lead: headline(result, found, there, asked, unit),
    table: {
      columns,
      shown: [
        'name',
        'rank',
        unit,
        'changes',
        ...(found.some(({ single }) => single.length > 0) ? ['alone'] : []),
        'rankThen',
      ],
      exported: [
        'rank',
        'code',
        'name',
        'score',
        ...(result.tiering === null ? [] : ['tier']),
        'possible',
        'steps',
        'total',
        'changes',
        'alone',
        'rankThen',
        'scoreThen',
        ...(edition.about.illustrative === null ? [] : ['illustrative']),
      ],
      rows: shown.map(({ fields }) => fields),
    },
    passages: [],
    notes: [...notes, ...notInLatestYear(result), ...checked(found), ...lines],
    inputs: edition.inputs.map(({ path }) => path),
    data: async () => ({
      ...(await jsonHead(session)),
      ...reachJson(
        result,
        question.target,
        asked,
        shown.flatMap(({ row }) => found.find((one) => one.row === row) ?? []),
        hidden,
      ),
    }),
  };
}

type Unit = 'steps' | 'total';

/** Steps where every answer is in steps, else points: the two cannot be compared. */
function unitOf(found: readonly Reach[]): Unit {
  const answers = found.flatMap(({ changes }) => (changes === null ? [] : [changes]));
  return answers.length > 0 && answers.every((changes) => stepsOf(changes) !== null) ? 'steps' : 'total';
}

/** Who cannot get there comes last. */
function distance({ changes }: Reach, unit: Unit): number {
  if (changes === null) return Infinity;
  return unit === 'steps' ? (stepsOf(changes) ?? Infinity) : totalOf(changes);
}

function columnsFor(result: Result): Column[] {
  return [
    { key: 'rank', label: 'rank', kind: 'number' },
    { key: 'code', label: 'code', kind: 'text' },
    { key: 'name', label: 'country', kind: 'text' },
    { key: 'score', label: 'index', kind: 'number', decimals: placesOf(result) },
    { key: 'tier', label: 'tier', kind: 'text' },
    { key: 'possible', label: 'possible', kind: 'text' },
    { key: 'steps', label: 'steps', kind: 'number' },
    { key: 'total', label: 'points', kind: 'number', decimals: risePlaces(result) },
    { key: 'changes', label: 'least that does it', kind: 'text' },
    { key: 'alone', label: 'alone', kind: 'text', isDispensable: true },
    { key: 'rankThen', label: 'rank then', kind: 'number' },
    { key: 'scoreThen', label: 'index then', kind: 'number', decimals: placesOf(result) },
    { key: 'illustrative', label: 'illustrative', kind: 'text' },
  ];
}

function fieldsOf(result: Result, one: Reach): Row {
  const { row, changes, single, frozen, rebuilt } = one;
  const then = rebuilt ?? frozen;
  const country = result.countries[row];
  return {
    rank: result.ranks[row] ?? null,
    code: country?.code ?? null,
    name: country?.name ?? '',
    score: result.index[row] ?? null,
    tier: tierOf(result, row),
    possible: changes === null ? 'no' : 'yes',
    steps: changes === null ? null : stepsOf(changes),
    total: changes === null ? null : totalOf(changes),
    changes: changes === null ? 'out of reach, every score at its best' : changesWords(result, changes),
    alone: changes === null || single.length === 0 ? null : changesWords(result, single),
    rankThen: then.rank,
    scoreThen: then.score,
    illustrative: result.edition.about.illustrative === null ? 'false' : 'true',
  };
}

function headline(
  result: Result,
  found: readonly Reach[],
  there: readonly Reach[],
  { target }: Asked,
  unit: Unit,
): string[] {
  const nameAt = ({ row }: Reach) => result.countries[row]?.name ?? '';
  const names = there.length === 0 ? '' : ` (${list(there.map(nameAt), 4)})`;
  const already = `${count(there.length, 'country is', 'countries are')} there already${names}.`;
  const [first] = found;
  if (first === undefined) return [already];
  if (first.changes === null) return [`Nobody else can reach ${target}.`, already];
  const away = distance(first, unit);
  const nearest = found.filter(
    (one) => one.changes !== null && Math.abs(distance(one, unit) - away) <= 1e-9 * (1 + away),
  );
  const amount = unit === 'steps' ? count(away, 'step') : points(result, away);
  const out = found.filter(({ changes }) => changes === null).length;
  return [
    `Nearest to ${target} ${nearest.length === 1 ? 'is' : 'are'} ${list(nearest.map(nameAt), 6)}, ` +
      `${amount} away. ` +
      `${already}${out === 0 ? '' : ` ${count(out, 'country', 'countries')} cannot get there.`}`,
  ];
}

/** Whether building anew with each answer says the same. */
function checked(found: readonly Reach[]): string[] {
  const tried = found.filter(({ changes, rebuilt }) => changes !== null && rebuilt !== null);
  const moved = tried.filter(
    ({ frozen, rebuilt }) =>
      rebuilt !== null && (rebuilt.rank !== frozen.rank || rebuilt.tier !== frozen.tier),
  ).length;
  const untold = found.filter(({ changes, rebuilt }) => changes !== null && rebuilt === null).length;
  return [
    ...(tried.length === 0
      ? []
      : [
          moved === 0
            ? 'checked: the index was built anew with each answer'
            : 'after re-normalising with the new scores ' +
              `${count(moved, 'rank or tier is', 'ranks or tiers are')} another than with normalisation as ` +
              'it is; "rank then" is after it',
        ]),
    ...(untold === 0
      ? []
      : [
          `after re-normalising: not told for ${count(untold, 'country', 'countries')}, as a step treats ` +
            'columns as a whole',
        ]),
  ];
}
