// What is said where tiers are asked for and there are none.
import { ProblemsError } from '../../../model/problem.ts';

export function noTiers(id: string): ProblemsError {
  return new ProblemsError([
    {
      code: 'usage/no-tiers',
      severity: 'error',
      place: { argument: '--tiers' },
      what: `the recipe of "${id}" has no tiers`,
      fix: 'pass a rule, such as --tiers thresholds:80,50 or quantiles:4, or add one to the recipe',
    },
  ]);
}
