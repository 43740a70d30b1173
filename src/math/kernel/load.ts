// How the kernel is started: compiled where the engine can run it, in plain TypeScript elsewhere.
import type { Kernel } from './kernel.ts';
import { TypeScriptKernel } from './typescript-kernel.ts';

/** The compiled kernel; that in TypeScript where WebAssembly or its vectors are missing. */
export async function loadKernel(): Promise<Kernel> {
  const { base64 } = await import('./kernel.as');
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return typeof WebAssembly !== 'undefined' && WebAssembly.validate(bytes)
    ? await compiled(WebAssembly, bytes)
    : new TypeScriptKernel();
}

async function compiled(engine: Engine, bytes: Uint8Array): Promise<Kernel> {
  const {
    instance: {
      exports: { memory, ...steps },
    },
  } = await engine.instantiate(bytes);
  return {
    ...steps,
    reserve(size) {
      const missing = size - memory.buffer.byteLength;
      if (missing > 0) memory.grow(Math.ceil(missing / 65_536));
      return memory.buffer;
    },
  };
}

declare const WebAssembly: Engine | undefined;

/** As much of WebAssembly as is used here, with what kernel.as exports. */
interface Engine {
  validate(bytes: Uint8Array): boolean;
  instantiate(bytes: Uint8Array): Promise<{
    readonly instance: { readonly exports: Omit<Kernel, 'reserve'> & { readonly memory: Memory } };
  }>;
}

interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}
