// What becomes of the scores that a change is about.
import { at, of } from '../../../math/at.ts';
import { nameOf, subjectOf, type Country, type Edition, type Scale } from '../../../model/edition.ts';
import { indicators, type Indicator } from '../../../model/framework.ts';
import type { Result } from '../../../model/result.ts';
import type { ScoreChange } from '../../../model/whatif.ts';
import { count, didYouMean, list, possessive, quoted } from '../../../model/words.ts';
import { RATING_OR_NUMBER, rangeOf, rangeText, ratingsText } from '../../cells/range.ts';
import { findRating } from '../../cells/scales.ts';
import { isDecimal } from '../../files/decimal.ts';
import type { Complaint, Report } from '../complaint.ts';
import { numberAfter, short, type Operation } from './operation.ts';
import type { Target } from './target.ts';

/** A score after a change, or why there is none. */
type Outcome =
  | { readonly kind: 'missing' }
  | { readonly kind: 'refused'; readonly complaint: Complaint }
  | {
      /** `clamped` to the end of its range, or left `outside`. */
      readonly kind: 'changed' | 'clamped' | 'outside';
      readonly score: number;
      readonly text: string;
    };

/** The scores that a change cannot raise, takes to the end of their range or beyond, or leaves alone. */
interface Remarks {
  readonly missing: string[];
  readonly clamped: string[];
  readonly outside: string[];
  readonly same: string[];
}

/** Changes scores, each of what earlier changes left; by column and row. */
export function changeScores(
  { rows, node }: Target,
  operation: Operation,
  result: Result,
  scores: Map<string, ScoreChange>,
  report: Report,
): void {
  const remarks: Remarks = { missing: [], clamped: [], outside: [], same: [] };
  const seen = new Set<string>();
  for (const leaf of indicators(node)) {
    for (const place of rows) {
      const [row, country] = [at(result.rows, place), at(result.countries, place)];
      const key = `${row} ${leaf.column}`;
      // Several indicators may read one score.
      if (seen.has(key)) continue;
      seen.add(key);
      const earlier = scores.get(key);
      const from = earlier === undefined ? at(of(result.edition.columns, leaf.column), row) : earlier.from;
      const now = earlier?.to ?? from;
      const outcome = scoreAfter(leaf, country, operation, now, result.edition);
      if (outcome.kind === 'refused') {
        report(outcome.complaint);
        return;
      }
      remark(remarks, `${possessive(nameOf(country))} "${leaf.code}"`, outcome, now);
      if (outcome.kind !== 'missing')
        scores.set(key, { code: leaf.code, column: leaf.column, row, from, to: outcome.score });
    }
  }
  const { missing, clamped, outside, same } = remarks;
  if (clamped.length > 0) report(clampedWarning(clamped), 'warning');
  if (outside.length > 0) report(outsideWarning(outside), 'warning');
  if (missing.length === seen.size) report(nothingToChange(missing));
  else if (missing.length + same.length === seen.size) report(nothingChanges(same));
}

function remark(
  { missing, clamped, outside, same }: Remarks,
  whose: string,
  outcome: Outcome,
  now: number | null,
): void {
  if (outcome.kind === 'missing') missing.push(whose);
  if (outcome.kind === 'clamped') clamped.push(`${whose} at ${outcome.text}`);
  if (outcome.kind === 'outside') outside.push(`${whose} (${outcome.text})`);
  if (outcome.kind === 'changed' && outcome.score === now) same.push(`${whose} is ${outcome.text}`);
}

/** Clamped where the recipe would do so, and where a change is relative. */
function scoreAfter(
  leaf: Indicator,
  country: Country,
  operation: Operation,
  now: number | null,
  edition: Edition,
): Outcome {
  const isSet = operation.kind === 'set';
  if (!isSet && now === null) return { kind: 'missing' };
  const scale = edition.scales.find(({ name }) => name === leaf.scale) ?? null;
  const whose = `${possessive(nameOf(country))} score for "${leaf.code}"`;
  const refuse = (complaint: Complaint): Outcome => ({
    kind: 'refused',
    complaint: { ...complaint, ...subjectOf(country), indicator: leaf.code, value: operation.text },
  });
  const rating = isSet && scale !== null ? findRating(scale, operation.text) : null;
  if (rating === null && !isDecimal(operation.text)) return refuse(notAScore(whose, operation.text, scale));
  // What is set is so whatever is there now.
  const score = rating?.value ?? numberAfter(operation, now ?? 0);
  const { low, high, severity } = rangeOf(leaf, scale, edition.recipe);
  const isInside = score >= low && score <= high;
  if (isInside || severity === null) return { kind: 'changed', score, text: short(score) };
  if (scale !== null && isSet) return refuse(beyondRatings(whose, score, scale));
  if (severity === 'warning' && isSet)
    return { kind: 'outside', score, text: `${short(score)}; ${rangeText(low, high)}` };
  const end = Math.min(high, Math.max(low, score));
  const word = scale?.ratings.find(({ value }) => value === end)?.word;
  return { kind: 'clamped', score: end, text: word ?? short(end) };
}

function notAScore(whose: string, text: string, scale: Scale | null): Complaint {
  if (scale === null)
    return {
      code: 'scores/not-a-number',
      what: `${whose} cannot be ${quoted(text)}, which is not a number`,
      fix: 'write a number such as 3.5',
    };
  const words = scale.ratings.map(({ word }) => word);
  return {
    code: 'scores/unknown-rating',
    what: `${whose} cannot be ${quoted(text)}, which is not a rating${didYouMean(text, words)}`,
    why: `the ratings are ${words.join(', ')}`,
    fix: 'write one of them',
  };
}

function beyondRatings(whose: string, score: number, scale: Scale): Complaint {
  return {
    code: 'scores/out-of-range',
    what: `${whose} cannot be ${short(score)}`,
    why: ratingsText(scale),
    fix: RATING_OR_NUMBER,
  };
}

function clampedWarning(clamped: readonly string[]): Complaint {
  const are = clamped.length === 1 ? 'is' : 'are';
  return {
    code: 'scores/out-of-range',
    what:
      `${count(clamped.length, 'score')} would be out of range and ${are} cut off at its end: ` +
      list(clamped, 3),
    fix: 'make the change smaller, or name single scores',
  };
}

function outsideWarning(outside: readonly string[]): Complaint {
  const are = outside.length === 1 ? 'is' : 'are';
  return {
    code: 'scores/out-of-range',
    what: `${count(outside.length, 'score')} ${are} out of range: ${list(outside, 3)}`,
    fix: 'correct the change, or keep it if you mean it',
  };
}

function nothingToChange(missing: readonly string[]): Complaint {
  const are = missing.length === 1 ? 'is' : 'are';
  return {
    code: 'whatif/bad-change',
    what: `there is no score to raise or lower: ${list(missing, 3)} ${are} missing`,
    fix: 'set it first, as in KEN.laws=3',
  };
}

function nothingChanges(same: readonly string[]): Complaint {
  return {
    code: 'whatif/bad-change',
    what: `this changes nothing: ${list(same, 3)} already`,
    fix: 'write another value, or leave the change out',
  };
}
