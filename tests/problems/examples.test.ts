// The examples that `cyberpower problems` shows: each is what the program says today. `--update` writes them
// anew, and the diff is to be read like any other.
import { chdir, cwd } from 'node:process';
import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import { entries } from '../../src/commands/problems/entries.ts';
import { passagesOf } from '../../src/commands/problems/text.ts';
import { codesOfProblems, problemGroups, type ProblemCode } from '../../src/model/problems/index.ts';
import { folderOf } from '../support/files.ts';
import { run, type Run, type World } from '../support/run.ts';
import { examples, type Quote, type Sketch } from './examples.ts';

const folderName = 'my-index';

/** The message of an example, as the program prints it where the folder is. */
async function messageOf(code: ProblemCode, world: World = {}): Promise<readonly string[]> {
  const example = examples[code];
  if ('message' in example) return example.message;
  const { stdout, stderr } = await runBeside(example, world);
  const blocks = `${stdout}\n${stderr}`.trim().split(/\n\n+/);
  const found = example.isTable === true ? blocks.slice(0, 2).join('\n\n') : blockOf(code, blocks);
  return found.split('\n');
}

/** Runs it in a new folder that holds the folder of the files. */
async function runBeside(example: Sketch, world: World): Promise<Run> {
  const here = cwd();
  const files = Object.entries(example.files).map(([name, content]) => [`${folderName}/${name}`, content]);
  chdir(folderOf(Object.fromEntries(files)));
  try {
    return await run(argsOf(example), world);
  } finally {
    chdir(here);
  }
}

function argsOf({ args }: Sketch | Quote): string[] {
  return args.map((arg) => arg.replaceAll('FOLDER', folderName));
}

/** The first message with that code; a note bears none. */
function blockOf(code: ProblemCode, blocks: readonly string[]): string {
  const found =
    blocks.find((block) => block.includes(`[${code}]`)) ?? blocks.find((block) => block.startsWith('note: '));
  if (found === undefined) throw new Error(`no message has the code ${code}:\n${blocks.join('\n\n')}`);
  return found;
}

function commandOf(example: Sketch | Quote): string {
  const words = argsOf(example).map((word) => (word.includes(' ') ? `"${word}"` : word));
  return ['cyberpower', ...words].join(' ');
}

it('every example is what the program says', async () => {
  const found: Record<string, { command: string; message: readonly string[] }> = {};
  for (const code of codesOfProblems)
    found[code] = { command: commandOf(examples[code]), message: await messageOf(code) };
  await expect(await format(JSON.stringify(found), { parser: 'json', printWidth: 110 })).toMatchFileSnapshot(
    '../../src/commands/problems/examples.json',
  );
});

it.each(
  (['scores/missing', 'weights/opposed'] as const).flatMap((code) => [
    { code, width: 60 },
    { code, width: 80 },
  ]),
)('the example of $code in a terminal of $width is broken as its message is', async ({ code, width }) => {
  const [passage] = entries
    .filter((entry) => entry.code === code)
    .flatMap((entry) => passagesOf(entry, width).slice(-1));
  expect(passage?.lines).toEqual(await messageOf(code, { terminal: width, env: { NO_COLOR: '1' } }));
});

describe('the texts', () => {
  it('have a meaning without a full stop, and sentences that end with one', () => {
    for (const { code, meaning, why, fix } of entries) {
      expect({ code, meaning }).toEqual({
        code,
        meaning: expect.stringMatching(/^[^A-Z].*[^.]$/),
      });
      expect({ code, why, fix }).toEqual({
        code,
        why: expect.stringMatching(/^["A-Z].*\.$/),
        fix: expect.stringMatching(/^["A-Z].*\.$/),
      });
    }
  });

  it('have sentences of at most 20 words', () => {
    const sentences = entries.flatMap(({ code, why, fix }) =>
      `${why} ${fix}`.split(/(?<=[.;:]) /).map((sentence) => ({ code, sentence })),
    );
    expect(sentences.filter(({ sentence }) => sentence.split(' ').length > 20)).toEqual([]);
  });

  it('stand in groups that follow each other, as their headings do', () => {
    expect([...new Set(entries.map(({ group }) => group))].toSorted()).toEqual(
      Object.keys(problemGroups).toSorted(),
    );
    const groups = entries.map(({ group }) => group);
    const beginnings = groups.filter((group, i) => group !== groups[i - 1]);
    expect(beginnings).toEqual([...new Set(groups)]);
  });
});
