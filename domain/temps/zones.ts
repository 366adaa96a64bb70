/** R37 — a territory: its clock and its public holidays go together (law.md 7.1 and 7.3). */
export type Zone = {
  readonly libelle: string;
  readonly fuseau: string;
  /** Holidays that this territory adds to the eleven national ones: a fixed day `MM-JJ`, or an offset from Easter Sunday in days. */
  readonly feriesPropres: readonly (`${number}-${number}` | { readonly paques: number })[];
};

/** R03 — each zone has the eleven national holidays plus its own, and nothing else. Offsets: tzdata. */
export const zones = {
  metropole: { libelle: 'Métropole', fuseau: 'Europe/Paris', feriesPropres: [] },
  alsace_moselle: {
    libelle: 'Alsace-Moselle',
    fuseau: 'Europe/Paris',
    feriesPropres: [{ paques: -2 }, '12-26'],
  },
  guadeloupe: { libelle: 'Guadeloupe', fuseau: 'America/Guadeloupe', feriesPropres: ['05-27'] },
  martinique: { libelle: 'Martinique', fuseau: 'America/Martinique', feriesPropres: ['05-22'] },
  guyane: { libelle: 'Guyane', fuseau: 'America/Cayenne', feriesPropres: ['06-10'] },
  la_reunion: { libelle: 'La Réunion', fuseau: 'Indian/Reunion', feriesPropres: ['12-20'] },
  mayotte: { libelle: 'Mayotte', fuseau: 'Indian/Mayotte', feriesPropres: ['04-27'] },
  saint_barthelemy: {
    libelle: 'Saint-Barthélemy',
    fuseau: 'America/St_Barthelemy',
    feriesPropres: ['10-09'],
  },
  saint_martin: { libelle: 'Saint-Martin', fuseau: 'America/Marigot', feriesPropres: ['05-28'] },
  saint_pierre_et_miquelon: {
    libelle: 'Saint-Pierre-et-Miquelon',
    fuseau: 'America/Miquelon',
    feriesPropres: [],
  },
} as const satisfies Record<string, Zone>;

export type CodeZone = keyof typeof zones;

export const codesZone = Object.keys(zones) as [CodeZone, ...CodeZone[]];
