import { describe, expect, it } from 'vitest';
import { folderOf } from '../../support/files.ts';
import { explain } from './calls.ts';

describe('raters', () => {
  const rated = (...lines: string[]) =>
    folderOf({
      'scores.csv': 'country,laws,rules\nFrance,4,full\nJapan,3,none\nKenya,2,partial\n',
      'indicators.csv': 'code,ratings,low,high\nlaws,,0,5\nrules,mine,,\n',
      'index.json':
        '{ "scales": { "mine": ["none", "partial", "full"] }, "recipe": { "normalise": "goalposts" } }',
      'raters.csv': `${['rater,country,indicator,value,confidence', ...lines].join('\n')}\n`,
    });
  const passage = async (country: string, folder: string) =>
    /^Raters\n(.*?)\n\n/ms.exec((await explain(country, '-e', folder)).stdout)?.[1];
  const several = rated.bind(
    null,
    'Ana,France,laws,4,1',
    'Bo,France,laws,3.5,1',
    'Ana,Japan,laws,2,1',
    'Bo,Japan,laws,3,1',
    'Ana,France,rules,full,1',
    'Bo,France,rules,partial,2',
    'Ana,Japan,rules,none,1',
    'Bo,Japan,rules,none,1',
    'Ana,Kenya,rules,partial,1',
  );

  it('who differ are told with what each gave, the score that counts and the spread', async () => {
    expect(await passage('France', several())).toMatchInlineSnapshot(`
      "Raters differ on all 2 scores that several gave this country.
      In the whole edition, 2 raters agree exactly on 1 of 4 shared scores (25 %).
      Krippendorff's alpha is 0.83 for mine (ordinal, 2 scores) and 0.57 for laws
      (interval, 2 scores).
      1 means full agreement, 0 means chance; values below 0.67 are too low to rely
      on.
      indicator  raters                                              score  range   std dev
      laws       Ana 4, Bo 3.5                                       4      0.5        0.35
      rules      Ana full (confidence 1), Bo partial (confidence 2)  full   1 step     0.71"
    `);
  });

  it('who agree are told in a sentence', async () => {
    expect(await passage('Japan', several())).toMatchInlineSnapshot(`
      "Raters differ on 1 of the 2 scores that several gave this country.
      In the whole edition, 2 raters agree exactly on 1 of 4 shared scores (25 %).
      Krippendorff's alpha is 0.83 for mine (ordinal, 2 scores) and 0.57 for laws
      (interval, 2 scores).
      1 means full agreement, 0 means chance; values below 0.67 are too low to rely
      on.
      indicator  raters       score  range  std dev
      laws       Ana 2, Bo 3  3      1         0.71"
    `);
  });

  it('none of whom scored what others scored are told in a sentence', async () => {
    expect(await passage('Kenya', several())).toMatchInlineSnapshot(`
      "No score of this country comes from several raters.
      In the whole edition, 2 raters agree exactly on 1 of 4 shared scores (25 %).
      Krippendorff's alpha is 0.83 for mine (ordinal, 2 scores) and 0.57 for laws
      (interval, 2 scores).
      1 means full agreement, 0 means chance; values below 0.67 are too low to rely
      on."
    `);
    expect(await passage('Kenya', rated('Ana,Kenya,rules,partial,1'))).toBe(
      'No score of this country comes from several raters.',
    );
  });

  it('are not spoken of where there are none', async () => {
    expect((await explain('China', '-e', 'iiss-2021')).stdout).not.toContain('Raters');
  });
});
