// Where ranks are of rounded scores, published tiers have to be parted once scores are rounded.
import { describe, expect, it } from 'vitest';
import { folderOf } from '../support/files.ts';
import { told } from '../support/regressions.ts';
import { run } from '../support/run.ts';

interface FitJson {
  readonly fits: readonly {
    readonly found: boolean;
    readonly proved: boolean;
    readonly agree: number;
    readonly options: string;
    readonly weights: Readonly<Record<string, { readonly effective: number }>>;
  }[];
}

/** Scores of two indicators, ranked as whole numbers, with published tiers. */
const folder = (scores: string, published: string) =>
  folderOf({
    'index.json': JSON.stringify({
      recipe: { normalise: 'none', rank: { method: 'competition', decimals: 0 } },
    }),
    'indicators.csv': 'code\na\nb\n',
    'scores.csv': `country,a,b\n${scores}`,
    'published.csv': `country,tier\n${published}`,
  });

async function fitted(where: string) {
  const { fits } = await told<object, FitJson>('fit', where, '--region', 'any');
  return { ...fits[0] };
}

describe('tiers of rounded scores', () => {
  it('are found where only a half that is rounded up parts them', async () => {
    // Germany is rounded to 1 from a = 0.6 on, where it has 0.5; Brazil to −1 up to there, where it has −0.5.
    const found = await fitted(
      folder('Germany,2.5,-2.5\nLatvia,0,0\nBrazil,0.5,-2\n', 'Germany,Upper\nLatvia,Middle\nBrazil,Lower\n'),
    );
    expect(found).toMatchObject({ found: true, proved: true, agree: 3 });
    expect(found.weights?.['a']?.effective).toBeCloseTo(0.6, 9);
  });

  it('are found further from the nominal weights than unrounded ones', async () => {
    // Half and half, Latvia has 2.4 and Brazil 2.2: both are 2. From a = 0.625 on Latvia is 3; fewer decimals do.
    const found = await fitted(folder('Latvia,2.8,2\nBrazil,2.2,2.2\n', 'Latvia,Upper\nBrazil,Lower\n'));
    expect(found).toMatchObject({ found: true, agree: 2 });
    expect(found.weights?.['a']?.effective).toBeCloseTo(0.63, 9);
  });

  it('are ruled out where no weights part them by enough', async () => {
    const found = await fitted(folder('Latvia,2.4,2.3\nBrazil,2.2,2.1\n', 'Latvia,Upper\nBrazil,Lower\n'));
    expect(found).toMatchObject({ found: false, proved: true });
  });

  it('have ranges that may be too wide, which is said', async () => {
    const where = folder('Latvia,2.8,2\nBrazil,2.2,2.2\n', 'Latvia,Upper\nBrazil,Lower\n');
    const { stdout } = await run(['fit', where, '--region', 'any']);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      'for tiers, the true ranges may be narrower, because of rounding',
    );
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      'with cut-offs on the index, reproduce the published tiers of 2 countries. Weights',
    );
  });
});
