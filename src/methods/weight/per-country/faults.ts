// What keeps countries from having weights of their own.
import { present } from '../../../math/statistics/column.ts';
import type { ShareLimits } from './benefit-of-the-doubt.ts';
import type { Siblings, WeightFault } from '../siblings.ts';

/** What leaves no value above 0, to all countries or to one. An only child has no limits, and may be 0. */
export function benefitOfTheDoubtFaults(siblings: Siblings, limits: ShareLimits): WeightFault[] {
  const { codes, columns } = siblings;
  const { least, most } = limits;
  const parts = codes.length;
  if (!columns.some((column) => present(column).some((x) => x > 0))) return [nobody()];
  if (parts === 1) return [];
  if (least * parts > 1 + 1e-12)
    return [
      unfit(
        `none of its ${parts} children may have a share below ${least}, which is more than there is to share`,
        `take a least of ${rounded(1 / parts, Math.floor)} or below`,
      ),
    ];
  if (most * parts < 1 - 1e-12)
    return [
      unfit(
        `none of its ${parts} children may have a share above ${most}, which leaves some to nobody`,
        `take a most of ${rounded(1 / parts, Math.ceil)} or above`,
      ),
    ];
  const rows = columns[0]?.length ?? 0;
  return Array.from({ length: rows }, (_, row) => countryFault(row, siblings, limits) ?? []).flat();
}

/** What leaves one country no value above 0; null if nothing does, or if it lacks a score. */
function countryFault(
  row: number,
  { codes, columns }: Siblings,
  { least, most }: ShareLimits,
): WeightFault | null {
  const parts = codes.length;
  const scores = columns.flatMap((column) => column[row] ?? []);
  if (scores.length < parts) return null;
  const [zero, ...zeros] = codes.filter((_, j) => columns[j]?.[row] === 0);
  const positive = zero === undefined ? parts : parts - 1 - zeros.length;
  const hasRoom = positive * most >= 1 - 1e-12;
  if (positive > 0 && (least === 0 || zero === undefined) && hasRoom) return null;
  if (positive === 0)
    return nothingAbove(row, 'it has no score above 0', 'weights only make something of scores above 0');
  if (least > 0 && zero !== undefined) {
    const why = `no weight gives a score of 0 the share of ${least} that is the least`;
    return { ...nothingAbove(row, `its "${zero}" is 0`, why, 'take no least, '), indicator: zero };
  }
  return nothingAbove(
    row,
    `only ${positive} of its ${parts} scores ${positive === 1 ? 'is' : 'are'} above 0`,
    `none of them may have a share above ${most}`,
    'take a larger most, ',
  );
}

function unfit(what: string, fix: string): WeightFault {
  return { code: 'recipe/bad-parameter', what, fix: `${fix}, or none` };
}

function rounded(x: number, round: (x: number) => number): number {
  return round(x * 1e4) / 1e4;
}

function nobody(): WeightFault {
  return {
    code: 'weights/not-determined',
    what: 'no country has a score above 0',
    fix:
      'leave the category out with --select without:…, or take another weighting, such as --weights ' +
      'equal',
  };
}

function nothingAbove(row: number, what: string, why: string, instead = ''): WeightFault {
  return {
    code: 'weights/not-determined',
    row,
    what,
    why,
    fix:
      `${instead}normalise to a range that starts above 0, as --normalise minmax:floor=1 does, or leave ` +
      'the ' +
      'country out with --select without:…',
  };
}
