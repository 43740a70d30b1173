// Bundles the program and the library, as `rolldown -c` does, without a line for each of their files.
import { build } from 'rolldown';
import config from '../rolldown.config.mjs';

await build(config);
