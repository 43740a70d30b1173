// For each code a small edition and a call of the program that meets the problem: what the program then says
// is the example that `cyberpower problems` shows. A code that is not here does not compile.
import type { ProblemCode } from '../../src/model/problems/index.ts';
import { sound } from '../support/complaints.ts';

export interface Sketch {
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** The call, in which FOLDER is the folder of the files. */
  readonly args: readonly string[];
  /** Shows the table that the call prints, where the problem is a difference in it. */
  readonly isTable?: true;
}

/** What needs a device, a pipe or a huge file to be met: the message, which another test asserts. */
export interface Quote {
  readonly args: readonly string[];
  readonly message: readonly string[];
}

const rank = ['rank', 'FOLDER'] as const;

/** A call about the sound edition, with some of its files replaced or others beside them. */
function call(args: readonly string[], files: Sketch['files'] = {}): Sketch {
  return { files: { ...sound, ...files }, args };
}
const option = (...options: string[]) => call([...rank, ...options]);
const file = (name: string, ...lines: string[]) => call(rank, { [name]: `${lines.join('\n')}\n` });
const rows = (...lines: string[]) => file('scores.csv', 'country,offence,defence', ...lines);
const long = (...lines: string[]) => file('scores.csv', 'country,indicator,value', ...lines);
const indicators = (...lines: string[]) => file('indicators.csv', ...lines);
const sets = (...lines: string[]) => file('weights.csv', ...lines);
const raters = (...lines: string[]) => file('raters.csv', 'rater,country,indicator,value', ...lines);
const json = (...lines: string[]) => file('index.json', ...lines);
const published = (...lines: string[]): Sketch => ({
  ...file('published.csv', ...lines),
  args: ['check', 'FOLDER'],
});
/** A file of scores alone. */
const bare = (...lines: string[]): Sketch => ({
  files: { 'my.csv': `${lines.join('\n')}\n` },
  args: ['rank', 'FOLDER/my.csv'],
});

const three = {
  'indicators.csv': 'code\noffence\ndefence\nmorale\n',
  'scores.csv': 'country,offence,defence,morale\nFrance,1,2,3\nJapan,2,1,5\n',
};
/** A weighting that is found from the scores of three indicators. */
const weighing = (weights: string, ...lines: string[]) =>
  call([...rank, '--weights', weights], {
    ...three,
    'scores.csv': `country,offence,defence,morale\n${lines.join('\n')}\n`,
  });
/** Comparisons of three indicators. */
const compared = (...lines: string[]) =>
  call([...rank, '--weights', 'ahp:FOLDER/matrix.csv'], {
    ...three,
    'matrix.csv': `,offence,defence,morale\n${lines.join('\n')}\n`,
  });
/** The rule of a tier, by what it needs. */
const rule = (needs: string): Sketch => ({
  files: {
    'scores.csv': 'country,offence,defence\nFrance,strength,potential\nJapan,weakness,strength\n',
    'indicators.csv': 'code,ratings\noffence,iiss\ndefence,iiss\n',
    'index.yaml': [
      'recipe:',
      '  tiers:',
      '    method: profile',
      '    tiers:',
      '      - name: Strong',
      `        needs: [${needs}]`,
      '      - name: Others',
      '',
    ].join('\n'),
  },
  args: ['tiers', 'FOLDER'],
});
const vary = (what: string) => call(['uncertainty', 'FOLDER', '--vary', what]);
const bounds = (...options: string[]) => call(['bounds', 'FOLDER', ...options]);

const named = { 'index.json': '{ "name": "My index" }\n' };
const kept = JSON.stringify({
  schema: 'cyberpower/rank@1',
  edition: 'FOLDER',
  recipe: {},
  hidden: 0,
  countries: [
    { code: 'FRA', name: 'France', score: 50, rank: 1, tier: null },
    { code: 'JPN', name: 'Japan', score: 50, rank: 2, tier: null },
  ],
});
const expecting = (result: string) =>
  call(['check', 'FOLDER', '--expect', 'FOLDER/kept.json'], { ...named, 'kept.json': result });

