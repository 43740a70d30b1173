// What varies, in words: as it is written after --vary.
import { at } from '../../../math/at.ts';
import { describeRegion } from '../../../methods/region/table.ts';
import { steps } from '../../../methods/steps.ts';
import { describeChoice } from '../../../model/registry.ts';
import type { Variation } from '../../../model/vary.ts';
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

/** What a variation took at a point from 0 to 1: the method, or that it was drawn. */
export function takenAt(variation: Variation, point: number): string {
  if (!('choices' in variation)) return 'drawn';
  const { name, choices } = variation;
  const place = Math.min(choices.length - 1, Math.floor(point * choices.length));
  return describeChoice(steps[name].table, at(choices, place));
}
