// The commands, each under the question that it answers.
import type { CommandEntry } from './command.ts';

export const commands: readonly CommandEntry[] = [
  {
    name: 'rank', question: 'Who ranks where?', summary: 'compute the index and rank the countries by it',
    argument: 'edition',
    load: async () => (await import('./commands/rank.ts')).command,
  },
  {
    name: 'tiers', question: 'Who is in which tier, and why?', summary: 'sort the countries into tiers, with the condition that decided',
    argument: 'edition',
    load: async () => (await import('./commands/tiers.ts')).command,
  },
  {
    name: 'methods', question: 'What is on offer?', summary: 'the methods of every step, or one of them in full',
    argument: 'name',
    load: async () => (await import('./commands/methods.ts')).command,
  },
  {
    name: 'editions', question: 'What is on offer?', summary: 'the bundled indices, or one of them in full',
    argument: 'name',
    load: async () => (await import('./commands/editions.ts')).command,
  },
];
