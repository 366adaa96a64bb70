import type { Configuration } from './configuration';

/** R46 — what the environment says of the data of people, in the form that mails expect. */
export function readInformation(config: Configuration) {
  return { contact: config.CONTACT_DROITS ?? null, conservationMois: config.CONSERVATION_MOIS };
}
