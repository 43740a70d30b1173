// The framework and the settings of a CSV alone: what was assumed of it, written down to be changed.
import { settingsTemplate } from '../../input/edition/template.ts';
import { describeRegion } from '../../methods/region/table.ts';
import { completeRecipe, stepNames, steps } from '../../methods/steps.ts';
import type { Edition } from '../../model/edition.ts';
import { indicators, type Indicator } from '../../model/framework.ts';
import { describeChoice, type Choice, type MethodTable } from '../../model/registry.ts';
import type { Row } from '../../report/document.ts';
import { csvOf } from '../../report/formats/delimited.ts';
import { isQuiet } from '../shared/recipe/recipe.ts';
import { baseName } from './file-names.ts';

const frameworkColumns = [
  'code',
  'name',
  'weight',
  'direction',
  'column',
  'low',
  'high',
  'ratings',
  'normalise',
];

export function assumedFiles(edition: Edition, folder: string): Map<string, string | Uint8Array> {
  const name = asYaml(baseName(edition.about.title));
  return new Map([
    ['index.yaml', settingsTemplate(folder, name, null, null, recipeLines(edition))],
    ['indicators.csv', frameworkCsv(edition)],
  ]);
}

/**
 * Text as YAML writes it: as it is, or between quotation marks where it would be taken for something else.
 */
function asYaml(text: string): string {
  return /^[A-Za-z][\w -]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off)$/i.test(text)
    ? text
    : JSON.stringify(text);
}

/** A line a step, as settings have it, without those that change nothing. */
function recipeLines({ recipe }: Edition): string[] {
  const lines: string[] = [];
  for (const step of stepNames) {
    if (step === 'select' || step === 'region') continue;
    if (step === 'missing' || !isQuiet(step, recipe[step]))
      lines.push(`${step}: ${choiceText(steps[step].table, recipe[step])}`);
  }
  const region = describeRegion(recipe.region);
  if (region !== describeRegion(completeRecipe({}).region)) lines.push(`region: ${region}`);
  return lines;
}

function choiceText(table: MethodTable, choice: Choice): string {
  return isStructured(choice) ? JSON.stringify(choice) : describeChoice(table, choice);
}

/** Whether a choice cannot be written on one line after its name. */
function isStructured(choice: Choice): boolean {
  return Object.values(choice).some(
    (value) => Array.isArray(value) && value.some((one) => typeof one === 'object'),
  );
}

/** indicators.csv of the framework that was assumed. */
function frameworkCsv({ framework }: Edition): string {
  return csvOf({
    columns: frameworkColumns.map((key) => ({ key, label: key, kind: 'text' as const })),
    shown: frameworkColumns,
    exported: frameworkColumns,
    rows: indicators(framework).map(rowOf),
  });
}

function rowOf({ code, name, weight, direction, column, low, high, scale, normalise }: Indicator): Row {
  return {
    code,
    name,
    weight,
    direction,
    column: column === code ? null : column,
    low,
    high,
    ratings: scale,
    normalise: normalise === null ? null : describeChoice(steps.normalise.table, normalise),
  };
}