const files = {
  'files/not-found': call(['rank', 'FOLDER/score.csv']),
  'files/unreadable': { files: { 'scores.csv/france.csv': '' }, args: rank },
  'files/binary': file('scores.csv', 'country,offence,defence', 'Fra\0nce,1,2'),
  'files/encoding': call(rank, {
    'scores.csv': Buffer.from('country,offence,defence\nFrance,1,2\nTürkiye,2,1\n', 'latin1'),
  }),
  'files/empty': call(rank, { 'scores.csv': '' }),
  'files/no-scores': { files: { 'score.csv': sound['scores.csv'] }, args: rank },
  'files/not-written': option('--output', 'FOLDER/results/ranking.csv'),
  'files/overwrites-input': option('--output', 'FOLDER/scores.csv'),
  'files/exists': call(['init', 'FOLDER']),
  'files/too-large': option('--max-size', '20'),
  'io/not-written': {
    args: ['rank', 'my-index', '>', 'ranking.txt'],
    message: [
      'error: standard output cannot be written: the disk is full [io/not-written]',
      '  fix: make room on the disk, or write to another place',
    ],
  },
  'csv/header-only': rows(),
  'csv/ragged-row': rows('France,1,2', 'Korea, South,2,1'),
  'csv/unterminated-quote': rows('"France,1,2', 'Japan,2,1'),
  'csv/stray-quote': rows('Fra"nce,1,2', 'Japan,2,1'),
  'csv/duplicate-column': file('scores.csv', 'country,offence,defence,Offence', 'France,1,2,1'),
  'csv/unnamed-column': file('scores.csv', 'country,offence,,defence', 'France,1,3,2'),
  'csv/mixed-decimals': file('scores.csv', 'country;offence;defence', 'France;1,5;2', 'Japan;2;2.5'),
  'csv/ambiguous-number': bare('country;laws', 'France;1.234', 'Japan;2.345'),
} satisfies Partial<Record<ProblemCode, Sketch | Quote>>;

const scores = {
  'scores/assumed': bare('country,laws,skills', 'France,1,2', 'Japan,2,1'),
  'scores/no-country-column': bare('laws,skills', '1,2', '2,1'),
  'scores/no-country': rows('France,1,2', ',2,1'),
  'scores/no-header': bare('France,1,2', 'Japan,2,1'),
  'scores/no-indicator': long('France,offence,1', 'France,defence,1', 'France,,2'),
  'scores/no-indicators': bare('country,region', 'France,Europe', 'Japan,Asia'),
  'scores/unknown-country': rows('Frnace,1,2', 'Japan,2,1'),
  'scores/code-and-name-differ': file(
    'scores.csv',
    'iso3,country,offence,defence',
    'AUT,Australia,1,2',
    'JPN,Japan,2,1',
  ),
  'scores/duplicate-country': rows('Turkey,1,2', 'Japan,2,1', 'Türkiye,2,2'),
  'scores/duplicate-score': long('France,offence,1', 'France,defence,1', 'France,offence,2'),
  'scores/not-a-number': rows('France,1,2', 'Japan,hihg,1'),
  'scores/not-finite': rows('France,1,2', 'Japan,#DIV/0!,1'),
  'scores/out-of-range': call([...rank, '--normalise', 'goalposts'], {
    'indicators.csv': 'code,low,high\noffence,0,5\ndefence,0,5\n',
    'scores.csv': 'country,offence,defence\nFrance,1,2\nJapan,7,1\n',
  }),
  'scores/unknown-rating': call(rank, {
    'indicators.csv': 'code,ratings\noffence,iiss\ndefence,\n',
    'scores.csv': 'country,offence,defence\nFrance,strenght,2\nJapan,strength,1\n',
  }),
  'scores/missing': rows('France,,2', 'Japan,2,1'),
  'scores/not-a-year': file(
    'scores.csv',
    'country,year,offence,defence',
    'France,2020,1,2',
    'France,20x1,2,1',
  ),
  'scores/no-column': file('scores.csv', 'country,ofence,defence', 'France,1,2', 'Japan,2,1'),
  'scores/unused-column': file('scores.csv', 'country,offence,income,defence', 'France,1,9,2', 'Japan,2,8,1'),
  'scores/all-equal': rows('France,1,2', 'Japan,1,1'),
  'scores/aggregates': rows('World,9,9', 'France,1,2', 'Japan,2,1'),
  'scores/sdmx': bare('REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE', 'FRA,BB,2021,48', 'JPN,BB,2021,37'),
  'scores/years-in-headings': bare('country,2020,2021', 'France,1,2', 'Japan,3,2'),
  'scores/mixed-years': bare('country,year,laws', 'Estonia,2020,45', 'Latvia,2021,50', 'Poland,2021,60'),
  'scores/dropped-column': bare('country,rank,laws', 'France,1,3', 'Japan,2,2'),
  'scores/one-country': bare('country,laws', 'Estonia,4'),
  'scores/unranked': call([...rank, '--missing', 'skip'], {
    'scores.csv': 'country,offence,defence\nFrance,1,2\nJapan,,\nChina,2,1\n',
  }),
} satisfies Partial<Record<ProblemCode, Sketch | Quote>>;

