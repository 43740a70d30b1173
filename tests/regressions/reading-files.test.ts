// No file is read in a wrong way in silence: what is no score is said to be none, and why.
import { describe, expect, it } from 'vitest';
import { folderOf } from '../support/files.ts';
import { byName, named, regression, told } from '../support/regressions.ts';
import { run } from '../support/run.ts';

const fileOf = (content: string): string => `${folderOf({ 'my.csv': content })}/my.csv`;

interface Parts {
  readonly scores: Readonly<Record<string, number>>;
}

/** Standard error where a file is refused; null where it is read. */
async function refusal(...args: readonly string[]): Promise<string | null> {
  const { code, stderr } = await run(args);
  return code === 0 ? null : stderr;
}

describe('years in headings', () => {
  it.each([
    ['2019', '2020', '2021'],
    ['2019 [YR2019]', '2020 [YR2020]', '2021 [YR2021]'],
    ['YR2019', 'YR2020', 'YR2021'],
  ])('are years of one indicator, or refused with how to say so: %s', async (...years) => {
    const file = fileOf(
      `Country,Code,${years.join(',')}\nFrance,FRA,1,2,3\nJapan,JPN,3,2,1\nPoland,POL,9,9,2\n`,
    );
    const said = await refusal('rank', file);
    if (said === null) {
      const { countries } = await told<Parts>('rank', file);
      expect(countries.map(({ name, year }) => [name, year])).toEqual([
        ['France', 2021],
        ['Poland', 2021],
        ['Japan', 2021],
      ]);
    } else {
      expect(said).toContain('[scores/years-in-headings]');
      expect(said).toMatch(/2019[^]*2021[^]*year/);
    }
  });
});

describe('attributes of SDMX', () => {
  it('are no indicators', async () => {
    const file = fileOf(
      'DATAFLOW,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n' +
        'WDI,FRA,BB,2021,48,\nWDI,JPN,BB,2021,37,\nWDI,POL,BB,2021,22,\n',
    );
    const said = await refusal('rank', file);
    if (said === null) {
      const { countries } = await told<Parts>('rank', file);
      for (const { scores } of countries)
        expect(Object.keys(scores).filter((code) => /time|obs/i.test(code))).toEqual([]);
    } else expect(said).toMatch(/TIME_PERIOD[^]*year/);
  });
});

describe('aggregates', () => {
  const owid =
    'Entity,Code,x\nWorld,OWID_WRL,0\nEurope,,1\nOECD members,OED,2\nEuropean Union,EUU,500\nHigh income,,600\n' +
    'France,FRA,10\nJapan,JPN,20\nPoland,POL,15\n';

  it('do not compete, nor set the range', async () => {
    const found = await told('rank', fileOf(owid));
    expect(byName(found, ({ score }) => score)).toEqual({ Japan: 100, Poland: 50, France: 0 });
  });

  it('are named where they are left out', async () => {
    const { problems } = await told('rank', fileOf(owid));
    const said = problems.filter(({ code }) => code === 'scores/aggregates');
    expect(said).toHaveLength(1);
    expect(said[0]?.what).toMatch(/5 [^]*World[^]*Europe/);
    expect(problems.filter(({ code }) => code === 'scores/unknown-country')).toEqual([]);
  });

  it('are left out of an edition, too', async () => {
    const folder = folderOf({
      'scores.csv': 'country,x\nWorld,0\nFrance,10\nJapan,20\n',
      'indicators.csv': 'code\nx\n',
    });
    expect(byName(await told('rank', folder), ({ score }) => score)).toEqual({ Japan: 100, France: 0 });
  });

  it('hide no column of countries, and make none of a column of regions', async () => {
    const csv =
      'area,land,x\nEurope,France,10\nAsia,Japan,20\nWorld,World,500\nEurope,Frnace,15\nWorld,Africa,0\n';
    const found = await told('rank', fileOf(csv));
    expect(byName(found, ({ score }) => score)).toEqual({ Japan: 100, Frnace: 50, France: 0 });
  });
});

