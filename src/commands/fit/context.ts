// What fits are about: the index as a sum over weights, what was published of it, and how the two are apart.
import type { Fit } from '../../analysis/fit/fit.ts';
import type { IndexOverRegion } from '../../analysis/pairs/index-over-region.ts';
import { at } from '../../math/at.ts';
import type { Country } from '../../model/edition.ts';
import type { PublishedRow } from '../../model/published.ts';
import type { Result } from '../../model/result.ts';
import type { ShownPlace } from '../../model/rows.ts';

export interface FitContext {
  readonly result: Result;
  readonly robust: IndexOverRegion;
  readonly published: readonly PublishedRow[];
}

/** The country at a position of the index that is summed. */
export function countryAt({ result, robust }: FitContext, position: ShownPlace): Country {
  return at(result.countries, at(robust.index.rows, position));
}

/** A published score beside the index with the fitted weights. */
export interface Residual {
  readonly position: ShownPlace;
  /** As the country is called where it was published. */
  readonly name: string;
  readonly published: number;
  readonly index: number;
  /** The index less what was published. */
  readonly difference: number;
}

export function residualsOf({ residuals }: Fit): Residual[] {
  return residuals.map(({ printed: { row, position }, index }) => {
    const { score, country } = row;
    if (score === null) throw new RangeError(`no score of ${country.name} was published`);
    return { position, name: country.name, published: score, index, difference: index - score };
  });
}