const framework = {
  'framework/no-code-column': indicators('cod,weight', 'offence,1', 'defence,1'),
  'framework/no-code': indicators('code,name', 'offence,Offence', ',Defence'),
  'framework/bad-code': indicators('code,column', 'of fence,offence', 'defence,'),
  'framework/duplicate-code': indicators('code,column', 'offence,', 'offence,defence'),
  'framework/unknown-parent': indicators('code,parent', 'power,', 'offence,pwer', 'defence,power'),
  'framework/cycle': indicators('code,parent', 'army,navy', 'navy,army', 'offence,navy', 'defence,'),
  'framework/parent-is-indicator': indicators('code,parent,low', 'power,,0', 'offence,power,', 'defence,,'),
  'framework/not-a-number': indicators('code,low,high', 'offence,zero,5', 'defence,0,5'),
  'framework/bad-direction': indicators('code,direction', 'offence,up', 'defence,1'),
  'framework/low-not-below-high': indicators('code,low,high', 'offence,5,0', 'defence,0,5'),
  'framework/unknown-scale': indicators('code,ratings', 'offence,iis', 'defence,'),
  'framework/unused-column': indicators('code,wieght', 'offence,1', 'defence,2'),
  'framework/too-deep': indicators(
    'code,parent',
    ...Array.from({ length: 2000 }, (_, i) => `c${i + 1},${i === 0 ? '' : `c${i}`}`),
    'offence,c2000',
  ),
} satisfies Partial<Record<ProblemCode, Sketch | Quote>>;

const weights = {
  'weights/not-a-number': indicators('code,weight', 'offence,much', 'defence,1'),
  'weights/negative': indicators('code,weight', 'offence,-1', 'defence,1'),
  'weights/all-zero': indicators('code,weight', 'offence,0', 'defence,0'),
  'weights/unknown-code': sets('code,hawks', 'ofence,3', 'defence,1'),
  'weights/duplicate-code': sets('code,hawks', 'offence,3', 'defence,1', 'offence,1'),
  'weights/unknown-set': call([...rank, '--weights', 'set:hwaks'], {
    'weights.csv': 'code,hawks,doves\noffence,3,1\ndefence,1,3\n',
  }),
  'weights/not-determined': weighing('balanced', 'France,1,2,9', 'Japan,2,3,1'),
  'weights/few-countries': {
    ...weighing('principal-component', 'France,1,2,1', 'Japan,2,1,2', 'Kenya,3,4,5', 'Peru,4,3,3'),
  },
  'weights/opposed': weighing('principal-component', 'France,1,2,9', 'Japan,2,3,7', 'Brazil,3,6,1'),
  'weights/unbalanced': call([...rank, '--weights', 'balanced'], {
    'indicators.csv': 'code,weight\noffence,9\ndefence,1\nmorale,5\n',
    'scores.csv': 'country,offence,defence,morale\nFrance,1,1,3\nJapan,2,2,3\nBrazil,3,4,5\nKenya,4,4,1\n',
  }),
  'weights/not-square': compared('offence,1,2,3', 'defence,1/2,1,2'),
  'weights/not-a-comparison': compared('offence,1,twice,3', 'defence,,1,2', 'morale,,,1'),
  'weights/not-reciprocal': compared('offence,1,2,3', 'defence,0.5,1,2', 'morale,0.3,0.5,1'),
  'weights/not-compared': compared('offence,,2,3', 'defence,,,', 'morale,,,'),
  'weights/not-siblings': call([...rank, '--weights', 'ahp:FOLDER/matrix.csv'], {
    ...three,
    'indicators.csv': 'code,parent\npower,\noffence,power\ndefence,power\nmorale,\n',
    'matrix.csv': ',offence,defence,morale,power\noffence,1,2,3,\ndefence,,1,,\nmorale,,,,1/4\npower,,,,\n',
  }),
  'weights/inconsistent': compared('offence,1,3,1/2', 'defence,1/3,1,3', 'morale,2,1/3,1'),
  'weights/no-code-column': sets('indicator,hawks', 'offence,3', 'defence,1'),
} satisfies Partial<Record<ProblemCode, Sketch | Quote>>;

