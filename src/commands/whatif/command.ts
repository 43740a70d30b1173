// whatif: what if scores or weights were different?
import { movesBetween, whatif, type Move } from '../../analysis/whatif/whatif.ts';
import { readChanges } from '../../input/options/changes/changes.ts';
import { loadCountries } from '../../input/cells/countries.ts';
import { build } from '../../methods/build.ts';
import { ProblemsError, throwErrors, type Problem } from '../../model/problem.ts';
import { tierOf, type Result } from '../../model/result.ts';
import type { Changes } from '../../model/whatif.ts';
import { list } from '../../model/words.ts';
import type { Column, Document, Row } from '../../report/document.ts';
import type { Call, Command } from '../command.ts';
import { editionOption, outputOptions, recipeOptions, rowOptions, textOf } from '../shared/options.ts';
import { arrange, inRankOrder, latestRows, notInLatestYear, placesOf } from '../shared/rows.ts';
import { jsonHead, notesOf, open, titleOf, type Session } from '../shared/session.ts';
import { changedLines, moveLines, rankAt, ratingsOf, unchangedLine } from './text.ts';

export const command: Command = {
  arguments: [
    {
      name: 'changes',
      meaning:
        'COUNTRY.INDICATOR=SCORE, …+10%, …-0.5; weights.INDICATOR=2; "all" for every country or ' +
        'every indicator',
      isMany: true,
    },
  ],
  options: [
    editionOption,
    {
      flags: '--all',
      meaning: 'show unchanged countries too',
      group: 'Rows (they hide, and change no number)',
    },
    ...rowOptions,
    ...recipeOptions,
    ...outputOptions,
  ],
  description:
    'Changes scores or weights, computes the whole index again, and shows who moves: ranks, index and ' +
    'tiers before and after. A score is a rating or a number in the unit of the scores file; a category ' +
    'stands for all indicators below it; weights are relative to the siblings.',
  examples: [
    { line: 'cyberpower whatif CHN.resilience=strength', says: 'another rating' },
    {
      line: 'cyberpower whatif USA.all-10% CHN.offence+1',
      says: 'a tenth less of everything, and a step more',
    },
    { line: 'cyberpower whatif weights.offence=2', says: 'another weight' },
    { line: 'cyberpower whatif "South Korea.legal=15" -e gci-2024', says: 'in another edition' },
  ],
  run,
};

async function run(call: Call): Promise<Document> {
  const written = call.arguments.flatMap((argument) => argument ?? []);
  if (written.length === 0) throw noChange();
  const session = await open(call, textOf(call.options['edition']) ?? undefined);
  const { result: before } = session;
  const problems: Problem[] = [];
  const changes = readChanges(written, before, await loadCountries(), problems);
  call.say(throwErrors(problems));
  const { after, warnings } = await session.withPlaces(() => rebuilt(before, changes, written));
  call.say(warnings);
  const moves = movesBetween(before, after, inRankOrder(after.ranks, after.countries, latestRows(after)));
  const columns = columnsFor(before, after);
  const entries = moves.map((move) => ({
    row: moves.indexOf(move),
    move,
    fields: fieldsOf(before, after, move),
  }));
  const {
    entries: left,
    hidden,
    notes,
  } = await arrange(
    entries.flatMap((one) => {
      const country = countryOf(before, after, one.move);
      return country === undefined ? [] : [{ ...one, country }];
    }),
    call.options,
    columns.map(({ key }) => key),
  );
  const isWhole = call.options['all'] === true || call.options['only'] !== undefined;
  const shown = left.filter(({ row }) => isWhole || (moves[row]?.isMoved ?? false));
  const isTierMoved = moves.some(({ tier }) => tier !== null);
  const changed: Session = {
    ...session,
    edition: after.edition,
    result: after,
    problems: [...session.problems, ...problems, ...warnings],
  };
  return {
    command: 'whatif',
    title: `${titleOf(session.edition)}: what if ${list(written, 4)}`,
    lead: moveLines(before, after, moves, changes),
    table: {
      columns,
      shown:
        shown.length === 0
          ? []
          : [
              'rank',
              'wasRank',
              'name',
              'score',
              'wasScore',
              'change',
              ...(after.tiering === null ? [] : ['tier']),
              ...(isTierMoved ? ['wasTier'] : []),
            ],
      exported: [
        'rank',
        'wasRank',
        'code',
        'name',
        'score',
        'wasScore',
        'change',
        ...(after.tiering === null ? [] : ['tier', 'wasTier']),
        ...(after.edition.about.illustrative === null ? [] : ['illustrative']),
      ],
      rows: shown.map(({ fields }) => fields),
    },
    notes: [
      ...unchangedLine(left.length - shown.length),
      ...notes,
      ...notInLatestYear(after),
      ...changedLines(before, changes),
      ...notesOf(changed),
    ],
    inputs: session.edition.inputs.map(({ path }) => path),
    data: async () => ({
      ...(await jsonHead(changed)),
      hidden,
      whatif: changesJson(before, changes),
      countries: left.flatMap(({ row }) => {
        const move = moves[row];
        return move === undefined ? [] : [toJson(before, after, move)];
      }),
    }),
  };
}

