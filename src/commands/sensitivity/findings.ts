// What sensitivity finds out: how much of the movement of ranks comes from which choice, and what leaving
// parts out does.
import { outcomeOf, type Outcome } from '../../analysis/uncertainty/outcome.ts';
import {
  blocksNeeded,
  leaveOut,
  sensitivityOf,
  type LeftOut,
} from '../../analysis/uncertainty/sensitivity.ts';
import { effectsOf, type Effect } from '../../analysis/uncertainty/effects.ts';
import { canVary } from '../../analysis/uncertainty/variation-problems.ts';
import { at } from '../../math/at.ts';
import type { Estimate, Sensitivity } from '../../math/statistics/sensitivity.ts';
import { ProblemsError } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import { variationsOf, type Variation, type Vary } from '../../model/recipe.ts';
import type { ResultRow } from '../../model/rows.ts';
import type { Call } from '../command.ts';
import { checkDraws } from '../shared/bad-value.ts';
import { drawingOf, EFFECT_DRAWS } from '../shared/drawing.ts';
import { rowsShown } from '../shared/rows.ts';
import { textOf } from '../shared/options.ts';
import type { Session } from '../shared/session.ts';
import { readOutcome } from './outcome.ts';

/** One uncertain choice: its shares of variance, and what it does by itself. */
export interface ChoiceFindings {
  readonly variation: Variation;
  /** The share that it accounts for alone, and including interactions; null where nothing varies. */
  readonly first: Estimate | null;
  readonly total: Estimate | null;
  readonly effect: Effect;
}

export interface Findings {
  /** The rows of the result that countries are counted in. */
  readonly rows: readonly ResultRow[];
  readonly seed: number;
  readonly outcome: Outcome;
  /** How many indices were built, and how many blocks of them could be used. */
  readonly replicates: number;
  readonly blocks: Pick<Sensitivity, 'used' | 'failed'>;
  /** Why the first index that failed did; null if none did. */
  readonly failure: string | null;
  /** How many blocks would probably make every estimate certain enough; null where each is. */
  readonly drawsNeeded: number | null;
  /** The outcome where it is the same in all blocks, and what it is nominally. */
  readonly constant: number | null;
  readonly nominal: number | null;
  /** In the order of the steps. */
  readonly choices: readonly ChoiceFindings[];
  readonly left: readonly LeftOut[];
}

const BOOTSTRAP = 200;
export const USUAL_BLOCKS = 128;

export async function findingsOf(call: Call, session: Session): Promise<Findings> {
  const { edition, result } = session;
  const outcome = await readOutcome(result, textOf(call.options['of']) ?? 'shift', rowsShown(result));
  const variations = variationsOf(edition.recipe.vary ?? usualVary(result));
  if (variations.length < 2) throw oneChoice();
  const drawing = await drawingOf(call, session, variations, USUAL_BLOCKS);
  const { design, rows, comparable: nominal, draws: blocks, runner } = drawing;
  checkDraws(blocks, 2 * variations.length + 2, rows.length);
  const limits = { blocks, bootstrap: BOOTSTRAP };
  const { indices, replicates, failures } = await sensitivityOf(design, [outcome], nominal, limits, runner);
  const shares = at(indices, 0);
  const effects = await effectsOf(design, nominal, runner, EFFECT_DRAWS, outcome);
  return {
    rows,
    seed: design.seed,
    outcome,
    replicates,
    blocks: { used: shares.used, failed: shares.failed },
    failure: failures[0] ?? null,
    drawsNeeded: blocksNeeded(shares),
    constant: shares.constant,
    nominal: outcomeOf(outcome, { ranks: nominal, scores: [], tiers: [] }, nominal),
    choices: effects.map((effect, i) => ({
      variation: effect.variation,
      first: at(shares.first, i),
      total: at(shares.total, i),
      effect,
    })),
    left: leaveOut(edition, design.rows, nominal, outcome),
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
      what: 'sensitivity compares choices, and only one varies',
      fix: 'vary at least two: --vary weights=around:25% --vary noise=5%',
    },
  ]);
}
