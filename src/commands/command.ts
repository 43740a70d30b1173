// What a command is: its words for help, its arguments and options, and what it does with them.
import type { Problem } from '../model/problem.ts';
import type { Runner, Progress } from '../analysis/uncertainty/runner.ts';
import type { Document } from '../report/document.ts';
import type { Io } from './io.ts';
import type { Form } from './shared/json.ts';

/** A command as the list of commands knows it; the rest is loaded when it is called. */
export interface CommandEntry {
  readonly name: string;
  /** The question it answers: its heading in the help. */
  readonly question: string;
  readonly summary: string;
  /** What it is about, as it stands in the help. */
  readonly argument: string;
  /**
   * The command behind which its schema is listed, where that is not its place in the list: the order of
   * schemas is older than that of commands, and scripts may read it.
   */
  readonly schemaBehind?: string;
  readonly load: () => Promise<Command>;
}

export interface Command {
  readonly arguments: readonly Argument[];
  readonly options: readonly Option[];
  /** What it prints and how to read it. */
  readonly description: string;
  readonly examples: readonly Example[];
  /** The form of what it prints as JSON; loaded when it is asked for. */
  form?(): Promise<Form>;
  run(call: Call): Promise<Document>;
}

export interface Argument {
  readonly name: string;
  readonly meaning: string;
  /** Takes all that follow. */
  readonly isMany?: true;
}

export interface Option {
  readonly flags: string;
  readonly meaning: string;
  readonly group: string;
  /** May be given several times. */
  readonly isRepeated?: true;
}

export interface Example {
  readonly line: string;
  readonly says: string;
}

/** A call of a command: what was written, and the world. */
export interface Call {
  readonly arguments: readonly (string | undefined)[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly io: Io;
  /** All commands there are, for those that speak of others. */
  readonly commands: readonly CommandEntry[];
  /** Runs work in blocks on so many threads; null for as many as are of use. */
  readonly threaded: (threads: number | null, onProgress?: Progress) => Promise<Runner>;
  /** Does work at once that no signal may leave half done. */
  readonly uninterrupted: <Result>(work: () => Result) => Promise<Result>;
  /** Says something that is no error: a warning, a note. */
  readonly say: (problems: readonly Problem[]) => void;
}
