// What check finds as JSON: the form, and what is put into it. Files that cannot be computed with have a
// shorter form of their own.
import * as v from 'valibot';
import type { Agreement, Comparison } from '../../analysis/check/reproduce.ts';
import type { Problem } from '../../model/problem.ts';
import {
  count,
  form as formKey,
  head,
  identity,
  key,
  maybe,
  numberOrNull,
  numberOrText,
  problems,
  textOrNull,
  year,
  type DataOf,
  type JsonOf,
} from '../shared/json.ts';
import { jsonHead, jsonProblems, type Session } from '../shared/session.ts';
import { changeOf, tierSizesOf, type Compared, type Finding, type Reference } from './findings.ts';

const quantities = ['rank', 'score', 'tier'] as const;

const ofAgreement = {
  what: key(v.picklist(quantities), 'what is compared'),
  of: key(count, 'how many there are'),
  agree: key(count, 'how many of them agree'),
};

const agreement = v.strictObject(ofAgreement);

const publishedAgreement = v.strictObject({
  ...ofAgreement,
  tolerance: maybe(v.number(), 'how far a score may be from the one that was published'),
  furthest: maybe(
    v.strictObject({ ...identity, apart: key(v.number(), 'how far its score is from it') }),
    'the country whose score is furthest',
  ),
});

const difference = v.strictObject({
  against: key(v.picklist(['published', 'expected']), 'what it differs from'),
  ...identity,
  year,
  what: key(v.picklist([...quantities, 'country']), 'what differs; country if it came or went'),
  was: key(numberOrText, 'what was published or expected'),
  is: key(numberOrText, 'what it is now'),
  difference: key(numberOrNull, 'how much more it is now; null for words'),
  known: key(textOrNull, 'why it is known and accepted; null if it is not'),
});

const tierSize = v.strictObject({
  name: key(v.string(), 'what the tier is called'),
  size: key(count, 'how many countries are in it'),
});

const sound = v.strictObject({
  ...head('check'),
  passed: key(v.boolean(), 'whether nothing differs that is not known'),
  published: maybe(v.array(publishedAgreement), 'how it agrees with published.csv'),
  expected: maybe(v.array(agreement), 'how it agrees with the file of --expect'),
  differences: key(v.array(difference), 'every rank, score or tier that is not what it was'),
  tiers: maybe(v.array(tierSize), 'the best first; only if the recipe has tiers'),
});

const unsound = v.strictObject({
  ...formKey('check'),
  edition: key(v.string(), 'the edition as it was named'),
  passed: key(v.literal(false), 'the files cannot be computed with'),
  problems,
});

export const form = {
  describes: 'whether the files are sound, and what differs from what was published or expected',
  piece: v.union([sound, unsound]),
};

/** What JSON shows of files that can be computed with. */
export async function dataOf(
  session: Session,
  all: readonly Compared[],
  findings: readonly Finding[],
  isPassed: boolean,
): Promise<DataOf<typeof sound>> {
  const [published, expected] = [comparisonWith('published', all), comparisonWith('expected', all)];
  const tiers = tierSizesOf(session.result);
  return {
    ...(await jsonHead(session)),
    passed: isPassed,
    ...(published === null ? {} : { published: published.agreements.map(publishedAgreementOf) }),
    ...(expected === null ? {} : { expected: expected.agreements.map(agreementOf) }),
    differences: findings.map(differenceOf),
    ...(tiers === null ? {} : { tiers }),
  };
}

/** What JSON shows of files that cannot. */
export function unsoundDataOf(edition: string, found: readonly Problem[]): DataOf<typeof unsound> {
  return { edition, passed: false, problems: jsonProblems(found) };
}

function comparisonWith(reference: Reference, all: readonly Compared[]): Comparison | null {
  return all.find(({ against }) => against === reference)?.comparison ?? null;
}

function agreementOf({ quantity, of, agree }: Agreement): JsonOf<typeof agreement> {
  return { what: quantity, of, agree };
}

function publishedAgreementOf(one: Agreement): JsonOf<typeof publishedAgreement> {
  const { tolerance, largest } = one;
  return {
    ...agreementOf(one),
    ...(tolerance === null ? {} : { tolerance }),
    ...(largest === null
      ? {}
      : { furthest: { code: largest.country.code, name: largest.country.name, apart: largest.apart } }),
  };
}

function differenceOf({ against, difference: one }: Finding): JsonOf<typeof difference> {
  const { country, quantity, was, is, deviation } = one;
  return {
    against,
    code: country.code,
    name: country.name,
    ...(country.year === null ? {} : { year: country.year }),
    what: quantity,
    was,
    is,
    difference: changeOf(one),
    known: deviation,
  };
}
