// What `kernel.as` is once it is compiled: WebAssembly, in base64.
declare const base64: string;
export default base64;
