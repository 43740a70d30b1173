// Problems as GitHub Actions reads them from a log, to show each beside the line that it is about.
import type { Problem } from '../model/problem.ts';

/**
 * One workflow command a problem: `::error file=scores.csv,line=3,col=9,title=scores/not-a-number::…`.
 *
 * @see GitHub Docs, Workflow commands for GitHub Actions
 */
export function formatAnnotations(problems: readonly Problem[]): string {
  return problems
    .map(({ severity, code, place, what, why, fix }) => {
      const where =
        place === undefined || !('file' in place)
          ? []
          : [
              `file=${property(place.file)}`,
              ...(place.line === undefined ? [] : [`line=${place.line}`]),
              ...(place.column === undefined ? [] : [`col=${place.column}`]),
            ];
      const message = [
        what,
        ...(why === undefined ? [] : [`why: ${why}`]),
        ...(fix === undefined ? [] : [`fix: ${fix}`]),
      ].join('\n');
      return (
        `::${severity === 'note' ? 'notice' : severity} ` +
        `${[...where, `title=${property(code)}`].join(',')}::${data(message)}\n`
      );
    })
    .join('');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
