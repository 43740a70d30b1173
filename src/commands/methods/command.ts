// methods: what is on offer for each step, and what is one of them?
import { stepNames } from '../../methods/steps.ts';
import { ProblemsError } from '../../model/problem.ts';
import { didYouMean, list } from '../../model/words.ts';
import type { Document, Passage } from '../../report/document.ts';
import type { Call, Command } from '../command.ts';
import { outputOptions } from '../shared/options.ts';
import { offers, type Offer } from './offers.ts';
import { methodPassage, methodTable } from './text.ts';
import { workedExample } from './worked-example.ts';

export const command: Command = {
  arguments: [{ name: 'name', meaning: 'a method or a step' }],
  options: outputOptions,
  description:
    'Lists the methods of every step of a recipe. For one method, it shows the formula, parameters, ' +
    'source and an example.',
  examples: [
    { line: 'cyberpower methods', says: 'all methods' },
    { line: 'cyberpower methods aggregate', says: 'the methods of one step' },
    { line: 'cyberpower methods geometric', says: 'one method' },
  ],
  form: async () => (await import('./json.ts')).form,
  run,
};

async function run({ arguments: [name] }: Call): Promise<Document> {
  const named = name === undefined ? offers : offersOf(name);
  // A name may be that of a step and of a method of another one.
  const listed = named.filter(({ step }) => name === undefined || step === name);
  const inFull = named.filter((offer) => !listed.includes(offer));
  return {
    command: 'methods',
    title: listed.length === 0 ? '' : 'Methods for each step of the recipe',
    table: methodTable(named, listed),
    passages: inFull.flatMap(passagesOf),
    notes: listed.length === 0 ? [] : ['cyberpower methods NAME shows formula, parameters and source'],
    data: async () => (await import('./json.ts')).dataOf(named),
  };
}

/** Those of that name, in whichever steps, or those of the step; throws if there are none. */
function offersOf(name: string): readonly Offer[] {
  const found = offers.filter((offer) => offer.step === name || offer.name === name);
  if (found.length === 0) throw unknownName(name);
  return found;
}

/** The method, and what it does to an example where it can be shown on one. */
function passagesOf(offer: Offer): Passage[] {
  const example = workedExample(offer.step, offer.name);
  return example === null ? [methodPassage(offer)] : [methodPassage(offer), example];
}

function unknownName(name: string): ProblemsError {
  const known = [...new Set([...offers.map((offer) => offer.name), ...stepNames])];
  return new ProblemsError([
    {
      code: 'usage/unknown-name',
      severity: 'error',
      place: { argument: name },
      value: name,
      what: `there is no method or step "${name}"${didYouMean(name, known)}`,
      fix: `the steps are ${list(stepNames)}; "cyberpower methods" lists their methods`,
    },
  ]);
}
