// What `kernel.as` is once it is compiled: WebAssembly, in base64.
export declare const base64: string;
