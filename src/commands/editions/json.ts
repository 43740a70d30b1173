// Editions as JSON: the form, and what is put into it.
import * as v from 'valibot';
import { agreementOf } from '../../analysis/explain/raters.ts';
import type { Loaded } from '../../input/edition/load.ts';
import { fingerprints } from '../../input/files/files.ts';
import type { Country } from '../../model/edition.ts';
import type { FrameworkNode } from '../../model/framework.ts';
import type { PublishedRow } from '../../model/published.ts';
import {
  form as formKey,
  identity,
  illustrative,
  inputs,
  key,
  maybe,
  numberOrNull,
  recipe,
  textOrNull,
  whole,
  year,
  type DataOf,
  type JsonOf,
} from '../shared/json.ts';
import { certainOf, type CertainOf } from './certain.ts';

/** What every node of the framework has; the tree holds itself, so that its type cannot be inferred. */
interface AnyNode {
  code: string;
  name: string;
  weight: number;
}
interface CategoryJson extends AnyNode {
  children: NodeJson[];
}
interface IndicatorJson extends AnyNode {
  direction: 1 | -1;
  column: string;
  unit?: string;
}
type NodeJson = CategoryJson | IndicatorJson;

const anyNode = {
  code: key(v.string(), 'the code in the framework'),
  name: key(v.string(), 'what it is called'),
  weight: key(v.number(), 'relative to the siblings'),
};

const node: v.GenericSchema<NodeJson> = v.union([
  v.strictObject({
    ...anyNode,
    children: key(v.array(v.lazy(() => node)), 'what it is aggregated from'),
  }),
  v.strictObject({
    ...anyNode,
    direction: key(v.picklist([1, -1]), '1: more is better; -1: less is better'),
    column: key(v.string(), 'the column of scores that it reads'),
    unit: maybe(v.string(), 'the unit of the scores'),
  }),
]);

const source = v.strictObject({
  title: key(v.string(), 'what was published'),
  publisher: maybe(v.string(), 'by whom'),
  date: maybe(v.string(), 'when'),
  url: maybe(v.string(), 'where'),
});

const country = v.strictObject({ ...identity, year });

const printed = v.strictObject({
  ...identity,
  score: key(numberOrNull, 'the score that was printed'),
  rank: key(numberOrNull, 'the rank that was printed'),
  tier: key(textOrNull, 'the tier that was printed'),
  tolerance: key(v.number(), 'how far a computed score may be from it'),
  known: key(textOrNull, 'why it is known to differ; null if it is not'),
});

const certain = v.strictObject({
  ...identity,
  year,
  indicators: key(v.array(v.string()), 'the codes of those for which its score is certain'),
});

const edition = v.strictObject({
  name: key(v.string(), 'the bundled name, or the folder or file as it was named'),
  title: key(v.string(), 'what the index is called'),
  year: key(v.nullable(whole), 'the year it is of'),
  description: key(v.string(), 'what it is'),
  sources: key(v.array(source), 'where the figures come from'),
  licence: key(v.string(), 'who may do what with them'),
  facts: key(v.string(), 'what of it was published'),
  ours: key(v.string(), 'what of it is the work of whoever made the edition'),
  illustrative,
  note: maybe(v.string(), 'why it is illustrative'),
  countries: key(v.array(country), 'the rows of scores, in their order'),
  framework: key(node, 'the tree of categories and indicators, from the index down'),
  weightSets: key(v.array(v.string()), 'the named sets of weights'),
  raters: maybe(v.array(v.string()), 'the names of the raters, if there is a raters.csv'),
  certain: maybe(v.array(certain), 'the countries with scores that are certain, if any are'),
  recipe,
  published: maybe(
    v.array(printed),
    'what published.csv says, if there is one; only where one edition is named',
  ),
  inputs,
});

const piece = v.strictObject({
  ...formKey('editions'),
  editions: key(v.array(edition), 'all that are bundled, or the one that is named'),
});

export const form = {
  describes: 'the bundled indices: sources, countries, framework and recipe',
  piece,
  definitions: { node },
};

export async function dataOf(loaded: readonly Loaded[]): Promise<DataOf<typeof piece>> {
  return { editions: await Promise.all(loaded.map(editionOf)) };
}

async function editionOf({ edition: one, published }: Loaded): Promise<JsonOf<typeof edition>> {
  const { illustrative: note, ...about } = one.about;
  return {
    name: one.id,
    ...about,
    ...(note === null ? {} : { illustrative: true, note }),
    countries: one.countries.map(countryOf),
    framework: nodeOf(one.framework),
    weightSets: [...one.weightSets.keys()],
    ...(one.raters === undefined ? {} : { raters: agreementOf(one).raters }),
    ...(one.certain === undefined ? {} : { certain: certainOf(one).map(certainJson) }),
    recipe: one.recipe,
    ...(published === null ? {} : { published: published.map(printedOf) }),
    inputs: await fingerprints(one.inputs),
  };
}

function countryOf({ code, name, year: ofYear }: Country): JsonOf<typeof country> {
  return { code, name, ...(ofYear === null ? {} : { year: ofYear }) };
}

function certainJson({ country: whose, codes }: CertainOf): JsonOf<typeof certain> {
  return { ...countryOf(whose), indicators: [...codes] };
}

function nodeOf(one: FrameworkNode): NodeJson {
  const { code, name, weight } = one;
  if (one.kind === 'category') return { code, name, weight, children: one.children.map(nodeOf) };
  const { direction, column, unit } = one;
  return { code, name, weight, direction, column, ...(unit === '' ? {} : { unit }) };
}

function printedOf(row: PublishedRow): JsonOf<typeof printed> {
  const { score, rank, tier, tolerance, deviation } = row;
  const { code, name } = row.country;
  return { code, name, score, rank, tier, tolerance, known: deviation };
}
