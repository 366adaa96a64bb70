import type { Express } from 'express';
import type { Dependances } from '../dependances';

/** The pages of the demonstration (web/): each route fetches what a pure page draws. */
export function mountPages(_app: Express, _d: Dependances): void {
  // Mounted here, before the 404 of the API.
}
