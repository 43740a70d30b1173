// A folder of editions, and a result that is kept in it.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { folderOf } from '../../support/files.ts';
import { run, type World } from '../../support/run.ts';

/** Files in a folder that is called FOLDER. */
export const files = {
  'ratings.csv': 'country,laws,skills\nFrance,low,3\nJapan,high,1\nKenya,medium,4\n',
  'iiss.csv': [
    'country,strategy,governance,intelligence,empowerment,resilience,leadership,offence',
    'France,strength,potential,strength,weakness,strength,strength,world-leading',
    'Japan,world-leading,world-leading,world-leading,world-leading,world-leading,world-leading,world-leading',
    'Kenya,weakness,potential,weakness,weakness,strength,potential,potential',
  ].join('\n'),
  'panel.csv': 'country,year,laws,skills\nFrance,2020,3,4\nFrance,2021,4,2\nJapan,2021,2,5\nKenya,2020,1,1\n',
  'gaps.csv': 'country,laws,skills,talent\nFrance,3,4,2\nJapan,,5,1\nKenya,1,,3\nPeru,2,2,2\n',
  'plain.csv':
    'country,laws,skills,talent\nFrance,3,4,2\nJapan,2,5,1\nKenya,1,1,3\nPeru,2,2,2\nChile,5,3,1\n',
  'weights.csv': 'code,hawks\nlaws,3\nskills,1\n',
  'nested/scores.csv': 'country,cert,laws,exports\nFrance,4,4.1,2300\nJapan,3,3.2,900\nKenya,4,3.9,15000\n',
  'nested/indicators.csv':
    'code,parent,weight,low,high,transform,normalise,aggregate\nprotection,,2,,,,,harmonic\n' +
    'cert,protection,1,0,5,,,\nlaws,protection,2,,,,minmax:floor=1,\nexports,,1,100,20000,log,,\n',
  'nested/index.yaml':
    'name: Nested\nrecipe:\n  normalise: goalposts\n  aggregate: geometric\n  tiers: thresholds:50\n',
} as const;

/** A folder with the files, and how to call the program in it. */
export function workshop() {
  const folder = folderOf(files);
  const call = async (args: readonly string[], world: World = {}) =>
    run(
      args.map((arg) => arg.replaceAll('FOLDER', folder)),
      world,
    );
  return {
    call,
    /** Keeps what a call prints in kept.json. */
    keep: async (args: readonly string[], world: World = {}) => {
      const { code, stdout } = await call([...args, '--format', 'json'], world);
      expect(code).toBe(0);
      writeFileSync(path.join(folder, 'kept.json'), stdout);
      return stdout;
    },
    write: (name: string, text: string) => writeFileSync(path.join(folder, name), text),
  };
}
