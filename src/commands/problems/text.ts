// What problems says in words: a table of codes, or one code in full.
import { problemGroups } from '../../model/problems/index.ts';
import type { Column, DocumentTable, Passage, Row } from '../../report/document.ts';
import { wrap } from '../../report/layout.ts';
import type { Entry } from './entries.ts';

const columns: readonly Column[] = [
  { key: 'group', label: 'group', kind: 'text' },
  { key: 'code', label: 'code', kind: 'text', tone: 'accent' },
  { key: 'meaning', label: 'what it means', kind: 'text' },
  { key: 'why', label: 'why it matters', kind: 'text' },
  { key: 'fix', label: 'how to fix it', kind: 'text' },
  { key: 'command', label: 'example', kind: 'text' },
  { key: 'message', label: 'message', kind: 'text' },
];

/** The codes, group by group; people see those that are listed, and read of the others in full. */
export function tableOf(entries: readonly Entry[], listed: readonly Entry[]): DocumentTable {
  return {
    columns,
    shown: listed.length === 0 ? [] : ['code', 'meaning'],
    // A message has several lines, which a table for scripts has no room for.
    exported: columns.map(({ key }) => key).filter((key) => key !== 'message'),
    rows: entries.map(rowOf),
    rowsInTable: listed.map(rowOf),
    sections: { by: 'group', heading: headingOf },
  };
}

function rowOf({ code, group, meaning, why, fix, example }: Entry): Row {
  return { group, code, meaning, why, fix, command: example.command, message: example.message.join('\n') };
}

function headingOf(group: string): string {
  return Object.entries(problemGroups).find(([name]) => name === group)?.[1] ?? group;
}

/** What there is to say of a code, with its example as it is printed at that width. */
export function passagesOf({ why, fix, example }: Entry, width: number | null): Passage[] {
  return [
    { title: 'Why it matters', lines: [why] },
    { title: 'How to fix it', lines: [fix] },
    {
      title: `Example: ${example.command}`,
      lines: example.message.flatMap((line) => brokenAs(line, width)),
      isVerbatim: true,
    },
  ];
}

/**
 * A line of a message, broken as messages are: the words after "why:" and "fix:" stand under each other, and
 * a line that quotes a file is never broken.
 */
function brokenAs(line: string, width: number | null): string[] {
  if (width === null || /^ *\d* │/.test(line)) return [line];
  const [label = ''] = /^ {2}(?:why|fix): /.exec(line) ?? [];
  const [first = '', ...others] = wrap(line.slice(label.length), width - label.length);
  return [label + first, ...others.map((other) => ' '.repeat(label.length) + other)];
}
