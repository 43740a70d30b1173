// The small edition that somebody begins with: every file of it works as it stands and says what may be
// changed.

/** The line by which editors find the schema of a YAML file. */
export const schemaComment = '# yaml-language-server: $schema=index.schema.json';

/** Settings with a name, and the recipe's steps to choose from. */
export function settingsTemplate(
  folder: string,
  name: string,
  scales: string | null,
  illustrative: string | null,
  recipe: readonly string[],
): string {
  return `${schemaComment}
#
# Rank the countries:                          cyberpower rank ${folder}
# Look for problems in these files:            cyberpower check ${folder}
# See what each step of the recipe can be:     cyberpower methods

name: ${name}
# year: 2025
# description: What it measures, and for whom.
# sources: [{ title: Where the figures come from, publisher: Who, date: 2025-06 }]
# licence: Who may do what with them.
${
  illustrative === null
    ? ''
    : `
# Stands under every output until you delete this line.
illustrative: ${illustrative}
`
}${
    scales === null
      ? ''
      : `
# Ratings in words, the worst first. indicators.csv says which indicator is rated on which scale.
scales:
  ${scales}
`
  }
recipe:
${recipe.map((line) => `  ${line}`).join('\n')}
`;
}

/** The recipe of the template, step by step, with what else each may be. */
export const recipeTemplate: readonly string[] = [
  'normalise: goalposts         # between low and high of indicators.csv; or minmax, zscore',
  'missing: error               # or skip:0.6, to do with 60 % of the scores',
  'weights: given               # the weights of indicators.csv; or equal',
  'aggregate: arithmetic        # or geometric, with normalise: goalposts:floor=1',
  'rank: competition:decimals=1 # equal to one decimal is equal',
  'tiers: thresholds:70,40      # or quantiles:3, breaks:3, none',
];

/** Six countries and five indicators under three categories. */
export const templateFiles: ReadonlyMap<string, string> = new Map([
  [
    'indicators.csv',
    `code,name,parent,weight,direction,low,high,ratings,unit
governance,Governance,,1,,,,,
strategy,National strategy,governance,1,1,,,progress,
laws,Laws,governance,1,1,0,5,,points
defence,Defence,,2,,,,,
response,Response team,defence,1,1,,,progress,
attacks,Successful attacks,defence,1,-1,0,50,,a year
industry,Share of industry,,1,1,0,10,,% of GDP
`,
  ],
  [
    'scores.csv',
    `country,region,strategy,laws,response,attacks,industry
Estonia,Europe,full,4.1,full,12,6.9
Japan,Asia,full,3.9,partial,18,5.6
Kenya,Africa,partial,2.6,partial,27,3.1
Brazil,Americas,partial,3.2,full,33,3.4
Canada,Americas,full,3.7,full,15,4.8
Indonesia,Asia,none,2.1,partial,41,2.7
`,
  ],
]);
