// Problems with scores: countries, cells, years and columns.
import type { ProblemTexts } from './text.ts';

export const scores = {
  'scores/assumed': {
    meaning: 'scores come without a framework, so the program assumes one',
    why: 'A CSV file alone does not say which columns count, in which direction, and with which weight.',
    fix:
      'Put the file into a folder as scores.csv, with an indicators.csv beside it. "cyberpower init" ' +
      'writes both as an example.',
  },
  'scores/no-country-column': {
    meaning: 'no column holds countries',
    why: 'Every row of scores belongs to a country, and no column names countries.',
    fix: 'Call the column of countries "country", or the column of ISO codes "iso3".',
  },
  'scores/no-country': {
    meaning: 'a row has scores and no country',
    why: 'The program cannot tell whose scores these are.',
    fix: 'Name the country, or delete the row.',
  },
  'scores/no-header': {
    meaning: 'the first row holds scores instead of column names',
    why: 'The first row gives the columns their names, and here it begins with a country.',
    fix: 'Write the column names above it, as in country,laws,skills.',
  },
  'scores/no-indicator': {
    meaning: 'a row of a long file names no indicator',
    why: 'In a long file each row has one score, and this row does not say for which indicator.',
    fix: 'Name the indicator, or delete the row.',
  },
  'scores/no-indicators': {
    meaning: 'no column holds scores',
    why: 'Indicators are columns of numbers or ratings, and the program found none.',
    fix: 'Add a column of numbers or ratings for each indicator.',
  },
  'scores/unknown-country': {
    meaning: 'a country is not recognised and keeps its own name',
    why: 'Other files may spell the name differently, and the program would not match the two.',
    fix: 'Write a usual English name or an ISO 3166 code. Change nothing if the name is right.',
  },
  'scores/code-and-name-differ': {
    meaning: 'the code and the name in a row belong to different countries',
    why: 'One of the two is wrong, and the scores may go to the wrong country.',
    fix: 'Correct the code or the name.',
  },
  'scores/duplicate-country': {
    meaning: 'a country stands in the file twice, perhaps in two spellings',
    why: 'Nothing says which of the two rows counts.',
    fix: 'Delete one of the rows. If they are from different years, add a column "year".',
  },
  'scores/duplicate-score': {
    meaning: 'a country has two scores for one indicator',
    why: 'Nothing says which of the two scores counts.',
    fix: 'Delete one of them. If they are from different years, add a column "year".',
  },
  'scores/not-a-number': {
    meaning: 'a score is not a number',
    why: 'The program computes the index from numbers, and this cell holds something else.',
    fix:
      'Write a number such as 3.5. If nobody knows the score, leave the cell empty and pass --missing ' +
      'skip.',
  },
  'scores/not-finite': {
    meaning: 'a score is infinite, or marks a failed computation',
    why: 'Such a cell usually comes from a division by zero in a spreadsheet or a script.',
    fix: 'Write a number. If nobody knows the score, leave the cell empty and pass --missing skip.',
  },
  'scores/out-of-range': {
    meaning: 'a score lies outside its scale',
    why:
      'A scale ends at its lowest and highest rating, or at its goalposts. A score beyond them is often ' +
      'a typing error.',
    fix:
      'Correct the score. To hold such scores at the end of the scale, pass --normalise ' +
      'goalposts:clip=true.',
  },
  'scores/unknown-rating': {
    meaning: 'a word is not a rating of its scale',
    why: 'The scale of the indicator lists its ratings, and this word is not among them.',
    fix: 'Write one of the ratings. If nobody knows the score, leave the cell empty and pass --missing skip.',
  },
  'scores/missing': {
    meaning: 'a score is missing, and the recipe allows no gaps',
    why:
      'With a gap, countries are compared on different indicators. The program does this only when you ' +
      'ask for it.',
    fix: 'Fill in the score, leave the country out with --select without:NAME, or pass --missing skip.',
  },
  'scores/not-a-year': {
    meaning: 'a year is not a whole number',
    why: 'The column "year" tells the rows of a country apart, so each row needs a year.',
    fix: 'Write a year such as 2024.',
  },
  'scores/no-column': {
    meaning: 'an indicator of the framework has no column of scores',
    why: 'The framework lists the indicator, and scores.csv has no scores for it.',
    fix: 'Add the column, or write the name of the column it reads under "column" in indicators.csv.',
  },
  'scores/unused-column': {
    meaning: 'a column of scores is not in the framework',
    why: 'The index does not use these scores, and you may have meant it to.',
    fix: 'Add a row for the column to indicators.csv, or delete the column.',
  },
  'scores/all-equal': {
    meaning: 'all countries have the same score for an indicator',
    why: 'The indicator takes part in the index and does not tell any two countries apart.',
    fix: 'Leave it out with --select without:CODE. Or give it goalposts and pass --normalise goalposts.',
  },
  'scores/aggregates': {
    meaning: 'rows for regions or other groups of countries are left out',
    why: 'Rows such as "World" or "Europe" would compete with countries and stretch the range of scores.',
    fix: 'To rank such a row, give it another name, such as "World as a whole".',
  },
  'scores/sdmx': {
    meaning: 'the columns of the file have the names of SDMX',
    why: 'The program would take these columns for indicators.',
    fix: 'Rename REF_AREA to country, TIME_PERIOD to year and OBS_VALUE to value.',
  },
  'scores/years-in-headings': {
    meaning: 'columns have years as names, each with one year of an indicator',
    why: 'Each year would count as an indicator of its own.',
    fix: 'Put the years into a column "year", as in country,year,value.',
  },
  'scores/mixed-years': {
    meaning: 'each country has scores for one year, and not all for the same year',
    why: 'A rank means little when countries have scores from different years.',
    fix: 'Keep one year, or pass --year latest to take the latest year of each country.',
  },
  'scores/dropped-column': {
    meaning: 'a column is not used, although it may hold scores',
    why:
      'The column looks like an earlier result, running numbers or years, or the program cannot read ' +
      'its numbers.',
    fix: 'If the column is an indicator, rename it, and write its numbers as in 3.5.',
  },
  'scores/one-country': {
    meaning: 'a method compares countries, and there is only one',
    why: 'Methods such as min–max need a lowest and a highest country.',
    fix: 'Add countries, or pass --normalise goalposts or --normalise none.',
  },
  'scores/unranked': {
    meaning: 'a country has too few scores to be ranked',
    why: 'The recipe asks for a share of the scores, and this country has fewer.',
    fix: 'Fill in its scores, ask for a smaller share as in --missing skip:0.3, or leave the country out.',
  },
} satisfies ProblemTexts<'scores'>;
