import { createContext, runInContext } from 'node:vm';
import { getConfiguration } from '../../config/configuration';
import { readBundle } from '../../worker/bundle';

describe('Le bac à sable des workflows', () => {
  test('une pile y tient en deux lignes, avant que le moindre workflow n’y soit chargé', async () => {
    const { code } = await readBundle(getConfiguration().JALONS_CACHE);
    // As the SDK does: the bundle, then what is to be loaded before the workflows.
    const bac = createContext({
      TextEncoder,
      TextDecoder,
      URL,
      URLSearchParams,
      __webpack_module_cache__: {},
    });
    runInContext(code, bac);
    expect(runInContext('Error.stackTraceLimit', bac)).toBe(10);
    runInContext('__TEMPORAL__.preloadModules()', bac);
    expect(runInContext('Error.stackTraceLimit', bac)).toBe(2);
  });
});
