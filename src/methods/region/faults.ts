// What a region names that is not there, and why the parts of one may leave no weighting.
import { at } from '../../math/at.ts';
import { dot } from '../../math/linear/vector.ts';
import { optimumOf, towards, type Dictionary } from '../../math/linear/linear-program.ts';
import { nameOf, type Country } from '../../model/edition.ts';
import { didYouMean, fold } from '../../model/words.ts';
import type { Limits } from './limits.ts';
import { membersOf, type WeightSpace } from './space.ts';

/** What a region can name: weights, sets of them, and countries. */
export interface RegionField {
  readonly space: WeightSpace;
  readonly setNames: readonly string[];
  readonly countries: readonly Country[];
  /** Whether ranks, or tiers that the recipe has too, were published. */
  readonly isPublished: boolean;
}

/** What is wrong, and how to mend it. */
export interface RegionFault {
  readonly what: string;
  readonly fix: string;
}

/** Codes of an order that have no weight. */
export function orderFaults({ space }: RegionField, { codes }: { codes: readonly string[] }): RegionFault[] {
  const categories = space.groups.flatMap(({ children }) => children.map(({ code }) => code));
  return codes
    .filter((code) => membersOf(space, code) === null)
    .map((code) => ({
      what:
        `the order of importance names "${code}", whose weight does not ` +
        `vary${didYouMean(code, [...space.codes, ...categories])}`,
      fix: 'name indicators or categories with a weight that varies',
    }));
}

/** No named sets to mix. */
export function setFaults({ setNames }: RegionField): RegionFault[] {
  if (setNames.length > 0) return [];
  return [
    {
      what: 'the edition has no named sets of weights to mix',
      fix: 'add sets to weights.csv, or use another region such as --region around:25%',
    },
  ];
}

/** One country alone, countries that are not ranked, or nothing that was published. */
export function publishedFaults(
  { countries, isPublished }: RegionField,
  { countries: named }: { countries: readonly string[] | null },
): RegionFault[] {
  const written = named ?? [];
  if (written.length === 1)
    return [
      {
        what: '"published" names only one country',
        fix: 'name at least two, best first: published:USA,CHN',
      },
    ];
  if (written.length === 0 && !isPublished)
    return [
      {
        what: 'the edition has no published ranks or tiers',
        fix: 'name countries in their order: published:USA,CHN',
      },
    ];
  const names = countries.map((country) => nameOf(country));
  const isRanked = (name: string) =>
    countries.some((country) => country.code === name.toUpperCase() || fold(country.name) === fold(name));
  return written
    .filter((name) => !isRanked(name))
    .map((name) => ({
      what: `"published" names "${name}", which is not ranked${didYouMean(name, names)}`,
      fix: 'write the ISO code or name of a ranked country',
    }));
}

/** The first two of an order that the other limits, which leave `others`, force the other way round. */
export function orderAgainst(
  others: Dictionary,
  { constraints }: Limits,
  { codes }: { codes: readonly string[] },
): string | null {
  for (const [i, { coefficients }] of constraints.entries()) {
    const { value, point } = optimumOf(towards(others, coefficients));
    if (value >= 0) continue;
    const weights = point.slice(0, coefficients.length);
    const weightOf = (sign: 1 | -1) =>
      dot(
        coefficients.map((x) => Math.max(0, sign * x)),
        weights,
      );
    return (
      `the others leave "${at(codes, i)}" at most ${weightOf(1).toFixed(3)} where "${at(codes, i + 1)}" ` +
      'has ' +
      weightOf(-1).toFixed(3)
    );
  }
  return null;
}
