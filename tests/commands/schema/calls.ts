// What the program is called with to see whether its JSON fits its schema, and on which files.
import { bundledNames } from '../../../src/input/files/files.ts';

const kept = (code: string | null, name: string, rank: number) => ({
  code,
  name,
  rank,
  score: 50,
  tier: null,
});

/** Files in a folder that is called FOLDER. */
export const files = {
  'bare.csv': 'country,laws,skills,share\nFrance,low,3,1\nArcadia,high,2,1\nJapan,medium,4,1\n',
  'panel.csv':
    'country,year,region,laws,skills\nFrance,2020,Europe,3,4\nFrance,2021,Europe,4,2\n' +
    'Arcadia,2021,Nowhere,2,5\nJapan,2020,Asia,1,1\n',
  'gaps.csv':
    'country,year,laws,skills,talent\nFrance,2020,1,2,3\nFrance,2021,3,4,2\nJapan,2021,,5,1\n' +
    'Arcadia,2021,,,\n',
  'kept.json': JSON.stringify({
    schema: 'cyberpower/rank@1',
    hidden: 0,
    countries: [kept('FRA', 'France', 2), kept(null, 'Ruritania', 1)],
  }),
  'broken/scores.csv': 'country,laws,skills\nFrance,3,many\nArcadia,2,\nJapan,1,9\n',
  'broken/indicators.csv': 'code,weight\nlaws,-1\nskills,1\n',
  'no-goalposts/scores.csv': 'country,laws\nFrance,3\nJapan,1\n',
  'no-goalposts/indicators.csv': 'code\nlaws\n',
  'no-goalposts/index.json': '{ "recipe": { "normalise": "goalposts" } }',
  'steps/scores.csv':
    'country,region,laws,skills,people,talent\nFrance,Europe,1,2,3,9\nJapan,Asia,,5,1,2\n' +
    'Kenya,Africa,3,3,3,3\nArcadia,Nowhere,,,1,\n',
  'steps/indicators.csv':
    'code,denominate,impute,treat\nlaws,,mean,\nskills,by:people,,\ntalent,,,winsorise\n',
  'ordered/scores.csv': 'country,laws,skills,share\nFrance,3,1,2\nArcadia,2,2,2\nJapan,1,1,1\n',
  'ordered/published.csv': 'country,rank,score,tier\nFrance,2,10,Low\nArcadia,3,20,High\nJapan,1,90,High\n',
  'rated/scores.csv': 'country,laws,rules\nFrance,3,yes\nJapan,,no\n',
  'rated/indicators.csv': 'code,ratings\nlaws,\nrules,no-yes\n',
  'rated/raters.csv':
    'rater,country,indicator,value,confidence,evidence\nAna,France,laws,3,1,a law\nBo,France,laws,4,2,\n' +
    'Ana,Japan,rules,no,1,\nBo,Japan,rules,no,1,\nAna,Japan,laws,2,1,\n',
  'certain/scores.csv': 'country,year,laws\nFrance,2020,3\nFrance,2021,4\nJapan,2021,1\n',
  'certain/certain.csv': 'country,indicator\nFrance,laws\n',
  // Three of seven: 35 sets.
  'sorted/scores.csv':
    'country,a,b,c,d,e,f,g\nFrance,2,2,2,1,1,1,1\nJapan,1,1,1,1,1,1,1\nKenya,0,0,0,0,0,0,0\n',
  'sorted/index.json':
    '{ "recipe": { "normalise": "none", "tiers": { "method": "profile", "tiers": [{ "name": "High", "needs": ' +
    '[{ "atLeast": { "a": 1, "b": 1, "c": 1, "d": 1, "e": 1, "f": 1, "g": 2 }, "count": 3 }] }, ' +
    '{ "name": "Low" }] } } }',
  'printed/scores.csv': 'country,laws\nFrance,3\nArcadia,2\nJapan,1\n',
  'printed/indicators.csv': 'code,low,high,unit,transform,normalise\nlaws,1,3,points,log,goalposts\n',
  'printed/index.json':
    '{ "sources": [{ "title": "Laws", "url": "https://example.org" }], "recipe": { "vary": { "noise": ' +
    '"5%", "drop": true }, "select": "only:laws", "tiers": "thresholds:50" } }',
  'printed/published.csv':
    'country,score,rank,tier,deviation,remark\nFrance,99,1,Tier 1,,\nArcadia,50,2,Tier 2,a slip,\n' +
    'Japan,0,,,,\n',
};