/**
 * Builds the changed edition; what cannot be built is due to the change, and warnings are said unless they
 * were there before.
 */
function rebuilt(
  before: Result,
  changes: Changes,
  written: readonly string[],
): { after: Result; warnings: readonly Problem[] } {
  const place = { argument: written.at(-1) ?? 'whatif' };
  try {
    const after = build(whatif(before, changes));
    const known = new Set(before.warnings.map(({ what }) => what));
    return {
      after,
      warnings: after.warnings
        .filter(({ what }) => !known.has(what))
        .map((warning) => ({ ...warning, place })),
    };
  } catch (error) {
    throw error instanceof ProblemsError
      ? new ProblemsError(error.problems.map((problem) => ({ ...problem, place })))
      : error;
  }
}

function columnsFor(before: Result, after: Result): Column[] {
  const decimals = Math.max(placesOf(before), placesOf(after));
  return [
    { key: 'rank', label: 'rank', kind: 'number' },
    { key: 'wasRank', label: 'was', kind: 'number', tone: 'faint' },
    { key: 'code', label: 'code', kind: 'text' },
    { key: 'name', label: 'country', kind: 'text' },
    { key: 'year', label: 'year', kind: 'number' },
    { key: 'score', label: 'index', kind: 'number', decimals },
    { key: 'wasScore', label: 'was', kind: 'number', decimals, tone: 'faint' },
    { key: 'change', label: 'change', kind: 'number', decimals },
    { key: 'tier', label: 'tier', kind: 'text' },
    { key: 'wasTier', label: 'was', kind: 'text', tone: 'faint' },
    { key: 'illustrative', label: 'illustrative', kind: 'text' },
  ];
}

function countryOf(before: Result, after: Result, move: Move): Result['countries'][number] | undefined {
  return move.after === null ? before.countries[move.before ?? -1] : after.countries[move.after];
}

/** Rank, index and tier of a country in one of the results. */
function standingIn(
  result: Result,
  row: number | null,
): { rank: number | null; score: number | null; tier: string | null } {
  return row === null
    ? { rank: null, score: null, tier: null }
    : { rank: rankAt(result, row), score: result.index[row] ?? null, tier: tierOf(result, row) };
}

function fieldsOf(before: Result, after: Result, move: Move): Row {
  const [was, is] = [standingIn(before, move.before), standingIn(after, move.after)];
  const country = countryOf(before, after, move);
  return {
    rank: is.rank,
    wasRank: was.rank,
    code: country?.code ?? null,
    name: country?.name ?? '',
    year: country?.year ?? null,
    score: is.score,
    wasScore: was.score,
    change: is.score === null || was.score === null ? null : is.score - was.score,
    tier: is.tier,
    wasTier: was.tier,
    illustrative: after.edition.about.illustrative === null ? 'false' : 'true',
  };
}

function toJson(before: Result, after: Result, move: Move): object {
  const country = countryOf(before, after, move);
  const { rank, score, tier } = standingIn(after, move.after);
  return {
    rank,
    code: country?.code ?? null,
    name: country?.name ?? '',
    ...(country?.year === null ? {} : { year: country?.year }),
    score,
    tier,
    was: standingIn(before, move.before),
  };
}

function changesJson(result: Result, { scores, weights }: Changes): object[] {
  return [
    ...scores.map((change) => {
      const country = result.edition.countries[change.row];
      const ratings = ratingsOf(result, change);
      return {
        what: 'score',
        country: country?.code ?? country?.name ?? null,
        ...(country?.year === null ? {} : { year: country?.year }),
        code: change.code,
        column: change.column,
        from: change.from,
        to: change.to,
        fromRating: ratings.from,
        toRating: ratings.to,
      };
    }),
    ...weights.map(({ code, from, to }) => ({
      what: 'weight',
      country: null,
      code,
      column: null,
      from,
      to,
      fromRating: null,
      toRating: null,
    })),
  ];
}

function noChange(): ProblemsError {
  return new ProblemsError([
    {
      code: 'usage/bad-arguments',
      severity: 'error',
      place: { argument: 'whatif' },
      what: 'no change is named',
      fix: 'write what should be different: cyberpower whatif CHN.resilience=strength',
    },
  ]);
}
