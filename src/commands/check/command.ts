// check: are the files sound, is what was published reproduced, and is a committed ranking still true?
import {
  describe,
  moves,
  reproduce,
  type Agreement,
  type Comparison,
  type Difference,
} from '../../analysis/check/reproduce.ts';
import { readSavedRanking } from '../../input/options/saved-ranking.ts';
import { nameOf, type Country, type Edition } from '../../model/edition.ts';
import { isError, ProblemsError, strictly, throwErrors, type Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import type { PublishedRow } from '../../model/published.ts';
import { count, fold, list } from '../../model/words.ts';
import { formatAnnotations } from '../../report/annotations.ts';
import type { Column, Document, Row } from '../../report/document.ts';
import { exact } from '../../report/numbers.ts';
import { formatProblems } from '../../report/problems.ts';
import { plainTheme } from '../../report/theme.ts';
import type { Call, Command } from '../command.ts';
import { editionArgument, outputOptions, recipeOptions, textOf } from '../shared/options.ts';
import { latestRows } from '../shared/rows.ts';
import {
  askedEdition,
  jsonHead,
  jsonProblems,
  notesOf,
  open,
  titleOf,
  type Session,
} from '../shared/session.ts';

export const command: Command = {
  arguments: [editionArgument],
  options: [
    {
      flags: '--expect <file>',
      meaning: 'a ranking kept as JSON (rank --format json), to hold this one against',
      group: 'Check',
    },
    {
      flags: '--annotate',
      meaning: 'also write annotations for GitHub Actions, to standard error',
      group: 'Check',
    },
    ...recipeOptions,
    ...outputOptions,
  ],
  description:
    'Looks for problems in all files of an edition, then holds the ranking against what was published ' +
    '(published.csv) and against one that was kept. Ends with 0 if all agrees, 1 if the files are ' +
    'wrong, 3 if something differs.',
  examples: [
    { line: 'cyberpower check ncpi-2020', says: 'does it reproduce what was published?' },
    { line: 'cyberpower check my-index --expect ranking.json', says: 'is the committed ranking still true?' },
    {
      line: 'cyberpower check my-index --expect ranking.json --annotate',
      says: 'the same in GitHub Actions',
    },
  ],
  run,
};

/** A comparison and what it is with. */
interface Held {
  readonly against: 'published' | 'expected';
  readonly comparison: Comparison;
}

async function run(call: Call): Promise<Document> {
  const said: Problem[] = [];
  const isStrict = call.options['strict'] === true;
  try {
    const session = await open({ ...call, say: (problems) => said.push(...problems) }, call.arguments[0], {
      published: true,
    });
    return await compared(call, session, throwErrors(isStrict ? said.map(strictly) : said));
  } catch (error) {
    if (
      !(error instanceof ProblemsError) ||
      error.problems.some(({ place }) => place !== undefined && 'argument' in place)
    )
      throw error;
    return unsound(call, error.problems);
  }
}

async function compared(call: Call, session: Session, said: readonly Problem[]): Promise<Document> {
  const { edition, result, published } = session;
  const file = textOf(call.options['expect']);
  const kept = file === null ? null : await readSavedRanking(file);
  const held: Held[] = [
    ...(published === null
      ? []
      : [{ against: 'published' as const, comparison: reproduce(result, published) }]),
    ...(kept === null
      ? []
      : [
          {
            against: 'expected' as const,
            comparison: moves(result, latestRows(result), kept.countries, kept.isWhole),
          },
        ]),
  ];
  const differences = held.flatMap(({ against, comparison }) =>
    comparison.differences.map((difference) => ({ against, difference })),
  );
  const failing = differences.filter(({ difference }) => difference.deviation === null);
  const warnings = said.filter(({ severity }) => severity === 'warning');
  const verdict = failing.length === 0 ? 'passed' : `failed, ${count(failing.length, 'difference')}`;
  const problems = [
    ...warnings,
    ...failing.map(({ against, difference }) => problemOf(against, difference, file)),
  ];
  return {
    command: 'check',
    title: `${titleOf(edition)}: ${verdict}`,
    table: {
      columns,
      shown:
        differences.length === 0
          ? []
          : [
              'against',
              'name',
              'what',
              'there',
              'here',
              ...(differences.some(({ difference }) => difference.deviation !== null) ? ['known'] : []),
            ],
      exported: [
        'against',
        'code',
        'name',
        'what',
        'was',
        'is',
        'difference',
        'known',
        ...(edition.about.illustrative === null ? [] : ['illustrative']),
      ],
      rows: differences.map(({ against, difference }) => ({
        ...rowOf(against, difference),
        illustrative: edition.about.illustrative === null ? 'false' : 'true',
      })),
    },
    passages: [
      ...(warnings.length === 0
        ? []
        : [
            {
              lines: formatProblems(warnings, plainTheme, call.io.stdout.width).trimEnd().split('\n'),
              isVerbatim: true as const,
            },
          ]),
      {
        lines: [
          `files      ${list(fileNamesOf(edition))}: ` +
            (warnings.length === 0 ? 'no problems' : count(warnings.length, 'warning')),
          ...(published === null
            ? ['published  nothing to compare with: there is no published.csv']
            : held
                .filter(({ against }) => against === 'published')
                .map(
                  ({ comparison }) =>
                    `published  ${agreementText(comparison)}${uncovered(result, published)}`,
                )),
          ...held
            .filter(({ against }) => against === 'expected')
            .map(({ comparison }) => `expected   ${agreementText(comparison)}`),
          ...(result.tiering === null
            ? []
            : [`tiers      ${list(tierSizes(result).map(({ name, size }) => `${size} ${name}`))}`]),
        ],
      },
    ],
    notes: [
      ...notesOf(session),
      ...(edition.about.illustrative === null || published === null || failing.length > 0
        ? []
        : ['that illustrative scores give what was published is by construction, and no evidence']),
    ],
    inputs: [...edition.inputs.map(({ path }) => path), ...(file === null ? [] : [file])],
    ...(failing.length === 0 ? {} : { exit: 3 as const }),
    ...(call.options['annotate'] === true ? { aside: formatAnnotations(problems) } : {}),
    data: async () => ({
      ...(await jsonHead(session)),
      passed: failing.length === 0,
      ...Object.fromEntries(
        held.map(({ against, comparison }) => [against, comparison.agreements.map(agreementJson)]),
      ),
      differences: differences.map(({ against, difference: { country, quantity, was, is, deviation } }) => ({
        against,
        code: country.code,
        name: country.name,
        ...(country.year === null ? {} : { year: country.year }),
        what: quantity,
        was,
        is,
        difference: typeof was === 'number' && typeof is === 'number' ? is - was : null,
        known: deviation,
      })),
      ...(result.tiering === null ? {} : { tiers: tierSizes(result) }),
    }),
  };
}

/** Files that cannot be computed with: the problems are the result. */
async function unsound(call: Call, problems: readonly Problem[]): Promise<Document> {
  const name = await askedEdition(call, call.arguments[0]).catch(() => call.arguments[0] ?? '.');
  const errors = problems.filter(isError).length;
  return {
    command: 'check',
    title: `${name}: failed, ${count(errors, 'error')}`,
    passages: [
      {
        lines: formatProblems(problems, plainTheme, call.io.stdout.width).trimEnd().split('\n'),
        isVerbatim: true,
      },
    ],
    notes: [],
    inputs: [],
    exit: 1,
    ...(call.options['annotate'] === true ? { aside: formatAnnotations(problems) } : {}),
    data: async () => ({ edition: name, passed: false, problems: jsonProblems(problems) }),
  };
}

/** The files of an edition, without the folder if all are in it. */
function fileNamesOf({ id, inputs }: Edition): string[] {
  const prefix = inputs.every(({ path }) => path.startsWith(`${id}/`)) ? id.length + 1 : 0;
  return inputs.map(({ path }) => path.slice(prefix));
}

const columns: readonly Column[] = [
  { key: 'against', label: 'differs from', kind: 'text' },
  { key: 'code', label: 'code', kind: 'text' },
  { key: 'name', label: 'country', kind: 'text' },
  { key: 'what', label: 'what', kind: 'text' },
  { key: 'was', label: 'was', kind: 'text' },
  { key: 'is', label: 'is', kind: 'text' },
  { key: 'there', label: 'there', kind: 'text' },
  { key: 'here', label: 'here', kind: 'text' },
  { key: 'difference', label: 'difference', kind: 'number' },
  { key: 'known', label: 'known because', kind: 'text' },
  { key: 'illustrative', label: 'illustrative', kind: 'text' },
];

function rowOf(against: Held['against'], { country, quantity, was, is, deviation }: Difference): Row {
  const text = (x: number | string | null, round: (number: number) => number) =>
    x === null ? null : String(typeof x === 'number' ? round(x) : x);
  const short = (x: number) => Number(x.toPrecision(7));
  return {
    against,
    code: country.code,
    name: nameOf(country),
    what: quantity,
    was: text(was, exact),
    is: text(is, exact),
    there: text(was, short),
    here: text(is, short),
    difference: typeof was === 'number' && typeof is === 'number' ? is - was : null,
    known: deviation,
  };
}

/** `29 of 29 ranks; 29 of 29 scores within 0.0005 (furthest 0.00046, Israel)`. */
function agreementText({ agreements, differences }: Comparison): string {
  const known = differences.filter(({ deviation }) => deviation !== null).length;
  const parts = agreements.map(({ quantity, of, agree, tolerance, isOne, largest }) => {
    const furthest =
      tolerance === null || largest === null
        ? ''
        : ` within ${isOne ? String(tolerance) : 'their tolerances'} (furthest ` +
          `${Number(largest.apart.toPrecision(2))}, ${largest.country.name})`;
    return `${agree} of ${count(of, quantity)}${furthest}`;
  });
  const moved = differences.filter(({ quantity }) => quantity === 'country').length;
  return [
    ...parts,
    ...(moved === 0 ? [] : [`${count(moved, 'country', 'countries')} came or went`]),
    ...(known === 0 ? [] : [`${count(known, 'difference')} known and accepted`]),
  ].join('; ');
}

/** How many countries are ranked that the published file does not have. */
function uncovered(result: Result, published: readonly PublishedRow[]): string {
  const keyOf = ({ code, name }: Country) => code ?? fold(name);
  const there = new Set(published.map(({ country }) => keyOf(country)));
  const others = latestRows(result).filter((row) => {
    const country = result.countries[row];
    return country !== undefined && !there.has(keyOf(country));
  }).length;
  return others === 0 ? '' : `; ${count(others, 'ranked country is', 'ranked countries are')} not in it`;
}

function agreementJson({ quantity, of, agree, tolerance, largest }: Agreement): object {
  return {
    what: quantity,
    of,
    agree,
    ...(tolerance === null ? {} : { tolerance }),
    ...(largest === null
      ? {}
      : { furthest: { code: largest.country.code, name: largest.country.name, apart: largest.apart } }),
  };
}

function tierSizes({ tiering, ...result }: Result): { name: string; size: number }[] {
  const rows = latestRows({ tiering, ...result });
  return (tiering?.tiers ?? []).map((name, tier) => ({
    name,
    size: rows.filter((row) => tiering?.placements[row]?.tier === tier).length,
  }));
}

function problemOf(against: Held['against'], difference: Difference, file: string | null): Problem {
  const isPublished = against === 'published';
  return {
    code: isPublished ? 'check/differs' : 'check/moved',
    severity: 'error',
    what: describe(difference),
    ...(difference.place === undefined
      ? file === null
        ? {}
        : { place: { file } }
      : { place: difference.place }),
    fix: isPublished
      ? 'look at the scores and the recipe, or say under "deviation" why it is known to differ'
      : `if the change is meant, write it anew: cyberpower rank … --format json --output ${file ?? ''}`,
  };
}