/** What the program is called with, by the exit code. */
const calls = {
  0: [
    'rank iiss-2021',
    'rank ncpi-2020',
    'rank gci-2024',
    'rank tests/reference/hdi-2022',
    'rank FOLDER/bare.csv',
    'rank FOLDER/panel.csv',
    'rank FOLDER/panel.csv --year latest',
    'rank FOLDER/printed',
    'rank FOLDER/bare.csv --decimal .',
    'rank FOLDER/gaps.csv --impute mean --missing skip:0',
    'rank FOLDER/steps --screen countries:0.6',
    'rank FOLDER/gaps.csv --missing skip:0.3',
    'rank FOLDER/panel.csv --rank fractional --tiers quantiles:2',
    'rank iiss-2021 --top 2 --select only:USA,CHN,FRA --select without:offence --weights strategy=2',
    'rank iiss-2021 --weights benefit-of-the-doubt',
    'tiers iiss-2021',
    'tiers gci-2024',
    'tiers ncpi-2020 --tiers thresholds:80,50',
    'tiers tests/reference/hdi-2022 --tiers breaks:4',
    'tiers iiss-2021 --tiers quantiles:3',
    'tiers iiss-2021 --tiers layers',
    'tiers FOLDER/bare.csv --tiers thresholds:80,50',
    'tiers FOLDER/panel.csv --tiers thresholds:50',
    'tiers FOLDER/gaps.csv --missing skip:0.3 --tiers thresholds:50',
    'tiers FOLDER/printed --only France',
    'tiers FOLDER/sorted',
    'explain China -e iiss-2021',
    'explain China -e iiss-2021 --weights benefit-of-the-doubt',
    'explain China -e ncpi-2020 --depth all',
    'explain EST -e gci-2024',
    'explain Norway -e tests/reference/hdi-2022',
    'explain Arcadia -e FOLDER/bare.csv',
    'explain France -e FOLDER/panel.csv',
    'explain Japan -e FOLDER/gaps.csv --missing skip:0.3',
    'explain Arcadia -e FOLDER/gaps.csv --missing skip:0.3',
    'explain France -e FOLDER/printed',
    'explain China -e iiss-2021 --aggregate minimum',
    'explain France -e FOLDER/rated',
    'explain Japan -e FOLDER/rated',
    'bounds iiss-2021',
    'bounds iiss-2021 --region any',
    'bounds FOLDER/panel.csv --rank fractional',
    'bounds ncpi-2020 --draws 20',
    'bounds FOLDER/panel.csv --tiers quantiles:2',
    'uncertainty iiss-2021 --draws 20',
    'uncertainty FOLDER/panel.csv --draws 20 --rank dense',
    'uncertainty FOLDER/panel.csv --draws 20 --vary noise=5% --vary normalise=minmax/rank',
    'sensitivity iiss-2021 --draws 4',
    'sensitivity FOLDER/panel.csv --draws 4 --of France',
    'sensitivity iiss-2021 --draws 4 --of top:2',
    'sensitivity FOLDER/printed --draws 8',
    'uncertainty FOLDER/printed --draws 20',
    'whatif CHN.resilience=strength -e iiss-2021',
    'whatif weights.offense=2 all.control.internet_use-10% -e ncpi-2020',
    'whatif France.laws=9 weights.skills=2 -e FOLDER/panel.csv',
    'whatif Japan.laws=4 Arcadia.talent=1 -e FOLDER/gaps.csv --missing skip:0.3',
    'whatif all.laws+5 -e FOLDER/printed --top 1',
    'fit iiss-2021',
    'fit gci-2020',
    'fit FOLDER/printed',
    'fit FOLDER/ordered',
    'compare China Russia -e iiss-2021',
    'compare USA CHN RUS -e iiss-2021',
    'compare Israel GBR -e iiss-2021',
    'compare China Russia -e ncpi-2020',
    'compare China Russia -e iiss-2021 --aggregate minimum',
    'compare China Russia -e iiss-2021 --aggregate geometric --normalise minmax:floor=1',
    'compare France Arcadia -e FOLDER/panel.csv',
    'compare France Japan -e FOLDER/gaps.csv --missing skip:0.3',
    'compare France Arcadia -e FOLDER/printed',
    'compare France Japan -e FOLDER/steps --missing skip:0 --screen countries:0.6',
    'reach China -e iiss-2021 --to-rank 2',
    'reach Japan -e FOLDER/panel.csv --to-rank 1 --rank ordinal',
    'reach China -e iiss-2021 --to-rank 2 --robust',
    'reach USA -e iiss-2021 --to-rank 1',
    'reach --all -e iiss-2021 --to-rank 3 --top 4',
    'reach EST -e gci-2024 --to-rank 3',
    'reach --all -e FOLDER/panel.csv --to-rank 1',
    'reach Japan -e FOLDER/gaps.csv --missing skip:0.3 --to-rank 1',
    'reach Kenya -e FOLDER/steps --to-rank 1 --missing skip:0.3',
    'reach Japan -e FOLDER/printed --to-tier Tier_1 --tiers thresholds:50,names=Tier_1/Tier_2',
    ...bundledNames().map((name) => `check ${name}`),
    'check tests/reference/hdi-2022',
    'check FOLDER/bare.csv',
    'check FOLDER/gaps.csv --missing skip:0.3',
    'methods',
    'methods geometric',
    'methods tiers',
    'problems',
    'problems scores/missing',
    'editions',
    ...bundledNames().map((name) => `editions ${name}`),
    'editions tests/reference/hdi-2022',
    'editions FOLDER/bare.csv',
    'editions FOLDER/certain',
    'editions FOLDER/panel.csv',
    'editions FOLDER/printed',
    'editions FOLDER/rated',
    'init FOLDER/mine',
    'init FOLDER/mine --from ncpi-2020',
    'init FOLDER/mine --from FOLDER/bare.csv',
  ],
  1: [
    'check FOLDER/broken',
    'check FOLDER/no-goalposts',
    'check FOLDER/gaps.csv',
    'check FOLDER/nowhere',
    'check FOLDER/bare.csv --strict',
  ],
  3: [
    'check FOLDER/printed',
    'check FOLDER/panel.csv --expect FOLDER/kept.json',
    'check FOLDER/printed --expect FOLDER/kept.json',
  ],
} as const;

export const lines = Object.entries(calls).flatMap(([code, some]) =>
  some.map((line) => ({ line, code: Number(code), command: line.split(' ')[0] ?? '' })),
);