const judged = {
  'raters/no-column': file('raters.csv', 'raters,country,indicator,value', 'Ana,France,offence,1'),
  'raters/no-rater': raters(',France,offence,1'),
  'raters/unknown-country': raters('Ana,Frnace,offence,1'),
  'raters/unknown-indicator': raters('Ana,France,ofence,1'),
  'raters/duplicate-score': raters('Ana,France,offence,1', 'Ana,France,offence,2'),
  'raters/bad-confidence': file(
    'raters.csv',
    'rater,country,indicator,value,confidence',
    'Ana,France,offence,1,high',
  ),
  'raters/filled': call(rank, {
    'scores.csv': 'country,offence,defence\nFrance,,2\nJapan,2,1\n',
    'raters.csv': 'rater,country,indicator,value\nAna,France,offence,1\nBo,France,offence,2\n',
  }),
  'raters/outside': raters('Ana,France,offence,2', 'Bo,France,offence,3'),
  'raters/unused-column': file(
    'raters.csv',
    'rater,country,indicator,value,mood',
    'Ana,France,offence,1,good',
  ),
  'certain/no-column': file('certain.csv', 'country,indicators', 'France,offence'),
  'certain/unknown-country': file('certain.csv', 'country,indicator', 'Frnace,offence'),
  'certain/unknown-indicator': file('certain.csv', 'country,indicator', 'France,ofence'),
  'certain/not-yes-or-no': file('certain.csv', 'country,indicator,certain', 'France,offence,perhaps'),
  'certain/wide-scores': file(
    'scores.csv',
    'country,offence,defence,certain',
    'France,1,2,yes',
    'Japan,2,1,',
  ),
  'certain/unused-column': file('certain.csv', 'country,indicator,who', 'France,offence,Ana'),
} satisfies Partial<Record<ProblemCode, Sketch | Quote>>;

const recipe = {
  'recipe/syntax': file('index.yaml', 'recipe:', '  aggregate: arithmetic', ' rank: dense'),
  'recipe/schema': json('{', '  "recipe": { "normalize": "minmax" }', '}'),
  'recipe/unknown-method': option('--rank', 'dens'),
  'recipe/unknown-parameter': option('--normalise', 'minmax:celing=10'),
  'recipe/bad-parameter': option('--aggregate', 'power:x'),
  'recipe/unknown-selection': option('--select', 'without:Frnace'),
  'recipe/nothing-selected': option('--select', 'without:FRA,JPN'),
  'recipe/unknown-year': option('--year', '2021'),
  'recipe/no-panel': option('--normalise', 'minmax:by=year'),
  'recipe/no-denominator': indicators('code,denominate', 'offence,by:people', 'defence,'),
  'recipe/no-group': call([...rank, '--impute', 'group-mean:regoin'], {
    'scores.csv': 'country,region,offence,defence\nFrance,Europe,,2\nJapan,Asia,2,1\n',
  }),
  'recipe/no-target': option('--normalise', 'distance-to-target'),
  'recipe/no-reference': option('--normalise', 'distance-to-reference:Jappan'),
  'recipe/bad-steps': option('--steps', 'imput,screen'),
  'recipe/no-goalposts': option('--normalise', 'goalposts'),
  'recipe/out-of-domain': call(rank, {
    'scores.csv': 'country,offence,defence\nFrance,0,2\nJapan,2,1\n',
    'indicators.csv': 'code,transform\noffence,log\ndefence,\n',
  }),
  'recipe/not-finite': call([...rank, '--normalise', 'none', '--aggregate', 'product'], {
    'scores.csv': 'country,offence,defence\nFrance,1e300,1e300\nJapan,2,1\n',
  }),
  'recipe/changed-input': {
    files: {
      'kept.json': JSON.stringify({
        schema: 'cyberpower/rank@1',
        edition: 'iiss-2021',
        recipe: {},
        overrides: {},
        inputs: [{ path: 'iiss-2021/scores.csv', sha256: '0123456789abcdef'.repeat(4) }],
      }),
    },
    args: ['rank', '--recipe', 'FOLDER/kept.json'],
  },
} satisfies Partial<Record<ProblemCode, Sketch | Quote>>;

