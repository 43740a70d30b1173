// Colours: few, and none that carries a meaning on its own.

/** Dresses a text for the terminal, or leaves it as it is. */
export type Tone = (text: string) => string;

export interface Theme {
  readonly title: Tone;
  readonly heading: Tone;
  readonly faint: Tone;
  readonly strong: Tone;
  readonly accent: Tone;
  readonly error: Tone;
  readonly warning: Tone;
  readonly note: Tone;
}

const plain: Tone = (text) => text;

/** No colours at all: for pipes, files and NO_COLOR. */
export const plainTheme: Theme = {
  title: plain,
  heading: plain,
  faint: plain,
  strong: plain,
  accent: plain,
  error: plain,
  warning: plain,
  note: plain,
};

/** Loads colours only where they are shown. */
export async function loadTheme(isColoured: boolean): Promise<Theme> {
  if (!isColoured) return plainTheme;
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  return {
    title: chalk.bold,
    heading: chalk.bold,
    faint: chalk.dim,
    strong: chalk.bold,
    accent: chalk.cyan,
    error: chalk.red.bold,
    warning: chalk.yellow.bold,
    note: chalk.blue.bold,
  };
}
