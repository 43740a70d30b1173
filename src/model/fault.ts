// Something inside a written value that does not fit, and where in it.

export type Path = readonly (string | number)[];

export interface Fault {
  readonly message: string;
  readonly path: Path;
}
