// An edition made of a CSV file alone.
import { describe, expect, it } from 'vitest';
import { workshop } from './workshop.ts';

const iiss = (header: string, lines: readonly string[]) => `country,${header}\n${lines.join('\n')}\n`;
const codes = 'strategy,governance,intelligence,empowerment,resilience,leadership,offence';
const rated = [
  'France,strength,potential,strength,weakness,strength,strength,world-leading',
  'Japan,weakness,potential,weakness,weakness,strength,potential,potential',
  `United States${',world-leading'.repeat(7)}`,
];

/** Scores without a framework, of every kind that is read. */
const bare: Readonly<Record<string, string | Uint8Array>> = {
  'numbers.csv': 'country,laws,skills\nFrance,3,4\nJapan,2,5\nKenya,1,1\n',
  'ratings.csv': 'country,laws,skills\nFrance,low,yes\nJapan,high,no\nKenya,medium,yes\n',
  'mixed.csv':
    'country,laws,skills,maturity\nFrance,low,3,formative\nJapan,high,4,dynamic\nKenya,medium,1,start-up\n',
  'groups.csv': 'country,region,laws,rank\nFrance,Europe,3,1\nJapan,Asia,2,2\nKenya,Africa,1,3\n',
  'headers.csv':
    'country,"Laws, and courts",% of GDP,index,Ärger\nFrance,3,4,5,6\nJapan,2,5,1,1\nKenya,1,1,1,3\n',
  'commas.csv': 'country;laws;skills\nFrance;3,5;4\nJapan;2,25;5\nKenya;1;1,5\n',
  'panel.csv': 'country,year,laws,skills\nFrance,2020,3,4\nFrance,2021,4,2\nJapan,2021,2,5\nKenya,2020,1,1\n',
  'long.csv': 'country,indicator,value\nFrance,laws,3\nFrance,skills,4\nJapan,laws,2\nJapan,skills,5\n',
  'utf16.csv': new Uint8Array(
    Buffer.from('\ufeffcountry\tlaws\tskills\nFrance\t3\t4\nJapan\t2\t5\n', 'utf16le'),
  ),
  'iiss.csv': iiss(codes, rated),
  'iiss-names.csv': iiss(
    'Strategy and doctrine,"Governance, command and control",Core cyber-intelligence capability,Cyber ' +
      'empowerment and dependence,Cyber security and resilience,Global leadership in cyberspace ' +
      'affairs,Offensive cyber capability',
    rated,
  ),
  'iiss-numbers.csv': iiss(codes, ['France,1,2,3,4,5,6,7', 'Japan,7,6,5,4,3,2,1']),
  'iiss-and-more.csv': iiss(
    `${codes},size`,
    rated.map((line, i) => `${line},${i}`),
  ),
  // Names that YAML would take for something else.
  '2024.csv': 'country,laws\nFrance,3\nJapan,1\n',
  'true.csv': 'country,laws\nFrance,3\nJapan,1\n',
  'laws: a draft #1.csv': 'country,laws\nFrance,3\nJapan,1\n',
  '[laws].csv': 'country,laws\nFrance,3\nJapan,1\n',
};

describe('an edition made of a CSV file', () => {
  it.each(Object.keys(bare))('has the same ranking: %s', async (name) => {
    const { call, ranking } = workshop({ [name]: bare[name] ?? '' });
    expect((await call(['init', 'FOLDER/mine', '--from', `FOLDER/${name}`])).code).toBe(0);
    const original = await ranking(`FOLDER/${name}`);
    expect(original).toBeTypeOf('object');
    expect(await ranking('FOLDER/mine')).toEqual(original);
  });

  it('is called as the file, and says what was assumed', async () => {
    const { call, read } = workshop({ 'my laws.csv': bare['mixed.csv'] ?? '' });
    const { stderr } = await call(['init', 'FOLDER/mine', '--from', 'FOLDER/my laws.csv']);
    expect(stderr).toContain('note: assumed 3 indicators');
    expect(read('mine/index.yaml')).toContain('\nname: my laws\n');
    expect(read('mine/indicators.csv')).toBe(
      'code,name,weight,direction,column,low,high,ratings,normalise\nlaws,laws,1,1,,,,low-high,goalposts\n' +
        'skills,skills,1,1,,,,,\nmaturity,maturity,1,1,,,,maturity,goalposts\n',
    );
    expect(read('mine/scores.csv')).toBe(bare['mixed.csv']);
  });

  it('says each step of the recipe', async () => {
    const { call, read } = workshop({ 'iiss.csv': bare['iiss.csv'] ?? '' });
    await call(['init', 'FOLDER/mine', '--from', 'FOLDER/iiss.csv']);
    expect(read('mine/index.yaml')).toMatch(
      /\nrecipe:\n {2}missing: error\n {2}normalise: goalposts\n {2}weights: given\n {2}aggregate: arithmetic\n {2}rank: competition\n {2}tiers: \{"method":"profile",/,
    );
  });

  it('may come from standard input', async () => {
    const { call, ranking } = workshop();
    const world = { stdin: bare['numbers.csv'] ?? '' };
    expect((await call(['init', 'FOLDER/mine', '--from', '-'], world)).code).toBe(0);
    expect(await ranking('FOLDER/mine')).toEqual(await ranking('-', world));
  });
});
