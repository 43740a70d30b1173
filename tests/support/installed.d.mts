/** Installs what is built into an empty folder; gives the folder of the package there. */
export declare function installed(folder: string): string;
/** Checks a program in that folder against the declarations of the package, and compiles it beside itself. */
export declare function compile(folder: string, file: string): string;
