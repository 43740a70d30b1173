// The fast kernel, in AssemblyScript: two draws to a vector of doubles. Each function has its like in
// typescript-kernel.ts, which does the same one draw at a time, in the same order, to the last bit; there it says what
// each is for.
//
// Tables lie in memory as rows of `stride` draws, a multiple of 8; what is beyond `count` in a row is noise.
export { uniforms, spacings, box } from './weights';
export { sort } from './sort';
export { scores } from './scores';
export { tally, pairs } from './tally';
