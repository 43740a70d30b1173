import { describe, expect, it } from 'vitest';
import { csvOf, explain, explained } from './calls.ts';

describe('the country', () => {
  it.each(['China', 'CHN', 'cn', "People's Republic of China"])('may be called "%s"', async (term) => {
    expect((await explained(term, '-e', 'iiss-2021')).country).toEqual({
      rank: 5,
      code: 'CHN',
      name: 'China',
      score: 66.6666666667,
      tier: 'Tier Two',
    });
  });

  it('that nobody knows is called as in the file', async () => {
    expect(
      (await explained('arcadia', '-e', csvOf(['country,laws', 'Arcadia,3', 'Borduria,1']))).country,
    ).toMatchObject({ rank: 1, name: 'Arcadia' });
  });

  it('that is not there is refused, with the ones that are', async () => {
    const { code, stdout, stderr } = await explain('Chinna', '-e', 'iiss-2021');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('"Chinna" is not a ranked country; did you mean "China"?');
  });

  it('must be named', async () => {
    const { code, stderr } = await explain();
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('name a country') });
  });

  it('of a panel is that of its latest year', async () => {
    const panel = csvOf([
      'country,year,laws',
      'France,2020,3',
      'France,2021,4',
      'Japan,2021,2',
      'Kenya,2020,1',
    ]);
    expect((await explained('France', '-e', panel)).country).toMatchObject({ year: 2021, rank: 1 });
    expect((await explained('Kenya', '-e', panel)).country).toMatchObject({ year: 2020, rank: 2 });
    expect((await explained('France', '-e', panel, '--select', 'only:year=2020')).country).toMatchObject({
      year: 2020,
    });
    expect((await explain('France', '-e', panel)).stdout).toContain('France 2021, rank 1 of 2, index');
  });

  it('that is not ranked is said to be so, without neighbours and without points of an index', async () => {
    const gaps = csvOf(['country,laws,skills,talent', 'France,3,4,2', 'Japan,2,,', 'Kenya,1,1,1']);
    const { stdout } = await explain('Japan', '-e', gaps, '--missing', 'skip');
    expect(stdout).toContain('Japan, not ranked\n');
    expect(stdout).not.toMatch(/Just above|Just below|largest contribution/);
    expect((await explained('Japan', '-e', gaps, '--missing', 'skip')).parts.map(({ adds }) => adds)).toEqual(
      [null, null, null],
    );
  });

  it('that shares its rank says with whom', async () => {
    expect((await explain('China', '-e', 'iiss-2021')).stdout).toMatch(
      /China, rank 5 of 15 \(tied with Australia and Canada\), index 66\.7, Tier Two/,
    );
  });

  it('cannot drive the terminal', async () => {
    const { stdout } = await explain(
      'Arca\u001b[2Jdia',
      '-e',
      csvOf(['country,laws', 'Arca\u001b[2Jdia,3', 'Japan,1']),
    );
    expect(stdout).toContain('Arca␛[2Jdia');
    expect(stdout).not.toContain('\u001b');
  });
});