describe('a column that is dropped although it holds digits', () => {
  it('is warned of, with the reason: digits in another notation', async () => {
    const file = fileOf('country,a,b\nFrance,"1.234,5",1\nJapan,"2.345,5",2\nPoland,"1.999,5",3\n');
    const said = await refusal('rank', file);
    if (said === null) {
      const { problems } = await told('rank', file);
      const warning = problems.find(({ severity }) => severity === 'warning');
      expect(warning?.what).toMatch(/"a"/);
      expect(JSON.stringify(warning)).toContain('1.234,5');
    } else expect(said).toMatch(/"a"[^]*1\.234,5/);
    expect((await run(['rank', file, '--strict'])).code).toBe(1);
  });

  it('is warned of, with the reason: an earlier result', async () => {
    const { problems, countries } = await told<Parts>(
      'rank',
      fileOf('country,rank,score,a\nFrance,1,90,3\nJapan,2,80,2\nPoland,3,70,9\n'),
    );
    expect(Object.keys(countries[0]?.scores ?? {})).toEqual(['index', 'a']);
    const warned = problems.filter(({ severity }) => severity === 'warning').map(({ what }) => what);
    expect(warned.join('\n')).toMatch(/rank[^]*score[^]*earlier result/);
  });

  it('is warned of, with the reason: words of a scale, where most cells are something else', async () => {
    const { problems } = await told(
      'rank',
      fileOf(
        'country,a,b\nFrance,high,1\nJapan,medium,2\nPoland,"high, see note",3\nFinland,"low (est.)",4\n',
      ),
    );
    const warned = problems.filter(({ severity }) => severity === 'warning').map(({ what }) => what);
    expect(warned.join('\n')).toMatch(/"a"/);
  });

  it('is no matter for a column of codes or of text', async () => {
    const { problems } = await told(
      'rank',
      fileOf('iso3,country,region,a\nFRA,France,Europe,1\nJPN,Japan,Asia,2\n'),
    );
    expect(problems.filter(({ severity }) => severity === 'warning')).toEqual([]);
  });

  it('is the reason that is given where nothing else is left', async () => {
    const said = (await refusal('rank', fileOf('country,score\nFrance,45\nJapan,50\n'))) ?? '';
    expect(said).not.toContain('none is mostly numbers');
    expect(said).toMatch(/"score"[^]*earlier result/);
  });
});

describe('a point in numbers of a file with semicolons', () => {
  const thousands = 'country;x\nFrance;1.234\nJapan;2.345\nPoland;4.999\n';

  it('that may part thousands or decimals is refused, with both readings', async () => {
    const { code, stdout, stderr } = await run(['rank', fileOf(thousands)]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/1\.234[^]*1234|1234[^]*1\.234/);
    expect(stderr).toMatch(/--decimal \.[^]*--decimal ,|--decimal ,[^]*--decimal \./);
  });

  it.each([
    [',', 1234],
    ['.', 1.234],
  ])('is read as is said: --decimal %s', async (decimal, score) => {
    const found = await told('rank', fileOf(thousands), '--decimal', decimal, '--normalise', 'none');
    expect(named(found, 'France').score).toBe(score);
  });

  it('is a decimal point where one number can be nothing else', async () => {
    const found = await told('rank', fileOf('country;x\nFrance;1.234\nJapan;2.5\n'), '--normalise', 'none');
    expect(named(found, 'France').score).toBe(1.234);
  });

  it('parts no thousands where no file with semicolons says so', async () => {
    const found = await told('rank', fileOf('country,x\nFrance,1.234\nJapan,2.345\n'), '--normalise', 'none');
    expect(named(found, 'France').score).toBe(1.234);
  });
});

describe('a file inside an edition', () => {
  it.each(['scores.csv', 'indicators.csv', 'index.json'])('means the edition: %s', async (file) => {
    const scoresOf = async (edition: string) => byName(await told('rank', edition), ({ score }) => score);
    expect(await scoresOf(regression(`zs/${file}`))).toEqual(await scoresOf(regression('zs')));
  });

  it('that is no part of it is itself', async () => {
    const folder = folderOf({
      'scores.csv': 'country,x\nFrance,1\nJapan,2\n',
      'indicators.csv': 'code,direction\nx,-1\n',
      'mine.csv': 'country,x\nFrance,1\nJapan,2\n',
    });
    expect(named(await told('rank', `${folder}/mine.csv`), 'Japan').rank).toBe(1);
    expect(named(await told('rank', folder), 'Japan').rank).toBe(2);
  });
});
