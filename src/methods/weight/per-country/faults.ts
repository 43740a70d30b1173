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
        `its ${parts} children must have a share of ${least} each, which exceeds 1 in total`,
        `use a least of ${rounded(1 / parts, Math.floor)} or below`,
      ),
    ];
  if (most * parts < 1 - 1e-12)
    return [
      unfit(
        `its ${parts} children may have a share of ${most} each, which is below 1 in total`,
        `use a most of ${rounded(1 / parts, Math.ceil)} or above`,
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
  if (positive === 0) return nothingAbove(row, 'it has no score above 0', 'weights need scores above 0');
  if (least > 0 && zero !== undefined) {
    const why = `no weight gives a score of 0 the smallest share, ${least}`;
    return { ...nothingAbove(row, `its "${zero}" is 0`, why, 'take no least, '), indicator: zero };
  }
  return nothingAbove(
    row,
    `only ${positive} of its ${parts} scores ${positive === 1 ? 'is' : 'are'} above 0`,
    `none of them may have a share above ${most}`,
    'use a larger most, ',
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
      'leave out the category with --select without:…, or use another weighting, such as --weights ' +
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
      `${instead}use a range above 0, such as --normalise minmax:floor=1, or leave out the country ` +
      'with --select without:…',
  };
}
