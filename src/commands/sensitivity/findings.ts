// What sensitivity finds out: how much of the movement of ranks comes from which choice, and what leaving
// parts out does.
import type { ReplicateDesign } from '../../analysis/uncertainty/replicates.ts';
import {
  leaveOut,
  sensitivityOf,
  type LeftOut,
  type Outcome,
} from '../../analysis/uncertainty/sensitivity.ts';
import { effectsOf, type Effect } from '../../analysis/uncertainty/effects.ts';
import { canVary, checkVariations } from '../../analysis/uncertainty/variation-problems.ts';
import { at } from '../../math/at.ts';
import type { Estimate, Sensitivity } from '../../math/statistics/sensitivity.ts';
import { comparableRanks } from '../../methods/rank/run.ts';
import { ProblemsError } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import { variationsOf, type Variation, type Vary } from '../../model/vary.ts';
import type { Call } from '../command.ts';
import { checkDraws } from '../shared/bad-value.ts';
import { readDraws, textOf } from '../shared/options.ts';
import { runnerFor } from '../shared/progress.ts';
import type { Session } from '../shared/session.ts';
import { readOutcome } from './outcome.ts';

/** One uncertain choice: its shares of variance, and what it does by itself. */
export interface ChoiceFindings {
  readonly variation: Variation;
  /** The share that it explains alone, and with all that it does together; null where nothing varies. */
  readonly first: Estimate | null;
  readonly total: Estimate | null;
  readonly effect: Effect;
}

export interface Findings {
  /** The rows of the result that countries are counted in. */
  readonly rows: readonly number[];
  readonly seed: number;
  readonly outcome: Outcome;
  /** How many indices were built, and how many blocks of them could be used. */
  readonly replicates: number;
  readonly blocks: Pick<Sensitivity, 'used' | 'failed'>;
  /** In the order of the steps. */
  readonly choices: readonly ChoiceFindings[];
  readonly left: readonly LeftOut[];
}

const BOOTSTRAP = 200;
const USUAL_BLOCKS = 128;
/** How many replicates show what a choice does by itself. */
const EFFECT_DRAWS = 100;

export async function findingsOf(call: Call, session: Session): Promise<Findings> {
  const { edition, result } = session;
  const { draws: blocks, seed, threads } = readDraws(call.options, USUAL_BLOCKS);
  const rows = result.shown.rows;
  const outcome = await readOutcome(result, textOf(call.options['of']) ?? 'shift', rows);
  const variations = variationsOf(edition.recipe.vary ?? usualVary(result));
  if (variations.length < 2) throw oneChoice();
  const design: ReplicateDesign = {
    edition,
    variations,
    seed,
    rows: rows.map((row) => at(result.rows, row)),
  };
  await session.withPlaces(() => {
    checkVariations(design);
  });
  checkDraws(blocks, variations.length + 2, rows.length);
  const runner = await runnerFor(call, threads);
  const nominal = comparableRanks(result.index, rows);
  const limits = { blocks, bootstrap: BOOTSTRAP };
  const { indices, replicates } = await sensitivityOf(design, [outcome], nominal, limits, runner);
  const { first, total, used, failed } = at(indices, 0);
  const effects = await effectsOf(design, nominal, runner, EFFECT_DRAWS);
  return {
    rows,
    seed,
    outcome,
    replicates,
    blocks: { used, failed },
    choices: effects.map((effect, i) => ({
      variation: effect.variation,
      first: at(first, i),
      total: at(total, i),
      effect,
    })),
    left: leaveOut(edition, design.rows, nominal),
  };
}

/** Unless something else is declared: the weights, the indicators and the scores. */
function usualVary({ edition, recipe }: Result): Vary {
  const [noise, ratings] = [0.05, 0.1];
  return {
    region: recipe.region,
    drop: true,
    ...(canVary({ name: 'noise', share: noise }, edition) ? { noise } : {}),
    ...(canVary({ name: 'ratings', share: ratings }, edition) ? { ratings } : {}),
  };
}

function oneChoice(): ProblemsError {
  return new ProblemsError([
    {
      code: 'vary/nothing',
      severity: 'error',
      place: { argument: '--vary' },
      what: 'one choice alone cannot be told from others',
      fix: 'let several vary: --vary weights=around:25% --vary noise=5%',
    },
  ]);
}
