// What methods says in words: a table of all, and one method in full.
import { stepNames, steps } from '../../methods/steps.ts';
import type { Parameter } from '../../model/registry.ts';
import type { Column, DocumentTable, Passage, Row } from '../../report/document.ts';
import { sourceFileOf, type Offer } from './offers.ts';

const columns: readonly Column[] = [
  { key: 'step', label: 'step', kind: 'text' },
  { key: 'method', label: 'method', kind: 'text', tone: 'accent' },
  { key: 'summary', label: 'what it does', kind: 'text' },
  { key: 'formula', label: 'formula', kind: 'text' },
  { key: 'parameters', label: 'parameters', kind: 'text' },
  { key: 'use', label: 'when to use it', kind: 'text' },
  { key: 'source', label: 'source', kind: 'text' },
  { key: 'file', label: 'file', kind: 'text' },
];

/** The methods, step by step; people see those that are listed, and read of the others in full. */
export function methodTable(offers: readonly Offer[], listed: readonly Offer[]): DocumentTable {
  return {
    columns,
    shown: listed.length === 0 ? [] : ['method', 'summary'],
    exported: columns.map(({ key }) => key),
    rows: offers.map(rowOf),
    rowsInTable: listed.map(rowOf),
    sections: { by: 'step', heading: stepHeading },
  };
}

function rowOf(offer: Offer): Row {
  const { summary, formula, use, source, parameters } = offer.method;
  return {
    step: offer.step,
    method: offer.name,
    summary,
    formula,
    use,
    source,
    parameters: parameters.map(({ name }) => name).join(' '),
    file: sourceFileOf(offer),
  };
}

function stepHeading(name: string): string {
  const step = stepNames.find((one) => one === name);
  return `--${name}: ${step === undefined ? '' : steps[step].meaning}`;
}

/** One method in full. */
export function methodPassage(offer: Offer): Passage {
  const { step, name } = offer;
  const { formula, summary, use, parameters, source } = offer.method;
  const lines: string[] = [];
  if (formula !== '') lines.push(`  ${formula}`, '');
  lines.push(use, '', `Written    --${step} ${asWritten(name, parameters)}`);
  for (const [i, parameter] of parameters.entries())
    lines.push(`${i === 0 ? 'Parameters' : '          '} ${parameterText(parameter)}`);
  if (source !== '') lines.push(`Source     ${source}`);
  lines.push(`Code       ${sourceFileOf(offer)}`);
  return { title: `--${step} ${name}: ${summary}`, lines };
}

/** The name, with the first parameter that must be given. */
function asWritten(name: string, parameters: readonly Parameter[]): string {
  const needed = parameters.find(
    (parameter) => parameter.default === undefined && parameter.kind !== 'structure',
  );
  if (needed === undefined) return name;
  return `${name}:${needed.positional === undefined ? `${needed.name}=…` : '…'}`;
}

function parameterText({ name, meaning, default: fallback }: Parameter): string {
  if (fallback === undefined) return `${name}: ${meaning} (must be given)`;
  if (fallback === null) return `${name}: ${meaning}`;
  return `${name}: ${meaning} (${JSON.stringify(fallback)} unless given)`;
}
