// The commands, each under the question that it answers.
import type { CommandEntry } from './command.ts';

export const commands: readonly CommandEntry[] = [
  {
    name: 'rank', question: 'Who ranks where?', summary: 'compute the index and rank the countries by it',
    argument: 'edition',
    load: async () => (await import('./rank/command.ts')).command,
  },
  {
    name: 'tiers', question: 'Who is in which tier, and why?', summary: 'sort the countries into tiers, with the condition that decided',
    argument: 'edition',
    load: async () => (await import('./tiers/command.ts')).command,
  },
  {
    name: 'explain', question: 'Why does a country stand where it stands?', summary: 'what each part adds, strengths, weaknesses and neighbours',
    argument: 'country',
    load: async () => (await import('./explain/command.ts')).command,
  },
  {
    name: 'compare', question: 'X or Y?', summary: 'which is ahead, for which weights, and the least change that swaps them',
    argument: 'countries',
    load: async () => (await import('./compare/command.ts')).command,
  },
  {
    name: 'bounds', question: 'Which statements hold for all defensible weights?', summary: 'the best and worst rank and tier of every country, and who is surely ahead of whom',
    argument: 'edition',
    load: async () => (await import('./bounds/command.ts')).command,
  },
  {
    name: 'uncertainty', question: 'How likely is each rank and tier?', summary: 'how often each country has which rank and tier when what is uncertain is drawn',
    argument: 'edition',
    load: async () => (await import('./uncertainty/command.ts')).command,
  },
  {
    name: 'sensitivity', question: 'Which choice moves the ranking?', summary: 'shares of variance for each uncertain choice, and what leaving parts out does',
    argument: 'edition',
    load: async () => (await import('./sensitivity/command.ts')).command,
  },
  {
    name: 'reach', question: 'What must a country improve to reach a rank or a tier?', summary: 'the least that will do, in ratings or in scores, and whether one score does it alone',
    argument: 'country',
    load: async () => (await import('./reach/command.ts')).command,
  },
  {
    name: 'whatif', question: 'What if scores or weights were different?', summary: 'the ranking before and after a change, and who moves',
    argument: 'changes',
    load: async () => (await import('./whatif/command.ts')).command,
  },
  {
    name: 'fit', question: 'Which weights reproduce what was published?', summary: 'the weights behind published ranks, tiers or scores, or why there are none',
    argument: 'edition',
    load: async () => (await import('./fit/command.ts')).command,
  },
  {
    name: 'check', question: 'Are the files sound? Is the ranking still what it was?', summary: 'compare with what was published or expected; exit 3 if it differs',
    argument: 'edition',
    load: async () => (await import('./check/command.ts')).command,
  },
  {
    name: 'methods', question: 'What is on offer?', summary: 'the methods of every step, or one of them in full',
    argument: 'name',
    load: async () => (await import('./methods/command.ts')).command,
  },
  {
    name: 'editions', question: 'What is on offer?', summary: 'the bundled indices, or one of them in full',
    argument: 'name',
    load: async () => (await import('./editions/command.ts')).command,
  },
  {
    name: 'schema', question: 'What is on offer?', summary: 'the JSON Schema of what a command prints, or of settings',
    argument: 'name',
    load: async () => (await import('./schema/command.ts')).command,
  },
  {
    name: 'init', question: 'How do I start my own?', summary: 'write a small edition to begin with, or a copy of one',
    argument: 'folder',
    load: async () => (await import('./init/command.ts')).command,
  },
];
