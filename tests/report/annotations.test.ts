import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/model/problem.ts';
import { formatAnnotations } from '../../src/report/annotations.ts';

const problem: Problem = {
  code: 'scores/not-a-number',
  severity: 'error',
  what: "Arcadia's score is not a number",
};
const annotation = (fields: Partial<Problem>) => formatAnnotations([{ ...problem, ...fields }]);

describe('where', () => {
  it('is the file, the line and the column, as far as they are known', () => {
    const file = 'scores.csv';
    expect(annotation({ place: { file, line: 3, column: 9, length: 4, text: 'Arcadia,hihg' } })).toBe(
      "::error file=scores.csv,line=3,col=9,title=scores/not-a-number::Arcadia's score is not a number\n",
    );
    expect(annotation({ place: { file, line: 3 } })).toBe(
      "::error file=scores.csv,line=3,title=scores/not-a-number::Arcadia's score is not a number\n",
    );
    expect(annotation({ place: { file } })).toBe(
      "::error file=scores.csv,title=scores/not-a-number::Arcadia's score is not a number\n",
    );
  });

  it('is left out where there is none, and where it is on the command line', () => {
    const bare = "::error title=scores/not-a-number::Arcadia's score is not a number\n";
    expect([annotation({}), annotation({ place: { argument: '--weights' } })]).toEqual([bare, bare]);
  });
});

it('the reason and the remedy follow on lines of their own', () => {
  expect(annotation({ why: 'scored 0 to 5', fix: 'write a number' })).toBe(
    "::error title=scores/not-a-number::Arcadia's score is not a number%0Awhy: scored 0 to 5%0Afix: " +
      'write a number\n',
  );
});

it('warnings are warnings, and notes are notices', () => {
  expect(
    [annotation({ severity: 'warning' }), annotation({ severity: 'note' })].map(
      (text) => text.split(' ', 1)[0],
    ),
  ).toEqual(['::warning', '::notice']);
});

describe('what would end a command or a property early', () => {
  it('is escaped in the message: percent signs first, then the ends of lines', () => {
    expect(annotation({ what: '100 % of\r\nArcadia' })).toBe(
      '::error title=scores/not-a-number::100 %25 of%0D%0AArcadia\n',
    );
    expect(annotation({ what: 'already %0A' })).toBe('::error title=scores/not-a-number::already %250A\n');
  });

  it('is escaped in a property: colons and commas too', () => {
    expect(annotation({ place: { file: 'C:\\scores, 50 %\nnew.csv', line: 1 } })).toBe(
      "::error file=C%3A\\scores%2C 50 %25%0Anew.csv,line=1,title=scores/not-a-number::Arcadia's score is not a number\n",
    );
  });

  it('is left as it is in a message where it does no harm', () => {
    expect(annotation({ what: 'a, b: c ::error::' })).toBe(
      '::error title=scores/not-a-number::a, b: c ::error::\n',
    );
  });
});

it('each problem has a line of its own, and none have none', () => {
  expect(formatAnnotations([])).toBe('');
  expect(
    formatAnnotations([
      { ...problem, what: 'one\ntwo' },
      { ...problem, why: 'three' },
    ]).split('\n'),
  ).toHaveLength(3);
});
