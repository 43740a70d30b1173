// Texts, numbers and bytes that programs have stumbled over.
import type { Random } from '../support/random.ts';

const plainNames = [
  'Arcadia',
  'Borduria',
  'Syldavia',
  'Zubrowka',
  'Estonia',
  'Finland',
  'Japan',
  'Korea, Rep.',
];

/** Names that are also members of every object. */
export const inherited = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'length'];

/** Texts that mean something to a terminal, a shell, a spreadsheet, a page or a build server. */
export const injections = [
  '\u001b[31mred\u001b[0m',
  '\u001b]0;title\u0007',
  '\u009b2J',
  '\u202Egnp',
  '\u2066x\u2069',
  '\u200E\u200F\u061C\u200B\uFEFF',
  '\u{E0041}\u{E007F}',
  '\u007F',
  'a\rb',
  'a\nb',
  'a\tb',
  'a\u0000b',
  '::error::x',
  '::stop-commands::x',
  '##[command]x',
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '| a | b |',
  '```',
  '~~~~',
  '<b>x</b>',
  '&amp;',
  '[x](y)',
  '"quoted"',
  "it's",
  'a,b',
  'a;b',
  '$(id)',
  '`id`',
  '%s%n',
  'x'.repeat(300),
  '漢字',
  'e\u0301',
  '🏴󠁧󠁢󠁳󠁣󠁴󠁿',
  '\uD800',
];

export const specialNumbers = [
  '0',
  '-0',
  '1e308',
  '-1e308',
  '1.7976931348623157e308',
  '5e-324',
  '1e-320',
  '9007199254740993',
  '0.1',
  '1/3',
  '1e999',
  '-1e999',
  'NaN',
  'Infinity',
  '-Infinity',
  '1,5',
  '1.234,5',
  '12 345',
  '45 %',
  '0x10',
  '１２',
  '٣',
  '',
  ' ',
  '–',
  'n/a',
];

export function countryName(random: Random): string {
  if (random.chance(0.85)) return random.pick(plainNames);
  return random.pick(random.chance(0.3) ? inherited : injections);
}

export function code(random: Random): string {
  if (random.chance(0.97))
    return random.pick(['laws', 'skills', 'firms', 'cells', 'plans', 'units', 'x', 'y1']);
  return random.pick([...inherited, 'index', 'rank', 'name', 'code', 'Ä', 'a b', '', '1', '-']);
}

export function anyText(random: Random): string {
  return random.pick([
    ...plainNames,
    ...inherited,
    ...injections,
    ...specialNumbers,
    'laws',
    'skills',
    '25%',
  ]);
}

/** As a cell of a CSV file. */
export function quotedCell(text: string): string {
  return /[",\n\r;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
