/** Bundles a file of TypeScript and what it imports for Node, and says where. */
export declare function bundled(input: string): Promise<string>;