const tiersAndRegions = {
  'tiers/unknown-level': rule('{ atLeast: strenght, count: 1 }'),
  'tiers/unknown-indicator': rule('{ atLeast: strength, count: 1, of: [ofence, defence] }'),
  'tiers/bad-rule': rule('{ atLeast: strength, count: 9 }'),
  'tiers/level-outside-scale': rule('{ atLeast: 4, count: 1, of: [offence] }'),
  'tiers/never-met': rule('{ atLeast: 4, count: 1, of: [offence] }'),
  'vary/bad': vary('noise=much'),
  'vary/nothing': vary('ratings=10%'),
  'region/unknown': bounds('--region', 'order:offence,defense'),
  'region/no-common-weights': bounds(
    '--weights',
    'benefit-of-the-doubt',
    '--normalise',
    'fraction-of-maximum',
  ),
  'region/empty': bounds(
    '--region',
    'around:10%',
    '--region',
    'order:offence,defence',
    '--weights',
    'defence=3',
  ),
  'region/missing-score': call(['bounds', 'FOLDER', '--region', 'sets'], {
    'scores.csv': 'country,offence,defence,morale\nFrance,9,1,2\nJapan,,3,1\n',
    'indicators.csv': 'code,weight\noffence,0\ndefence,1\nmorale,1\n',
    'weights.csv': 'code,hawks,doves\noffence,3,0\ndefence,1,1\nmorale,0,1\n',
  }),
} satisfies Partial<Record<ProblemCode, Sketch | Quote>>;

const usage = {
  'usage/unknown-command': call(['FOLDER']),
  'usage/unknown-option': option('--agregate', 'geometric'),
  'usage/bad-arguments': option('--aggregate'),
  'usage/bad-value': option('--top', 'ten'),
  'usage/unknown-field': option('--fields', 'rank,nmae'),
  'usage/unknown-filter': option('--only', 'Frnace'),
  'usage/not-comparable': call(['compare', 'France', 'Kenya', '-e', 'FOLDER', '--missing', 'skip'], {
    'scores.csv': 'country,offence,defence\nFrance,1,2\nKenya,,\nJapan,2,1\n',
  }),
  'usage/no-tiers': call(['tiers', 'FOLDER']),
  'usage/default-edition': call(['rank']),
  'usage/bundled-name': {
    args: ['rank', 'iiss-2021'],
    message: [
      'note: "iiss-2021" is the bundled edition, not the folder of that name (for the folder write ' +
        './iiss-2021)',
    ],
  },
  'usage/unknown-name': call(['methods', 'geometrc']),
} satisfies Partial<Record<ProblemCode, Sketch | Quote>>;

const questions = {
  'reach/not-told': call(['reach', 'France', '-e', 'FOLDER', '--to-rank', '1', '--aggregate', 'minimum']),
  'reach/no-index': call(['reach', 'France', '-e', 'FOLDER', '--to-rank', '1', '--missing', 'skip:0.8'], {
    'scores.csv': 'country,offence,defence\nFrance,1,\nJapan,2,1\nKenya,1,3\n',
  }),
  'whatif/bad-change': call(['whatif', 'FRA.offence', '-e', 'FOLDER']),
  'whatif/unknown': call(['whatif', 'FRA.ofence=1', '-e', 'FOLDER']),
  'fit/nothing-published': call(['fit', 'FOLDER']),
  'fit/not-linear': call(['fit', 'FOLDER', '--aggregate', 'minimum'], {
    'published.csv': 'country,rank\nFrance,1\nJapan,2\n',
  }),
  'published/nothing': published('country,remark', 'France,good'),
  'published/not-a-number': published('country,rank', 'France,first', 'Japan,2'),
  'published/unused-column': published('country,rank,scor', 'France,1,50', 'Japan,1,50'),
  'check/differs': {
    ...call(['check', 'FOLDER'], {
      ...named,
      'published.csv': 'country,score,rank\nFrance,50,1\nJapan,50,2\n',
    }),
    isTable: true,
  },
  'check/moved': { ...expecting(kept), isTable: true },
  'check/no-result': expecting('{ "name": "Strength" }'),
} satisfies Partial<Record<ProblemCode, Sketch | Quote>>;

export const examples: Readonly<Record<ProblemCode, Sketch | Quote>> = {
  ...files,
  ...scores,
  ...framework,
  ...weights,
  ...judged,
  ...recipe,
  ...tiersAndRegions,
  ...usage,
  ...questions,
};
