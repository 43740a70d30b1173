// Weight regions as they are written after --region.
import { readChoices } from '../../src/input/options/choice/choice.ts';
import { complete, type Choice } from '../../src/model/registry.ts';
import { regions } from '../../src/methods/region/table.ts';

export function completeRegion(written: string): Choice[] {
  return readChoices('region', written, ({ what }) => {
    throw new Error(what);
  }).map((choice) => complete(regions, choice));
}
