import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Base } from '../registre/base';
import { readMesures } from '../registre/mesures/mesures.prisma';
import { CAUSES } from '../registre/reveils/retards.prisma';
import type { Reponse } from './service';
import type { Sonde } from './sondes';

/** The measures of one process: Node's own to begin with. Labels are codes, in a number known beforehand. */
export function createMetriques(): Registry {
  const metriques = new Registry();
  collectDefaultMetrics({ register: metriques });
  return metriques;
}

/** What Prometheus reads. */
export async function renderMetriques(...registres: readonly Registry[]): Promise<Reponse> {
  const metriques = Registry.merge([...registres]);
  return { statut: 200, type: metriques.contentType, corps: await metriques.metrics() };
}

/**
 * The state of the house, as PostgreSQL tells it at this moment. What cannot be read is absent, never an old value:
 * then `jalons_joignable` alone says why.
 */
export async function readMetriquesDuRegistre(x: {
  readonly base: Base;
  readonly sonde: Sonde;
}): Promise<Registry> {
  const registre = new Registry();
  const jauge = (name: string, help: string, valeur: number) => {
    new Gauge({ name, help, registers: [registre] }).set(valeur);
  };
  const jauges = (name: string, help: string, label: string, valeurs: Readonly<Record<string, number>>) => {
    const cree = new Gauge({ name, help, labelNames: [label], registers: [registre] });
    for (const [code, valeur] of Object.entries(valeurs)) cree.set({ [label]: code }, valeur);
  };

  const [joignables, m] = await Promise.all([x.sonde(), readMesures(x.base).catch(() => null)]);
  const { postgresql, temporal, smtp } = joignables;
  jauges('jalons_joignable', 'Ce dont Jalons a besoin répond : 1, sinon 0', 'piece', {
    postgresql: Number(postgresql),
    temporal: Number(temporal),
    smtp: Number(smtp),
  });
  if (m === null) return registre;
  const retards = (de: 'tous' | 'enAlerte') =>
    Object.fromEntries(CAUSES.map((cause) => [cause, m.retards[cause][de]]));
  jauges('jalons_parcours_ouverts', 'Parcours ouverts, par édition', 'edition', m.parcoursOuverts);
  jauges('jalons_retards', 'Ce qui aurait dû avancer depuis dix minutes', 'cause', retards('tous'));
  jauges('jalons_alertes', 'Ce qui aurait dû avancer depuis une heure', 'cause', retards('enAlerte'));
  jauge('jalons_echeance_en_retard_secondes', 'Retard de la plus ancienne échéance due', m.echeanceEnRetard);
  jauges('jalons_courriels_en_attente', 'Courriels qui ne sont pas partis', 'etat', m.courriels);
  jauge('jalons_courriel_plus_ancien_secondes', 'Âge du plus ancien de ces courriels', m.courrielPlusAncien);
  jauge('jalons_reveils_en_attente', 'Workflows à réveiller', m.reveils);
  jauge('jalons_reveil_plus_ancien_secondes', 'Âge du plus ancien de ces réveils', m.reveilPlusAncien);
  return registre;
}
