// Problems with the command line: commands, options, values and names.
import type { ProblemTexts } from './text.ts';

export const usage = {
  'usage/unknown-command': {
    meaning: 'there is no such command',
    why: 'The first word after "cyberpower" is the command, and this word is none.',
    fix: '"cyberpower --help" lists the commands. To rank a file, write: cyberpower rank FILE.',
  },
  'usage/unknown-option': {
    meaning: 'the command has no such option',
    why: 'The option may be misspelt, belong to another command, or stand before the command.',
    fix: '"cyberpower COMMAND --help" lists the options.',
  },
  'usage/bad-arguments': {
    meaning: "an argument or an option's value is missing, or is one too many",
    why: 'The command cannot tell what you ask for.',
    fix: '"cyberpower COMMAND --help" shows examples. Put a name with spaces in it between quotation marks.',
  },
  'usage/bad-value': {
    meaning: 'an option has a value it cannot take',
    why: 'The option takes other values, such as a whole number or a word from a list.',
    fix: 'Write a value as in the message.',
  },
  'usage/unknown-field': {
    meaning: 'the output has no such field',
    why: 'The output of each command has its own fields, and none has this name.',
    fix: 'Choose from the fields that the message lists.',
  },
  'usage/unknown-filter': {
    meaning: 'a filter names no country or group that is there',
    why: 'The name may be misspelt, or may be in another edition.',
    fix: 'Choose from the names that the message lists.',
  },
  'usage/not-comparable': {
    meaning: 'a country cannot be compared with the others that are named',
    why: 'The country has no index, or its scores are from another year.',
    fix: 'Leave it out, or fill in its scores. "cyberpower explain COUNTRY" shows what it has.',
  },
  'usage/no-tiers': {
    meaning: 'you ask for tiers, and the recipe has none',
    why: 'The program sorts countries into tiers by a rule, and this edition has no rule.',
    fix: 'Pass a rule, such as --tiers thresholds:80,50, or write one into the recipe.',
  },
  'usage/default-edition': {
    meaning: 'you named no edition, so the program took one',
    why: 'The result is that of an edition you may not have meant.',
    fix: 'Name a CSV file, the folder of an edition, or - for standard input.',
  },
  'usage/unknown-name': {
    meaning: 'there is nothing with this name',
    why: 'The name may be misspelt, or may be that of something else.',
    fix: 'Choose from the names that the message lists.',
  },
  'usage/bundled-name': {
    meaning: 'a file or a folder has the name of a bundled edition',
    why: 'The program took the bundled edition, and you may have meant the file.',
    fix: 'Write ./ before the name for the file.',
  },
} satisfies ProblemTexts<'usage'>;
