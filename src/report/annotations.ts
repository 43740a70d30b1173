// Problems as GitHub Actions reads them from a log, to show each beside the line that it is about.
import type { Place, Problem } from '../model/problem.ts';
import { abridged } from './layout.ts';
import { visible } from './visible.ts';

/**
 * One workflow command a problem: `::error file=scores.csv,line=3,col=9,title=scores/not-a-number::…`.
 *
 * @see GitHub Docs, Workflow commands for GitHub Actions
 */
export function formatAnnotations(problems: readonly Problem[]): string {
  return problems.map((problem) => `${formatAnnotation(problem)}\n`).join('');
}

function formatAnnotation({ severity, code, place, what, why, fix }: Problem): string {
  const level = severity === 'note' ? 'notice' : severity;
  const properties = [...placeProperties(place), `title=${property(code)}`];
  const message = [abridged(what)];
  if (why !== undefined) message.push(`why: ${abridged(why)}`);
  if (fix !== undefined) message.push(`fix: ${abridged(fix)}`);
  return `::${level} ${properties.join(',')}::${data(message.join('\n'))}`;
}

function placeProperties(place: Place | undefined): string[] {
  if (place === undefined || !('file' in place)) return [];
  const properties = [`file=${property(place.file)}`];
  if (place.line !== undefined) properties.push(`line=${place.line}`);
  if (place.column !== undefined) properties.push(`col=${place.column}`);
  return properties;
}

/** Ends of lines are escaped, and what else is not seen is shown. */
function data(text: string): string {
  const shown = text.replaceAll(/[^\r\n]+/g, visible);
  return shown.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
