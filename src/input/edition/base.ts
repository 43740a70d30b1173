// What an edition says about its indicators, or what was assumed about them.
import type { PartialRecipe } from '../../methods/steps.ts';
import type { Scale } from '../../model/edition.ts';
import type { Framework } from '../../model/framework.ts';

export interface Base {
  readonly framework: Framework;
  readonly scales: readonly Scale[];
  readonly recipe: PartialRecipe;
}
