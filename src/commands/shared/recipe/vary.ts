// What varies, in words: as it is written after --vary.
import { at } from '../../../math/at.ts';
import { describeRegion } from '../../../methods/region/table.ts';
import { steps } from '../../../methods/steps.ts';
import { describeChoice } from '../../../model/registry.ts';
import type { Edition } from '../../../model/edition.ts';
import type { Variation } from '../../../model/recipe.ts';
import { count } from '../../../model/words.ts';
import { significant } from '../../../report/numbers.ts';

/** `normalise=minmax/zscore`, `weights=around:25%`, `noise=5%`. */
export function describeVariation(variation: Variation): string {
  if ('choices' in variation) {
    const { table } = steps[variation.name];
    return `${variation.name}=${variation.choices.map((choice) => describeChoice(table, choice)).join('/')}`;
  }
  if ('region' in variation) return `weights=${describeRegion(variation.region)}`;
  if ('share' in variation) return `${variation.name}=${significant(variation.share * 100, 12)}%`;
  return variation.name;
}

/** What varies, as the subject of a sentence; each takes a verb in the singular. */
const subjects: Readonly<Record<Variation['name'], string>> = {
  raters: 'the choice of raters',
  noise: 'noise in scores',
  ratings: 'error in ratings',
  drop: 'leaving indicators out',
  denominate: 'the choice of denominators',
  transform: 'the choice of transformations',
  screen: 'the choice of screening',
  impute: 'the choice of imputation',
  treat: 'the treatment of outliers',
  missing: 'the rule for missing scores',
  normalise: 'the choice of normalisation',
  weights: 'the choice of weights',
  aggregate: 'the choice of aggregation',
};

/** `leaving indicators out`: what varies, as the subject of a sentence with a verb in the singular. */
export function variationWords({ name }: Variation): string {
  return subjects[name];
}

/** What is drawn for scores, a line for each kind of error, and which of them have none. */
export function errorNotes(variations: readonly Variation[], { certain }: Edition): string[] {
  const notes = variations.flatMap(errorNote);
  const amount = [...(certain?.values() ?? [])].reduce((total, rows) => total + rows.size, 0);
  if (notes.length > 0 && amount > 0)
    notes.push(`certain: ${count(amount, 'score')} ${amount === 1 ? 'stays' : 'stay'} without error`);
  return notes;
}

function errorNote(variation: Variation): string[] {
  if (variation.name === 'raters')
    return ['raters: each draw takes the score of one rater, chosen by confidence'];
  if (!('share' in variation)) return [];
  const share = `${significant(variation.share * 100, 12)} %`;
  if (variation.name === 'ratings')
    return [
      `ratings: about ${share} move one step up or down in each draw; inwards at the ends of the scale`,
    ];
  const ends = 'reflected at goalposts, or at 0 where no score is negative';
  return [`noise: normal errors with a standard deviation of ${share} of each indicator's range, ${ends}`];
}

/** What a variation took at a point from 0 to 1: the method, or that it was drawn. */
export function takenAt(variation: Variation, point: number): string {
  if (!('choices' in variation)) return 'drawn';
  const { name, choices } = variation;
  const place = Math.min(choices.length - 1, Math.floor(point * choices.length));
  return describeChoice(steps[name].table, at(choices, place));
}
