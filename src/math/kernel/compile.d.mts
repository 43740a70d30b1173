/** A plugin for rolldown and vite that compiles what is imported from `kernel.as`. */
export declare const assembly: { readonly name: string; load(id: string): Promise<string | null> };
