// What varies, in words: as it is written after --vary.
import { describeRegion } from '../../methods/region/table.ts';
import { steps } from '../../methods/steps.ts';
import { describeChoice } from '../../model/registry.ts';
import type { Variation } from '../../model/vary.ts';

/** `normalise=minmax/zscore`, `weights=around:25%`, `noise=5%`. */
export function describeVariation(variation: Variation): string {
  if ('choices' in variation)
    return `${variation.name}=${variation.choices.map((choice) => describeChoice(steps[variation.name].table, choice)).join('/')}`;
  if ('region' in variation) return `weights=${describeRegion(variation.region)}`;
  if ('share' in variation) return `${variation.name}=${Number((variation.share * 100).toPrecision(12))}%`;
  return variation.name;
}

/** What a variation took at a point: the method, or that it was drawn. */
export function takenAt(variation: Variation, at: number): string {
  if (!('choices' in variation)) return 'drawn';
  const choice =
    variation.choices[Math.min(variation.choices.length - 1, Math.floor(at * variation.choices.length))];
  return choice === undefined ? '' : describeChoice(steps[variation.name].table, choice);
}
