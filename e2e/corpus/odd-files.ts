import type { OddFile } from './corpus-types';
import { oddNameFiles } from './odd-names';
import { oddRowFiles } from './odd-rows';
import { oddSlotFiles } from './odd-slots';
import { oddTypeFiles } from './odd-types';

/** Every odd but good file whose truth is known in Vilnius; `oddZoneFiles` adds other zones. */
export const oddFiles: readonly OddFile[] = [
  ...oddSlotFiles,
  ...oddRowFiles,
  ...oddTypeFiles,
  ...oddNameFiles,
];
