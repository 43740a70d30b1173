// Colours: few, and none that carries a meaning on its own.
import { Chalk } from 'chalk';

export interface Theme {
  title(text: string): string;
  heading(text: string): string;
  faint(text: string): string;
  strong(text: string): string;
  accent(text: string): string;
  error(text: string): string;
  warning(text: string): string;
  note(text: string): string;
}

export function themeFor(isColoured: boolean): Theme {
  const chalk = new Chalk({ level: isColoured ? 1 : 0 });
  return {
    title: (text) => chalk.bold(text),
    heading: (text) => chalk.bold(text),
    faint: (text) => chalk.dim(text),
    strong: (text) => chalk.bold(text),
    accent: (text) => chalk.cyan(text),
    error: (text) => chalk.red.bold(text),
    warning: (text) => chalk.yellow.bold(text),
    note: (text) => chalk.blue.bold(text),
  };
}
